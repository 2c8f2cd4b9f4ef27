// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "session/session.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::results_results {

using namespace oneinn;
using namespace testsupport;

namespace {

/// Each use is answered by both models: the one replaces the other where that is late.
QByteArray pairedTable(int uses)
{
    QByteArray text = "id,label,score,latency_ms,model\n";
    for (int i = 0; i < 2 * uses; ++i) {
        const int use = i / 2;
        const bool small = i % 2 != 0;
        text += QByteArray::number(use) + ((use * 53) % 97 > 48 ? ",1,0." : ",0,0.")
                + QByteArray::number(10 + (i * 37) % 89) + ','
                + QByteArray::number(small ? 20 + use % 7 : 100 + (use * 29) % 900) + ','
                + (small ? "small" : "large") + '\n';
    }
    return text;
}

} // namespace

class TestResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>();
        m_results = std::make_unique<Results>(m_session.get());
    }
    void cleanup()
    {
        m_results.reset();
        m_session.reset();
    }

    void noun_edited_asksNothing();
    void threshold_moved_asksOnlyWhatReadsIt();
    void dataOther_everythingIsForgotten();
    void rivals_fewRows_atOnce();
    void plane_fallingBack_isMuchWorkHoweverFewTheRows();
    void policies_wantedByTwo_areOne();
    void policies_unwanted_stop();
    void doubts_whereAnAnswerIsWanted_followWhatTheyReadAlone();
    void doubts_drawnAnotherWay_leaveTheAnswersAlone();
    void calibration_wanted_isOfTheSelection();
    void calibration_noProbabilities_isNull();
    void fallback_fewRows_atOnce();
    void fallback_withoutRows_isRefused();
    void manyRows_nothingIsPreparedOnTheWindowsThread();

private:
    bool open(const QByteArray &table, const ingest::ColumnMapping &mapping = {})
    {
        QSignalSpy finished(&m_session->loading(), &Loading::finished);
        m_session->loading().open(
                {.path = m_files.write(QStringLiteral("table.csv"), table), .mapping = mapping});
        return finished.wait(60000) && m_session->hasData();
    }
    static PlaneGrid gridOf(int budgets)
    {
        PlaneGrid grid;
        for (int i = 1; i <= budgets; ++i)
            grid.budgets.push_back(Milliseconds{3.0 * i});
        grid.thresholds = {{0.2}, {0.5}, {0.8}};
        return grid;
    }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Results> m_results;
};

void TestResults::noun_edited_asksNothing()
{
    QVERIFY(open(mixedTable()));
    m_session->edit(Field::MissedAtMost, 0.5);
    m_results->setPoliciesWanted(this, true);
    QTRY_VERIFY(m_results->load().current() && m_results->reach().current()
                && m_results->policies().current());
    m_session->edit(edits::word(&FeatureWords::raised, "alert"));
    m_session->edit(Field::UsesPerWeek, 3.0);
    m_session->edit(Field::BadBeforeLeaving, 5);
    QVERIFY(m_results->load().current() && m_results->reach().current()
            && m_results->policies().current());
}

void TestResults::threshold_moved_asksOnlyWhatReadsIt()
{
    QVERIFY(open(mixedTable()));
    m_session->edit(Field::MissedAtMost, 0.5);
    QTRY_VERIFY(m_results->load().current() && m_results->reach().current());
    m_session->setThreshold({0.123});
    QVERIFY(m_results->reach().current());
    QVERIFY(m_results->load().isPending());
    QTRY_VERIFY(m_results->load().current());
    QCOMPARE(m_results->load().answer()->question.threshold, Threshold{0.123});
}

void TestResults::dataOther_everythingIsForgotten()
{
    QVERIFY(open(mixedTable()));
    m_results->askForRivals();
    QTRY_VERIFY(m_results->load().current());
    QVERIFY(m_results->rivals().current());
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    connect(m_session.get(), &Session::dataChanged, this,
            [this] { QVERIFY(!m_results->load().answer() && !m_results->rivals().answer()); });
    QVERIFY(open(plainTable()));
    QCOMPARE(data.size(), 1);
    QTRY_VERIFY(m_results->load().current());
    QVERIFY(!m_results->load().answer()->hasLatency);
}

