// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QWidget>

#include <memory>

namespace oneinn {

class Session;

namespace Ui {
class ProductPanel;
}

/// What the feature is and what its outcomes are worth: the person's own numbers.
class ProductPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProductPanel(QWidget *parent = nullptr);
    ~ProductPanel() override;

    void setSession(Session *session);
    void render(const Assessment &assessment);
    /// What was read and how: other data.
    void renderData();

Q_SIGNALS:
    void columnsRequested();

private:
    void connectValues();
    void connectAssumptions();

    std::unique_ptr<Ui::ProductPanel> m_ui;
    Session *m_session = nullptr;
};

} // namespace oneinn
