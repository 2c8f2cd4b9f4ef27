// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/savednote.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

namespace tests::widgets_savednote {

using namespace oneinn;

class TestSavedNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellSaved_namesTheFile_andLeavesTheHandAlone();
    void tellSaved_again_isTheSameNote();
};

void TestSavedNote::tellSaved_namesTheFile_andLeavesTheHandAlone()
{
    QWidget window;
    window.resize(600, 300);
    auto *below = new QPushButton(&window);
    below->setGeometry(0, 200, 600, 100); // where the note will stand
    window.show();
    below->setFocus();
    const QRect before = below->geometry();
    tellSaved(below, QStringLiteral("/somewhere/brief <b>.html"));
    const auto *note = window.findChild<SavedNote *>();
    QVERIFY(note && note->isVisible());
    QCOMPARE(note->text(), QStringLiteral("Saved: brief <b>.html"));
    QCOMPARE(note->accessibleName(), note->text());
    QVERIFY(window.rect().contains(note->geometry()));
    QCOMPARE(below->geometry(), before);
    QVERIFY(below->hasFocus() || !QApplication::activeWindow());
    QSignalSpy clicks(below, &QPushButton::clicked);
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, note->geometry().center());
    QCOMPARE(clicks.size(), 1);
    window.resize(400, 320);
    QVERIFY(window.rect().contains(note->geometry()));
}

void TestSavedNote::tellSaved_again_isTheSameNote()
{
    QWidget window;
    window.resize(600, 300);
    window.show();
    tellSaved(&window, QStringLiteral("a.csv"));
    tellSaved(&window, QStringLiteral("b.csv"));
    const auto notes = window.findChildren<SavedNote *>();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.first()->text(), QStringLiteral("Saved: b.csv"));
}

ONEINN_TEST(TestSavedNote)

} // namespace tests::widgets_savednote

#include "tst_savednote.moc"