void TestResults::rivals_fewRows_atOnce()
{
    QVERIFY(open(mixedTable()));
    QSignalSpy changed(&m_results->rivals(), &BackgroundState::changed);
    m_results->askForRivals();
    const auto rivals = m_results->rivals().current();
    QCOMPARE(rivals->size(), std::size_t(1));
    QCOMPARE(rivals->front().model, std::string("small"));
    m_session->setThreshold({0.3});
    m_session->setBudget(Milliseconds{300.0});
    m_results->askForRivals();
    QCOMPARE(m_results->rivals().current(), rivals);
    m_session->edit(edits::patience(PatienceCurve({{{500.0}, 0.5}})));
    m_results->askForRivals();
    QVERIFY(m_results->rivals().current() && m_results->rivals().current() != rivals);
    QCOMPARE(changed.size(), 0);
}

void TestResults::plane_fallingBack_isMuchWorkHoweverFewTheRows()
{
    QVERIFY(open(pairedTable(10000)));
    m_session->edit(edits::model("large"));
    const PlaneGrid grid = gridOf(300);
    m_results->askForPlane(grid);
    QVERIFY(m_results->plane().current());
    m_session->edit(edits::fallBackTo("small", {0.5}));
    QVERIFY(m_session->rows()->paired());
    m_results->askForPlane(grid);
    QVERIFY(m_results->plane().isPending());
    QTRY_VERIFY_WITH_TIMEOUT(m_results->plane().current(), 20000);
    m_session->setThreshold({0.3});
    m_results->askForPlane(grid);
    QVERIFY(m_results->plane().current()); // the dials play no part
}

void TestResults::policies_wantedByTwo_areOne()
{
    QVERIFY(open(mixedTable()));
    QObject other;
    m_results->setPoliciesWanted(this, true);
    QTRY_VERIFY(m_results->policies().current());
    const auto compared = m_results->policies().current();
    m_results->setPoliciesWanted(&other, true);
    m_results->setPoliciesWanted(this, false);
    QCOMPARE(m_results->policies().current(), compared);
    m_results->setFrontierView({});
    QTRY_VERIFY(m_results->places().current());
    QCOMPARE(m_results->places().current()->size(), compared->policies.size());
    m_results->setFrontierView({.quality = QualityMeasure::Missed});
    QVERIFY(m_results->places().isPending());
    QCOMPARE(m_results->policies().current(), compared); // only the places are another question
}

void TestResults::policies_unwanted_stop()
{
    QVERIFY(open(mixedTable()));
    m_results->setPoliciesWanted(this, true);
    QVERIFY(m_results->policies().isPending());
    m_results->setPoliciesWanted(this, false);
    QVERIFY(!m_results->policies().isPending());
    m_results->setPoliciesWanted(this, true);
    QTRY_VERIFY(m_results->policies().current());
}

void TestResults::doubts_whereAnAnswerIsWanted_followWhatTheyReadAlone()
{
    QVERIFY(open(mixedTable()));
    QVERIFY(!m_results->doubts().isPending());
    int heard = 0;
    connect(&m_results->doubts(), &BackgroundState::changed, this,
            [&] { heard += m_results->doubts().isAnswered() ? 1 : 0; });
    m_results->setPoliciesWanted(this, true);
    QVERIFY(m_results->doubts().isPending());
    QTRY_VERIFY(m_results->doubts().current());
    QVERIFY(heard > 0);
    const auto doubts = m_results->doubts().current();
    QCOMPARE(doubts->best.best, m_session->assessment().value.best.best);
    m_session->setThreshold({0.31});
    QCOMPARE(m_results->doubts().current(), doubts); // the dial plays no part
    m_session->setBudget(Milliseconds{120.0});
    QVERIFY(!m_results->doubts().current());
    QTRY_VERIFY(m_results->doubts().current());
    QVERIFY(m_results->doubts().current() != doubts);
    m_results->setPoliciesWanted(this, false);
    m_session->setBudget({});
    QVERIFY(!m_results->doubts().isPending());
}

void TestResults::doubts_drawnAnotherWay_leaveTheAnswersAlone()
{
    QByteArray ofUsers("user_id,label,score\n");
    for (int row = 0; row < 200; ++row) {
        const int score = (row * 37) % 101;
        const bool positive = (row * 53) % 97 + score > 95;
        ofUsers += 'u' + QByteArray::number(row % 20) + (positive ? ",1,0." : ",0,0.")
                + QByteArray::number(100 + score) + '\n';
    }
    QVERIFY(open(ofUsers));
    QVERIFY(canDrawBy(m_session->predictions(), ClusterSource::Users));
    m_results->setDoubtsWanted(this, true);
    QVERIFY(m_results->doubts().isPending() && !m_results->policies().isPending());
    QTRY_VERIFY(m_results->drawnDoubts().current());
    QCOMPARE(&m_results->drawnDoubts(), &m_results->doubts());
    QCOMPARE(m_results->doubts().current()->by, ClusterSource::Users);
    const auto answers = m_results->doubts().current();
    m_results->drawDoubtsBy(ClusterSource::Rows);
    QVERIFY(!m_results->drawnDoubts().current());
    QTRY_VERIFY(m_results->drawnDoubts().current());
    QCOMPARE(m_results->drawnDoubts().current()->by, ClusterSource::Rows);
    QCOMPARE(m_results->doubts().current(), answers);
    m_results->setDoubtsWanted(this, false);
    m_session->edit(Field::ValueFp, -3.0);
    QVERIFY(!m_results->drawnDoubts().isPending() && !m_results->doubts().isPending());
    QVERIFY(open(mixedTable())); // has no users: the choice is gone with the rows
    m_results->setDoubtsWanted(this, true);
    QTRY_VERIFY(m_results->drawnDoubts().current());
    QCOMPARE(&m_results->drawnDoubts(), &m_results->doubts());
}

