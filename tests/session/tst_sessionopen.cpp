// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"
#include "support/freshassessment.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::session_sessionopen {

using namespace oneinn;
using namespace testsupport;

class TestSessionOpen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }

    void open_table_showsItAtItsMostValuableThreshold();
    void open_severalModels_startsWithTheOneWithMostRows();
    void open_withScenario_keepsItsThreshold();
    void open_atMostValuable_keepsAllButTheThreshold();
    void open_withoutLatency_dropsTheBudget();
    void open_table_reportsProgressUpwards();
    void open_badFile_raisesItsProblem_data();
    void open_badFile_raisesItsProblem();
    void open_badFileAfterGood_keepsDataAndHistory();
    void open_selectionWithoutRows_raisesAndKeeps();
    void open_twiceQuickly_laterWins();
    void open_badThenGoodQuickly_noProblem();
    void open_again_forgetsHistory();
    void open_whileGestureHolds_restOfItIsOneStep();
    void cancel_atOnce_keepsWhatWasShown();
    void cancel_thenOpen_opens();
    void destroy_whileLoading_waits();
    void otherReadings_beyondTheLimit_areForgotten();
    void otherReadings_withinTheLimit_canAllBeUndone();
    void setters_withoutData_nothing();

private:
    bool openAndWait(Source source);
    /// Opens the same file so many times, each time read in another way.
    bool readAnew(int times);

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
};

void TestSessionOpen::init()
{
    m_session = std::make_unique<Session>();
}

bool TestSessionOpen::openAndWait(Source source)
{
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open(std::move(source));
    return finished.wait();
}

void TestSessionOpen::open_table_showsItAtItsMostValuableThreshold()
{
    QSignalSpy started(&m_session->loading(), &Loading::readingStarted);
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    const QString path = m_files.write(QStringLiteral("plain.csv"), plainTable());
    QVERIFY(!m_session->hasData());
    QVERIFY(openAndWait({.path = path}));
    QVERIFY(m_session->hasData());
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.at(0).at(0).toString(), path);
    QCOMPARE(data.size(), 1);
    QCOMPARE(assessments.size(), 1);
    QCOMPARE(m_session->predictions().rows(), 9);
    QCOMPARE(m_session->scenario().threshold, m_session->assessment().value.best.threshold);
    QVERIFY(!m_session->loading().isReading());
    QVERIFY(!m_session->history().canUndo());
}

void TestSessionOpen::open_severalModels_startsWithTheOneWithMostRows()
{
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable())}));
    QCOMPARE(m_session->scenario().selection.model, std::optional<std::string>("large"));
    QCOMPARE(m_session->index().rows(), std::size_t(80));
}

void TestSessionOpen::open_withScenario_keepsItsThreshold()
{
    Scenario scenario;
    scenario.threshold = {0.77};
    scenario.budget = Milliseconds{300.0};
    scenario.selection.model = "small";
    scenario.words.raised = "reply";
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable()),
                         .scenario = scenario}));
    QVERIFY(m_session->scenario() == scenario);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
}

void TestSessionOpen::open_atMostValuable_keepsAllButTheThreshold()
{
    Scenario scenario;
    scenario.threshold = {0.77};
    scenario.budget = Milliseconds{300.0};
    scenario.values = {5.0, -1.0, -2.0, 0.0};
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable()),
                         .scenario = scenario,
                         .atMostValuable = true}));
    Scenario moved = scenario;
    moved.threshold = m_session->scenario().threshold;
    QVERIFY(m_session->scenario() == moved);
    QCOMPARE(m_session->scenario().threshold, m_session->assessment().value.best.threshold);
    QCOMPARE(m_session->assessment().value.perUse, m_session->assessment().value.best.best);
}

void TestSessionOpen::open_withoutLatency_dropsTheBudget()
{
    Scenario scenario;
    scenario.budget = Milliseconds{300.0};
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("plain.csv"), plainTable()),
                         .scenario = scenario}));
    QVERIFY(!m_session->scenario().budget);
}

void TestSessionOpen::open_table_reportsProgressUpwards()
{
    QSignalSpy progress(&m_session->loading(), &Loading::progressed);
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable(20000))}));
    QVERIFY(!progress.isEmpty());
    double before = 0.0;
    for (const auto &arguments : progress) {
        QVERIFY(arguments.at(0).toDouble() >= before);
        before = arguments.at(0).toDouble();
    }
    QVERIFY(before <= 1.0);
}

