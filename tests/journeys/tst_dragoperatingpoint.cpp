// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/shownanswer.h"
#include "support/testprogram.h"

#include <memory>

namespace tests::journeys_dragoperatingpoint {

using namespace oneinn;
using namespace testsupport;
using charts::ChartMarker;
using charts::ChartView;

class TestDragOperatingPoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_sampleDragReadUndo_everyMoveIsTrue();
    void drag_anywhere_staysOnPointsThatExist_data();
    void drag_anywhere_staysOnPointsThatExist();
    void drag_alongTheCurve_doesNotJump();
    void drag_toTheArtificialEnd_staysOnTheHighestScore();
    void drag_atABaseRate_staysOnTheRestatedCurve();
    void press_whileNothingIsShown_bringsThePointBack();
    void keys_rightAndLeft_stepAlongTheCurve();
    void keys_home_staysOnTheCurve();
    void keys_pastTheLeftEnd_keepFocusAndPoint();

private:
    ChartView *chart() { return m_opened->curve(); }
    ChartMarker *marker() { return OpenedWindow::marker(chart()); }
    bool exists(QPointF point) const;
    Threshold threshold() const { return m_opened->session.scenario().threshold; }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDragOperatingPoint::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

/// Does some threshold reach this recall and precision?
bool TestDragOperatingPoint::exists(QPointF point) const
{
    const ThresholdSweep &sweep = m_opened->session.assessment().outlook->sweep;
    for (Eigen::Index k = 0; k < sweep.size(); ++k) {
        const double recall = sweep.tp[k] / sweep.positives;
        const double precision = sweep.tp[k] / (sweep.tp[k] + sweep.fp[k]);
        if (qAbs(recall - point.x()) < 1e-9 && qAbs(precision - point.y()) < 1e-9)
            return true;
    }
    return false;
}

void TestDragOperatingPoint::journey_sampleDragReadUndo_everyMoveIsTrue()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    const auto before = shownTexts(*m_opened);
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    for (int i = 1; i <= 8; ++i) {
        moveTo(chart()->viewport(), from - QPoint(i * 9, i % 3));
        QCOMPARE(falselyShown(*m_opened), QString());
        QVERIFY(exists(marker()->position()));
    }
    release(chart()->viewport(), from - QPoint(72, 0));
    QVERIFY(shownTexts(*m_opened) != before);
    QCOMPARE(m_opened->session.history().count(), 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestDragOperatingPoint::drag_anywhere_staysOnPointsThatExist_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("fraud") << QStringLiteral("fraudalerts");
    QTest::newRow("tumour") << QStringLiteral("tumourscreening");
}

void TestDragOperatingPoint::drag_anywhere_staysOnPointsThatExist()
{
    QFETCH(QString, id);
    QVERIFY(m_opened->openSample(id));
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    for (const QPointF place : {QPointF(0.0, 0.0), QPointF(1.0, 1.0), QPointF(0.0, 1.0),
                                QPointF(0.5, 0.5), QPointF(1.2, -0.3)}) {
        moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), place.x(), place.y()));
        QVERIFY(exists(marker()->position()));
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(chart()->viewport(), from);
}

void TestDragOperatingPoint::drag_alongTheCurve_doesNotJump()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    // From place to place of the curve itself: the marker follows the hand within a few pixels,
    // however precision rises and falls.
    const ThresholdSweep sweep = m_opened->session.assessment().outlook->sweep;
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    for (Eigen::Index k = sweep.size() / 20; k < sweep.size(); k += sweep.size() / 20) {
        const QPoint hand = OpenedWindow::at(
                chart(),
                {sweep.tp[k] / sweep.positives, sweep.tp[k] / (sweep.tp[k] + sweep.fp[k])});
        moveTo(chart()->viewport(), hand);
        const QPoint rest = OpenedWindow::at(chart(), marker()->position());
        QVERIFY((rest - hand).manhattanLength() <= 4);
    }
    release(chart()->viewport(), {0, 0});
}

void TestDragOperatingPoint::drag_toTheArtificialEnd_staysOnTheHighestScore()
{
    // The highest score is a wrong one: precision starts at 0, far from the artificial end.
    QVERIFY(m_opened->open("label,score\n0,0.9\n1,0.8\n1,0.7\n0,0.2\n1,0.1\n"));
    const QPoint corner = OpenedWindow::inPlot(chart(), 0.0, 1.0);
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    moveTo(chart()->viewport(), corner);
    QVERIFY(std::isfinite(threshold().value));
    QVERIFY(exists(marker()->position()));
    QVERIFY(marker()->isVisible());
    release(chart()->viewport(), corner);
}

void TestDragOperatingPoint::drag_atABaseRate_staysOnTheRestatedCurve()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.edit(Field::BaseRate, 0.02);
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    for (const double recall : {0.9, 0.5, 0.2}) {
        moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), recall, 0.1));
        QVERIFY(exists(marker()->position()));
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(chart()->viewport(), {0, 0});
}

void TestDragOperatingPoint::press_whileNothingIsShown_bringsThePointBack()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.moveThresholdToEnd(true);
    QVERIFY(!marker()->isVisible());
    m_opened->window.resize(1200, 760); // everything is placed anew
    const QPoint there = OpenedWindow::inPlot(chart(), 0.5, 0.6);
    press(chart()->viewport(), there);
    release(chart()->viewport(), there);
    QVERIFY(marker()->isVisible());
    QVERIFY(exists(marker()->position()));
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestDragOperatingPoint::keys_rightAndLeft_stepAlongTheCurve()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setThreshold({0.5});
    marker()->setFocus();
    const double recall = marker()->position().x();
    QTest::keyClick(chart(), Qt::Key_PageUp);
    QVERIFY(marker()->position().x() > recall);
    QCOMPARE(falselyShown(*m_opened), QString());
    QTest::keyClick(chart(), Qt::Key_PageDown);
    QCOMPARE(marker()->position().x(), recall);
    QTest::keyClick(chart(), Qt::Key_Right);
    const double lower = threshold().value;
    QVERIFY(lower < 0.5);
    QTest::keyClick(chart(), Qt::Key_Left);
    QVERIFY(threshold().value > lower);
    QTest::keyClick(chart(), Qt::Key_End);
    QCOMPARE(marker()->position().x(), 1.0);
}

void TestDragOperatingPoint::keys_home_staysOnTheCurve()
{
    QVERIFY(m_opened->open(mixedTable()));
    marker()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(threshold().value, m_opened->session.assessment().slice->sweep().threshold.maxCoeff());
    QVERIFY(marker()->isVisible());
}

void TestDragOperatingPoint::keys_pastTheLeftEnd_keepFocusAndPoint()
{
    QVERIFY(m_opened->open(mixedTable()));
    marker()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Home);
    QTest::keyClick(chart(), Qt::Key_Left);
    QTest::keyClick(chart(), Qt::Key_PageDown);
    QVERIFY(marker()->hasFocus());
    QVERIFY(std::isfinite(threshold().value));
    QTest::keyClick(chart(), Qt::Key_Right);
    const Eigen::ArrayXd &scores = m_opened->session.assessment().slice->sweep().threshold;
    QCOMPARE(threshold().value, scores[1]);
}

ONEINN_TEST(TestDragOperatingPoint)

} // namespace tests::journeys_dragoperatingpoint

#include "tst_dragoperatingpoint.moc"
