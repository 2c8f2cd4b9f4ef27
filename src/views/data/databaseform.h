// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/databaseaddress.h"

#include <QWidget>

#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;
QT_END_NAMESPACE

namespace oneinn {

/// Where a database is, which of its tables is meant, and whether its rows are read or counted
/// where they lie. The password stands beside: it is no part of an address.
class DatabaseForm final : public QWidget {
    Q_OBJECT

public:
    explicit DatabaseForm(QWidget *parent = nullptr);

    void fillIn(const ingest::DatabaseAddress &address);
    /// As it is filled in: whether it can be opened is told by reading its text again.
    ingest::DatabaseAddress address() const;
    std::string password() const;

    void setTables(const std::vector<std::string> &tables);
    void setColumns(const std::vector<std::string> &columns);

Q_SIGNALS:
    void edited();
    /// Another table was chosen from those that there are.
    void tableChosen();

private:
    QLineEdit *line(QFormLayout *form, const QString &object, const QString &label,
                    const QString &hint);
    QComboBox *choice(QFormLayout *form, const QString &object, const QString &label);
    void addServer(QFormLayout *form);
    void addTable(QFormLayout *form);
    void addCounting(QFormLayout *form);
    void follow();
    std::optional<ingest::GroupedSql> counted() const;

    QComboBox *m_kind = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QComboBox *m_table = nullptr;
    QLineEdit *m_query = nullptr;
    QRadioButton *m_rows = nullptr;
    QRadioButton *m_counts = nullptr;
    QComboBox *m_label = nullptr;
    QComboBox *m_score = nullptr;
    QComboBox *m_wait = nullptr;
    QComboBox *m_unit = nullptr;
    QComboBox *m_model = nullptr;
    QComboBox *m_segment = nullptr;
    QSpinBox *m_steps = nullptr;
};

} // namespace oneinn
