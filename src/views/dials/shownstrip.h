// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/chartwords.h"

#include <QWidget>

#include <optional>

namespace oneinn {

/// Of 100 shown, how many are right and how many wrong, in one scale: whatever the histogram below
/// has to do to make both classes visible.
class ShownStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ShownStrip(QWidget *parent = nullptr);

    void display(const std::optional<wording::ShownStripWords> &words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<wording::ShownStripWords> m_words;
};

} // namespace oneinn
