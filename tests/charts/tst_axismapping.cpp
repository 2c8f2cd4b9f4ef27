// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/axismapping.h"

#include "support/testprogram.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

namespace tests::charts_axismapping {

using namespace oneinn::charts;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)) + 1e-300;
}

std::vector<double> descending(std::size_t n, bool rounded)
{
    std::mt19937 random(11);
    std::gamma_distribution<double> bad(2.0, 0.1);
    std::vector<double> scores(n);
    for (auto &s : scores) {
        s = std::min(bad(random), 0.999);
        if (rounded)
            s = std::round(s * 20.0) / 20.0;
    }
    std::ranges::sort(scores, std::greater<>{});
    return scores;
}

QStringList texts(const std::vector<Tick> &ticks)
{
    QStringList list;
    for (const auto &tick : ticks)
        list << QString(tick.text).replace(QChar(0x00a0), u' ');
    return list;
}

struct Named {
    const char *name;
    AxisMapping mapping;
};

std::vector<Named> allKinds()
{
    return {{"score", AxisMapping::score(-6.0, 6.0)},
            {"score, large", AxisMapping::score(0.0, 1e6)},
            {"score, one value", AxisMapping::score(0.7, 0.7)},
            {"log-odds", AxisMapping::logOdds(1e-6, 0.9999)},
            {"log-odds, one value", AxisMapping::logOdds(0.3, 0.3)},
            {"rank", AxisMapping::rank(descending(20000, false), 0.001)},
            {"rank, all kept", AxisMapping::rank(descending(500, false), 1e-9)},
            {"rank, ties", AxisMapping::rank(descending(20000, true))},
            {"rank, one value", AxisMapping::rank(std::vector<double>(50, 0.5))},
            {"time", AxisMapping::logTime(10.0, 5000.0)}};
}

} // namespace

class TestAxisMapping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyKind_anyScore_monotoneAndInside();
    void everyKind_axisPlaces_roundTrip();
    void everyKind_ticks_ascendInsideAndAreFew();
    void everyKind_infinity_onTheEnds();
    void logOdds_zeroAndOne_areTheEnds();
    void logOdds_wholeNumbersOnly_stillAnAxis();
    void logOdds_scores_endsFromStrictlyInside();
    void ticks_table_data();
    void ticks_table();
    void rank_distinctScores_matchNaiveShare();
    void rank_thinned_withinAPixelOfNaive();
    void rank_ties_shareOfTheWholeGroup();
    void rank_infiniteScores_countAsRows();
    void rank_nothing_stillAnAxis();
    void unusableRange_fallsBack();
};

void TestAxisMapping::everyKind_anyScore_monotoneAndInside()
{
    for (const auto &[name, mapping] : allKinds()) {
        QVERIFY2(std::isfinite(mapping.low()) && mapping.low() < mapping.high(), name);
        double before = -inf;
        for (int i = -100; i <= 1100; ++i) {
            const double score = mapping.kind() == AxisMapping::Kind::LogTime ? i * 10.0
                    : mapping.high() > 1000.0                                 ? i * 1000.0
                                                                              : i / 1000.0;
            const double axis = mapping.toAxis(score);
            QVERIFY2(axis >= before && axis >= mapping.low() && axis <= mapping.high(), name);
            before = axis;
        }
    }
}

void TestAxisMapping::everyKind_axisPlaces_roundTrip()
{
    for (const auto &[name, mapping] : allKinds()) {
        if (QByteArray(name) == "rank, one value")
            continue; // every place is the same score there
        for (int i = 0; i <= 1000; ++i) {
            const double axis = std::lerp(mapping.low(), mapping.high(), i / 1000.0);
            const double score = mapping.toScore(axis);
            const double again = mapping.toScore(mapping.toAxis(score));
            const auto say = QStringLiteral("%1 at %2: %3 became %4")
                                     .arg(QLatin1String(name))
                                     .arg(axis)
                                     .arg(score, 0, 'g', 17)
                                     .arg(again, 0, 'g', 17);
            QVERIFY2(close(score, again), qPrintable(say));
        }
    }
}

