// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/experiencewords.h"

#include <QWidget>

#include <memory>

namespace oneinn {

namespace Ui {
class StatementView;
}

/// One thing users experience: a headline, what it means, and how sure it is.
class StatementView final : public QWidget {
    Q_OBJECT

public:
    explicit StatementView(QWidget *parent = nullptr);
    ~StatementView() override;

    void display(const wording::Statement &statement);

private:
    std::unique_ptr<Ui::StatementView> m_ui;
};

} // namespace oneinn
