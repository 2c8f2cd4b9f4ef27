// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace oneinn {

/// Widgets beside one another, going on in the next line where there is no room.
class FlowRow final : public QWidget {
    Q_OBJECT

public:
    explicit FlowRow(QWidget *parent = nullptr);

    /// In the order of adding; each takes the width that it asks for, as far as there is so much.
    void add(QWidget *widget);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return placed(width, false); }

protected:
    /// A widget that wants another width.
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The height that all take in this width.
    int placed(int width, bool move) const;

    std::vector<QWidget *> m_widgets;
};

} // namespace oneinn
