// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QTableWidget;

namespace oneinn {

class Results;
class WorkBar;

/// What other tools would print for this file and threshold, where it differs and why. Worked out
/// only while it is shown.
class ToolsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ToolsPanel(QWidget *parent = nullptr);

    void setResults(Results *results);
    void render(const Assessment &assessment);

private:
    void renderState();
    void renderTable();
    void renderRules();

    Results *m_results = nullptr;
    QLabel *m_sentences;
    QTableWidget *m_table;
    QLabel *m_notes;
    QComboBox *m_tool;
    QLabel *m_rules;
    WorkBar *m_work;
};

} // namespace oneinn
