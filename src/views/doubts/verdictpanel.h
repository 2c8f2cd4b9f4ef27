// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>

#include <memory>

namespace oneinn {

class Results;

namespace Ui {
class VerdictPanel;
}

/// All that is known of what carries the product: two tornados, how far each failure may go, what
/// limits cost, how sure that is, and what in it is the person's own.
class VerdictPanel final : public QFrame {
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget *parent = nullptr);
    ~VerdictPanel() override;

    void setResults(const Results *results);
    /// Of the assessment is shown what has been worked out by now.
    void render(const Assessment &assessment);

private:
    void renderLoad();
    void renderBars();

    std::unique_ptr<Ui::VerdictPanel> m_ui;
    const Results *m_results = nullptr;
};

} // namespace oneinn
