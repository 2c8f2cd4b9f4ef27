// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace oneinn {

class RowsModel;
class Session;

/// The file: what was read of it, in which roles, what was left out, and its first rows.
class DataPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DataPanel(QWidget *parent = nullptr);

    void renderData(const Session &session);

Q_SIGNALS:
    void columnsRequested();

private:
    QLabel *m_file;
    QLabel *m_account;
    QLabel *m_details;
    QLabel *m_columns;
    QLabel *m_rowsNote;
    RowsModel *m_rows;
    QTableView *m_table;
};

} // namespace oneinn
