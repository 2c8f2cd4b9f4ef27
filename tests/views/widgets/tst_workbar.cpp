// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/workbar.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tests::widgets_workbar {

using namespace oneinn;

class TestWorkBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void display_eachState_offersWhatCanBeDone_data();
    void display_eachState_offersWhatCanBeDone();
};

void TestWorkBar::display_eachState_offersWhatCanBeDone_data()
{
    QTest::addColumn<double>("progress"); // < 0: none
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<bool>("canBeCancelled");
    QTest::newRow("nothing under way") << -1.0 << false << false << false;
    QTest::newRow("just begun") << 0.0 << false << true << true;
    QTest::newRow("half done") << 0.5 << false << true << true;
    QTest::newRow("cancelled") << -1.0 << true << true << false;
}

void TestWorkBar::display_eachState_offersWhatCanBeDone()
{
    QFETCH(const double, progress);
    QFETCH(const bool, cancelled);
    QFETCH(const bool, shown);
    QFETCH(const bool, canBeCancelled);
    QWidget window;
    WorkBar bar(&window);
    window.show();
    bar.display(progress < 0.0 ? std::nullopt : std::optional(progress), cancelled);
    QCOMPARE(bar.isVisible(), shown);
    const auto *share = bar.findChild<QProgressBar *>();
    QCOMPARE(share->isVisible(), progress >= 0.0);
    if (progress >= 0.0)
        QCOMPARE(share->value(), int(progress * share->maximum()));
    if (!shown)
        return;
    QSignalSpy cancels(&bar, &WorkBar::cancelRequested);
    QSignalSpy resumes(&bar, &WorkBar::resumeRequested);
    bar.findChild<QPushButton *>()->click();
    QCOMPARE(cancels.size(), canBeCancelled ? 1 : 0);
    QCOMPARE(resumes.size(), canBeCancelled ? 0 : 1);
}

ONEINN_TEST(TestWorkBar)

} // namespace tests::widgets_workbar

#include "tst_workbar.moc"
