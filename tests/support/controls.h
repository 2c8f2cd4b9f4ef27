// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chartview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>

/// What a person can take hold of in a window, and what is told of it to those who do not see it.
namespace testsupport {

template<typename... Kinds> bool isAny(const QObject *object)
{
    return (... || (qobject_cast<const Kinds *>(object) != nullptr));
}

/// A part of a control that itself is none: the line of a number box, the arrows of a row of tabs.
inline bool isPartOfControl(const QWidget *widget)
{
    for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget()) {
        if (isAny<QAbstractSpinBox, QComboBox, QTabBar, QLineEdit, QAbstractItemView>(each))
            return true;
        if (each->isWindow())
            return false;
    }
    return false;
}

/// There is nothing to do with the pin that is now; and what closes History is Ctrl+H.
inline bool isToldOnly(const QWidget *widget)
{
    return widget->property("now").toBool()
            || widget->objectName() == QLatin1String("qt_dockwidget_closebutton");
}

inline bool isControl(const QWidget *widget)
{
    return isAny<QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider, QLineEdit, QTabBar,
                 QAbstractItemView, QPlainTextEdit, QTextEdit, oneinn::charts::ChartView>(widget)
            && !isAny<QScrollBar>(widget) && !isPartOfControl(widget) && !isToldOnly(widget);
}

inline QList<QWidget *> visibleControls(const QWidget *window)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (isControl(widget) && widget->isVisible() && widget->window() == window)
            found.append(widget);
    }
    return found;
}

inline QString accessibleText(QObject *object, QAccessible::Text kind)
{
    const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(object);
    return told ? told->text(kind).trimmed() : QString();
}

/// As a person who mends it finds it: its kind and name, whose part it is, and what is on it.
inline QString describe(const QWidget *widget)
{
    const QWidget *owner = widget->parentWidget();
    const auto isOurs = [](const QWidget *each) {
        return QByteArray(each->metaObject()->className()).startsWith("oneinn::");
    };
    while (owner && !isOurs(owner))
        owner = owner->parentWidget();
    const QString words = widget->property("text").toString().left(40);
    return QStringLiteral("%1 \"%2\" of %3%4")
            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                 QString::fromLatin1(owner ? owner->metaObject()->className() : "no panel"),
                 words.isEmpty() ? QString() : QLatin1String(" reading \"") + words + u'"');
}

inline QStringList namelessControls(const QWidget *window)
{
    QStringList faults;
    const auto hasWord = [](const QString &name) {
        return std::any_of(name.begin(), name.end(), [](QChar each) { return each.isLetter(); });
    };
    const QList<QWidget *> controls = visibleControls(window);
    for (QWidget *control : controls) {
        const QString name = accessibleText(control, QAccessible::Name);
        if (!hasWord(name))
            faults.append(describe(control)
                          + QLatin1String(" has no accessible name: give it one, or a buddy."));
        const auto *combo = qobject_cast<const QComboBox *>(control);
        const bool byValue = (combo && name == combo->currentText())
                || (isAny<QAbstractSpinBox, QAbstractSlider>(control)
                    && name == accessibleText(control, QAccessible::Value));
        if (byValue)
            faults.append(describe(control) + QLatin1String(" is called by its value (") + name
                          + QLatin1String("): name it by what it sets."));
        if (isAny<oneinn::charts::ChartView>(control)
            && !accessibleText(control, QAccessible::Description).contains(u'.'))
            faults.append(describe(control)
                          + QLatin1String(" says in no sentence what it shows: describe it."));
        const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(control);
        for (int i = 0; isAny<oneinn::charts::ChartView>(control) && i < told->childCount(); ++i) {
            const QAccessibleInterface *part = told->child(i);
            if (!part || !hasWord(part->text(QAccessible::Name))
                || part->text(QAccessible::Name) == part->text(QAccessible::Value))
                faults.append(describe(control)
                              + QLatin1String(" has a marker without a name: name what it sets."));
        }
    }
    return faults;
}

/// The letters that Alt leads by, with those who claim them; each once in a menu and in a window.
inline QStringList doubledLetters(const QList<std::pair<QString, QString>> &claims)
{
    QStringList faults;
    QHash<QString, QString> taken;
    for (const auto &[text, who] : claims) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (taken.contains(key))
            faults.append(QStringLiteral("%1 leads to both %2 and %3: give one another letter.")
                                  .arg(key, taken.value(key), who));
        taken.insert(key, who);
    }
    return faults;
}

inline QStringList doubledMnemonics(const QWidget *window)
{
    QList<std::pair<QString, QString>> claims;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *tabs = qobject_cast<const QTabBar *>(widget);
        if ((label && label->buddy()) || isAny<QAbstractButton, QGroupBox>(widget))
            claims.append({widget->property(isAny<QGroupBox>(widget) ? "title" : "text").toString(),
                           describe(widget)});
        for (int i = 0; tabs && i < tabs->count(); ++i)
            claims.append({tabs->tabText(i), describe(tabs)});
    }
    return doubledLetters(claims);
}

inline QStringList faultsOfMenu(const QMenu *menu)
{
    QStringList faults;
    QList<std::pair<QString, QString>> claims;
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        if (action->isSeparator())
            continue;
        if (action->text().isEmpty())
            faults.append(
                    QStringLiteral("An entry of the menu \"%1\" has no words.").arg(menu->title()));
        claims.append(
                {action->text(),
                 QStringLiteral("\"%1\" in the menu \"%2\"").arg(action->text(), menu->title())});
    }
    return faults + doubledLetters(claims);
}

/// What the Tab key comes by, and what it never leaves again, if anything.
struct TabRound {
    QSet<QWidget *> reached;
    QWidget *trap = nullptr;
};

/// Until it has come by nothing new for a while.
inline TabRound roundByTab(QWidget *window, bool forward)
{
    constexpr int most = 600;
    constexpr int patience = 70; // more than a view has stops
    TabRound round;
    int sinceNew = 0;
    int sinceMoved = 0;
    for (int i = 0; i < most && sinceNew < patience; ++i) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before ? before : window, Qt::Key_Tab,
                        forward ? Qt::NoModifier : Qt::ShiftModifier);
        QWidget *now = QApplication::focusWidget();
        sinceMoved = now == before ? sinceMoved + 1 : 0;
        sinceNew = round.reached.contains(now) ? sinceNew + 1 : 0;
        if (now)
            round.reached.insert(now);
    }
    if (sinceMoved >= patience / 2)
        round.trap = QApplication::focusWidget();
    return round;
}

/// A choice between neighbours is made with the arrow keys.
inline bool isReached(const QWidget *control, const QSet<QWidget *> &reached)
{
    const auto *button = qobject_cast<const QAbstractButton *>(control);
    return std::any_of(reached.begin(), reached.end(), [&](const QWidget *each) {
        const auto *other = qobject_cast<const QAbstractButton *>(each);
        const bool together = button && other && button->parent() == other->parent()
                && ((button->autoExclusive() && other->autoExclusive())
                    || (button->group() && button->group() == other->group()));
        return each == control || control->isAncestorOf(each) || together
                || (control->focusProxy() == each);
    });
}

} // namespace testsupport
