// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/badweek.h"

#include "core/loadbearing/headroom.h"
#include "core/loadbearing/verdict.h"

#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tests::loadbearing_badweek {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::optionalNumber;

namespace {

/// Uses of which only how many end badly in each period is known.
struct Periods {
    PairedRows rows;
    FailureShares shares;
    UsePeriods periods;

    Periods(const std::vector<int> &bad, const std::vector<int> &uses)
    {
        Eigen::Index all = 0;
        for (const int n : uses)
            all += n;
        rows.models = {""};
        rows.label = LabelColumn::Zero(all);
        rows.weight = Eigen::ArrayXd::Ones(all);
        shares.wrongShown = Eigen::ArrayXd::Zero(all);
        shares.missed = Eigen::ArrayXd::Zero(all);
        shares.lateOrGone = Eigen::ArrayXd::Zero(all);
        periods.of = CodeColumn(all);
        periods.count = uses.size();
        Eigen::Index use = 0;
        for (std::size_t period = 0; period < uses.size(); ++period) {
            shares.wrongShown.segment(use, bad[period]) = 1.0;
            periods.of.segment(use, uses[period]) = static_cast<std::uint32_t>(period);
            use += uses[period];
        }
    }
    BadWeek asked() const
    {
        return badWeek(rows, shares, periods, [](double) { return 0.0; });
    }
};

std::vector<int> wholeNumbers(const QJsonValue &value)
{
    std::vector<int> result;
    for (const double each : testsupport::numbers(value))
        result.push_back(static_cast<int>(each));
    return result;
}

PatienceCurve patienceOf(const QJsonValue &value)
{
    std::vector<PatiencePoint> points;
    const auto pairs = value.toArray();
    for (const auto &pair : pairs)
        points.push_back({{number(pair[0])}, number(pair[1])});
    return PatienceCurve(points);
}

const PerFailure<const char *> names{"latency", "precision", "recall"};

PerFailure<double> sharesFirst(const QJsonValue &value)
{
    PerFailure<double> result;
    for (const Failure failure : everyFailure)
        result[failure] = value.toObject().value(QLatin1String(names[failure])).toDouble();
    return result;
}

QJsonValue nameOf(const std::optional<Failure> &failure)
{
    return failure ? QJsonValue(QLatin1String(names[*failure])) : QJsonValue(QJsonValue::Null);
}

QString kindOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::OneAnswer:
        return u"one answer"_s;
    case Certainty::TwoAnswers:
        return u"two answers"_s;
    case Certainty::OneQuestion:
        return u"one question open"_s;
    case Certainty::Inseparable:
        break;
    }
    return u"cannot be separated"_s;
}

/// The failure that is first most often is the one that loses most.
FailureLosses lossesBy(const PerFailure<double> &firstShare)
{
    FailureLosses losses;
    losses.alone = firstShare;
    losses.first = firstOf(firstShare);
    return losses;
}

double normal(std::mt19937_64 &engine)
{
    return std::normal_distribution<double>()(engine);
}

} // namespace

class TestBadWeek : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void periods_asVectors_data();
    void periods_asVectors();
    void latency_asVectors_data();
    void latency_asVectors();
    void verdict_asVectors();
    void worseThanABadWeek_isOneWeekInTen();
    void weeksAlike_areSaidToBe();
    void periodsDrawnAgain_sayHowSure();
    void asBadAsDataAllow_isSeldomExceeded();
    void noneWrong_mayBecomeSome();
    void usersOfAWeek_areNoWeeks();
    void fewUsers_notKnown();
    void weeks_areThoseOfTheCalendar();
};

void TestBadWeek::periods_asVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *id : {"real", "chance", "few"})
        QTest::newRow(id) << u"T9.badweek."_s + QLatin1String(id);
}

