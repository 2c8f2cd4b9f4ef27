// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/data/importtablemodel.h"

#include <QTableView>

namespace oneinn {

/// The first records under headers that can be clicked, or reached by Enter in their column.
class ImportTable final : public QTableView {
    Q_OBJECT

public:
    explicit ImportTable(QWidget *parent = nullptr);

    ImportTableModel *rows() const { return m_model; }
    /// Columns as wide as what they hold, within reason.
    void fitColumns();

Q_SIGNALS:
    /// A person wants to say what a column is; where: of the screen, under its header.
    void partRequested(int column, QPoint where);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void request(int column);

    ImportTableModel *m_model;
};

} // namespace oneinn
