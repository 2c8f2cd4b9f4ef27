// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/paceinfile.h"

#include "core/predictions/predictions.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace tests::experience_paceinfile {

using namespace oneinn;

namespace {

struct Use {
    Use(std::string whose, std::string when)
        : user(std::move(whose))
        , day(std::move(when))
    {
    }
    std::string user;
    std::string day;
    std::string model = "m";
    std::string example = {};
    double weight = 1.0;
    bool failed = false;
};

CategoryColumn columnOf(const std::string &name, const std::vector<Use> &uses,
                        std::string Use::*member)
{
    CategoryColumn column{name, {}, CodeColumn(static_cast<Eigen::Index>(uses.size()))};
    std::map<std::string, std::uint32_t> codes;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const std::string &value = uses[i].*member;
        const auto [at, isNew] =
                codes.emplace(value, static_cast<std::uint32_t>(column.values.size()));
        if (isNew)
            column.values.push_back(value);
        column.codes[static_cast<Eigen::Index>(i)] = at->second;
    }
    return column;
}

PredictionColumns columnsOf(const std::vector<Use> &uses)
{
    const auto size = static_cast<Eigen::Index>(uses.size());
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(size);
    columns.score = Eigen::ArrayXd::Zero(size);
    columns.weight = Eigen::ArrayXd(size);
    columns.failed = LabelColumn::Zero(size);
    for (std::size_t i = 0; i < uses.size(); ++i) {
        (*columns.weight)[static_cast<Eigen::Index>(i)] = uses[i].weight;
        (*columns.failed)[static_cast<Eigen::Index>(i)] = uses[i].failed ? callFailed : 0;
    }
    columns.userId = columnOf("user", uses, &Use::user);
    columns.day = columnOf("day", uses, &Use::day);
    columns.model = columnOf("model", uses, &Use::model);
    return columns;
}

PredictionsPtr predictionsOf(PredictionColumns columns)
{
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

std::optional<PaceInFile> paceOfUses(const std::vector<Use> &uses, const Selection &selection = {})
{
    return paceInFile(*predictionsOf(columnsOf(uses)), selection);
}

/// Every user has a use on each of these days.
std::vector<Use> usesOn(const std::vector<std::string> &days, int users = 12)
{
    std::vector<Use> uses;
    for (int user = 0; user < users; ++user) {
        for (const std::string &day : days)
            uses.push_back({"u" + std::to_string(user), day});
    }
    return uses;
}

} // namespace

class TestPaceInFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pace_regularUsers_isUsesByUsersByWeeks_data();
    void pace_regularUsers_isUsesByUsersByWeeks();
    void pace_usersWhoComeOnce_countAsUsersOfAllWeeks();
    void pace_rowsOfNobody_areLeftOut();
    void pace_weights_areUses();
    void pace_failedCalls_areUses();
    void pace_labelsOfSome_countsTheOthers();
    void pace_models_areOfTheSameUsesOrOfTheirOwn();
    void pace_segment_isOfItsUses();
    void pace_notTold_isAbsent_data();
    void pace_notTold_isAbsent();
    void pace_randomUsers_isTheirMeanRate();
    void paceOf_whatAPersonSays_goesFirst();
};

void TestPaceInFile::pace_regularUsers_isUsesByUsersByWeeks_data()
{
    QTest::addColumn<std::vector<std::string>>("days");
    QTest::addColumn<double>("weeks");
    QTest::addColumn<double>("pace");
    const auto row = [](const char *name, const std::vector<std::string> &days, double weeks,
                        double pace) { QTest::newRow(name) << days << weeks << pace; };
    row("one week", {"2026-03-02", "2026-03-05", "2026-03-08"}, 1.0, 3.0);
    row("a week without any", {"2026-03-01", "2026-03-02", "2026-03-14"}, 2.0, 1.5);
    row("a part of a week", {"day 1", "day 2", "day 10"}, 10.0 / 7.0, 2.1);
    row("across a year", {"30.12.2025", "05.01.2026"}, 1.0, 2.0);
    row("with times of nobody's day", {"2026-03-01", "", "2026-03-02", "2026-03-14"}, 2.0, 1.5);
}

