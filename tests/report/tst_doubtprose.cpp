// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/doubtprose.h"

#include "report/answered.h"
#include "support/testprogram.h"
#include "wording/decisionwords.h"
#include "wording/doubtswords.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::report_doubtprose {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::Answered;

class TestDoubtProse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samples_everyOne_tellsWhatToExpect_data();
    void samples_everyOne_tellsWhatToExpect();
    void ownSetting_takesNothingOff();
    void ownSetting_nearTheBest_isToldAsTheBest();
    void notKnown_saysNothing();
    void withoutValues_saysNothing();
    void fewUnits_sayWhatCannotBeTold();
    void labels_inTheBrief_areOurs();
};

namespace {

Answered inlineSample()
{
    return testsupport::answeredSample(testsupport::answeredSamples().front());
}

} // namespace

void TestDoubtProse::samples_everyOne_tellsWhatToExpect_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < testsupport::answeredSamples().size(); ++i)
        QTest::newRow(testsupport::answeredSamples()[i].file) << static_cast<int>(i);
}

void TestDoubtProse::samples_everyOne_tellsWhatToExpect()
{
    QFETCH(const int, index);
    const auto &sample = testsupport::answeredSamples()[static_cast<std::size_t>(index)];
    const Answered answered = testsupport::answeredSample(sample);
    const QString expected = wording::apparentAndExpected(*answered.doubts).second;
    const QString range = wording::rangeText(
            {answered.doubts->choice->range.low, answered.doubts->choice->range.high},
            wording::RangeEnds::Outwards);
    for (const auto length : {report::Length::Brief, report::Length::Executive}) {
        const report::Report report = answered.report(length);
        const QString text = testsupport::wholeText({report.title, {}, {}, report.body, {}, {}});
        QVERIFY2(text.contains(u"at most "_s + expected + u" on new ones."_s)
                         || text.contains(u"on new ones at most "_s + expected + u'.'),
                 qPrintable(text));
        const QString best = length == report::Length::Brief
                ? u"the best threshold"_s
                : u"the best score to draw the line at"_s;
        QVERIFY2(text.contains(u"9 times in 10 "_s + best + u" would lie "_s + range + u'.'),
                 qPrintable(text));
    }
}

void TestDoubtProse::ownSetting_takesNothingOff()
{
    Answered answered = inlineSample();
    answered.now.scenario.threshold.value += 0.1;
    answered.now.value.perUse = *answered.doubts->expected() - 0.05;
    const QString said = report::newUsesSentence(answered.material());
    QVERIFY2(
            said.startsWith(u"It was not found as the best on these uses, so nothing is taken off; "
                            "the best threshold, about "),
            qPrintable(said));
}

/// Moved by a hair it is not the best any more, and no better for it.
void TestDoubtProse::ownSetting_nearTheBest_isToldAsTheBest()
{
    Answered answered = inlineSample();
    const ThresholdDoubts &doubts = *answered.doubts;
    const double best = doubts.best.best;
    QVERIFY(doubts.expected() && *doubts.expected() < best);
    const QString expected = wording::apparentAndExpected(doubts).second;
    answered.now.scenario.threshold.value += 0.1;
    answered.now.value.perUse = 0.5 * (best + *doubts.expected());
    const QString said = report::newUsesSentence(answered.material());
    QVERIFY2(said.startsWith(u"Expect at most "_s + expected + u" on new ones, as of the best "_s),
             qPrintable(said));
    QVERIFY2(!said.contains(u"nothing is taken off"_s), qPrintable(said));
}

void TestDoubtProse::notKnown_saysNothing()
{
    Answered answered = inlineSample();
    answered.doubts.reset();
    QVERIFY(report::newUsesSentence(answered.material()).isEmpty());
    QVERIFY(report::bestElsewhereSentence(answered.material()).isEmpty());
    QVERIFY(report::doubtsMethod(answered.material()).isEmpty());
}

void TestDoubtProse::labels_inTheBrief_areOurs()
{
    const auto sectionOf = [](const Answered &answered) {
        const report::Report brief = answered.report(report::Length::Brief);
        const auto found =
                std::ranges::find(brief.appendix, u"More labels, and what would change our mind"_s,
                                  &report::Section::heading);
        return found != brief.appendix.end() ? found->paragraphs.join(u' ') : QString();
    };
    Answered answered = inlineSample();
    const Threshold setting = answered.labels->other;
    QVERIFY(std::isinf(setting.value)); // the best is in use
    const QString said = sectionOf(answered);
    QVERIFY2(said.contains(u"between the best threshold and doing nothing"_s), qPrintable(said));
    QVERIFY2(said.contains(u"What would change our mind: both would be worth the same if"_s),
             qPrintable(said));
    const auto elsewhere = labelWorthOfNow(*answered.rows, *answered.doubts, Threshold{0.9});
    answered.labels = elsewhere.value();
    QVERIFY2(sectionOf(answered).contains(u"the best threshold and our setting"_s),
             qPrintable(sectionOf(answered)));
    answered.labels.reset();
    QVERIFY(sectionOf(answered).isEmpty());
}

void TestDoubtProse::withoutValues_saysNothing()
{
    Answered answered = inlineSample();
    answered.now.scenario.values = OutcomeValues(0.0, 0.0, 0.0, 0.0);
    QVERIFY(report::newUsesSentence(answered.material()).isEmpty());
    QVERIFY(report::bestElsewhereSentence(answered.material()).isEmpty());
}

void TestDoubtProse::fewUnits_sayWhatCannotBeTold()
{
    Answered answered = inlineSample();
    answered.doubts->choice.reset();
    answered.doubts->clusters = 4.0;
    QCOMPARE(report::newUsesSentence(answered.material()),
             u"How much of that is chance cannot be told from 4 users."_s);
    QVERIFY(report::bestElsewhereSentence(answered.material()).isEmpty());
}

ONEINN_TEST(TestDoubtProse)

} // namespace tests::report_doubtprose

#include "tst_doubtprose.moc"
