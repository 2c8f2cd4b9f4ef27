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

    /// statement: as much as there is room for; whole: told by the tool tip and to screen readers.
    void display(const wording::Statement &statement, const wording::Statement &whole);
    void setEvidenceShown(bool shown);

private:
    bool m_evidenceShown = true;
    std::unique_ptr<Ui::StatementView> m_ui;
};

} // namespace oneinn
