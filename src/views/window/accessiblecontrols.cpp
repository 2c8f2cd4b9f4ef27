// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/accessiblecontrols.h"

#include "views/evidence/matrixcell.h"
#include "views/widgets/dialslider.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace oneinn {

namespace {

/// In place of Qt's own, which is not to be derived from.
class AccessibleChoice final : public QAccessibleWidget {
public:
    explicit AccessibleChoice(QComboBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {
    }

    int childCount() const override { return box()->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(box()->view());
        return index == 1 && box()->isEditable()
                ? QAccessible::queryAccessibleInterface(box()->lineEdit())
                : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (!child)
            return -1;
        return child->object() == box()->view()                               ? 0
                : box()->isEditable() && child->object() == box()->lineEdit() ? 1
                                                                              : -1;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return box()->currentText();
        QString said = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || said.isEmpty() || box()->currentText().isEmpty())
            return said;
        return QCoreApplication::translate("oneinn::AccessibleChoice", "%1: %2")
                .arg(said, box()->currentText());
    }

    QStringList actionNames() const override
    {
        return QAccessibleWidget::actionNames() << QAccessibleActionInterface::showMenuAction()
                                                << QAccessibleActionInterface::pressAction();
    }
    void doAction(const QString &name) override
    {
        if (name != QAccessibleActionInterface::showMenuAction()
            && name != QAccessibleActionInterface::pressAction())
            QAccessibleWidget::doAction(name);
        else if (box()->view()->isVisible())
            box()->hidePopup();
        else
            box()->showPopup();
    }

private:
    QComboBox *box() const { return static_cast<QComboBox *>(widget()); }
};

class AccessibleDial final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleDial(DialSlider *slider)
        : QAccessibleWidget(slider, QAccessible::Slider)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? slider()->said() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return valueAt(slider()->axis()); }
    QVariant minimumValue() const override { return valueAt(slider()->scale().low()); }
    QVariant maximumValue() const override { return valueAt(slider()->scale().high()); }
    QVariant minimumStepSize() const override { return {}; }
    void setCurrentValue(const QVariant &value) override
    {
        slider()->moveTo(slider()->scale().toAxis(value.toDouble()));
    }

private:
    DialSlider *slider() const { return static_cast<DialSlider *>(widget()); }
    double valueAt(double axis) const { return slider()->scale().toScore(axis); }
};

/// A count of the matrix is pressed like a button.
class AccessibleCell final : public QAccessibleWidget {
public:
    explicit AccessibleCell(MatrixCell *cell)
        : QAccessibleWidget(cell, cell->leads() ? QAccessible::Button : QAccessible::StaticText)
    {
    }

    QStringList actionNames() const override
    {
        return cell()->leads()
                ? QAccessibleWidget::actionNames() << QAccessibleActionInterface::pressAction()
                : QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name == QAccessibleActionInterface::pressAction())
            Q_EMIT cell()->activated();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    MatrixCell *cell() const { return static_cast<MatrixCell *>(widget()); }
};

QAccessibleInterface *createControl(const QString & /*className*/, QObject *object)
{
    if (auto *box = qobject_cast<QComboBox *>(object))
        return new AccessibleChoice(box);
    if (auto *slider = qobject_cast<DialSlider *>(object))
        return new AccessibleDial(slider);
    if (auto *cell = qobject_cast<MatrixCell *>(object))
        return new AccessibleCell(cell);
    return nullptr;
}

} // namespace

void installAccessibleControls()
{
    static const bool installed = [] {
        QAccessible::installFactory(createControl);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace oneinn
