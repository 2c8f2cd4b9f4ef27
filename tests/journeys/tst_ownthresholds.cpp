// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownthresholds.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/options/ownthresholdsstrip.h"
#include "views/options/segmentsmodel.h"
#include "views/options/segmentspanel.h"
#include "views/widgets/thresholdbox.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

namespace tests::journeys_ownthresholds {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person gives segments thresholds of their own, and reads who pays.
class TestOwnThresholds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void rule_takenOver_isOneStepWithTheNumbersShown();
    void hand_typedAndStepped_becomesTheMap();
    void oneThresholdAgain_givesUp();
    void crossed_cannotBeTakenOver();

private:
    Results &results() const { return *m_opened->child<Results>(); }
    SegmentsPanel *panel() const { return m_opened->child<SegmentsPanel>(); }
    QTableView *table() const { return panel()->findChild<QTableView *>(u"table"_s); }
    SegmentsModel *model() const { return static_cast<SegmentsModel *>(table()->model()); }
    QComboBox *rules() const { return panel()->findChild<QComboBox *>(u"segmentRule"_s); }
    ThresholdBox *box() const { return panel()->findChild<ThresholdBox *>(); }
    QPushButton *button(const QString &name) const
    {
        return panel()->findChild<QPushButton *>(name);
    }
    QString pays() const { return panel()->findChild<QLabel *>(u"whoPays"_s)->text(); }
    const Scenario &scenario() const { return m_opened->session.scenario(); }
    /// Everything that is asked of segments is there and shown.
    bool settled() const
    {
        return QTest::qWaitFor([this] { return results().segments().current() != nullptr; }, 20000);
    }
    void select(const std::string &channel) const
    {
        table()->setFocus();
        while (table()->currentIndex().row() > 0)
            QTest::keyClick(table(), Qt::Key_Up);
        while (table()->currentIndex().row() < model()->rowOf({channel}))
            QTest::keyClick(table(), Qt::Key_Down);
    }
    void type(const QString &text) const
    {
        auto *edit = box()->findChild<QLineEdit *>();
        QTest::mouseClick(edit, Qt::LeftButton);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void tryBestValue() const
    {
        rules()->setFocus();
        QTest::keyClick(rules(), Qt::Key_Down);
    }
    /// The column at the right has the numbers of the table.
    void compareWithTheColumn() const
    {
        const Assessment &now = m_opened->session.assessment();
        for (const Share share : {Share::WrongOfShown, Share::Missed})
            QCOMPARE(now.experience[share]->value, model()->table()->whole[share]->value);
        QVERIFY(qAbs(now.value.perUse - *model()->table()->wholeValue) < 1e-9);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestOwnThresholds::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1440, 900));
    QVERIFY(m_opened->ready());
    QFile file(testsupport::sampleData(u"payments-february.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(m_opened->open(file.readAll()));
    m_opened->session.setThreshold({0.3});
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(settled() && model()->table());
    auto *by = panel()->findChild<QComboBox *>(u"by"_s);
    QCOMPARE(by->currentData().toString(), u"channel"_s);
}

void TestOwnThresholds::rule_takenOver_isOneStepWithTheNumbersShown()
{
    const Scenario before = scenario();
    const int steps = m_opened->session.history().count();
    const double valueBefore = m_opened->session.assessment().value.perUse;
    QVERIFY(!button(u"takeOverThresholds"_s)->isEnabled());
    tryBestValue();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"takeOverThresholds"_s)->isEnabled(), 30000);
    QVERIFY(scenario() == before);
    QVERIFY(model()->table()->gain && *model()->table()->gain > 0.0);
    QVERIFY2(pays().contains(u"because they were chosen on these"), qPrintable(pays()));
    const double gain = *model()->table()->gain;
    QTest::mouseClick(button(u"takeOverThresholds"_s), Qt::LeftButton);
    const auto *own = thresholdsBySegment(scenario().combination);
    QVERIFY(own);
    QCOMPARE(own->column, std::string("channel"));
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    const double after = m_opened->session.assessment().value.perUse;
    QVERIFY(qAbs(1000.0 * (after - valueBefore) - gain) < 1e-6);
    QVERIFY(settled());
    compareWithTheColumn();
    QVERIFY(pays().contains(u"because they were chosen on these"));
    // The dial moves all: nothing tells any more how much is chance.
    m_opened->session.setThreshold({0.35});
    QVERIFY(settled());
    compareWithTheColumn();
    QVERIFY2(pays().contains(u"Nothing tells"), qPrintable(pays()));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(scenario() == before);
}

void TestOwnThresholds::hand_typedAndStepped_becomesTheMap()
{
    select("bank-transfer");
    QVERIFY(box()->isEnabled());
    type(u"0.1"_s);
    const auto *own = thresholdsBySegment(scenario().combination);
    QVERIFY(own);
    QCOMPARE(*own, (ThresholdsBySegment{"channel", {0.3}, {{"bank-transfer", {0.1}}}}));
    QVERIFY(settled());
    compareWithTheColumn();
    const SegmentRow *row = model()->segmentAt(table()->currentIndex().row());
    QVERIFY(row);
    QCOMPARE(row->values, std::vector<std::string>{"bank-transfer"});
    QVERIFY2(pays().contains(u"bank-transfer") || pays().contains(u"bank\u2011transfer"),
             qPrintable(pays()));
    QTest::keyClick(box(), Qt::Key_Up);
    const auto stepped = thresholdsBySegment(scenario().combination)->values.front().threshold;
    QVERIFY(stepped.value > 0.1);
    QVERIFY(settled());
    compareWithTheColumn();
    // With that of all others it has none of its own.
    type(u"0.3"_s);
    QVERIFY(!scenario().combination);
}

void TestOwnThresholds::oneThresholdAgain_givesUp()
{
    QVERIFY(!button(u"oneThreshold"_s)->isVisible());
    const Scenario before = scenario();
    select("bank-transfer");
    type(u"0.1"_s);
    QVERIFY(settled());
    QTRY_VERIFY(button(u"oneThreshold"_s)->isVisible());
    QTest::mouseClick(button(u"oneThreshold"_s), Qt::LeftButton);
    QVERIFY(scenario() == before);
    QVERIFY(settled());
    QVERIFY(!model()->table()->gain);
}

void TestOwnThresholds::crossed_cannotBeTakenOver()
{
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(settled());
    auto *crossed = panel()->findChild<QComboBox *>(u"crossed"_s);
    crossed->setFocus();
    QTest::keyClick(crossed, Qt::Key_Down);
    QTRY_COMPARE(model()->table()->by.columns.size(), std::size_t{2});
    tryBestValue();
    QTRY_VERIFY_WITH_TIMEOUT(!pays().isEmpty(), 30000);
    QVERIFY(!button(u"takeOverThresholds"_s)->isEnabled());
    QVERIFY(!button(u"takeOverThresholds"_s)->toolTip().isEmpty());
}

ONEINN_TEST(TestOwnThresholds)

} // namespace tests::journeys_ownthresholds

#include "tst_ownthresholds.moc"