void TestBadWeek::periods_asVectors()
{
    QFETCH(QString, id);
    const testsupport::Vector vector = testsupport::vector(id);
    const Periods made(wholeNumbers(vector.input["bad"_L1]), wholeNumbers(vector.input["n"_L1]));
    const BadWeek found = made.asked();
    const QJsonObject expected = vector.expected.toObject();
    QCOMPARE(found.periods, static_cast<std::size_t>(expected["periods"_L1].toInt()));
    if (expected["source"_L1].toString() != u"periods"_s) {
        QCOMPARE(found.source.precision, BadWeekSource::Data);
        return;
    }
    const double mean = made.shares.wrongShown.mean();
    COMPARE_NEAR(mean, number(expected["mean"_L1]), vector.tolerance);
    COMPARE_NEAR(mean + found.more.wrongShown, number(expected["bad_share"_L1]), vector.tolerance);
    COMPARE_NEAR(found.more.wrongShown / mean, number(expected["step"_L1]), vector.tolerance);
    QCOMPARE(found.source.precision,
             number(expected["tau"_L1]) > 0.0 ? BadWeekSource::Periods : BadWeekSource::Alike);
}

void TestBadWeek::latency_asVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *id : {"latency_step", "latency_never"})
        QTest::newRow(id) << u"T9.badweek."_s + QLatin1String(id);
}

void TestBadWeek::latency_asVectors()
{
    QFETCH(QString, id);
    const testsupport::Vector vector = testsupport::vector(id);
    const Eigen::ArrayXd latency = testsupport::numbers(vector.input["latency_ms"_L1]);
    const PatienceCurve patience = patienceOf(vector.input["patience"_L1]);
    const double budget = number(vector.input["budget_ms"_L1]);
    const auto share = [&](double slower) {
        UseOutcomes outcomes;
        outcomes.wait = latency * (1.0 + slower);
        for (const double wait : outcomes.wait) {
            outcomes.decision.push_back(UseDecision::NotShown);
            outcomes.late.push_back(wait > budget ? 1 : 0);
        }
        return lateOrGone(outcomes, patience, true).mean();
    };
    const QJsonObject expected = vector.expected.toObject();
    COMPARE_NEAR(share(0.0), number(expected["share"_L1]), vector.tolerance);
    COMPARE_NEAR(slowerUntil(share, number(vector.input["upper"_L1])),
                 optionalNumber(expected["step"_L1]), vector.tolerance);
}

void TestBadWeek::verdict_asVectors()
{
    const testsupport::Vector vector = testsupport::vector(u"T9.badweek.verdict"_s);
    const QJsonArray cases = vector.input["cases"_L1].toArray();
    const QJsonArray expected = vector.expected.toArray();
    QCOMPARE(cases.size(), expected.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const auto equal = sharesFirst(cases[i]["equal"_L1]);
        const auto asBad = sharesFirst(cases[i]["as_bad"_L1]);
        const LoadVerdict verdict = loadVerdict(lossesBy(equal), lossesBy(asBad), equal, asBad);
        QCOMPARE(nameOf(verdict.equalSteps), expected[i]["equal"_L1]);
        QCOMPARE(nameOf(verdict.badWeek), expected[i]["as_bad"_L1]);
        const bool carries = verdict.certainty() == Certainty::OneAnswer;
        QCOMPARE(nameOf(carries ? verdict.only() : std::nullopt), expected[i]["carries"_L1]);
        QCOMPARE(kindOf(verdict.certainty()), expected[i]["kind"_L1].toString());
    }
}

/// The promise: of a product whose weeks truly differ, one week in ten is as bad as is told.
void TestBadWeek::worseThanABadWeek_isOneWeekInTen()
{
    std::mt19937_64 engine(5);
    constexpr int files = 300;
    constexpr int weeks = 26;
    constexpr double mean = 0.1;
    constexpr double tau = 0.02;
    double worse = 0.0;
    for (int file = 0; file < files; ++file) {
        std::vector<int> bad;
        for (int week = 0; week < weeks; ++week) {
            const double share = std::clamp(mean + tau * normal(engine), 0.0, 1.0);
            bad.push_back(std::binomial_distribution<int>(400, share)(engine));
        }
        const Periods made(bad, std::vector<int>(weeks, 400));
        const double told = made.shares.wrongShown.mean() + made.asked().more.wrongShown;
        worse += 0.5 * std::erfc((told - mean) / tau / std::sqrt(2.0)) / files;
    }
    qInfo("worse than a bad week: %.3f of weeks", worse);
    QVERIFY2(worse > 0.08 && worse < 0.14, qPrintable(QString::number(worse)));
}

