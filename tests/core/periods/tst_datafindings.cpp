// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace tests::periods_datafindings {

using namespace oneinn;

class TestDataFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fault_isFound_data();
    void fault_isFound();
    void featureInOtherUnit_isFound_data();
    void featureInOtherUnit_isFound();
    void featureOfOneFile_isNoFault();
    void smallFault_doesNotMatter();
    void newRelease_isNoNewValue();
    void columnOfDays_isNoNewValue();
    void columnThatPartsThem_isNoFault();
    void columnThatIsAllEmpty_isAFault();
    void valueOfTheOtherPart_isNew();
    void samePeriod_movesNothing();
};

namespace {

constexpr int uses = 1000;

/// A file of so many uses, before something is done to it.
struct File {
    PredictionColumns columns;
    RowAccount account;
};
using Change = std::function<void(File &)>;

CategoryColumn channels()
{
    std::vector<std::uint32_t> codes;
    for (int use = 0; use < uses; ++use)
        codes.push_back(use % 2 == 0 ? 0U : 1U);
    return testsupport::drawnCategory("channel", {"web", "app"}, codes);
}

/// From 0 to 40, an empty one every so many uses.
FeatureColumn amounts(double unit, int gaps = 0)
{
    FeatureColumn column("amount", uses);
    for (int use = 0; use < uses; ++use) {
        if (gaps == 0 || use % gaps != 0)
            column.set(use, unit * (use % 41));
    }
    return column;
}

PeriodUses period(const Change &change = {})
{
    File file;
    file.columns.label.resize(uses);
    file.columns.score.resize(uses);
    file.columns.latency = Eigen::ArrayXd(uses);
    file.columns.failed = LabelColumn::Zero(uses);
    CategoryColumn ids{.name = "id", .values = {}, .codes = CodeColumn(uses)};
    for (int use = 0; use < uses; ++use) {
        file.columns.label[use] = use % 5 == 0 ? 1 : 0;
        file.columns.score[use] = (use % 100) / 100.0;
        (*file.columns.latency)[use] = 100.0 + use % 50;
        ids.values.push_back(std::to_string(use));
        ids.codes[use] = static_cast<std::uint32_t>(use);
    }
    file.columns.segments = {channels()};
    file.columns.features = {amounts(1.0)};
    file.columns.exampleId = ids;
    file.account.countUsed(uses);
    if (change)
        change(file);
    return testsupport::usesOfPeriod(
            std::make_shared<const Predictions>(std::move(file.columns), file.account),
            testsupport::dropScenario(), DropMeasure::Value);
}

std::vector<DropFinding> mattering(const Change &change)
{
    std::vector<DropFinding> found;
    for (const DropFinding &finding : dataFindings(period(), period(change), Milliseconds{900.0})) {
        if (finding.matters && finding.p < 0.001)
            found.push_back(finding);
    }
    return found;
}

/// Every so many uses.
Change everyOf(int step, const std::function<void(File &, int)> &change)
{
    return [=](File &file) {
        for (int use = 0; use < uses; use += step)
            change(file, use);
    };
}

Change otherValue(const std::string &value, int step)
{
    return [=](File &file) {
        CategoryColumn &column = file.columns.segments.front();
        column.values.push_back(value);
        for (int use = 0; use < uses; use += step)
            column.codes[use] = 2;
    };
}

Change setAside(SetAsideReason reason)
{
    return [=](File &file) {
        auto aside = std::make_shared<SetAsideRows>();
        aside->reason.assign(100, reason);
        aside->score.assign(100, std::numeric_limits<double>::quiet_NaN());
        file.columns.setAside = aside;
    };
}

} // namespace

void TestDataFindings::fault_isFound_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<DropCause>("cause");
    QTest::addColumn<std::string>("column");
    QTest::addColumn<double>("share");
    const auto row = [](const char *name, DropCause cause, const std::string &column, double share,
                        const Change &change) {
        QTest::newRow(name) << change << cause << column << share;
    };
    row("empty cells", DropCause::Missing, "channel", 0.1, otherValue("", 10));
    row("gaps in numbers", DropCause::Missing, "amount", 0.1,
        [](File &file) { file.columns.features = {amounts(1.0, 10)}; });
    row("a new value", DropCause::NewValues, "channel", 0.05, otherValue("tv", 20));
    row("no score", DropCause::Missing, "score", 1.0 / 11.0,
        setAside(SetAsideReason::ScoreMissing));
    row("score invalid", DropCause::Missing, "score", 1.0 / 11.0,
        setAside(SetAsideReason::ScoreInvalid));
    row("no label", DropCause::LabelsLateOrSelective, "label", 1.0 / 11.0,
        setAside(SetAsideReason::LabelMissing));
    row("scores of another range", DropCause::UnitOrSchema, "score", 0.1,
        everyOf(10, [](File &file, int use) { file.columns.score[use] = 50.0; }));
    row("the same again", DropCause::Duplicates, "example", 0.1,
        everyOf(10, [](File &file, int use) {
            file.columns.exampleId->codes[use] = static_cast<std::uint32_t>(use) + 1U;
        }));
    row("slow ones", DropCause::Waits, "latency", 0.1,
        everyOf(10, [](File &file, int use) { (*file.columns.latency)[use] = 2000.0; }));
    row("failed calls", DropCause::Failures, "", 0.05, everyOf(20, [](File &file, int use) {
            (*file.columns.failed)[use] = 1;
            (*file.columns.latency)[use] = std::nan("");
            file.columns.score[use] = 0.0;
        }));
}

