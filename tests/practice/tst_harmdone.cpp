// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/harmdone.h"

#include "core/decision/sharerule.h"
#include "practice/othersettings.h"
#include "practice/practicecards.h"
#include "practice/practicefacts.h"
#include "report/answered.h"
#include "support/testprogram.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

namespace tests::practice_harmdone {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::Answered;
using testsupport::everySampleAnswered;

class TestHarmDone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stop_whatCostsMore_isWatched();
    void stop_whatTheCardHasGrow_isWatched();
    void stop_misses_limitIsOfTheirShare();
    void stop_halved_priceIsCountedFromTheRows();
    void worth_executives_isToldAgainstNothing();
};

namespace {

struct Rows {
    double shown = 0.0, wrong = 0.0, good = 0.0, missed = 0.0, all = 0.0, worth = 0.0;
};

/// Row by row, where nobody waits and all rows weigh alike.
Rows counted(const Answered &answered, double threshold)
{
    const OutcomeValues &values = answered.now.scenario.values;
    Rows rows;
    const PredictionIndex &index = answered.now.slice->index();
    for (std::size_t place = 0; place < index.rows(); ++place) {
        const std::uint32_t row = index.order().row(place);
        const bool isGood = index.predictions()->label()[row] != 0;
        const bool isShown = index.scoreAt(place) >= threshold;
        rows.all += 1.0;
        rows.good += isGood ? 1.0 : 0.0;
        rows.shown += isShown ? 1.0 : 0.0;
        rows.wrong += isShown && !isGood ? 1.0 : 0.0;
        rows.missed += isGood && !isShown ? 1.0 : 0.0;
        rows.worth += isGood ? (isShown ? values.tp() : values.fn())
                             : (isShown ? values.fp() : values.tn());
    }
    return rows;
}

QString stopOf(const Answered &answered, int number)
{
    const PracticeCard card = practiceCard(CardKind::Failure, number, answered.material());
    return std::ranges::find(card.checklist, u"stop"_s, &ChecklistItem::key)->here;
}

} // namespace

void TestHarmDone::stop_whatCostsMore_isWatched()
{
    int looked = 0;
    for (const Answered &answered : everySampleAnswered()) {
        const OutcomeValues &values = answered.now.scenario.values;
        const Assessment &now = answered.now;
        const double wrong = now.experience[Share::Shown]->value
                * now.experience[Share::WrongOfShown]->value * (values.tn() - values.fp());
        const double missed = *now.metrics.prevalence * now.experience[Share::Missed]->value
                * (values.tp() - values.fn());
        const bool isMissed = missed > wrong;
        // A dashboard that says nothing changed has neither grow.
        const QString stop = stopOf(answered, 4);
        QVERIFY2(stop.contains(isMissed ? u"misses that I stop"_s : u"wrong ones that I stop"_s),
                 qPrintable(stop));
        QCOMPARE(stop.contains(u"No miss is seen in what is "_s), isMissed);
        ++looked;
    }
    QVERIFY(looked >= 4);
}

void TestHarmDone::stop_whatTheCardHasGrow_isWatched()
{
    for (const Answered &answered : everySampleAnswered()) {
        const QString looked = u"No miss is seen in what is "_s;
        QVERIFY(stopOf(answered, 2).contains(looked));
        QVERIFY(!stopOf(answered, 1).contains(looked));
        const auto &late = answered.material().rollback.late;
        QCOMPARE(stopOf(answered, 3).startsWith(u"We go back if more than "_s),
                 late && late->high.has_value());
    }
}

/// The same rule as of wrong ones, of the share that is missed.
void TestHarmDone::stop_misses_limitIsOfTheirShare()
{
    int looked = 0;
    for (const Answered &answered : everySampleAnswered()) {
        const Proportion missed = *answered.now.experience[Share::Missed];
        const ShareRule made = shareRule(answered.now, Share::Missed);
        const QString stop = stopOf(answered, 2);
        QVERIFY(made.rule.has_value() != made.noRule.has_value());
        if (!made.rule) {
            QVERIFY2(stop.startsWith(u"No limit is set on misses"_s), qPrintable(stop));
            continue;
        }
        const auto plain = rollbackRule(missed.value, badShare(missed.value));
        QVERIFY(plain);
        QVERIFY(made.rule->looks == scaled(plain->looks, made.rule->designEffect));
        const QString first = QLocale(QLocale::English).toString(made.rule->looks.back().shown);
        QVERIFY2(stop.startsWith(u"Of the first %1 "_s.arg(first)), qPrintable(stop));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void TestHarmDone::stop_halved_priceIsCountedFromTheRows()
{
    const Answered &screening = everySampleAnswered().at(4);
    QVERIFY(!screening.now.scenario.budget);
    const Rows now = counted(screening, screening.now.scenario.threshold.value);
    const auto half = withHalfTheMissed(screening.material());
    QVERIFY(half);
    const Rows then = counted(screening, half->scenario.threshold.value);
    QVERIFY(2.0 * then.missed <= now.missed);
    // No other threshold that halves them is worth more.
    const PredictionIndex &index = screening.now.slice->index();
    double best = -1e300;
    for (std::size_t place = 0; place < index.rows(); place += 1) {
        const Rows other = counted(screening, index.scoreAt(place));
        if (2.0 * other.missed <= now.missed)
            best = std::max(best, other.worth);
    }
    QVERIFY(std::abs(then.worth - best) < 1e-6 * std::abs(best) + 1e-9);
    const QString said = harmHalved(Harm::Missed, screening.material());
    QVERIFY2(said.contains(u"%1 of 100 biopsies flagged are wrong"_s.arg(
                     qRound(100.0 * then.wrong / then.shown)))
                     || said.contains(u"%1 of 100 scans flagged are wrong"_s.arg(
                             qRound(100.0 * then.wrong / then.shown))),
             qPrintable(said));
}

/// Not having it has a price as well: every good one is missed.
void TestHarmDone::worth_executives_isToldAgainstNothing()
{
    for (const Answered &answered : everySampleAnswered()) {
        const OutcomeValues &values = answered.now.scenario.values;
        const double good = *answered.now.metrics.prevalence;
        const double nothing = 1000.0 * (good * values.fn() + (1.0 - good) * values.tn());
        const double here = 1000.0 * answered.now.value.perUse;
        const double gain = std::round(here) - std::round(nothing);
        const QString said = worthFact(answered.material());
        QVERIFY2(said.contains(u" than doing nothing: "_s)
                         && said.contains(gain > 0.0 ? u" more in 1,000 "_s : u" less in 1,000 "_s),
                 qPrintable(said));
        const QString text = QLocale(QLocale::English).toString(qRound(std::abs(gain)));
        if (std::abs(gain) >= 10.0)
            QVERIFY2(said.contains(u"about %1 "_s.arg(text)), qPrintable(text + said));
    }
}

ONEINN_TEST(TestHarmDone)

} // namespace tests::practice_harmdone

#include "tst_harmdone.moc"
