// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace oneinn {

class SegmentsModel;

/// What segments get, for an audience: the dots of each, beside their numbers or without them.
class SegmentSlide final : public QTableView {
    Q_OBJECT

public:
    explicit SegmentSlide(QWidget *parent = nullptr);

    /// bare: without what tells the numbers.
    void display(SegmentsModel *model, bool bare);
    /// Of the rows that an audience can read.
    int usualHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    SegmentsModel *m_model = nullptr;
};

} // namespace oneinn
