// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>

#include <memory>

namespace oneinn {

class PictureView;
class Results;
class Session;
class StagesRead;
class StagesTable;
class WorkBar;
class WrappedLabel;
struct StagesAnswer;

/// A file with a column for each stage of a pipeline: where its uses are lost, where the time goes,
/// and what mending each stage is worth with the others as they are.
class PipelinePanel final : public QFrame {
    Q_OBJECT

public:
    explicit PipelinePanel(QWidget *parent = nullptr);
    ~PipelinePanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

private:
    QWidget *resultPage();
    void renderState();
    void renderWork();
    void renderAnswer(const std::shared_ptr<const StagesAnswer> &answer);

    WorkBar *m_work;
    QWidget *m_result = nullptr;
    WrappedLabel *m_lead;
    PictureView *m_waterfall;
    StagesTable *m_table;
    WrappedLabel *m_details;
    WrappedLabel *m_notes;
    Session *m_session = nullptr;
    StagesRead *m_stages = nullptr;
};

} // namespace oneinn