void TestResults::calibration_wanted_isOfTheSelection()
{
    QVERIFY(open(mixedTable(900)));
    QVERIFY(!m_results->calibration().isPending());
    m_results->setCalibrationWanted(this, true);
    QTRY_VERIFY(m_results->calibration().current());
    const auto before = m_results->calibration().current();
    const auto expected = calibrationRows(m_session->index());
    QCOMPARE(before->byBins->brier, calibrationByBins(*expected)->brier);
    QCOMPARE(before->highestScore, expected->probability.maxCoeff());
    QCOMPARE(before->recalibration->slope, recalibration(*expected)->slope);
    m_session->setBudget(Milliseconds{120.0}); // whatever it took to answer
    m_session->setThreshold({0.31});
    QCOMPARE(m_results->calibration().current(), before);
    m_session->edit(edits::model("small"));
    QTRY_VERIFY(m_results->calibration().current() && m_results->calibration().current() != before);
}

void TestResults::calibration_noProbabilities_isNull()
{
    QVERIFY(open("label,score\n1,3.5\n0,1.5\n1,2\n0,0.5\n"));
    m_results->setCalibrationWanted(this, true);
    QTRY_VERIFY(m_results->calibration().isAnswered());
    QVERIFY(!m_results->calibration().answer());
}

void TestResults::fallback_fewRows_atOnce()
{
    QVERIFY(open(pairedTable(200)));
    m_session->edit(edits::model("large"));
    m_results->fallback().choose("small");
    QCOMPARE(m_session->scenario().latePolicy, LatePolicy::FallBack);
    const FallbackModel chosen = *m_session->scenario().fallback;
    QCOMPARE(chosen.model, std::string("small"));
    m_session->history().undo();
    QVERIFY(!m_session->scenario().fallback);
    m_results->fallback().choose("small");
    QVERIFY(m_session->scenario().fallback == chosen);
}

void TestResults::fallback_withoutRows_isRefused()
{
    QVERIFY(open(mixedTable()));
    m_session->edit(edits::where({{"country", "de"}})); // none of "small"
    QSignalSpy refused(&m_results->fallback(), &FallbackChosen::refused);
    const int steps = m_session->history().count();
    m_results->fallback().choose("small");
    QCOMPARE(refused.size(), 1);
    QCOMPARE(m_session->history().count(), steps);
    QCOMPARE(m_session->scenario().latePolicy, LatePolicy::ShowNothing);
}

void TestResults::manyRows_nothingIsPreparedOnTheWindowsThread()
{
    QVERIFY(open(mixedTable(int(FallbackChosen::mostRowsAtOnce) + 1000)));
    QSignalSpy prepared(&m_session->loading(), &Loading::finished);
    m_session->edit(edits::model("small"));
    QVERIFY(prepared.wait(60000));
    m_results->askForRivals(); // twice as many rows
    QVERIFY(m_results->rivals().isPending() && !m_results->rivals().current());
    m_results->fallback().choose("large");
    QCOMPARE(m_session->scenario().latePolicy, LatePolicy::ShowNothing);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->scenario().latePolicy, LatePolicy::FallBack, 60000);
    QCOMPARE(m_session->scenario().fallback->model, std::string("large"));
    // Told to end in another way meanwhile, they do.
    m_session->history().undo();
    m_results->fallback().choose("large");
    m_session->edit(edits::latePolicy(LatePolicy::Unanswered));
    QTRY_VERIFY_WITH_TIMEOUT(m_results->rivals().current(), 60000);
    QCOMPARE(m_session->scenario().latePolicy, LatePolicy::Unanswered);
    QVERIFY(!m_session->scenario().fallback);
}

ONEINN_TEST(TestResults)

} // namespace tests::results_results

#include "tst_results.moc"
