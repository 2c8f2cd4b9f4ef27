// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/columnpart.h"
#include "core/rolejudgement.h"
#include "session/columntrial.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace oneinn {

class WrappedLabel;

/// Every part that columns can play: which one plays it, how sure that is and why, and the choice
/// of another; with what belongs to it, such as the positive value, the unit, the failure's cells.
class RoleList final : public QFrame {
    Q_OBJECT

public:
    explicit RoleList(QWidget *parent);

    /// How things stand. offered: columns to choose from, besides those that are used.
    void display(const ColumnTrial &trial, const ingest::TableFile::Ptr &table,
                 const std::vector<std::size_t> &offered, const ingest::ColumnMapping &wanted);

Q_SIGNALS:
    void chosen(const oneinn::ingest::ColumnMapping &mapping);

private:
    struct Row {
        QComboBox *box = nullptr;
        QLabel *certainty = nullptr;
        WrappedLabel *reason = nullptr;
    };
    struct Standing {
        std::optional<RoleCertainty> certainty;
        QString reason;
        bool isChosen = false; ///< by the person
    };

    Row addRow(const QString &name, const QString &objectName, const QString &toolTip);
    void addPart(ColumnPart part, const QString &objectName);
    void addChoices();
    void connectChoices();
    void displayPart(ColumnPart part, const Row &row);
    void displayPositive();
    void displayDirection();
    void displayUnit();
    struct CellsRow;
    void displayCells(CellsRow &cells);
    void displaySegments();
    std::optional<ingest::ResolvedColumn> givenColumn(ColumnPart part) const;
    void stand(const Row &row, const Standing &standing);
    Standing standingOf(const RoleJudgement *judgement,
                        const std::optional<ingest::GuessReason> &reason) const;
    static void offer(CellsRow &row, const std::vector<ingest::FailedCells> &cells);
    const ingest::ResolvedMapping *read() const
    {
        return m_trial.mapping ? &*m_trial.mapping : nullptr;
    }

    QGridLayout *m_grid;
    struct PartRow {
        ColumnPart part;
        Row row;
    };
    std::vector<PartRow> m_parts;
    Row m_positive;
    Row m_direction;
    Row m_unit;
    Row m_segments; ///< without a box: through the headers

    /// Calls without an answer: the cells that say so.
    struct CellsRow {
        Role role;
        std::optional<std::vector<ingest::FailedCells>> ingest::ColumnMapping::*given;
        std::vector<ingest::FailedCells> ingest::ResolvedMapping::*read;
        std::vector<ingest::FailedCells> ingest::ResolvedMapping::*suggested;
        Row row;
        std::vector<std::vector<ingest::FailedCells>> offered; ///< by the list's places
    };
    CellsRow m_failed{Role::Failed,
                      &ingest::ColumnMapping::failed,
                      &ingest::ResolvedMapping::failed,
                      &ingest::ResolvedMapping::failedSuggested,
                      {},
                      {}};
    CellsRow m_refused{Role::Refused,
                       &ingest::ColumnMapping::refused,
                       &ingest::ResolvedMapping::refused,
                       &ingest::ResolvedMapping::refusedSuggested,
                       {},
                       {}};

    ColumnTrial m_trial;
    ingest::TableFile::Ptr m_table;
    std::vector<std::size_t> m_offered;
    ingest::ColumnMapping m_wanted;
};

} // namespace oneinn
