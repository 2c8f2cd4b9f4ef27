// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>

namespace oneinn {

class LaunchResults;
class PictureView;
class Results;
class Session;
class TypedField;
class WorkBar;
class WrappedLabel;
struct LearningQuestion;

/// What the feature makes known about itself, what it never will, and the audit that mends it.
/// Worked out only while it is shown.
class LearnPanel final : public QFrame {
    Q_OBJECT

public:
    explicit LearnPanel(QWidget *parent = nullptr);
    ~LearnPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

private:
    QWidget *boxes();
    QWidget *resultPage();
    void setUpTaking();
    void displayQuestion();
    void forgetTyped();
    void renderState();
    void renderWork();

    TypedField *m_uses;
    TypedField *m_within;
    WrappedLabel *m_fault;
    WorkBar *m_work;
    QWidget *m_result = nullptr;
    PictureView *m_bars;
    WrappedLabel *m_told;
    Session *m_session = nullptr;
    LaunchResults *m_launch = nullptr;
};

} // namespace oneinn