void TestDataFindings::fault_isFound()
{
    QFETCH(Change, change);
    QFETCH(DropCause, cause);
    QFETCH(std::string, column);
    QFETCH(double, share);
    const auto found = mattering(change);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().cause, cause);
    QCOMPARE(found.front().column, column);
    QCOMPARE(found.front().before, std::optional(0.0));
    QVERIFY(qAbs(*found.front().after - share) < 1e-9);
}

void TestDataFindings::featureInOtherUnit_isFound_data()
{
    QTest::addColumn<double>("unit");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("cents") << 100.0 << true;
    QTest::newRow("thousands") << 0.001 << true;
    QTest::newRow("a little dearer") << 1.3 << false;
    QTest::newRow("twice as dear") << 2.0 << false;
}

void TestDataFindings::featureInOtherUnit_isFound()
{
    QFETCH(double, unit);
    QFETCH(bool, isOther);
    const auto found = mattering([unit](File &file) { file.columns.features = {amounts(unit)}; });
    QCOMPARE(found.size(), isOther ? 1U : 0U);
    if (!isOther)
        return;
    QCOMPARE(found.front().cause, DropCause::UnitOrSchema);
    QVERIFY(found.front().ofFeature);
    QVERIFY(qAbs(*found.front().after / *found.front().before / unit - 1.0) < 0.01);
}

/// Which columns a file has is the export's choice, and says nothing of the model.
void TestDataFindings::featureOfOneFile_isNoFault()
{
    QVERIFY(mattering([](File &file) { file.columns.features.clear(); }).empty());
}

void TestDataFindings::smallFault_doesNotMatter()
{
    QVERIFY(mattering([](File &file) { file.columns.features = {amounts(1.0, 100)}; }).empty());
    QVERIFY(mattering(otherValue("", 100)).empty());
    QVERIFY(mattering(otherValue("tv", 200)).empty());
}

void TestDataFindings::newRelease_isNoNewValue()
{
    const auto renamed = [](const Change &change) {
        return [=](File &file) {
            file.columns.segments.front().name = "app_version";
            if (change)
                change(file);
        };
    };
    for (const DropFinding &finding :
         dataFindings(period(renamed({})), period(renamed(otherValue("2.0", 5))), {}))
        QVERIFY(finding.cause != DropCause::NewValues);
}

/// Each month has days of its own, whatever their column is called and whether it is the day's.
void TestDataFindings::columnOfDays_isNoNewValue()
{
    const auto days = [](const std::string &name, const std::string &month) {
        return [=](File &file) {
            std::vector<std::uint32_t> codes;
            for (int use = 0; use < uses; ++use)
                codes.push_back(static_cast<std::uint32_t>(use % 2));
            file.columns.segments.push_back(testsupport::drawnCategory(
                    name, {"2026-" + month + "-01", "2026-" + month + "-02"}, codes));
        };
    };
    for (const char *name : {"day", "created"}) {
        const auto findings = dataFindings(period(days(name, "03")), period(days(name, "04")), {});
        for (const DropFinding &finding : findings)
            QVERIFY(finding.column != name);
    }
}

/// As where one file is parted by it: it is neither empty nor new, but another period.
void TestDataFindings::columnThatPartsThem_isNoFault()
{
    const auto only = [](const std::string &value) {
        return [=](File &file) {
            CategoryColumn &column = file.columns.segments.front();
            column.values = {"web", value};
            column.codes = CodeColumn::Constant(uses, value == "web" ? 0U : 1U);
        };
    };
    for (const char *value : {"", "app"}) {
        const auto findings = dataFindings(period(only("web")), period(only(value)), {});
        for (const DropFinding &finding : findings)
            QVERIFY(finding.column != "channel");
    }
}

/// Where all of a later file lacks what the earlier one had, it does not part one from the other.
void TestDataFindings::columnThatIsAllEmpty_isAFault()
{
    const auto alike = [](const std::string &value) {
        return [=](File &file) {
            file.columns.segments.clear();
            file.columns.alike = {{"channel", value}};
        };
    };
    for (const char *later : {"", "web", "app"}) {
        const auto findings = dataFindings(period(alike("web")), period(alike(later)), {});
        const bool found = std::ranges::any_of(findings, [](const DropFinding &finding) {
            return finding.column == "channel" && finding.cause == DropCause::Missing
                    && finding.matters && finding.after == 1.0;
        });
        QCOMPARE(found, std::string(later).empty());
    }
}

/// A value that another part of the same file has is as new as one of another file.
void TestDataFindings::valueOfTheOtherPart_isNew()
{
    const auto app = [](File &file) {
        CategoryColumn &column = file.columns.segments.front();
        column.values.push_back("kiosk"); // which no use of the earlier period has
    };
    const auto findings = dataFindings(period(app), period(otherValue("kiosk", 10)), {});
    QVERIFY(std::ranges::any_of(findings, [](const DropFinding &finding) {
        return finding.cause == DropCause::NewValues && finding.value == "kiosk" && finding.matters;
    }));
}

void TestDataFindings::samePeriod_movesNothing()
{
    for (const DropFinding &finding : dataFindings(period(), period(), Milliseconds{120.0})) {
        QVERIFY(!finding.matters);
        QVERIFY(finding.p > 0.9);
    }
}

ONEINN_TEST(TestDataFindings)

} // namespace tests::periods_datafindings

#include "tst_datafindings.moc"
