// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/rows/listedrowsmodel.h"

#include <QStringList>
#include <QWidget>

#include <cstddef>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace oneinn {

class FlowRow;

/// Rows as a table: a sentence above, as many as are asked for, and below it more of them, saving,
/// and what looks personal.
class ListedRows final : public QWidget {
    Q_OBJECT

public:
    explicit ListedRows(const QString &accessibleName, QWidget *parent = nullptr);

    /// first: so many to begin with.
    void setFirst(std::size_t first);
    /// all: how many there are; the columns have cells for the found ones of them.
    void setRows(std::vector<ListedColumn> columns, std::size_t found, std::size_t all);
    void clear() { setRows({}, 0, 0); }
    std::size_t shown() const { return static_cast<std::size_t>(m_model->rowCount()); }
    void setSentence(const QString &sentence);
    /// What is told is of other settings than those on the dials.
    void setFaded(bool faded);
    /// Columns that look personal: named, so that it is known what would be seen.
    void setHidden(const QStringList &columns);
    bool showsPersonal() const;
    /// After those that all rows have.
    void addTool(QWidget *tool);
    /// What the keys go to.
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// More are shown than before.
    void moreShown();
    void personalToggled();
    void saveRequested();

private:
    void setUpTools();
    void setUpTable(const QString &accessibleName);
    void showMore();
    void renderCount();

    QLabel *m_sentence;
    QLabel *m_count;
    QTableView *m_table;
    ListedRowsModel *m_model;
    QPushButton *m_more;
    QPushButton *m_save;
    QCheckBox *m_personal;
    FlowRow *m_tools;
    std::size_t m_most = 0;
    std::size_t m_found = 0;
    std::size_t m_all = 0;
};

} // namespace oneinn
