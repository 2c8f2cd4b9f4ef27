// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/options/reviewmarks.h"
#include "wording/bandplace.h"

#include <QWidget>

#include <array>

namespace oneinn {

class ThresholdBox;

/// The number twins of the marks: where the band begins and ends, typed or stepped as the file has
/// its scores.
class ReviewEnds final : public QWidget {
    Q_OBJECT

public:
    explicit ReviewEnds(QWidget *parent = nullptr);

    void display(const wording::BandSaid &said);

Q_SIGNALS:
    /// In scores, of which the higher are the more positive.
    void edited(oneinn::ReviewMarks::End end, oneinn::Threshold threshold);
    /// To the next score above, or below.
    void stepRequested(oneinn::ReviewMarks::End end, int steps);

private:
    std::array<ThresholdBox *, 2> m_boxes{};
    wording::BandSaid m_said;
};

} // namespace oneinn
