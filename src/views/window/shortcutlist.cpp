// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/shortcutlist.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace oneinn {

namespace {

struct Shortcut {
    QString does;
    QString keys;
};

QString withoutMarks(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

QList<Shortcut> onCharts()
{
    return {
            {ShortcutList::tr("On a chart: move the point by one step"),
             ShortcutList::tr("Arrow keys")},
            {ShortcutList::tr("On a chart: to either end"), ShortcutList::tr("Home, End")},
            {ShortcutList::tr("While dragging: back to where it was"), ShortcutList::tr("Esc")},
            {ShortcutList::tr("In a room: its next view"),
             ShortcutList::tr("The room's keys again")},
    };
}

QList<Shortcut> whilePresenting()
{
    return {
            {ShortcutList::tr("While presenting: reveal the numbers"), ShortcutList::tr("Space")},
            {ShortcutList::tr("While presenting: the next view, the one before"),
             ShortcutList::tr("Page Down, Page Up")},
            {ShortcutList::tr("While presenting: take a guess of the audience"),
             ShortcutList::tr("Digits or letters, then Enter")},
            {ShortcutList::tr("While presenting: take the last guess back"),
             ShortcutList::tr("Backspace")},
            {ShortcutList::tr("While presenting: save what a class guessed in a lesson"),
             ShortcutList::tr("Ctrl+S")},
            {ShortcutList::tr("While presenting: in a class, as simple as it gets"),
             ShortcutList::tr("S")},
            {ShortcutList::tr("While presenting: a black screen, unless a guess is typed"),
             ShortcutList::tr("B")},
            {ShortcutList::tr("While presenting: end"), ShortcutList::tr("Esc, F5")},
    };
}

/// Each once: several tables have a key of the same name.
QList<Shortcut> shortcutsOf(const QWidget *window)
{
    QList<Shortcut> found;
    const auto add = [&found](const QString &does, const QKeySequence &keys) {
        const Shortcut shortcut{withoutMarks(does), keys.toString(QKeySequence::NativeText)};
        const auto same = [&shortcut](const Shortcut &each) {
            return each.does == shortcut.does && each.keys == shortcut.keys;
        };
        if (!shortcut.keys.isEmpty() && !shortcut.does.isEmpty()
            && std::none_of(found.cbegin(), found.cend(), same))
            found.append(shortcut);
    };
    QList<const QWidget *> widgets{window};
    widgets += window->findChildren<const QWidget *>();
    for (const QWidget *widget : std::as_const(widgets)) {
        const QList<QAction *> actions = widget->actions();
        for (const QAction *action : actions)
            add(action->text(), action->shortcut());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button->accessibleName().isEmpty() ? button->text() : button->accessibleName(),
                button->shortcut());
    }
    return found + onCharts() + whilePresenting();
}

} // namespace

ShortcutList::ShortcutList(QWidget *window)
    : QDialog(window)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    const QList<Shortcut> shortcuts = shortcutsOf(window);
    auto *table = new QTableWidget(int(shortcuts.size()), 2, this);
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("What it does"), tr("Keys")});
    table->verticalHeader()->hide();
    table->setTabKeyNavigation(false); // leads on to the button
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(shortcuts.at(row).does));
        table->setItem(row, 1, new QTableWidgetItem(shortcuts.at(row).keys));
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(70 * metrics.averageCharWidth(), 32 * metrics.lineSpacing());
}

} // namespace oneinn

#include "moc_shortcutlist.cpp"
