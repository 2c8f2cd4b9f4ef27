// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pinsmaker.h"

#include "session/session.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace oneinn;
using namespace testsupport;

class TestPinsMaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_maker.reset();
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
    void maker_destroyedWhileWorking_waits();

private:
    bool open(const QByteArray &table);
    const std::vector<PinsMaker::Pin> &pins() const { return m_maker->pins(); }
    bool allCurrent() const
    {
        return std::all_of(pins().begin(), pins().end(),
                           [](const PinsMaker::Pin &pin) { return pin.isCurrent; });
    }
    bool allCompared() const
    {
        return std::all_of(pins().begin(), pins().end(),
                           [](const PinsMaker::Pin &pin) { return pin.isCompared; });
    }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PinsMaker> m_maker;
};

void TestPinsMaker::init()
{
    m_session = std::make_unique<Session>();
    m_maker = std::make_unique<PinsMaker>(m_session.get());
    QVERIFY(open(mixedTable()));
    QTRY_VERIFY(!pins().empty() && allCurrent());
}

bool TestPinsMaker::open(const QByteArray &table)
{
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    m_session->open({.path = m_files.write(QStringLiteral("table.csv"), table)});
    return finished.wait() && m_session->hasData();
}

void TestPinsMaker::opened_default_isAssessedUnderTheScenario()
{
    QCOMPARE(pins().size(), std::size_t(1));
    const AssessedPin &pin = *pins()[0].assessed;
    QVERIFY(pin.scenario == withChoice(m_session->scenario(), m_session->pins()[0].choice));
    const auto rows = ScenarioRows::prepare(m_session->index().predictions(), pin.scenario).value();
    QCOMPARE(pin.assessment->value.perUse, assess(*rows, pin.scenario).value.perUse);
    QVERIFY(!m_maker->isOutdated());
}

void TestPinsMaker::threshold_moved_keepsWhatIsKnown()
{
    const auto known = pins()[0].assessed;
    QSignalSpy changed(m_maker.get(), &PinsMaker::changed);
    m_session->setThreshold({0.7});
    m_session->setBudget(Milliseconds{300.0});
    QCOMPARE(changed.size(), 0);
    QVERIFY(pins()[0].isCurrent);
    QCOMPARE(pins()[0].assessed, known);
}

void TestPinsMaker::assumptions_changed_areAssessedAnew()
{
    const auto known = pins()[0].assessed;
    m_session->setValues({5.0, -9.0, -1.0, 0.0, -1.0});
    QVERIFY(!pins()[0].isCurrent);
    QCOMPARE(pins()[0].assessed, known); // old, until there is a new one
    QTRY_VERIFY(allCurrent());
    QVERIFY(pins()[0].assessed->scenario.values == m_session->scenario().values);
    m_session->history().undo();
    QTRY_VERIFY(allCurrent());
    QCOMPARE(pins()[0].assessed->assessment->value.perUse, known->assessment->value.perUse);
}

void TestPinsMaker::gesture_underWay_waitsForItsEnd()
{
    m_session->beginGesture();
    m_session->setUsesPerWeek(3.0);
    m_session->setValues({5.0, -9.0, -1.0, 0.0, -1.0});
    // It says so, rather than to work it out.
    QTRY_VERIFY(m_maker->isOutdated());
    QVERIFY(!pins()[0].isCurrent);
    m_session->endGesture();
    QTRY_VERIFY(allCurrent());
    QVERIFY(!m_maker->isOutdated());
}

void TestPinsMaker::model_ofAPin_isPreparedInTheBackground()
{
    m_session->setModel("small");
    m_session->pin();
    m_session->setModel("large");
    QTRY_VERIFY(pins().size() == 2 && allCurrent());
    QCOMPARE(pins()[1].assessed->rows->all()->selection().model, std::string("small"));
    // "small" has no rows there: said, and not dropped.
    m_session->setWhere({{"country", "de"}});
    QTRY_VERIFY(allCurrent());
    QCOMPARE(pins()[1].assessed->misfit, PinMisfit::ModelMissing);
    m_session->history().undo();
    QTRY_VERIFY(allCurrent());
    QVERIFY(!pins()[1].assessed->misfit);
}

void TestPinsMaker::pins_movedAndNamed_keepTheirNumbers()
{
    m_session->setThreshold({0.8});
    m_session->pin();
    QTRY_VERIFY(pins().size() == 2 && allCurrent());
    const auto first = pins()[0].assessed;
    const auto second = pins()[1].assessed;
    QSignalSpy changed(m_maker.get(), &PinsMaker::changed);
    m_session->movePin(1, 0);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(pins()[0].assessed, second);
    QCOMPARE(pins()[1].assessed, first);
    changed.clear();
    m_session->renamePin(0, "mine");
    QVERIFY(!changed.isEmpty());
    QVERIFY(allCurrent());
    m_session->unpin(0);
    QCOMPARE(pins().size(), std::size_t(1));
    QCOMPARE(pins()[0].assessed, first);
}

void TestPinsMaker::pins_removedBeforeTheyArrive_leaveNothingPending()
{
    m_session->beginGesture();
    m_session->setThreshold({0.8});
    m_session->pin();
    QTRY_VERIFY(m_maker->isOutdated());
    m_session->unpin(1);
    QVERIFY(!m_maker->isOutdated());
    m_session->endGesture();
}

void TestPinsMaker::differences_unwanted_areNotMade()
{
    m_session->setValues({5.0, -9.0, -1.0, 0.0, -1.0});
    QTRY_VERIFY(allCurrent());
    QVERIFY(!pins()[0].differences);
    m_maker->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    QCOMPARE(pins()[0].differences->uses, std::size_t(80)); // of "large"
}

void TestPinsMaker::differences_afterAMove_areOfTheLastSetting()
{
    m_maker->setDifferencesWanted(this, true);
    QTRY_VERIFY(allCompared());
    m_session->setThreshold({0.9});
    QVERIFY(!pins()[0].isCompared);
    m_session->setThreshold({0.5});
    m_session->setBudget({});
    QTRY_VERIFY(allCompared());
    QVERIFY(pins()[0].comparedWith == m_session->scenario());
    // The same as the default nobody chose.
    QCOMPARE(pins()[0].differences->valuePerUse->difference, 0.0);
}

void TestPinsMaker::data_other_forgetsWhatIsKnown()
{
    const auto known = pins()[0].assessed;
    QVERIFY(open(plainTable()));
    QTRY_VERIFY(!pins().empty() && allCurrent());
    QVERIFY(pins()[0].assessed != known);
    QCOMPARE(pins()[0].assessed->rows->all()->predictions(), m_session->index().predictions());
}

void TestPinsMaker::maker_destroyedWhileWorking_waits()
{
    m_maker->setDifferencesWanted(this, true);
    m_session->setValues({5.0, -9.0, -1.0, 0.0, -1.0});
    QSignalSpy changed(m_maker.get(), &PinsMaker::changed);
    QVERIFY(changed.wait());
    m_maker.reset();
    m_session->setThreshold({0.2});
}

ONEINN_TEST(TestPinsMaker)
#include "tst_pinsmaker.moc"
