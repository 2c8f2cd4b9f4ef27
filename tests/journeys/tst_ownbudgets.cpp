// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownbudgets.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/options/segmentsmodel.h"
#include "views/options/segmentspanel.h"
#include "views/widgets/numberbox.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

namespace tests::journeys_ownbudgets {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person gives a segment a latency budget of its own.
class TestOwnBudgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void box_typed_isOneStepWithTheNumbersShown();
    void dial_movesItInProportion();
    void noBudget_saysWhatToDo();
    void oneBudgetAgain_givesUp();

private:
    Results &results() const { return *m_opened->child<Results>(); }
    SegmentsPanel *panel() const { return m_opened->child<SegmentsPanel>(); }
    QTableView *table() const { return panel()->findChild<QTableView *>(u"table"_s); }
    SegmentsModel *model() const { return static_cast<SegmentsModel *>(table()->model()); }
    NumberBox *box() const { return panel()->findChild<NumberBox *>(u"segmentBudget"_s); }
    const Scenario &scenario() const { return m_opened->session.scenario(); }
    bool settled() const
    {
        return QTest::qWaitFor([this] { return results().segments().current() != nullptr; }, 20000);
    }
    void select(const std::string &kind) const
    {
        table()->setFocus();
        while (table()->currentIndex().row() > 0)
            QTest::keyClick(table(), Qt::Key_Up);
        while (table()->currentIndex().row() < model()->rowOf({kind}))
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
    double lateOf(const std::string &kind) const
    {
        const SegmentRow *row = model()->segmentAt(model()->rowOf({kind}));
        return row ? row->shares[Share::Late]->value : -1.0;
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

/// Waits of 10 to 1,000 ms, the same in every kind.
QByteArray timedTable()
{
    QByteArray text = "label,score,kind,latency_ms\n";
    for (int i = 0; i < 1200; ++i)
        text += QByteArray::number(i * 7 % 3 == 0 ? 1 : 0) + ','
                + QByteArray::number((i * 37 % 100) / 100.0) + ",kind" + QByteArray::number(i % 3)
                + ',' + QByteArray::number(10 * (1 + (i / 3) % 100)) + '\n';
    return text;
}

} // namespace

void TestOwnBudgets::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1440, 900));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->open(timedTable()));
    m_opened->session.edit(edits::operatingPoint({0.3}, Milliseconds{400.0}));
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(settled());
    QTRY_VERIFY(model()->table() != nullptr);
}

void TestOwnBudgets::box_typed_isOneStepWithTheNumbersShown()
{
    select("kind1");
    QVERIFY(box()->isEnabled());
    QCOMPARE(box()->value(), 400.0);
    const int steps = m_opened->session.history().count();
    type(u"800"_s);
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QVERIFY(scenario().budgets);
    QCOMPARE(*scenario().budgets, (BudgetsBySegment{"kind", {400.0}, {{"kind1", {800.0}}}}));
    QVERIFY(settled());
    QTRY_VERIFY(qAbs(lateOf("kind1") - 0.2) < 1e-9);
    QVERIFY(qAbs(lateOf("kind0") - 0.6) < 1e-9);
    QTRY_VERIFY(qAbs(m_opened->session.assessment().experience[Share::Late]->value
                     - (0.6 + 0.2 + 0.6) / 3.0)
                < 1e-9);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!scenario().budgets);
}

void TestOwnBudgets::dial_movesItInProportion()
{
    select("kind1");
    type(u"800"_s);
    m_opened->session.edit(Field::LatencyBudget, 200.0);
    QVERIFY(settled());
    QTRY_VERIFY(qAbs(lateOf("kind1") - 0.6) < 1e-9);
    QVERIFY(qAbs(lateOf("kind2") - 0.8) < 1e-9);
    QTRY_COMPARE(box()->value(), 400.0);
}

void TestOwnBudgets::noBudget_saysWhatToDo()
{
    m_opened->session.edit(edits::operatingPoint({0.3}, {}));
    QVERIFY(settled());
    select("kind1");
    QTRY_VERIFY(!box()->isEnabled());
    QVERIFY2(box()->toolTip().contains(u"Set a budget first"), qPrintable(box()->toolTip()));
}

void TestOwnBudgets::oneBudgetAgain_givesUp()
{
    select("kind1");
    type(u"800"_s);
    QVERIFY(settled());
    auto *one = panel()->findChild<QPushButton *>(u"oneBudget"_s);
    QTRY_VERIFY(one->isVisible());
    QTest::mouseClick(one, Qt::LeftButton);
    QTRY_VERIFY(!scenario().budgets);
    QTRY_VERIFY(!one->isVisible());
}

ONEINN_TEST(TestOwnBudgets)

} // namespace tests::journeys_ownbudgets

#include "tst_ownbudgets.moc"
