// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/policiesanswer.h"
#include "support/testprogram.h"
#include "views/options/cascadestrip.h"
#include "views/options/policiesmodel.h"
#include "views/options/policiespanel.h"
#include "views/widgets/numberbox.h"

#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <memory>

namespace tests::journeys_cascade {

using namespace oneinn;
using namespace testsupport;
using charts::ChartMarker;
using charts::ChartView;

/// Setting where the small model of a cascade is unsure, as a person does it.
class TestCascade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void row_noCascade_hasNoStrip();
    void line_dragged_isOneStepAndComparedAnew();
    void line_draggedPastTheOther_stopsThere();
    void line_keys_moveIt();
    void box_typed_isTheBoundAndBackIsTheBest();
    void window_small_keepsTheBoxes();

private:
    PoliciesPanel *panel() const { return m_opened->child<PoliciesPanel>(); }
    CascadeStrip *strip() const { return panel()->findChild<CascadeStrip *>(); }
    QTableView *table() const { return panel()->findChild<QTableView *>(QStringLiteral("table")); }
    NumberBox *box(const char *name) const
    {
        return strip()->findChild<NumberBox *>(QLatin1String(name));
    }
    QPushButton *back() const
    {
        return strip()->findChild<QPushButton *>(QStringLiteral("backToTheBest"));
    }
    ChartMarker *line(const char *name) const
    {
        for (QGraphicsItem *item : strip()->chart()->scene()->items()) {
            auto *marker = dynamic_cast<ChartMarker *>(item);
            if (marker && marker->accessibleName() == QLatin1String(name))
                return marker;
        }
        return nullptr;
    }
    const std::optional<CascadeBounds> &bounds() const
    {
        return m_opened->session.scenario().cascade;
    }
    template<typename Act> PoliciesAnswerPtr answerAfter(Act act)
    {
        return policiesAfter(*m_opened, act);
    }
    static int rowOf(const PoliciesAnswerPtr &answer, const std::string &id)
    {
        const auto &all = answer->compared->policies;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].candidate.id == id)
                return static_cast<int>(i);
        }
        return -1;
    }
    static Cascade cascadeOf(const PoliciesAnswerPtr &answer)
    {
        const auto row = static_cast<std::size_t>(rowOf(answer, "cascade"));
        return std::get<Cascade>(answer->compared->policies.at(row).candidate.policy);
    }
    const PoliciesModel *rows() const
    {
        return qobject_cast<const PoliciesModel *>(table()->model());
    }
    void select(int row) const
    {
        table()->setCurrentIndex(table()->model()->index(rows()->rowOf(row), 0));
        QCoreApplication::sendPostedEvents(); // the layout makes room
    }
    /// Press on the line's handle, on to a place of the axis, release.
    void dragTo(const char *name, double score) const
    {
        ChartView *chart = strip()->chart();
        const QPoint from = OpenedWindow::handle(line(name));
        const QPoint to(OpenedWindow::at(chart, {score, 0.0}).x(), from.y());
        drag(chart->viewport(), from, to);
    }

    std::unique_ptr<OpenedWindow> m_opened;
    PoliciesAnswerPtr m_answer;
};

void TestCascade::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1440, 900));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    m_answer = answerAfter(
            [this] { QTest::keyClick(&m_opened->window, Qt::Key_3, Qt::ControlModifier); });
    QVERIFY(m_answer && m_answer->compared);
    select(rowOf(m_answer, "cascade"));
    QVERIFY(strip()->chart()->isVisible());
}

void TestCascade::row_noCascade_hasNoStrip()
{
    QVERIFY(strip()->isVisible());
    const Cascade best = cascadeOf(m_answer);
    // What is infinite stands at an end.
    const auto isShown = [](const NumberBox *box, double bound) {
        return std::abs(box->value() - std::clamp(bound, box->minimum(), box->maximum()))
                <= 0.51 * std::pow(10.0, -box->decimals());
    };
    QVERIFY(isShown(box("unsureFrom"), best.deferBetween.low));
    QVERIFY(isShown(box("unsureTo"), best.deferBetween.high));
    QVERIFY(!back()->isEnabled());
    select(0);
    QVERIFY(!strip()->isVisible());
    select(rowOf(m_answer, "cascade-parallel"));
    QVERIFY(strip()->isVisible());
}

