// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/importwords.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace oneinn {

class WrappedLabel;

/// A few numbers side by side, each with a line of what it is about.
class FactStrip final : public QWidget {
    Q_OBJECT

public:
    explicit FactStrip(QWidget *parent);

    /// None: dashes stand where they will.
    void display(const std::vector<wording::ImportFact> &facts);
    /// What is shown is older than what was chosen.
    void setFaint(bool faint);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr std::size_t places = 5;
    struct Place {
        QLabel *value;
        WrappedLabel *detail;
    };
    std::vector<Place> m_places;
};

} // namespace oneinn
