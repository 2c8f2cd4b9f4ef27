// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>

#include <optional>

namespace oneinn::charts {

class PlotFrame;

/// A recommended place in the plot. A click, Enter or Space on it activates it.
class StarItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it. Hidden until it has a place.
    explicit StarItem(PlotFrame *frame);

    /// In axis units; drawn at the nearest place inside the plot. No place: hidden.
    void setPlace(std::optional<QPointF> axisUnits);
    std::optional<QPointF> place() const { return m_place; }
    /// Beside the star: one or two words.
    void setLabel(const QString &label);
    /// What it is, in full: the tool tip and the accessible name.
    void setDescription(const QString &text);

    /// What it covers with its label, in chart coordinates; null while it is hidden.
    QRectF covered() const;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

Q_SIGNALS:
    void activated();
    /// What it covers is elsewhere.
    void arranged();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void arrange();
    QRectF labelPlace() const; ///< in item coordinates

    PlotFrame *m_frame;
    std::optional<QPointF> m_place;
    QString m_label;
};

} // namespace oneinn::charts
