// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/charttheme.h"

#include <QChartView>

namespace oneinn::charts {

class PlotFrame;

/// The key of an item's data, true: Tab goes past it, though it can have the focus.
inline constexpr int passedByTab = 1;

/// A themed chart with a frame, without animation, that can be reached by Tab, read by a screen
/// reader (QAccessible::Chart) and taken away as a picture. Shows no dialog.
class ChartView : public QChartView {
    Q_OBJECT

public:
    enum class Format { Png, Svg };
    Q_ENUM(Format)

    explicit ChartView(QWidget *parent = nullptr);

    PlotFrame *frame() const { return m_frame; }
    const ChartColors &colors() const;

    /// What a screen reader says: the name, and in one or two sentences what the chart shows now.
    void setAccessibleSummary(const QString &name, const QString &summary);

    /// The chart as on screen, without focus ring. scale 2: twice as many pixels.
    QImage toImage(qreal scale = 2.0) const;
    /// The bytes of a file; empty where there is no memory for them.
    QByteArray png(qreal scale = 2.0) const;
    QByteArray svg() const;
    void copyToClipboard() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person asked for a file: choose a path, then write png() or svg() there.
    void saveRequested(oneinn::charts::ChartView::Format format);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPictureActions();
    void applyPalette();
    void renderPicture(QPainter *painter) const;
    QList<QGraphicsItem *> focusStops() const;

    PlotFrame *m_frame;
};

} // namespace oneinn::charts
