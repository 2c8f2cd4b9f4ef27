// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/scenariowords.h"
#include "wording/sessionwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_sessionwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

class TestSessionWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void data_differs_saysWhatWasLeftOut();
    void recovery_offer_namesTheDayUnlessToday();
    void history_step_saysWhatItBecame();
};

void TestSessionWords::data_differs_saysWhatWasLeftOut()
{
    QCOMPARE(dataDiffers(u"a.csv"_s, false, {}), QString());
    QVERIFY(dataDiffers(u"a.csv"_s, true, {}).contains(u"Everything in the session still fits"_s));
    const std::vector<Misfit> misfits{{Misfit::Kind::Column, "ttft"},
                                      {Misfit::Kind::Model, "large 100%1"},
                                      {Misfit::Kind::Segment, "country = de"},
                                      {Misfit::Kind::Fallback, "small"},
                                      {Misfit::Kind::NoLatency},
                                      {Misfit::Kind::Pin, "mine"},
                                      {Misfit::Kind::Pin}};
    QCOMPARE(dataDiffers(u"a.csv"_s, true, misfits),
             u"“a.csv” has changed since this session was saved. Left out because it no longer "
             "fits: the column or label value “ttft”; the model “large 100%1”; the group “country "
             "= de”; falling back to “small”; the latency budget, since there are no latencies; "
             "the pinned point “mine”; a pinned point. The rest was kept."_s);
    QCOMPARE(dataDiffers(u"a.csv"_s, false, {{Misfit::Kind::Model, "small"}}),
             u"Left out of this session because “a.csv” has no place for it: the model “small”. "
             "The rest was kept."_s);
    // Nothing is left out of a session whose band's ends are others, and that is said too.
    const QString ends = dataDiffers(u"a.csv"_s, false, {{Misfit::Kind::BandEnds, "channel"}});
    QCOMPARE(ends, bandEndsMoved("channel"));
    QVERIFY(ends.contains(u"“channel”"_s) && !ends.contains(u"eft out"_s));
    QVERIFY(dataDiffers(u"a.csv"_s, true, {{Misfit::Kind::BandEnds, "channel"}})
                    .endsWith(u' ' + ends));
}

void TestSessionWords::recovery_offer_namesTheDayUnlessToday()
{
    const QDateTime written(QDate(2026, 3, 9), QTime(16, 5));
    QCOMPARE(recoveryOffer(u"a.oneinn"_s, written, written.addSecs(60)),
             u"“a.oneinn” was not saved when the program ended without warning. Its last state was "
             "kept today at 16:05."_s);
    QVERIFY(recoveryOffer(u"a.oneinn"_s, written, written.addDays(1))
                    .endsWith(u"kept on 9 March 2026 at 16:05."_s));
}

void TestSessionWords::history_step_saysWhatItBecame()
{
    Scenario after;
    after.threshold = {0.62};
    after.budget = Milliseconds{400.0};
    QCOMPARE(historyStep(EditedPart::Threshold, after, false), u"threshold: 0.62"_s);
    QCOMPARE(historyStep(EditedPart::Threshold, after, true), u"threshold: −0.62"_s);
    QCOMPARE(historyStep(EditedPart::LatencyBudget, after, false), u"latency budget: 400 ms"_s);
    QCOMPARE(historyStep(EditedPart::Segment, after, false), u"group: everyone"_s);
    after.selection.where = {{"country", "nl"}};
    QCOMPARE(historyStep(EditedPart::Segment, after, false), u"group: country: nl"_s);
    after.threshold = Threshold::alertOnNothing();
    QCOMPARE(historyStep(EditedPart::Threshold, after, true), u"threshold: none shown"_s);
    for (int part = 0; part <= int(EditedPart::AnswerText); ++part) {
        const QString step = historyStep(EditedPart(part), after, false);
        QVERIFY2(step.startsWith(editedPartName(EditedPart(part))) && !step.endsWith(u' '),
                 qPrintable(step));
    }
}

ONEINN_TEST(TestSessionWords)

} // namespace tests::wording_sessionwords

#include "tst_sessionwords.moc"
