// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/widgets/wrappedlabel.h"
#include "views/window/sharemenu.h"
#include "wording/shareline.h"

#include <QTest>

#include <memory>
#include <vector>

namespace tests::journeys_othershares {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// Shares that a person asks for besides.
class TestOtherShares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void nothingAsked_nothingTold();
    void share_asked_isTold_data();
    void share_asked_isTold();
    void share_asked_isKept();

private:
    const WrappedLabel *told() const { return m_opened->child<WrappedLabel>(u"otherShares"_s); }
    /// As a mouse does.
    void choose(Share share) const;

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestOtherShares::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
}

void TestOtherShares::choose(Share share) const
{
    auto *menu = m_opened->window.findChild<ShareMenu *>();
    menu->popup(m_opened->window.mapToGlobal(QPoint(0, 0)));
    QVERIFY(QTest::qWaitForWindowExposed(menu));
    QAction *action = menu->actions().at(wording::offeredShares().indexOf(share));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
}

void TestOtherShares::nothingAsked_nothingTold()
{
    QVERIFY(!told()->isVisible());
}

void TestOtherShares::share_asked_isTold_data()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < wording::offeredShares().size(); ++i)
        QTest::addRow("%d", i) << i;
}

void TestOtherShares::share_asked_isTold()
{
    QFETCH(const int, place);
    const Share share = wording::offeredShares().at(place);
    choose(share);
    QVERIFY(told()->isVisible());
    const auto line = [&] { return wording::shareLine(share, m_opened->session.assessment()); };
    QVERIFY2(told()->text().endsWith(line()), qPrintable(told()->text()));
    QVERIFY(told()->text().startsWith(wording::shareName(share).name + u": "_s));
    const QString before = line();
    m_opened->session.setThreshold({0.9});
    QVERIFY(line() != before);
    QVERIFY(told()->text().endsWith(line()));
    choose(share);
    QVERIFY(!told()->isVisible());
}

void TestOtherShares::share_asked_isKept()
{
    choose(Share::Specificity);
    choose(Share::Accuracy);
    QCOMPARE(told()->text().count(u'\n'), 1);
    // What accuracy hides stands beside it: two of three suggestions are bad.
    QVERIFY(told()->text().contains(u"Doing nothing would be right in 70 of 100 uses."_s));
    const ShareMenu next; // as the next window makes it
    QVERIFY(next.chosen() == (std::vector{Share::Accuracy, Share::Specificity}));
}

ONEINN_TEST(TestOtherShares)

} // namespace tests::journeys_othershares

#include "tst_othershares.moc"
