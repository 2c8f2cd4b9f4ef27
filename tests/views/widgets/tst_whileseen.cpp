// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/whileseen.h"

#include "support/testprogram.h"

#include <QFrame>
#include <QTest>

#include <memory>

namespace tests::widgets_whileseen {

using namespace oneinn;

class Panel final : public QFrame {
    Q_OBJECT
};

class TestWhileSeen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void told_pageIsTurned_isEachChange();
    void told_isShownAlready_isAtOnce();
    void told_isDestroyed_isNoMore();

private:
    QList<bool> m_told;
    std::function<void(bool)> m_note = [this](bool seen) { m_told.append(seen); };
};

void TestWhileSeen::told_pageIsTurned_isEachChange()
{
    m_told.clear();
    QWidget window;
    auto *panel = new Panel;
    panel->setParent(&window);
    whileSeen(panel, m_note);
    QVERIFY(m_told.isEmpty());
    window.show();
    QCOMPARE(m_told, QList<bool>{true});
    panel->hide();
    panel->show();
    QCOMPARE(m_told, (QList<bool>{true, false, true}));
    window.hide();
    QCOMPARE(m_told, (QList<bool>{true, false, true, false}));
}

void TestWhileSeen::told_isShownAlready_isAtOnce()
{
    m_told.clear();
    Panel panel;
    panel.show();
    whileSeen(&panel, m_note);
    QCOMPARE(m_told, QList<bool>{true});
}

/// Whom it is told may be the widget itself, of which only the base is left by then.
void TestWhileSeen::told_isDestroyed_isNoMore()
{
    m_told.clear();
    auto panel = std::make_unique<Panel>();
    panel->show();
    whileSeen(panel.get(), m_note);
    panel.reset();
    QCOMPARE(m_told, QList<bool>{true});
}

ONEINN_TEST(TestWhileSeen)

} // namespace tests::widgets_whileseen

#include "tst_whileseen.moc"
