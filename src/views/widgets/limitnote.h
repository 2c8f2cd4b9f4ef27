// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"
#include "wording/limitwords.h"

#include <QFrame>

class QPushButton;

namespace oneinn {

class WrappedLabel;

/// A limit that is broken here, with the way to the nearest setting that keeps it.
class LimitNote final : public QFrame {
    Q_OBJECT

public:
    explicit LimitNote(QWidget *parent = nullptr);

    /// Hidden where none is broken.
    void display(const std::optional<wording::LimitWords> &words);

Q_SIGNALS:
    void thresholdChosen(oneinn::Threshold threshold);

private:
    WrappedLabel *m_broken;
    WrappedLabel *m_none;
    QPushButton *m_wayBack;
    std::optional<Threshold> m_nearest;
};

} // namespace oneinn
