// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>

#include <memory>

namespace oneinn {

class ReachModel;
class Results;
class Session;

namespace Ui {
class TargetsPanel;
}

/// The inverse question: which settings keep the limits, each of which can be taken over.
class TargetsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit TargetsPanel(QWidget *parent = nullptr);
    ~TargetsPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void renderAnswer();
    void renderRoute();
    void fitColumns();
    int selected() const;
    /// Sets a way on the dials, at the threshold chosen or at the one that is sure.
    void take(bool surely);

    std::unique_ptr<Ui::TargetsPanel> m_ui;
    Session *m_session = nullptr;
    Results *m_results = nullptr;
    ReachModel *m_model;
};

} // namespace oneinn