/// The promise: of 100 files whose weeks do not differ at most 5 are told that they do.
void TestBadWeek::weeksAlike_areSaidToBe()
{
    std::mt19937_64 engine(7);
    int differ = 0;
    constexpr int files = testsupport::isSanitized ? 200 : 3000;
    for (int file = 0; file < files; ++file) {
        std::vector<int> bad;
        for (int week = 0; week < 12; ++week)
            bad.push_back(std::binomial_distribution<int>(400, 0.1)(engine));
        const BadWeek found = Periods(bad, std::vector<int>(12, 400)).asked();
        const bool fromPeriods = found.source.precision == BadWeekSource::Periods;
        differ += fromPeriods ? 1 : 0;
        QCOMPARE(found.more.wrongShown > 0.0, fromPeriods);
        QVERIFY(fromPeriods || found.source.precision == BadWeekSource::Alike);
    }
    qInfo("said to differ by more than chance: %d of %d", differ, files);
    QVERIFY2(differ <= files * 0.07, qPrintable(QString::number(differ)));
}

/// Drawn again, periods that differ little may not differ at all, and great ones always do.
void TestBadWeek::periodsDrawnAgain_sayHowSure()
{
    const auto noneIn = [](const std::vector<int> &bad) {
        const BadWeek found = Periods(bad, std::vector<int>(bad.size(), 500)).asked();
        const auto drawn = drawnAgain(found, 400, 1);
        return std::ranges::count_if(
                drawn, [](const PerFailure<double> &times) { return times.precision == 0.0; });
    };
    QVERIFY(noneIn({30, 52, 41, 25, 60, 38, 29, 47, 33, 55}) < 8);
    QVERIFY(noneIn({50, 50, 50, 50, 50, 50, 50, 82}) > 100); // one week alone
    const BadWeek alike = Periods(std::vector<int>(8, 40), std::vector<int>(8, 500)).asked();
    for (const PerFailure<double> &times : drawnAgain(alike, 5, 1))
        QVERIFY(times.precision == 1.0 && times.latency == 1.0);
}

/// Without weeks: the truth is as bad in at most about 2.5 of 100 files, users being alike.
void TestBadWeek::asBadAsDataAllow_isSeldomExceeded()
{
    std::mt19937_64 engine(9);
    constexpr int files = 600;
    constexpr int users = 60;
    constexpr int usesEach = 10;
    constexpr double truth = 0.1; // of a beta distribution: correlation 1 / (1 + 10)
    int exceeded = 0;
    for (int file = 0; file < files; ++file) {
        Periods made({0}, {users * usesEach});
        made.periods = {};
        made.rows.user = CodeColumn(users * usesEach);
        for (Eigen::Index user = 0; user < users; ++user) {
            const double a = std::gamma_distribution<double>(1.0)(engine);
            const double b = std::gamma_distribution<double>(9.0)(engine);
            for (Eigen::Index use = 0; use < usesEach; ++use) {
                const Eigen::Index place = user * usesEach + use;
                made.rows.user[place] = static_cast<std::uint32_t>(user);
                made.shares.wrongShown[place] =
                        std::bernoulli_distribution(a / (a + b))(engine) ? 1.0 : 0.0;
            }
        }
        exceeded += made.shares.wrongShown.mean() + made.asked().more.wrongShown < truth ? 1 : 0;
    }
    qInfo("worse than these data allow: %d of %d", exceeded, files);
    QVERIFY2(exceeded <= files * 0.045, qPrintable(QString::number(exceeded)));
}

