// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/rowsjob.h"
#include "session/session.h"
#include "support/freshassessment.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

namespace tests::session_preparingrows {

using namespace oneinn;
using namespace testsupport;

namespace {

constexpr int manyRows = 300000; ///< more than are prepared at once
constexpr int patience = 60000;  ///< milliseconds: under the sanitizers, on a busy machine

} // namespace

/// Another model of a file so long that its rows are sorted in the background.
class TestPreparingRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_session.reset(); }

    void setModel_manyRows_showsTheOldUntilReady();
    void setModel_manyRows_reportsProgress();
    void undo_whilePreparing_staysWithTheOld();
    void undo_afterwards_preparesTheOldAgain();
    void undo_pastAReadingWhilePreparing_endsIt();
    void setModel_twice_laterWins();
    void cancel_whilePreparing_goesBack();
    void open_whilePreparing_dropsIt();
    void destroy_whilePreparing_waits();
    void rows_thatCannotBePrepared_areAProblem();

private:
    const std::optional<std::string> &shownModel() const
    {
        return m_session->assessment().scenario.selection.model;
    }
    bool waitUntilPrepared();

    TableFiles m_files;
    QString m_path;
    std::unique_ptr<Session> m_session;
};

void TestPreparingRows::initTestCase()
{
    m_path = m_files.write(QStringLiteral("many.csv"), mixedTable(manyRows));
}

void TestPreparingRows::init()
{
    m_session = std::make_unique<Session>();
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_path});
    QVERIFY(finished.wait(patience));
    QCOMPARE(shownModel(), std::optional<std::string>("large"));
}

bool TestPreparingRows::waitUntilPrepared()
{
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    return !m_session->loading().isPreparing() || finished.wait();
}

void TestPreparingRows::setModel_manyRows_showsTheOldUntilReady()
{
    QSignalSpy started(&m_session->loading(), &Loading::preparingStarted);
    m_session->edit(edits::model("small"));
    QCOMPARE(started.size(), 1);
    QVERIFY(m_session->loading().isPreparing());
    QCOMPARE(m_session->scenario().selection.model, std::optional<std::string>("small"));
    QCOMPARE(shownModel(), std::optional<std::string>("large"));

    m_session->setThreshold({0.25});
    QCOMPARE(m_session->assessment().scenario.threshold.value, 0.25);
    QCOMPARE(shownModel(), std::optional<std::string>("large"));

    QVERIFY(waitUntilPrepared());
    QVERIFY(!m_session->loading().isPreparing());
    QCOMPARE(shownModel(), std::optional<std::string>("small"));
    QCOMPARE(m_session->assessment().scenario.threshold.value, 0.25);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
}

void TestPreparingRows::setModel_manyRows_reportsProgress()
{
    QSignalSpy progress(&m_session->loading(), &Loading::progressed);
    m_session->edit(edits::model({}));
    QVERIFY(waitUntilPrepared());
    QVERIFY(!progress.isEmpty());
    QCOMPARE(m_session->index().rows(), std::size_t(manyRows));
}

void TestPreparingRows::undo_whilePreparing_staysWithTheOld()
{
    m_session->edit(edits::model("small"));
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->history().undo();
    QVERIFY(!m_session->loading().isPreparing());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(shownModel(), std::optional<std::string>("large"));
    QVERIFY(!finished.wait(300)); // what was begun never arrives
    QCOMPARE(shownModel(), std::optional<std::string>("large"));
}

void TestPreparingRows::undo_afterwards_preparesTheOldAgain()
{
    m_session->edit(edits::model("small"));
    QVERIFY(waitUntilPrepared());
    m_session->history().undo();
    QVERIFY(waitUntilPrepared());
    QCOMPARE(shownModel(), std::optional<std::string>("large"));
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
}

void TestPreparingRows::undo_pastAReadingWhilePreparing_endsIt()
{
    QSignalSpy read(m_session.get(), &Session::dataChanged);
    m_session->loading().open({.path = m_path, .mapping = {.latency = ""}});
    QVERIFY(read.wait(patience));
    m_session->edit(edits::model("small"));
    QVERIFY(waitUntilPrepared());
    m_session->history().undo();
    QVERIFY(m_session->loading().isPreparing());
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->history().undo();
    QCOMPARE(m_session->history().index(), 0);
    QVERIFY(!m_session->loading().isPreparing());
    QCOMPARE(finished.size(), 1); // or its progress would stand there for good
    QVERIFY(m_session->predictions().hasLatency());
}

void TestPreparingRows::setModel_twice_laterWins()
{
    m_session->edit(edits::model("small"));
    m_session->edit(edits::model({}));
    QVERIFY(waitUntilPrepared());
    QVERIFY(!shownModel().has_value());
    QCOMPARE(m_session->index().rows(), std::size_t(manyRows));
}

void TestPreparingRows::cancel_whilePreparing_goesBack()
{
    m_session->edit(edits::model("small"));
    m_session->loading().cancel();
    QVERIFY(waitUntilPrepared());
    // Done before it could be stopped, or stopped: never something in between.
    QCOMPARE(m_session->scenario().selection, m_session->index().selection());
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
}

void TestPreparingRows::open_whilePreparing_dropsIt()
{
    m_session->edit(edits::model("small"));
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    m_session->loading().open({.path = m_files.write(QStringLiteral("plain.csv"), plainTable())});
    QVERIFY(data.wait(patience));
    QVERIFY(!m_session->loading().isPreparing());
    QCOMPARE(m_session->predictions().rows(), 9);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
}

void TestPreparingRows::destroy_whilePreparing_waits()
{
    m_session->edit(edits::model("small"));
    m_session.reset();
}

void TestPreparingRows::rows_thatCannotBePrepared_areAProblem()
{
    Scenario scenario = m_session->scenario();
    scenario.selection.model = "nobody";
    const auto rows = preparedRows(m_session->rows(), scenario, {});
    QVERIFY(!rows);
    QCOMPARE(rows.problem().kind, ProblemKind::ValueMissing);

    RowsJob job;
    QSignalSpy failed(&job, &RowsJob::failed);
    std::optional<ScenarioRows::Ptr> answer;
    connect(&job, &RowsJob::finished, this, [&](const ScenarioRows::Ptr &got) { answer = got; });
    job.start(m_session->rows(), scenario);
    QTRY_VERIFY(answer.has_value());
    QVERIFY(*answer == nullptr && !job.isUnderWay());
    QCOMPARE(failed.size(), 1);
}

ONEINN_TEST(TestPreparingRows)

} // namespace tests::session_preparingrows

#include "tst_preparingrows.moc"
