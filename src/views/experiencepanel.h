// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QWidget>

#include <memory>

namespace oneinn {

namespace Ui {
class ExperiencePanel;
}

/// What users experience, in order of how much it hurts, and the sentence to say.
class ExperiencePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ExperiencePanel(QWidget *parent = nullptr);
    ~ExperiencePanel() override;

    void render(const Assessment &assessment);
    void copySentences() const;
    /// As they are copied.
    QString sentences() const;

private:
    void renderMatrix(const Assessment &assessment);

    std::unique_ptr<Ui::ExperiencePanel> m_ui;
};

} // namespace oneinn
