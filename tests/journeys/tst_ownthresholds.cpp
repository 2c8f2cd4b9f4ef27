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
#include "views/options/thresholdmarks.h"
#include "views/widgets/thresholdbox.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cmath>
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
    void rule_oneSegmentTakenOver_leavesAllOthers();
    void hand_typedAndStepped_becomesTheMap();
    void mark_draggedByMouse_isOneStep();
    void mark_givenUp_leavesNothing();
    void mark_byKeys_stepsAndTheBoxFollows();
    void marks_ruleTried_areWhereItWouldPutThem();
    void marks_manySegments_onlyTheChosenOne();
    void marks_smallWindow_haveRoom_data();
    void marks_smallWindow_haveRoom();
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
    ThresholdMarks *marks() const { return panel()->findChild<ThresholdMarks *>(); }
    std::size_t segmentOf(const std::string &channel) const
    {
        const auto &segments = results().segments().answer()->index->segments();
        return std::size_t(std::ranges::find(segments, std::vector<std::string>{channel},
                                             &SegmentIndex::Segment::values)
                           - segments.begin());
    }
    const charts::ChartMarker *markOf(const std::string &channel) const
    {
        return marks()->markOf(segmentOf(channel));
    }
    double ownOf(const std::string &channel) const
    {
        return thresholdOf(scenario().combination, "channel", channel, scenario().threshold).value;
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

namespace {

QByteArray tableOf(int segments)
{
    QByteArray text = "label,score,kind\n";
    for (int i = 0; i < 800; ++i)
        text += QByteArray::number(i * 7 % 3 == 0 ? 1 : 0) + ','
                + QByteArray::number((i * 37 % 100) / 100.0) + ",kind"
                + QByteArray::number(i % segments) + '\n';
    return text;
}

} // namespace

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
    QTRY_VERIFY(pays().contains(u"because they were chosen on these"));
    // The dial moves all: they are by hand.
    m_opened->session.setThreshold({0.35});
    QVERIFY(settled());
    compareWithTheColumn();
    QTRY_VERIFY2(pays().contains(u"here, against one for all"), qPrintable(pays()));
    QVERIFY2(!pays().contains(u"because they were chosen on these"), qPrintable(pays()));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(scenario() == before);
}

void TestOwnThresholds::rule_oneSegmentTakenOver_leavesAllOthers()
{
    const Scenario before = scenario();
    const int steps = m_opened->session.history().count();
    QPushButton *one = button(u"takeOverChosenThreshold"_s);
    QVERIFY(!one->isEnabled());
    tryBestValue();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"takeOverThresholds"_s)->isEnabled(), 30000);
    QVERIFY(!one->isEnabled());
    QVERIFY(one->toolTip().contains(u"Choose the row"_s));
    select("bank-transfer");
    const Threshold tried = model()->segmentAt(table()->currentIndex().row())->threshold;
    QVERIFY(one->isEnabled());
    QVERIFY(scenario() == before);
    one->setFocus();
    QTest::keyClick(one, Qt::Key_Space);
    const auto *own = thresholdsBySegment(scenario().combination);
    QVERIFY(own);
    QCOMPARE(own->values.size(), std::size_t{1});
    QCOMPARE(own->values.front().value, std::string("bank-transfer"));
    QVERIFY(settled());
    compareWithTheColumn();
    // It decides as the rule's does: the shortest of the same.
    QVERIFY(qAbs(ownOf("bank-transfer") - tried.value) < 0.001);
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(scenario() == before);
    // Who knows Ctrl+Y for redoing finds it.
    QTest::keyClick(&m_opened->window, Qt::Key_Y, Qt::ControlModifier);
    QTRY_VERIFY(thresholdsBySegment(scenario().combination));
}