void TestBadWeek::noneWrong_mayBecomeSome()
{
    const Periods made({0, 0, 0}, {100, 100, 100});
    const BadWeek found = made.asked();
    QCOMPARE(found.source.precision, BadWeekSource::Data);
    COMPARE_NEAR(found.more.wrongShown, wilsonIntervalByT(0.0, 300.0, 299.0).high, 1e-12);
    const FailureLosses losses =
            failureLosses({50.0, 0.0, 50.0, 200.0, 0.0}, {50.0, 0.0, 50.0, 200.0, 0.0},
                          found.worsening(), OutcomeValues(1.0, -1.0, 0.0, 0.0));
    QVERIFY(!losses.step.precision.has_value());
    COMPARE_NEAR(losses.moreOfUses.wrongShown, found.more.wrongShown, 1e-12);
    COMPARE_NEAR(losses.alone.precision, found.more.wrongShown, 1e-12);
    // Periods in which there is none at all tell no more.
    QCOMPARE(Periods(std::vector<int>(8, 0), std::vector<int>(8, 40)).asked().source.precision,
             BadWeekSource::Data);
}

/// Weeks differ by nothing but the users of each, all of whose uses end alike.
void TestBadWeek::usersOfAWeek_areNoWeeks()
{
    std::mt19937_64 engine(11);
    int alike = 0;
    constexpr int files = 100;
    for (int file = 0; file < files; ++file) {
        Periods made(std::vector<int>(12, 0), std::vector<int>(12, 200));
        made.rows.user = CodeColumn(2400);
        for (Eigen::Index use = 0; use < 2400; ++use)
            made.rows.user[use] = static_cast<std::uint32_t>(use / 10);
        for (Eigen::Index user = 0; user < 240; ++user)
            made.shares.wrongShown.segment(user * 10, 10) =
                    std::bernoulli_distribution(0.2)(engine) ? 1.0 : 0.0;
        alike += made.asked().source.precision == BadWeekSource::Alike ? 1 : 0;
    }
    QVERIFY2(alike > files * 0.9, qPrintable(QString::number(alike)));
}

void TestBadWeek::fewUsers_notKnown()
{
    Periods made({10}, {50});
    made.periods = {};
    made.rows.user = CodeColumn(50);
    for (Eigen::Index use = 0; use < 50; ++use)
        made.rows.user[use] = static_cast<std::uint32_t>(use % 5);
    const BadWeek found = made.asked();
    QCOMPARE(found.source.precision, BadWeekSource::TooFew);
    QCOMPARE(found.more, MoreOfUses());
}

void TestBadWeek::weeks_areThoseOfTheCalendar()
{
    CategoryColumn day{.name = "day",
                       .values = {"2026-03-08", "2026-03-09", "2026-03-15", "", "2026-03-16"},
                       .codes = CodeColumn::LinSpaced(5, 0, 4)};
    // A Sunday, the week after it, and the next Monday.
    const UsePeriods weeks = usePeriods(day, {0, 1, 2, 3, 4}, PeriodKind::Weeks);
    QCOMPARE(weeks.count, std::size_t(3));
    QCOMPARE(weeks.days, std::size_t(4));
    QCOMPARE(weeks.of[1], weeks.of[2]);
    QVERIFY(weeks.of[0] != weeks.of[1] && weeks.of[2] != weeks.of[4]);
    QCOMPARE(weeks.of[3], UsePeriods::never);
    QCOMPARE(usePeriods(day, {0, 1, 2, 3, 4}, PeriodKind::Days).count, std::size_t(4));
    day.values = {"day 3", "day 9", "day 10", "", "day -4"};
    const UsePeriods numbered = usePeriods(day, {0, 1, 2, 3, 4}, PeriodKind::Weeks);
    QCOMPARE(numbered.count, std::size_t(3)); // -4 to 2, 3 to 9, 10
    QCOMPARE(numbered.of[0], numbered.of[1]);
    day.values[0] = "Monday";
    QCOMPARE(usePeriods(day, {0, 1}, PeriodKind::Weeks).count, std::size_t(0));
}

ONEINN_TEST(TestBadWeek)

} // namespace tests::loadbearing_badweek

#include "tst_badweek.moc"
