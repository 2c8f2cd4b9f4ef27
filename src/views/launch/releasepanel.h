// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/release/runningcount.h"

#include <QFrame>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace oneinn {

class LaunchResults;
class PictureView;
class ReleaseBoxes;
class Results;
class Session;
class StagesTable;
class TypedField;
class WorkBar;
class WrappedLabel;
struct ReleasePlan;

/// How what is on the dials is brought to users: the stages, what shadow tells, when it is rolled
/// back, and what the count so far means. Worked out only while it is shown.
class ReleasePanel final : public QFrame {
    Q_OBJECT

public:
    explicit ReleasePanel(QWidget *parent = nullptr);
    ~ReleasePanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

private:
    QWidget *resultPage();
    QWidget *countRow();
    void addTexts(QVBoxLayout *rows);
    bool takeCount(const QString &text);
    void forgetTyped();
    void renderState();
    void renderWork();
    void renderPlan(const ReleasePlan &plan);
    void renderStages(const ReleasePlan &plan);
    void renderCount();

    ReleaseBoxes *m_boxes;
    WorkBar *m_work;
    QWidget *m_result = nullptr;
    WrappedLabel *m_path;
    StagesTable *m_table;
    PictureView *m_corridor;
    TypedField *m_count;
    WrappedLabel *m_told;
    WrappedLabel *m_shadow;
    WrappedLabel *m_gate;
    QLabel *m_gateTitle = nullptr;
    WrappedLabel *m_rule;
    WrappedLabel *m_assumed;
    QString m_refused; ///< what was typed last
    std::optional<RunningCount> m_soFar;
    Session *m_session = nullptr;
    LaunchResults *m_launch = nullptr;
};

} // namespace oneinn