void TestSessionOpen::open_badFile_raisesItsProblem_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << QByteArray() << int(ProblemKind::FileMissing);
    QTest::newRow("empty") << QByteArray("\n\n") << int(ProblemKind::FileEmpty);
    QTest::newRow("header only") << QByteArray("label,score\n") << int(ProblemKind::HeaderOnly);
    QTest::newRow("binary") << QByteArray("label,score\n1,\0.5\n", 18)
                            << int(ProblemKind::FileBinary);
    QTest::newRow("fields") << QByteArray("label,score\n1,0.5\n0,0.2,7\n")
                            << int(ProblemKind::FieldCount);
    QTest::newRow("quote") << QByteArray("label,score\n\"1,0.5\n0,0.2\n")
                           << int(ProblemKind::UnclosedQuote);
    QTest::newRow("no score") << QByteArray("label,city\n1,Rome\n0,Oslo\n1,Bonn\n0,Graz\n")
                              << int(ProblemKind::NoScoreColumn);
}

void TestSessionOpen::open_badFile_raisesItsProblem()
{
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    const QString path = content.isEmpty() ? m_files.path(QStringLiteral("nowhere.csv"))
                                           : m_files.write(QStringLiteral("bad.csv"), content);
    QList<Problem> problems;
    connect(m_session.get(), &Session::problemRaised, this,
            [&](const Problem &problem) { problems.append(problem); });
    QVERIFY(openAndWait({.path = path}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(int(problems.first().kind), kind);
    QCOMPARE(QString::fromStdString(problems.first().file), path);
    QVERIFY(!m_session->hasData());
}

void TestSessionOpen::open_badFileAfterGood_keepsDataAndHistory()
{
    const QString good = m_files.write(QStringLiteral("mixed.csv"), mixedTable());
    QVERIFY(openAndWait({.path = good}));
    m_session->setThreshold({0.42});
    const Scenario shown = m_session->scenario();
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("bad.csv"), "label,score\n1\n")}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(data.size(), 0);
    QCOMPARE(assessments.size(), 0);
    QCOMPARE(m_session->data().source.path, good);
    QVERIFY(m_session->scenario() == shown);
    QCOMPARE(m_session->history().count(), 1);
}

void TestSessionOpen::open_selectionWithoutRows_raisesAndKeeps()
{
    const QString path = m_files.write(QStringLiteral("mixed.csv"), mixedTable());
    QVERIFY(openAndWait({.path = path}));
    Scenario scenario;
    scenario.selection.model = "huge";
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    QVERIFY(openAndWait({.path = path, .scenario = scenario}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(m_session->scenario().selection.model, std::optional<std::string>("large"));
}

void TestSessionOpen::open_twiceQuickly_laterWins()
{
    const QString first = m_files.write(QStringLiteral("first.csv"), mixedTable(20000));
    const QString second = m_files.write(QStringLiteral("second.csv"), plainTable());
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = first});
    m_session->loading().open({.path = second});
    QVERIFY(finished.wait());
    QCOMPARE(m_session->data().source.path, second);
    QCOMPARE(m_session->predictions().rows(), 9);
    // The older reading ends, too, and must leave no trace.
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(data.size(), 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(problems.size(), 0);
    QCOMPARE(m_session->data().source.path, second);
}

void TestSessionOpen::open_badThenGoodQuickly_noProblem()
{
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    m_session->loading().open({.path = m_files.path(QStringLiteral("nowhere.csv"))});
    // Its result lies in the event queue by now.
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(openAndWait({.path = m_files.write(QStringLiteral("plain.csv"), plainTable())}));
    QCOMPARE(problems.size(), 0);
    QVERIFY(m_session->hasData());
}

void TestSessionOpen::open_again_forgetsHistory()
{
    const QString path = m_files.write(QStringLiteral("plain.csv"), plainTable());
    QVERIFY(openAndWait({.path = path}));
    const Threshold start = m_session->scenario().threshold;
    m_session->setThreshold({0.42});
    QVERIFY(openAndWait({.path = path}));
    QCOMPARE(m_session->scenario().threshold, start);
    QVERIFY(!m_session->history().canUndo());
    QVERIFY(!m_session->history().canRedo());
}

void TestSessionOpen::open_whileGestureHolds_restOfItIsOneStep()
{
    const QString path = m_files.write(QStringLiteral("plain.csv"), plainTable());
    QVERIFY(openAndWait({.path = path}));
    m_session->history().beginGesture();
    m_session->setThreshold({0.2});
    QVERIFY(openAndWait({.path = path}));
    const Scenario start = m_session->scenario();
    m_session->setThreshold({0.3});
    m_session->setThreshold({0.4});
    m_session->history().endGesture();
    QCOMPARE(m_session->history().count(), 1);
    m_session->history().undo();
    QVERIFY(m_session->scenario() == start);
}

void TestSessionOpen::cancel_atOnce_keepsWhatWasShown()
{
    const QString path = m_files.write(QStringLiteral("plain.csv"), plainTable());
    QVERIFY(openAndWait({.path = path}));
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open(
            {.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable(20000))});
    m_session->loading().cancel();
    QVERIFY(finished.wait());
    QCOMPARE(data.size(), 0);
    QCOMPARE(problems.size(), 0);
    QCOMPARE(m_session->data().source.path, path);
    // Reading may also have ended before it could be stopped.
    m_session->loading().open({.path = m_files.path(QStringLiteral("mixed.csv"))});
    QThreadPool::globalInstance()->waitForDone();
    m_session->loading().cancel();
    QVERIFY(finished.wait());
    QCOMPARE(data.size(), 0);
    QCOMPARE(m_session->data().source.path, path);
}

