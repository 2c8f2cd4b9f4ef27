// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sayit.h"
#include "wording/sentences.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

namespace tests::wording_sentences {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;
using testsupport::assessed;
using testsupport::inlineSuggestion;
using testsupport::scenarioAt;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Milliseconds budget{400};

} // namespace

class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noun_anyWord_isUsedThroughout();
    void sayIt_plainCase_isThreeSentences();
    void sayIt_nothingShown_saysSo();
    void sentences_everyCase_areSentences_data();
    void sentences_everyCase_areSentences();
    void harmsByCost_values_setTheOrder();
};

void TestSentences::noun_anyWord_isUsedThroughout()
{
    auto scenario = scenarioAt(0.5, budget);
    scenario.words.raised = "reply";
    const QString all = sentences(assessed(inlineSuggestion, scenario)).join(u' ');
    QVERIFY(all.contains(u"suggestion"_s) == false);
    QVERIFY(all.contains(u"it shows replies in 23 of 100 uses"_s));
    QVERIFY(all.contains(u"13 of every 100 replies shown are wrong"_s));
    scenario.words.raised = "50%2 off %1";
    QVERIFY(sentences(assessed(inlineSuggestion, scenario))
                    .join(u' ')
                    .contains(u"13 of every 100 50%2 off %1s shown are wrong, 87 are right"_s));
}

void TestSentences::sayIt_plainCase_isThreeSentences()
{
    QCOMPARE(sayIt(assessed(inlineSuggestion, scenarioAt(0.5, budget))),
             u"With a threshold of 0.50 and nothing after 400 ms, 13 of 100 suggestions shown are "
             "wrong, about 1 in 8 and beyond the limit, and 34 of 100 good suggestions are never "
             "shown. 5 of 100 uses are too late. If users give up after three bad ones, as we "
             "assume, half do by use 20, after about half a week."_s);
    // What carries it comes first.
    const Assessment now = assessed(inlineSuggestion, scenarioAt(0.5, budget));
    QCOMPARE(sayIt(now, u"Latency carries this product."_s),
             u"Latency carries this product. "_s + sayIt(now));
    // The model is named where the file names one, and the budget once.
    Assessment named = now;
    named.scenario.selection.model = "large";
    QVERIFY(sayIt(named).startsWith(
            u"With large at a threshold of 0.50 and nothing after 400 ms, 13 of 100 "_s));
    named.scenario.latePolicy = LatePolicy::Wait;
    QVERIFY(sayIt(named).startsWith(u"With large at a threshold of 0.50, 13 of 100 "_s));
    // Wide: no 1 in N is said.
    QVERIFY(!sayIt(assessed({105, 15, 60, 500}, scenarioAt(0.5))).contains(u"1 in"_s));
}

void TestSentences::sayIt_nothingShown_saysSo()
{
    QCOMPARE(sayIt(assessed({2, 3, 3, 20}, scenarioAt(infinity))),
             u"With nothing shown, there is nothing to be right or wrong about; not one of the 5 "
             u"good "
             "suggestions is shown (too few cases to say more)."_s);
    QVERIFY(sayIt(assessed({2, 3, 3, 20}, scenarioAt(0.9)))
                    .startsWith(
                            u"At a threshold of 0.90, nothing is shown, so there is nothing"_s));
}

void TestSentences::sentences_everyCase_areSentences_data()
{
    QTest::addColumn<int>("tp");
    QTest::addColumn<int>("fp");
    QTest::addColumn<int>("fn");
    QTest::addColumn<int>("tn");
    QTest::addColumn<double>("threshold");
    for (const int scale : {1, 2, 9, 20, 1000}) {
        for (const double threshold : {0.1, 0.5, infinity}) {
            for (int empty = -1; empty < 4; ++empty) {
                int cells[]{3 * scale, scale, scale, 5 * scale};
                if (empty >= 0)
                    cells[empty] = 0;
                QTest::addRow("scale %d, threshold %g, empty cell %d", scale, threshold, empty)
                        << cells[0] << cells[1] << cells[2] << cells[3] << threshold;
            }
        }
    }
}

void TestSentences::sentences_everyCase_areSentences()
{
    QFETCH(int, tp);
    QFETCH(int, fp);
    QFETCH(int, fn);
    QFETCH(int, tn);
    QFETCH(double, threshold);
    for (const auto policy : {LatePolicy::ShowNothing, LatePolicy::Unanswered}) {
        for (const bool withBudget : {false, true}) {
            auto scenario = scenarioAt(threshold, withBudget ? Budget(budget) : Budget());
            scenario.latePolicy = policy;
            const auto assessment = assessed({tp, fp, fn, tn, tp / 3, 0, tn / 4}, scenario);
            auto all = sentences(assessment);
            QVERIFY(all.size() >= 5);
            QCOMPARE(all.removeDuplicates(), 0);
            all.append(sayIt(assessment));
            for (const auto &sentence : all) {
                QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u".."_s)
                                 && !sentence.at(0).isLower(),
                         qPrintable(sentence));
                static const QRegularExpression slip(
                        u"\\bnan\\b|\\binf\\b|  |\\(\\)|%1|\\b1 uses|\u2014|\\ball 1 |1 of the 1\\b"_s);
                QVERIFY2(!sentence.contains(slip), qPrintable(sentence));
                QVERIFY2(sentence.count(u'(') == sentence.count(u')'), qPrintable(sentence));
            }
        }
    }
}

void TestSentences::harmsByCost_values_setTheOrder()
{
    auto scenario = scenarioAt(0.5, budget);
    scenario.latePolicy = LatePolicy::Unanswered;
    const auto order = [&] { return harmsByCost(assessed(inlineSuggestion, scenario)); };
    scenario.values = OutcomeValues(1, -20, 0, 0, 0);
    QCOMPARE(order(), (QList<Harm>{Harm::Wrong, Harm::Missed, Harm::Late}));
    scenario.values = OutcomeValues(1, 0, -20, 0, 0);
    QCOMPARE(order(), (QList<Harm>{Harm::Missed, Harm::Late, Harm::Wrong}));
    scenario.values = OutcomeValues(1, 0, 0, 0, -50);
    QCOMPARE(order(), (QList<Harm>{Harm::Late, Harm::Missed, Harm::Wrong}));
    // The command line says them in that order.
    const auto said = sentences(assessed(inlineSuggestion, scenario));
    QVERIFY(said.at(1).startsWith(u"Too late"_s));
    QVERIFY(said.at(2).startsWith(u"Misses"_s));
    QVERIFY(said.at(3).startsWith(u"Wrong"_s));
    // What is undefined is said last.
    scenario.threshold = Threshold::alertOnNothing();
    QCOMPARE(order().last(), Harm::Wrong);
}

ONEINN_TEST(TestSentences)

} // namespace tests::wording_sentences

#include "tst_sentences.moc"
