// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "results/rowsbehind.h"
#include "views/rows/drawer.h"

#include <cstddef>

class QComboBox;

namespace oneinn {

class ListedRows;
class Results;
class RowsExport;
class Session;
class WorkBar;
struct RowListing;

/// The rows behind a number.
class RowsDrawer final : public Drawer {
    Q_OBJECT

public:
    static constexpr std::size_t firstShown = 20;

    explicit RowsDrawer(QWidget *parent = nullptr);

    void setResults(Results *results);
    /// The hand is then in the table. first: so many rows to begin with.
    void open(const RowsWish &wish, std::size_t first = firstShown);

protected:
    void forget() override;

private:
    QWidget *head();
    void addTools();
    void fillCells();
    void fillOrders();
    void chooseCell();
    void want(const RowsWish &wish);
    void renderState();
    void renderRows();
    void renderSentence();
    void renderWork();
    QString whose() const;
    RowListing listing() const;
    /// Of the scenario and the wish; as it was asked.
    const CellRowsQuestion &question() const;

    QComboBox *m_cell;
    QComboBox *m_order;
    ListedRows *m_rows;
    WorkBar *m_work;
    WorkBar *m_saving;
    Session *m_session = nullptr;
    RowsBehind *m_behind = nullptr;
    RowsExport *m_export = nullptr;
};

} // namespace oneinn
