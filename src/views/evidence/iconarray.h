// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QWidget>

#include <optional>
#include <vector>

namespace oneinn {

/// A hundred icons, the bad ones first: squares with a cross for wrong, discs for right. Shape
/// carries the state as well as colour.
class IconArray final : public QWidget {
    Q_OBJECT

public:
    explicit IconArray(QWidget *parent = nullptr);

    /// bad: how many of the hundred; absent: unknown, all icons are hollow.
    void display(std::optional<int> bad, const QString &description);
    /// What is counted is no harm: filled discs, and the rest hollow.
    void setCountsGood(bool good);
    /// Where it is unknown nothing is drawn, not even hollow icons: there is nothing to guess.
    void setDrawsUnknown(bool draws);
    /// Two thirds of the size, where there is little room.
    void setSmall(bool small);
    /// Each a ring around the icon that would be the last bad one; of 0 there is none.
    void setGuesses(std::vector<int> guesses, const QColor &color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<int> m_bad;
    bool m_countsGood = false;
    bool m_drawsUnknown = true;
    bool m_small = false;
    std::vector<int> m_guesses;
    QColor m_guessColor;
};

} // namespace oneinn
