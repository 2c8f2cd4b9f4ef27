// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/pinresults.h"

#include "session/session.h"
#include "support/sessionedits.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tests::results_pinresults {

using namespace oneinn;
using namespace testsupport;

class TestPinResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_results.reset();
        m_workers.reset();
        m_session.reset();
    }

    void opened_default_isAssessedUnderTheScenario();
    void threshold_moved_keepsWhatIsKnown();
    void assumptions_changed_areAssessedAnew();
    void gesture_underWay_waitsForItsEnd();
    void model_ofAPin_isPreparedInTheBackground();
    void pins_movedAndNamed_keepTheirNumbers();
    void pins_removedBeforeTheyArrive_leaveNothingPending();
    void differences_unwanted_areNotMade();
    void differences_afterAMove_areOfTheLastSetting();
    void data_other_forgetsWhatIsKnown();
    void threshold_movedWhileWorking_givesNothingUp();
    void assumptions_changedWhileComparing_oldDifferencesNeverArrive();
    void noun_changed_keepsDifferences();
    void cancelled_canBeTakenUpAgain();
    void destroyed_whileWorking_nothingArrives();

private:
    bool open(const QByteArray &table);
    const std::vector<PinResults::Pin> &pins() const { return m_results->pins(); }
    bool allCurrent() const
    {
        return std::all_of(pins().begin(), pins().end(),
                           [](const PinResults::Pin &pin) { return pin.isCurrent; });
    }
    bool allCompared() const
    {
        return std::all_of(pins().begin(), pins().end(),
                           [](const PinResults::Pin &pin) { return pin.isCompared; });
    }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<PinResults> m_results;
};

void TestPinResults::init()
{
    m_session = std::make_unique<Session>();
    m_workers = std::make_unique<Workers>();
    m_results = std::make_unique<PinResults>(m_session.get(), *m_workers);
    QVERIFY(open(mixedTable()));
    QTRY_VERIFY(!pins().empty() && allCurrent());
}

bool TestPinResults::open(const QByteArray &table)
{
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_files.write(QStringLiteral("table.csv"), table)});
    return finished.wait() && m_session->hasData();
}

void TestPinResults::opened_default_isAssessedUnderTheScenario()
{
    QCOMPARE(pins().size(), std::size_t(1));
    const AssessedPin &pin = *pins()[0].assessed;
    QVERIFY(pin.scenario == withChoice(m_session->scenario(), m_session->state().pins[0].choice));
    const auto rows = ScenarioRows::prepare(m_session->index().predictions(), pin.scenario).value();
    QCOMPARE(pin.assessment->value.perUse, assess(*rows, pin.scenario).value.perUse);
    QVERIFY(!m_results->isOutdated());
}

void TestPinResults::threshold_moved_keepsWhatIsKnown()
{
    const auto known = pins()[0].assessed;
    QSignalSpy changed(m_results.get(), &PinResults::changed);
    m_session->setThreshold({0.7});
    m_session->setBudget(Milliseconds{300.0});
    QCOMPARE(changed.size(), 0);
    QVERIFY(pins()[0].isCurrent);
    QCOMPARE(pins()[0].assessed, known);
}

void TestPinResults::assumptions_changed_areAssessedAnew()
{
    const auto known = pins()[0].assessed;
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    QVERIFY(!pins()[0].isCurrent);
    QCOMPARE(pins()[0].assessed, known); // old, until there is a new one
    QTRY_VERIFY(allCurrent());
    QVERIFY(pins()[0].assessed->scenario.values == m_session->scenario().values);
    m_session->history().undo();
    QTRY_VERIFY(allCurrent());
    QCOMPARE(pins()[0].assessed->assessment->value.perUse, known->assessment->value.perUse);
}

void TestPinResults::gesture_underWay_waitsForItsEnd()
{
    m_session->history().beginGesture();
    m_session->edit(Field::UsesPerWeek, 3.0);
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    // It says so, rather than to work it out.
    QTRY_VERIFY(m_results->isOutdated());
    QVERIFY(!pins()[0].isCurrent);
    m_session->history().endGesture();
    QTRY_VERIFY(allCurrent());
    QVERIFY(!m_results->isOutdated());
}

void TestPinResults::model_ofAPin_isPreparedInTheBackground()
{
    m_session->edit(edits::model("small"));
    m_session->pinBoard().pin();
    m_session->edit(edits::model("large"));
    QTRY_VERIFY(pins().size() == 2 && allCurrent());
    QCOMPARE(pins()[1].assessed->rows->all()->selection().model, std::string("small"));
    // "small" has no rows there: said, and not dropped.
    m_session->edit(edits::where({{"country", "de"}}));
    QTRY_VERIFY(allCurrent());
    QCOMPARE(pins()[1].assessed->misfit, PinMisfit::ModelMissing);
    m_session->history().undo();
    QTRY_VERIFY(allCurrent());
    QVERIFY(!pins()[1].assessed->misfit);
}

