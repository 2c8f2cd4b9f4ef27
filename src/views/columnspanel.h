// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"

#include <QFrame>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace oneinn {

namespace Ui {
class ColumnsPanel;
}

/// Which column plays which part: what was guessed, with the reason, and each choice one click from
/// being another. What a person has to settle is left open, and the reason is said. A choice reads
/// the file again at once.
class ColumnsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ColumnsPanel(QWidget *parent = nullptr);
    ~ColumnsPanel() override;

    void display(const ColumnChoices &choices);

Q_SIGNALS:
    void chosen(const oneinn::Source &source);

private:
    void connectChoices();
    void choose(const std::function<void(ingest::ColumnMapping &)> &change);
    void fillColumns();
    void fillPositive();
    void fillDirectionAndUnit();
    void fillFailed();
    /// Says why a part is doubtful, and leaves it to be chosen.
    void markDoubt();
    QComboBox *boxOf(Role role) const;

    std::unique_ptr<Ui::ColumnsPanel> m_ui;
    ColumnChoices m_choices;
    std::vector<std::vector<ingest::FailedCells>> m_failed; ///< by the list's places
};

} // namespace oneinn