void TestCascade::line_dragged_isOneStepAndComparedAnew()
{
    const Scenario before = m_opened->session.scenario();
    const Cascade best = cascadeOf(m_answer);
    const auto then = answerAfter([&] {
        dragTo("unsure to", 0.9);
        // Before anything is compared again.
        QVERIFY(bounds());
        QVERIFY(std::abs(bounds()->deferBetween.high - 0.9) < 0.01);
        QCOMPARE(box("unsureTo")->value(), bounds()->deferBetween.high);
    });
    QVERIFY(then);
    QCOMPARE(m_opened->session.history().count(), 1);
    QVERIFY(!m_opened->session.history().isInGesture());
    QCOMPARE(bounds()->first, std::string("on-device-small"));
    QCOMPARE(bounds()->second, std::string("cloud-large"));
    QCOMPARE(bounds()->deferBetween.low, best.deferBetween.low);
    QCOMPARE(cascadeOf(then).deferBetween, bounds()->deferBetween);
    QCOMPARE(rows()->policyAt(table()->currentIndex().row()), rowOf(then, "cascade"));
    const auto undone = answerAfter(
            [this] { QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier); });
    QVERIFY(undone);
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(cascadeOf(undone), best);
    QCOMPARE(line("unsure to")->position().x(), best.deferBetween.high);
}

void TestCascade::line_draggedPastTheOther_stopsThere()
{
    dragTo("unsure to", 0.9);
    dragTo("unsure from", 0.4);
    dragTo("unsure to", 0.1);
    QVERIFY(std::abs(bounds()->deferBetween.low - 0.4) < 0.01);
    QCOMPARE(bounds()->deferBetween.high, bounds()->deferBetween.low);
    QCOMPARE(box("unsureTo")->value(), box("unsureFrom")->value());
}

void TestCascade::line_keys_moveIt()
{
    ChartView *chart = strip()->chart();
    dragTo("unsure from", 0.3);
    const double low = bounds()->deferBetween.low;
    chart->setFocus();
    line("unsure from")->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(std::abs(bounds()->deferBetween.low - (low - box("unsureFrom")->singleStep())) < 1e-9);
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(bounds()->deferBetween.low, -HUGE_VAL);
    QCOMPARE(box("unsureFrom")->value(), box("unsureFrom")->minimum());
}

void TestCascade::box_typed_isTheBoundAndBackIsTheBest()
{
    NumberBox *low = box("unsureFrom");
    QCOMPARE(low->accessibleName(), QStringLiteral("unsure from"));
    dragTo("unsure to", 0.9);
    low->setFocus();
    low->selectAll();
    const auto typed = answerAfter([&] {
        QTest::keyClicks(low, QStringLiteral("0.25"));
        QTest::keyClick(low, Qt::Key_Tab);
    });
    QVERIFY(typed);
    QVERIFY(box("unsureTo")->hasFocus());
    QCOMPARE(cascadeOf(typed).deferBetween.low, 0.25);
    QVERIFY(back()->isEnabled());
    const auto best = answerAfter([this] { back()->click(); });
    QVERIFY(best);
    QVERIFY(!bounds());
    QVERIFY(!back()->isEnabled());
    QCOMPARE(cascadeOf(best), cascadeOf(m_answer));
    QCOMPARE(m_opened->session.history().count(), 3);
}

void TestCascade::window_small_keepsTheBoxes()
{
    m_opened->window.resize(1024, 700);
    QTRY_VERIFY(!strip()->chart()->isVisible());
    for (const QWidget *widget :
         {static_cast<QWidget *>(box("unsureFrom")), static_cast<QWidget *>(box("unsureTo")),
          static_cast<QWidget *>(back())}) {
        QVERIFY(widget->isVisible());
        QCOMPARE(widget->visibleRegion().boundingRect(), widget->rect());
    }
}

ONEINN_TEST(TestCascade)

} // namespace tests::journeys_cascade

#include "tst_cascade.moc"
