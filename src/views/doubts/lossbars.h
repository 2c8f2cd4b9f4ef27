// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/scenarioload.h"
#include "wording/verdictwords.h"

#include <QList>
#include <QWidget>

namespace oneinn {

/// One failure: what its getting worse loses.
struct LossBar {
    wording::LossWords words;
    double loss = 0.0; ///< per use
    Interval range;
};
QList<LossBar> lossBars(const QList<wording::LossWords> &words, const FailureLosses &losses,
                        const PerFailure<Interval> &ranges);
/// The largest number among bars: what fills the width.
double largestLoss(const QList<LossBar> &bars);

/// A tornado: bars under one another, the longest first. Small, each is a line with the failure's
/// name; in full, what got worse stands over it and the range below.
class LossBars final : public QWidget {
    Q_OBJECT

public:
    enum class Size { Small, Full };

    explicit LossBars(QWidget *parent = nullptr);

    void setSize(Size size);
    void display(const QList<LossBar> &bars, double fullWidth);
    /// Out of date: without colour.
    void setFaded(bool faded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    int numberWidth() const;
    void paintSmall(QPainter &painter, const LossBar &bar, const QRect &row) const;
    void paintFull(QPainter &painter, const LossBar &bar, const QRect &row) const;
    void paintBar(QPainter &painter, const LossBar &bar, const QRectF &room) const;

    Size m_size = Size::Full;
    QList<LossBar> m_bars;
    double m_fullWidth = 0.0;
    bool m_faded = false;
};

} // namespace oneinn
