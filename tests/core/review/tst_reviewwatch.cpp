// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewwatch.h"

#include "core/assessment.h"
#include "support/predictionsfrom.h"
#include "support/randomrows.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::review_reviewwatch {

using namespace oneinn;
namespace naive = testsupport::naive;

/// What is watched of a band is what is told of it.
class TestReviewWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reviewedUses_anyRows_areTheSharesOfTheBand();
    void reviewedLimit_scarce_isWhatADayHolds();
    void band_setByHand_staysWhereItWasSet();
};

namespace {

ReviewQuestion questionOf(const Scenario &scenario, const BandThresholds &band)
{
    ReviewQuestion question;
    static_cast<ValueQuestion &>(question) = scenario;
    question.threshold = scenario.threshold;
    question.band = band;
    return question;
}

Shares sharesAt(const ScenarioRows &rows, Scenario scenario, Threshold threshold)
{
    scenario.threshold = threshold;
    return assess(rows, scenario).experience.shares;
}

Scenario valued(const std::optional<double> &baseRate)
{
    Scenario scenario;
    scenario.values = OutcomeValues(1.0, -1.0, -1.0, 0.0, -1.0);
    scenario.budget = testsupport::oracleBudget;
    scenario.threshold = {0.5};
    scenario.baseRate = baseRate;
    return scenario;
}

naive::Rows evenScores(int count)
{
    naive::Rows rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({i % 3 == 0, double(i) / count});
    return rows;
}

} // namespace

void TestReviewWatch::reviewedUses_anyRows_areTheSharesOfTheBand()
{
    int open = 0;
    for (const std::string &kind : naive::kinds()) {
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const auto rows = naive::randomRows(kind, seed);
            if (!testsupport::predictionsFrom(rows))
                continue;
            const auto baseRate = seed % 2 == 0 ? std::optional<double>() : std::optional(0.2);
            const Scenario scenario = valued(baseRate);
            const auto prepared = ScenarioRows::around(testsupport::indexFrom(rows), scenario);
            const double one = rows[seed % rows.size()].score;
            const double other = rows.back().score;
            const BandThresholds band{{std::min(one, other)}, {std::max(one, other)}};
            const auto question = questionOf(scenario, band);
            const auto answer = reviewAnswer(*prepared->at(question), question);
            if (!answer)
                continue;
            const ReviewedUses uses = reviewedUses(sharesAt(*prepared, scenario, band.from),
                                                   sharesAt(*prepared, scenario, band.to));
            // Where nobody is asked, missed is what it is of one threshold: for whatever reason.
            const auto alone = questionOf(scenario, {band.to, band.to});
            Scenario single = scenario;
            single.threshold = band.to;
            const auto missed = assess(*prepared, single).experience[Share::Missed];
            const auto closed = reviewAnswer(*prepared->at(alone), alone);
            if (closed && missed)
                COMPARE_NEAR(*closed->band.missed, missed->value, 1e-9);
            open += answer->band.isOpen() ? 1 : 0;
            COMPARE_NEAR(uses.yes.weight / (uses.yes.weight + uses.no.weight),
                         answer->decided * answer->band.reviewed, 1e-9);
        }
    }
    QVERIFY(open > 50);
}

void TestReviewWatch::reviewedLimit_scarce_isWhatADayHolds()
{
    const Scenario scenario = valued({});
    const auto rows = ScenarioRows::around(testsupport::indexFrom(evenScores(300)), scenario);
    auto question = questionOf(scenario, {{0.25}, {0.75}});
    const auto limitOf = [&] {
        const auto answer = reviewAnswer(*rows->at(question), question);
        return answer ? reviewedLimit(*answer, question) : std::nullopt;
    };
    const auto free = limitOf();
    QVERIFY(free && !free->isTarget && free->atMost > 0.5 && free->atMost < 1.0);
    question.reviewer.usesPerDay = 1000.0;
    QVERIFY(limitOf()->atMost == free->atMost);
    question.reviewer.reviewsPerDay = 200.0;
    const auto scarce = limitOf();
    const auto answer = reviewAnswer(*rows->at(question), question);
    QVERIFY(scarce && scarce->isTarget);
    COMPARE_NEAR(scarce->atMost * 1000.0, answer->day->queue->mostOnAverage, 1e-9);
    question.band = BandThresholds{{0.5}, {0.5}};
    QVERIFY(!limitOf());
}

/// And not at the next score; one that decides as the best does is judged as that.
void TestReviewWatch::band_setByHand_staysWhereItWasSet()
{
    const Scenario scenario = valued({});
    const auto rows = ScenarioRows::around(testsupport::indexFrom(evenScores(300)), scenario);
    const auto told = [&](const BandThresholds &band) {
        const auto question = questionOf(scenario, band);
        return reviewAnswer(*rows->at(question), question).value();
    };
    const ReviewAnswer set = told({{0.2501}, {0.7501}});
    QVERIFY(set.isByHand);
    QCOMPARE(set.band.from.value, 0.2501);
    QCOMPARE(set.band.to.value, 0.7501);
    QVERIFY(set.best.isOpen());
    const ReviewAnswer same = told({set.best.from, set.best.to});
    QVERIFY(!same.isByHand);
    QCOMPARE(same.gainPerUse, told({{set.best.from.value - 1e-9}, set.best.to}).gainPerUse);
    // Between two scores nobody is reviewed.
    QVERIFY(!told({{0.2501}, {0.2502}}).band.isOpen());
}

ONEINN_TEST(TestReviewWatch)

} // namespace tests::review_reviewwatch

#include "tst_reviewwatch.moc"