void TestPaceInFile::pace_regularUsers_isUsesByUsersByWeeks()
{
    QFETCH(const std::vector<std::string>, days);
    QFETCH(const double, weeks);
    QFETCH(const double, pace);
    const auto found = paceOfUses(usesOn(days));
    QVERIFY(found);
    QCOMPARE(found->users, 12.0);
    QCOMPARE(found->weeks, weeks);
    QCOMPARE(found->usesPerWeek(), pace);
}

void TestPaceInFile::pace_usersWhoComeOnce_countAsUsersOfAllWeeks()
{
    auto uses = usesOn({"2026-03-01", "2026-03-04", "2026-03-08", "2026-03-14"});
    for (int user = 0; user < 8; ++user)
        uses.push_back({"once" + std::to_string(user), "2026-03-07"});
    const auto found = paceOfUses(uses);
    QVERIFY(found);
    QCOMPARE(found->usesPerWeek(), (12.0 * 4.0 + 8.0) / 20.0 / 2.0);
}

void TestPaceInFile::pace_rowsOfNobody_areLeftOut()
{
    auto uses = usesOn({"2026-03-01", "2026-03-07"});
    for (int i = 0; i < 30; ++i)
        uses.push_back({"", "2026-05-01"});
    const auto found = paceOfUses(uses);
    QVERIFY(found);
    QCOMPARE(*found, (PaceInFile{24.0, 12.0, 1.0}));
}

void TestPaceInFile::pace_weights_areUses()
{
    auto uses = usesOn({"2026-03-01", "2026-03-07"});
    for (Use &use : uses)
        use.weight = 2.5;
    const auto found = paceOfUses(uses);
    QVERIFY(found);
    QCOMPARE(found->usesPerWeek(), 5.0);
    // Other traffic weighs rows anew; how often users came stays.
    const auto read = predictionsOf(columnsOf(uses));
    const auto other = Predictions::reweighted(read, Eigen::ArrayXd::Constant(read->rows(), 40.0),
                                               {"model", {{"m", 1.0}}});
    QCOMPARE(paceInFile(*other, {}), found);
}

void TestPaceInFile::pace_failedCalls_areUses()
{
    auto uses = usesOn({"2026-03-01", "2026-03-03", "2026-03-07"});
    for (std::size_t i = 0; i < uses.size(); i += 3)
        uses[i].failed = true;
    const auto found = paceOfUses(uses);
    QVERIFY(found);
    QCOMPARE(found->usesPerWeek(), 3.0);
}

void TestPaceInFile::pace_labelsOfSome_countsTheOthers()
{
    PredictionColumns columns = columnsOf(usesOn({"2026-03-01", "2026-03-07"}));
    auto others = std::make_shared<SetAsideRows>();
    others->score.assign(12, 0.5);
    others->reason.assign(12, SetAsideReason::LabelMissing);
    columns.setAside = others;
    const auto found = paceInFile(*predictionsOf(std::move(columns)), {});
    QVERIFY(found);
    QCOMPARE(found->usesPerWeek(), 3.0);
}

void TestPaceInFile::pace_models_areOfTheSameUsesOrOfTheirOwn()
{
    // Each use is asked of one of two models.
    auto parted = usesOn({"2026-03-01", "2026-03-03", "2026-03-04", "2026-03-07"});
    for (std::size_t i = 0; i < parted.size(); i += 2)
        parted[i].model = "other";
    QCOMPARE(paceOfUses(parted, {.model = "m"})->usesPerWeek(), 4.0);
    // Both models answer every use.
    std::vector<Use> both = usesOn({"2026-03-01", "2026-03-07"});
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i].example = "e" + std::to_string(i);
    for (std::size_t i = 0, single = both.size(); i < single; ++i) {
        Use again = both[i];
        again.model = "other";
        both.push_back(again);
    }
    PredictionColumns columns = columnsOf(both);
    columns.exampleId = columnOf("example", both, &Use::example);
    const auto predictions = predictionsOf(std::move(columns));
    QCOMPARE(paceInFile(*predictions, {.model = "m"})->usesPerWeek(), 2.0);
    QVERIFY(!paceInFile(*predictions, {}));
}

