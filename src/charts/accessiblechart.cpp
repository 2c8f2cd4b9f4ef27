// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/accessiblechart.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"

#include <QAccessibleWidget>
#include <QGraphicsScene>
#include <QGraphicsView>

namespace oneinn::charts {

namespace {

class AccessibleChart : public QAccessibleWidget {
public:
    explicit AccessibleChart(ChartView *view)
        : QAccessibleWidget(view, QAccessible::Chart)
    {
    }

    int childCount() const override { return static_cast<int>(markers().size()); }
    QAccessibleInterface *child(int index) const override
    {
        return QAccessible::queryAccessibleInterface(markers().value(index));
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child ? static_cast<int>(markers().indexOf(child->object())) : -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        for (auto *marker : markers()) {
            if (static_cast<ChartMarker *>(marker)->hasFocus())
                return QAccessible::queryAccessibleInterface(marker);
        }
        return QAccessibleWidget::focusChild();
    }

private:
    QList<QObject *> markers() const
    {
        QList<QObject *> found;
        for (auto *item : static_cast<ChartView *>(widget())->scene()->items(Qt::AscendingOrder)) {
            auto *marker = qobject_cast<ChartMarker *>(item->toGraphicsObject());
            if (marker && marker->isVisible())
                found.append(marker);
        }
        return found;
    }
};

/// A marker as a slider along the horizontal axis.
class AccessibleMarker : public QAccessibleObject, public QAccessibleValueInterface {
public:
    explicit AccessibleMarker(ChartMarker *marker)
        : QAccessibleObject(marker)
    {
    }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(view());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Slider; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return marker()->accessibleName().isEmpty() ? marker()->label()
                                                        : marker()->accessibleName();
        return kind == QAccessible::Value ? marker()->label() : QString();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = marker()->isInteractive();
        state.focused = marker()->hasFocus();
        state.invisible = !marker()->isVisible();
        state.readOnly = !marker()->isInteractive();
        return state;
    }

    QRect rect() const override
    {
        const auto *widget = view();
        if (!widget)
            return {};
        const auto area = widget->mapFromScene(marker()->sceneBoundingRect()).boundingRect();
        return {widget->viewport()->mapToGlobal(area.topLeft()), area.size()};
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : nullptr;
    }
    QVariant currentValue() const override { return marker()->position().x(); }
    QVariant minimumValue() const override { return marker()->frame()->horizontal().low; }
    QVariant maximumValue() const override { return marker()->frame()->horizontal().high; }
    QVariant minimumStepSize() const override { return {}; }
    void setCurrentValue(const QVariant &value) override
    {
        if (!marker()->isInteractive())
            return;
        const QPointF wish(value.toDouble(), marker()->position().y());
        Q_EMIT marker()->dragStarted();
        Q_EMIT marker()->dragged(marker()->frame()->clamped(wish));
        Q_EMIT marker()->dragFinished();
    }

private:
    ChartMarker *marker() const { return static_cast<ChartMarker *>(object()); }
    QGraphicsView *view() const
    {
        const auto *scene = marker()->scene();
        return scene ? scene->views().value(0) : nullptr;
    }
};

QAccessibleInterface *create(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ChartView *>(object))
        return new AccessibleChart(view);
    if (auto *marker = qobject_cast<ChartMarker *>(object))
        return new AccessibleMarker(marker);
    return nullptr;
}

} // namespace

void installAccessibleCharts()
{
    static const bool installed = [] {
        QAccessible::installFactory(create);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace oneinn::charts