void TestAxisMapping::everyKind_ticks_ascendInsideAndAreFew()
{
    for (const auto &[name, mapping] : allKinds()) {
        for (int atMost = 1; atMost <= 20; ++atMost) {
            const auto ticks = mapping.ticks(atMost);
            QVERIFY2(ticks.size() <= static_cast<std::size_t>(atMost), name);
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                QVERIFY2(ticks[i].axis >= mapping.low() && ticks[i].axis <= mapping.high(), name);
                QVERIFY2(!ticks[i].text.isEmpty(), name);
                QVERIFY2(i == 0 || ticks[i].axis > ticks[i - 1].axis, name);
                QVERIFY2(i == 0 || ticks[i].text != ticks[i - 1].text, name);
            }
            if (atMost >= 6)
                QVERIFY2(ticks.size() >= 2, name);
        }
    }
}

void TestAxisMapping::everyKind_infinity_onTheEnds()
{
    for (const auto &[name, mapping] : allKinds()) {
        QVERIFY2(mapping.toAxis(inf) == mapping.high(), name);
        QVERIFY2(mapping.toAxis(-inf) == mapping.low(), name);
        QVERIFY2(std::isfinite(mapping.toScore(inf)), name);
        QVERIFY2(std::isfinite(mapping.toScore(-inf)), name);
    }
}

void TestAxisMapping::logOdds_zeroAndOne_areTheEnds()
{
    const auto mapping = AxisMapping::logOdds(0.01, 0.99);
    QCOMPARE(mapping.toAxis(0.0), mapping.low());
    QCOMPARE(mapping.toAxis(1.0), mapping.high());
    QCOMPARE(mapping.toScore(mapping.low()), 0.0);
    QCOMPARE(mapping.toScore(mapping.high()), 1.0);
    QVERIFY(mapping.toAxis(0.01) > mapping.low());
    QVERIFY(mapping.toAxis(0.99) < mapping.high());
    QVERIFY(std::abs(mapping.toAxis(0.5)) < 1e-15);
}

void TestAxisMapping::logOdds_wholeNumbersOnly_stillAnAxis()
{
    const auto mapping = AxisMapping::logOdds(std::vector<double>{1.0, 1.0, 0.0});
    QVERIFY(mapping.low() < mapping.high());
    QCOMPARE(mapping.toScore(mapping.toAxis(1.0)), 1.0);
}

void TestAxisMapping::logOdds_scores_endsFromStrictlyInside()
{
    const auto fromScores =
            AxisMapping::logOdds(std::vector<double>{2.0, 1.0, 0.9, 0.5, 0.2, 0.0, -1.0});
    const auto fromEnds = AxisMapping::logOdds(0.2, 0.9);
    QCOMPARE(fromScores.low(), fromEnds.low());
    QCOMPARE(fromScores.high(), fromEnds.high());
}

void TestAxisMapping::ticks_table_data()
{
    QTest::addColumn<int>("mapping");
    QTest::addColumn<int>("atMost");
    QTest::addColumn<QString>("expected");
    QTest::newRow("log-odds") << 0 << 9 << QStringLiteral("0.001|0.01|0.1|0.5|0.9|0.99|0.999");
    QTest::newRow("log-odds, narrow") << 0 << 4 << QStringLiteral("0.01|0.5|0.99");
    QTest::newRow("log-odds of middling scores")
            << 1 << 7 << QStringLiteral("0.40|0.45|0.50|0.55|0.60");
    QTest::newRow("rank") << 2 << 4 << QStringLiteral("100 %|10 %|1 %|0.1 %");
    QTest::newRow("rank, wide") << 2 << 7 << QStringLiteral("100 %|30 %|10 %|3 %|1 %|0.3 %|0.1 %");
    QTest::newRow("time") << 3 << 6 << QStringLiteral("10 ms|30 ms|100 ms|300 ms|1 s|3 s");
}