void TestOwnThresholds::hand_typedAndStepped_becomesTheMap()
{
    select("bank-transfer");
    QVERIFY(box()->isEnabled());
    type(u"0.1"_s);
    const auto *own = thresholdsBySegment(scenario().combination);
    QVERIFY(own);
    QCOMPARE(*own,
             (ThresholdsBySegment{
                     "channel", {0.3}, {{"bank-transfer", {0.1}}}, Interval{0.0, 1.0}}));
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

/// Every move is true: of the table, of the column at the right, and of the box.
void TestOwnThresholds::mark_draggedByMouse_isOneStep()
{
    const Scenario before = scenario();
    const int steps = m_opened->session.history().count();
    const charts::ChartView *chart = marks()->chart();
    const auto *mark = markOf("bank-transfer");
    QVERIFY(mark && mark->isVisible());
    const QPoint from = OpenedWindow::handle(mark);
    testsupport::press(chart->viewport(), from);
    double last = 0.3;
    for (const int away : {-40, -80, -120}) {
        testsupport::moveTo(chart->viewport(), from + QPoint(away, 3));
        const double now = ownOf("bank-transfer");
        QVERIFY(now < last);
        last = now;
        compareWithTheColumn();
        const SegmentRow *row = model()->segmentAt(table()->currentIndex().row());
        QVERIFY(row);
        QCOMPARE(row->values, std::vector<std::string>{"bank-transfer"});
        QCOMPARE(row->threshold.value, now);
        QVERIFY(!pays().isEmpty());
    }
    testsupport::release(chart->viewport(), from + QPoint(-120, 3));
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QCOMPARE(scenario().threshold, before.threshold);
    QCOMPARE(thresholdsBySegment(scenario().combination)->values.size(), std::size_t{1});
    // It rests on a score of its own, and as high as it was.
    const auto &index = *results().segments().answer()->index;
    bool isAScore = false;
    for (const auto row : index.rowsOf(segmentOf("bank-transfer")))
        isAScore = isAScore || index.scoreOf(row) == last;
    QVERIFY(isAScore);
    QVERIFY(qAbs(OpenedWindow::handle(mark).y() - from.y()) <= 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(scenario() == before);
}

void TestOwnThresholds::mark_givenUp_leavesNothing()
{
    const Scenario before = scenario();
    const int steps = m_opened->session.history().count();
    const charts::ChartView *chart = marks()->chart();
    const QPoint from = OpenedWindow::handle(markOf("bank-transfer"));
    testsupport::press(chart->viewport(), from);
    testsupport::moveTo(chart->viewport(), from + QPoint(-90, 0));
    QVERIFY(scenario() != before);
    QTest::keyClick(chart->viewport(), Qt::Key_Escape);
    QVERIFY(scenario() == before);
    QCOMPARE(m_opened->session.history().count(), steps);
}

void TestOwnThresholds::mark_byKeys_stepsAndTheBoxFollows()
{
    auto *chart = const_cast<charts::ChartView *>(marks()->chart());
    auto *mark = const_cast<charts::ChartMarker *>(markOf("gift-card"));
    QVERIFY(mark);
    QVERIFY(mark->accessibleName().contains(u"gift"_s));
    chart->setFocus();
    mark->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Left);
    const double once = ownOf("gift-card");
    QVERIFY(once < 0.3);
    QVERIFY(settled());
    compareWithTheColumn();
    QTest::keyClick(chart, Qt::Key_PageDown);
    QVERIFY(ownOf("gift-card") < once);
    QCOMPARE(box()->findChild<QLineEdit *>()->text(), mark->label());
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(settled());
    compareWithTheColumn();
    const double highest = ownOf("gift-card");
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(ownOf("gift-card"), highest);
    QVERIFY(std::isfinite(highest));
}

void TestOwnThresholds::marks_ruleTried_areWhereItWouldPutThem()
{
    const auto before = markOf("gift-card")->position();
    tryBestValue();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"takeOverThresholds"_s)->isEnabled(), 30000);
    QVERIFY(!markOf("gift-card")->isInteractive());
    QVERIFY(markOf("gift-card")->position() != before);
    QTest::mouseClick(button(u"takeOverThresholds"_s), Qt::LeftButton);
    QTRY_VERIFY(markOf("gift-card")->isInteractive());
}

void TestOwnThresholds::marks_manySegments_onlyTheChosenOne()
{
    QVERIFY(m_opened->open(tableOf(20)));
    m_opened->session.setThreshold({0.5});
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(settled());
    QTRY_COMPARE(results().segments().answer()->index->segments().size(), std::size_t{20});
    QVERIFY(!marks()->isVisible());
    select("kind7");
    QTRY_VERIFY(marks()->isVisible());
    QVERIFY(markOf("kind7") && !markOf("kind6"));
    const charts::ChartView *chart = marks()->chart();
    testsupport::drag(chart->viewport(), OpenedWindow::handle(markOf("kind7")),
                      OpenedWindow::handle(markOf("kind7")) + QPoint(60, 0));
    const auto *own = thresholdsBySegment(scenario().combination);
    QVERIFY(own);
    QCOMPARE(own->values.front().value, std::string("kind7"));
}

void TestOwnThresholds::marks_smallWindow_haveRoom_data()
{
    QTest::addColumn<int>("segments");
    QTest::newRow("few") << 4;
    QTest::newRow("as many as have marks") << 16;
}

void TestOwnThresholds::marks_smallWindow_haveRoom()
{
    QFETCH(const int, segments);
    m_opened->window.resize(1024, 700);
    QVERIFY(m_opened->open(tableOf(segments)));
    m_opened->session.setThreshold({0.5});
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(settled());
    QTRY_COMPARE(results().segments().answer()->index->segments().size(), std::size_t(segments));
    QVERIFY(marks()->isVisible());
    QTRY_COMPARE(m_opened->window.size(), QSize(1024, 700));
    QTRY_VERIFY(table()->viewport()->height() >= 2 * table()->rowHeight(0));
    const QRect all = marks()->rect();
    QVERIFY(panel()->rect().contains(QRect(marks()->mapTo(panel(), all.topLeft()), all.size())));
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