void TestPaceInFile::pace_segment_isOfItsUses()
{
    auto uses = usesOn({"2026-03-01", "2026-03-03", "2026-03-07"});
    PredictionColumns columns = columnsOf(uses);
    for (std::size_t i = 0; i < uses.size(); ++i)
        uses[i].example = i % 3 == 1 ? "app" : "web";
    columns.segments.push_back(columnOf("channel", uses, &Use::example));
    const auto found =
            paceInFile(*predictionsOf(std::move(columns)), {.where = {{"channel", "web"}}});
    QVERIFY(found);
    QCOMPARE(found->usesPerWeek(), 2.0);
}

void TestPaceInFile::pace_notTold_isAbsent_data()
{
    QTest::addColumn<std::vector<Use>>("uses");
    QTest::newRow("six days") << usesOn({"2026-03-01", "2026-03-03", "2026-03-06"});
    QTest::newRow("few users") << usesOn({"2026-03-01", "2026-03-07"}, 9);
    QTest::newRow("each comes once") << usesOn({"2026-03-01"}, 50);
    QTest::newRow("days that cannot be counted") << usesOn({"03/04/2026", "03/12/2026"});
}

void TestPaceInFile::pace_notTold_isAbsent()
{
    QFETCH(const std::vector<Use>, uses);
    QVERIFY(!paceOfUses(uses));
    // What makes the difference is there alone: with it, it is told.
    QVERIFY(paceOfUses(usesOn({"2026-03-01", "2026-03-07"})));
    PredictionColumns noDays = columnsOf(usesOn({"2026-03-01", "2026-03-07"}));
    noDays.day.reset();
    QVERIFY(!paceInFile(*predictionsOf(std::move(noDays)), {}));
    const auto read = predictionsOf(columnsOf(usesOn({"2026-03-01", "2026-03-07"})));
    QVERIFY(!paceInFile(*Predictions::alike(read, RowsAlike::InGroups), {}));
    QVERIFY(!paceInFile(*Predictions::alike(read, RowsAlike::Never), {}));
}

/// The oracle: users whose rates are known come by chance, day by day; and when they have their
/// tenth use is looked up, not worked out.
void TestPaceInFile::pace_randomUsers_isTheirMeanRate()
{
    constexpr int days = 140;
    constexpr int users = 800;
    constexpr std::size_t tenth = 10;
    std::mt19937_64 random(7);
    std::gamma_distribution<double> rateOfUser(8.0, 0.25); // a week; mean 2
    std::vector<Use> uses;
    std::vector<double> weeksUntilTenth;
    double rates = 0.0;
    for (int user = 0; user < users; ++user) {
        const double rate = rateOfUser(random);
        rates += rate;
        std::poisson_distribution<int> onADay(rate / 7.0);
        std::size_t had = 0;
        for (int day = 0; day < days; ++day) {
            for (int left = onADay(random); left > 0; --left) {
                uses.push_back({"u" + std::to_string(user), "day " + std::to_string(day)});
                if (++had == tenth)
                    weeksUntilTenth.push_back((day + 1) / 7.0);
            }
        }
    }
    const auto found = paceOfUses(uses);
    QVERIFY(found);
    const double meanRate = rates / users;
    QVERIFY2(std::abs(found->usesPerWeek() / meanRate - 1.0) < 0.03,
             qPrintable(QString::number(found->usesPerWeek())));
    const auto middle = weeksUntilTenth.begin() + users / 2;
    std::nth_element(weeksUntilTenth.begin(), middle, weeksUntilTenth.end());
    QVERIFY2(std::abs(double(tenth) / found->usesPerWeek() / *middle - 1.0) < 0.1,
             qPrintable(QString::number(*middle)));
}

void TestPaceInFile::paceOf_whatAPersonSays_goesFirst()
{
    const PaceInFile inFile{300.0, 100.0, 2.0};
    const Pace said = paceOf(7.0, inFile, 20.0);
    QCOMPARE(said.usesPerWeek, 7.0);
    QVERIFY(said.from == PaceFrom::Person && said.inFile == inFile);
    const Pace told = paceOf({}, inFile, 20.0);
    QCOMPARE(told.usesPerWeek, 1.5);
    QVERIFY(told.from == PaceFrom::File);
    const Pace usual = paceOf({}, {}, 20.0);
    QCOMPARE(usual.usesPerWeek, 20.0);
    QVERIFY(usual.from == PaceFrom::Usual);
}

ONEINN_TEST(TestPaceInFile)

} // namespace tests::experience_paceinfile

#include "tst_paceinfile.moc"