void TestAxisMapping::ticks_table()
{
    QFETCH(int, mapping);
    QFETCH(int, atMost);
    QFETCH(QString, expected);
    const AxisMapping mappings[] = {
            AxisMapping::logOdds(0.0009, 0.9991), AxisMapping::logOdds(0.39, 0.61),
            AxisMapping::rank(descending(20000, false), 0.001), AxisMapping::logTime(10.0, 5000.0)};
    const auto ticks = mappings[mapping].ticks(atMost);
    QCOMPARE(texts(ticks).join(u'|'), expected);
    if (mapping == 0) {
        for (const auto &tick : ticks)
            QVERIFY(close(mappings[0].toScore(tick.axis), tick.text.toDouble()));
    }
}

void TestAxisMapping::rank_distinctScores_matchNaiveShare()
{
    const auto scores = descending(1000, false);
    const auto mapping = AxisMapping::rank(scores, 1e-9);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto atLeast =
                std::ranges::count_if(scores, [&](double s) { return s >= scores[i]; });
        const double share = static_cast<double>(atLeast) / 1000.0;
        QVERIFY(std::abs(mapping.toAxis(scores[i]) + std::log10(share)) < 1e-12);
        QVERIFY(close(mapping.toScore(mapping.toAxis(scores[i])), scores[i]));
    }
    QCOMPARE(mapping.toAxis(scores.back()), 0.0);
}

void TestAxisMapping::rank_thinned_withinAPixelOfNaive()
{
    const auto scores = descending(50000, false);
    const auto exact = AxisMapping::rank(scores, 0.001, scores.size());
    const auto thin = AxisMapping::rank(scores, 0.001, 512);
    QCOMPARE(thin.high(), exact.high());
    const double pixel = exact.high() / 512.0;
    for (std::size_t i = 0; i < scores.size(); i += 7)
        QVERIFY(std::abs(thin.toAxis(scores[i]) - exact.toAxis(scores[i])) <= pixel);
}

void TestAxisMapping::rank_ties_shareOfTheWholeGroup()
{
    const std::vector<double> scores{0.9, 0.5, 0.5, 0.5, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    for (const std::size_t knots : {std::size_t{2}, std::size_t{5}, std::size_t{100}}) {
        const auto mapping = AxisMapping::rank(scores, 0.001, knots);
        QVERIFY(std::abs(mapping.toAxis(0.9) - 1.0) < 1e-12);
        QCOMPARE(mapping.toAxis(0.1), 0.0);
        QCOMPARE(mapping.high(), 1.0);
        if (knots > 10)
            QVERIFY(std::abs(mapping.toAxis(0.5) + std::log10(0.4)) < 1e-12);
    }
}

void TestAxisMapping::rank_infiniteScores_countAsRows()
{
    const auto mapping = AxisMapping::rank(std::vector<double>{inf, inf, 0.5, 0.2, -inf});
    QVERIFY(std::abs(mapping.toAxis(0.5) + std::log10(0.6)) < 1e-12);
    QVERIFY(std::isfinite(mapping.toScore(mapping.high())));
    QVERIFY(std::isfinite(mapping.toScore(mapping.low())));
}

void TestAxisMapping::rank_nothing_stillAnAxis()
{
    const auto mapping = AxisMapping::rank({});
    QVERIFY(mapping.low() < mapping.high());
    QVERIFY(std::isfinite(mapping.toScore(0.5)));
}

void TestAxisMapping::unusableRange_fallsBack()
{
    for (const auto &mapping : {AxisMapping::score(std::nan(""), 1.0), AxisMapping::score(5.0, 5.0),
                                AxisMapping::score(3.0, -3.0), AxisMapping::logTime(0.0, 100.0),
                                AxisMapping::logTime(100.0, 100.0)}) {
        QVERIFY(std::isfinite(mapping.low()) && std::isfinite(mapping.high()));
        QVERIFY(mapping.low() < mapping.high());
    }
}

ONEINN_TEST(TestAxisMapping)

} // namespace tests::charts_axismapping

#include "tst_axismapping.moc"
