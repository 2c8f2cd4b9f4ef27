// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QWidget>

#include <string>

class QLabel;
class QPushButton;
class QTableView;

namespace oneinn {

class RowsModel;
class Session;
class SetAsideExport;
class WorkBar;
class Workers;

/// The file: what was read of it, in which roles, what was left out, and its first rows.
class DataPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DataPanel(QWidget *parent = nullptr);

    void setUp(Workers &workers, Session *session);
    void renderData(const Session &session);
    /// The account is of the model and the users that are looked at.
    void render(const Assessment &assessment);
    /// The keyboard to what can be done with the records that were set aside.
    void focusAccount();
    /// The first of the rows shown that has this value in the column, or the column's head where
    /// none has; "score" and "latency" are those columns whatever their names. Nothing where there
    /// is no such column.
    void showColumn(const std::string &column, const std::string &value);
    SetAsideExport *setAsideExport() const { return m_export; }

Q_SIGNALS:
    void columnsRequested();
    /// What came of saving, or what kept it from being done.
    void told(const QString &sentence);

private:
    QWidget *accountLine();

    Session *m_session = nullptr;
    SetAsideExport *m_export = nullptr;
    QPushButton *m_save;
    WorkBar *m_work;
    QLabel *m_file;
    QLabel *m_account;
    QLabel *m_details;
    QLabel *m_columns;
    QLabel *m_rowsNote;
    RowsModel *m_rows;
    QTableView *m_table;
};

} // namespace oneinn