void TestSessionOpen::cancel_thenOpen_opens()
{
    const QString path = m_files.write(QStringLiteral("plain.csv"), plainTable());
    m_session->loading().open({.path = path});
    m_session->loading().cancel();
    QVERIFY(openAndWait({.path = path}));
    QVERIFY(m_session->hasData());
}

void TestSessionOpen::destroy_whileLoading_waits()
{
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    m_session->loading().open(
            {.path = m_files.write(QStringLiteral("mixed.csv"), mixedTable(20000))});
    m_session.reset();
    QCoreApplication::processEvents();
    QCOMPARE(data.size(), 0);
}

bool TestSessionOpen::readAnew(int times)
{
    const QString path = m_files.write(QStringLiteral("mixed.csv"), mixedTable());
    bool all = openAndWait({.path = path});
    for (int i = 0; i < times; ++i) {
        ingest::ColumnMapping mapping;
        mapping.lowerIsPositive = i % 2 == 0;
        all = all && openAndWait({.path = path, .mapping = mapping});
        m_session->setThreshold({0.1 * (i + 1)});
    }
    return all;
}

void TestSessionOpen::otherReadings_beyondTheLimit_areForgotten()
{
    m_session->history().setMostBytes(0);
    QVERIFY(readAnew(4));
    // What was done to the last two of them.
    QUndoStack &history = m_session->history();
    QCOMPARE(history.count(), 3);
    QCOMPARE(history.index(), 3);
    QVERIFY(!history.isClean());
    const std::weak_ptr<const OpenedData> now = m_session->state().data;
    history.undo();
    history.undo();
    QVERIFY(m_session->state().data != now.lock());
    QCOMPARE(m_session->scenario().threshold, Threshold{0.1 * 3});
    history.undo();
    QVERIFY(!history.canUndo());
    QVERIFY(!history.isClean()); // it was opened in another way
    history.redo();
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    history.redo();
    history.redo();
    QCOMPARE(m_session->state().data, now.lock());
    QCOMPARE(m_session->scenario().threshold, Threshold{0.1 * 4});
}

void TestSessionOpen::otherReadings_withinTheLimit_canAllBeUndone()
{
    QVERIFY(readAnew(4));
    QUndoStack &history = m_session->history();
    QCOMPARE(history.count(), 8);
    while (history.canUndo())
        history.undo();
    QVERIFY(history.isClean());
    QVERIFY(!m_session->data().file.mapping.lowerIsPositive.value);
}

void TestSessionOpen::setters_withoutData_nothing()
{
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->setThreshold({0.1});
    m_session->stepThreshold(1);
    m_session->moveThresholdToEnd(true);
    m_session->setBudget(Milliseconds{10.0});
    m_session->edit(edits::model("large"));
    m_session->history().beginGesture();
    m_session->edit(edits::word(&FeatureWords::raised, "alert"));
    m_session->history().cancelGesture();
    m_session->loading().cancel();
    QCOMPARE(assessments.size(), 0);
    QCOMPARE(m_session->history().count(), 0);
}

ONEINN_TEST(TestSessionOpen)

} // namespace tests::session_sessionopen

#include "tst_sessionopen.moc"