void TestPinResults::pins_movedAndNamed_keepTheirNumbers()
{
    m_session->setThreshold({0.8});
    m_session->pinBoard().pin();
    QTRY_VERIFY(pins().size() == 2 && allCurrent());
    const auto first = pins()[0].assessed;
    const auto second = pins()[1].assessed;
    QSignalSpy changed(m_results.get(), &PinResults::changed);
    m_session->pinBoard().move(1, 0);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(pins()[0].assessed, second);
    QCOMPARE(pins()[1].assessed, first);
    changed.clear();
    m_session->pinBoard().rename(0, "mine");
    QVERIFY(!changed.isEmpty());
    QVERIFY(allCurrent());
    m_session->pinBoard().unpin(0);
    QCOMPARE(pins().size(), std::size_t(1));
    QCOMPARE(pins()[0].assessed, first);
}

void TestPinResults::pins_removedBeforeTheyArrive_leaveNothingPending()
{
    m_session->history().beginGesture();
    m_session->setThreshold({0.8});
    m_session->pinBoard().pin();
    QTRY_VERIFY(m_results->isOutdated());
    m_session->pinBoard().unpin(1);
    QVERIFY(!m_results->isOutdated());
    m_session->history().endGesture();
}

void TestPinResults::differences_unwanted_areNotMade()
{
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    QTRY_VERIFY(allCurrent());
    QVERIFY(!pins()[0].differences);
    m_results->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    QCOMPARE(pins()[0].differences->uses, std::size_t(80)); // of "large"
}

void TestPinResults::differences_afterAMove_areOfTheLastSetting()
{
    m_results->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    m_session->setThreshold({0.9});
    QVERIFY(!pins()[0].isCompared);
    m_session->setThreshold({0.5});
    m_session->setBudget({});
    QTRY_VERIFY(allCompared());
    QVERIFY(pins()[0].compared.second == settingQuestion(m_session->scenario()));
    // The same as the default 0.5.
    QCOMPARE(pins()[0].differences->valuePerUse->difference, 0.0);
}

void TestPinResults::data_other_forgetsWhatIsKnown()
{
    // Also while the data change: who is told looks at once.
    bool oneForEach = true;
    const QObject here;
    connect(m_results.get(), &PinResults::changed, &here,
            [&] { oneForEach = oneForEach && pins().size() == m_session->state().pins.size(); });
    const auto known = pins()[0].assessed;
    QVERIFY(open(plainTable()));
    QTRY_VERIFY(!pins().empty() && allCurrent());
    QVERIFY(pins()[0].assessed != known);
    QCOMPARE(pins()[0].assessed->rows->all()->predictions(), m_session->index().predictions());
    QVERIFY(oneForEach);
}

void TestPinResults::threshold_movedWhileWorking_givesNothingUp()
{
    // Each move comes before the last has settled: what the pins mean does not depend on it.
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    QVERIFY(!allCurrent());
    QSignalSpy changed(m_results.get(), &PinResults::changed);
    double threshold = 0.2;
    const auto keepsMoving = [&] {
        threshold = threshold > 0.8 ? 0.2 : threshold + 0.01;
        m_session->setThreshold({threshold});
        return allCurrent();
    };
    QVERIFY(QTest::qWaitFor(keepsMoving));
}

void TestPinResults::assumptions_changedWhileComparing_oldDifferencesNeverArrive()
{
    m_results->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    m_session->setThreshold({0.9});
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    m_session->pinBoard().pin("mine");
    testsupport::setValues(*m_session, {1.0, -2.0, -1.0, 0.0, -1.0});
    QTRY_VERIFY(pins().size() == 2 && allCurrent() && allCompared());
    for (const PinResults::Pin &pin : pins()) {
        QVERIFY(pin.compared.first.values == m_session->scenario().values);
        QVERIFY(pin.compared.second == settingQuestion(m_session->scenario()));
    }
}

void TestPinResults::noun_changed_keepsDifferences()
{
    m_results->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    const auto known = pins()[0].differences;
    m_session->edit(edits::word(&FeatureWords::raised, "alert"));
    QTRY_VERIFY(allCompared());
    QCOMPARE(pins()[0].differences, known);
}

void TestPinResults::cancelled_canBeTakenUpAgain()
{
    m_session->history().beginGesture();
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    QTRY_VERIFY(m_results->isOutdated());
    m_results->cancel();
    m_session->history().endGesture();
    QVERIFY(m_results->isCancelled() && m_results->isOutdated());
    m_session->setThreshold({0.7});
    QVERIFY(m_results->isCancelled());
    m_results->resume();
    QTRY_VERIFY(allCurrent());
    QVERIFY(!m_results->isCancelled() && !m_results->isOutdated());
}

void TestPinResults::destroyed_whileWorking_nothingArrives()
{
    m_results->setDifferencesWanted(this, true);
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    QSignalSpy changed(m_results.get(), &PinResults::changed);
    QVERIFY(changed.wait());
    m_results.reset();
    m_session->setThreshold({0.2});
}

ONEINN_TEST(TestPinResults)

} // namespace tests::results_pinresults

#include "tst_pinresults.moc"
