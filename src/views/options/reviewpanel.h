// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/review/reviewrows.h"

#include <QFrame>

#include <optional>

class QPushButton;

namespace oneinn {

class Results;
class ReviewBoxes;
class ReviewEnds;
class ReviewMarks;
class ReviewResults;
class Session;
class WorkBar;
class WrappedLabel;

/// Between which two scores a person decides, what that brings, and when it is worth nothing.
class ReviewPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ReviewPanel(QWidget *parent = nullptr);

    void setResults(Results *results);
    void render(const Assessment &assessment);
    const ReviewResults *review() const { return m_review; }
    ReviewMarks *marks() const { return m_marks; }

private:
    QWidget *told();
    QWidget *buttons();
    void renderState();
    void renderWork();
    void renderButtons(const std::optional<ReviewAnswer> &now);

    Session *m_session = nullptr;
    ReviewResults *m_review = nullptr;
    ReviewBoxes *m_boxes;
    WrappedLabel *m_assumed;
    WorkBar *m_work;
    ReviewMarks *m_marks;
    ReviewEnds *m_ends;
    QPushButton *m_best;
    QPushButton *m_takeOver; ///< or takes it back
    WrappedLabel *m_told;
};

} // namespace oneinn
