// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "results/rowsbehind.h"

#include <QFrame>
#include <QPointer>

#include <cstddef>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace oneinn {

class CellRowsModel;
class Results;
class RowsExport;
class Session;
class WorkBar;
struct RowListing;

/// The rows behind a number, as a table that lies over the charts until it is closed.
class RowsDrawer final : public QFrame {
    Q_OBJECT

public:
    static constexpr std::size_t firstShown = 20;

    explicit RowsDrawer(QWidget *parent = nullptr);

    void setResults(Results *results);
    /// The hand is then in the table. first: so many rows to begin with.
    void open(const RowsWish &wish, std::size_t first = firstShown);
    /// The hand is again where it was.
    void dismiss();
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    /// It is to be placed, or has gone.
    void toggled(bool open);
    /// What came of saving.
    void told(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *head();
    QWidget *tools();
    void setUpTable();
    void fillCells();
    void fillOrders();
    void chooseCell();
    void want(const RowsWish &wish);
    void showMore();
    void renderState();
    void renderRows();
    void renderPersonal();
    void renderCount();
    void renderWork();
    QString whose() const;
    RowListing listing() const;
    /// Of the scenario and the wish; as it was asked.
    const CellRowsQuestion &question() const;

    QLabel *m_title;
    QComboBox *m_cell;
    QComboBox *m_order;
    QPushButton *m_five;
    QCheckBox *m_personal;
    QPushButton *m_save;
    QPushButton *m_close;
    QLabel *m_sentence;
    QLabel *m_count;
    QPushButton *m_more;
    QTableView *m_table;
    CellRowsModel *m_model;
    WorkBar *m_work;
    WorkBar *m_saving;
    Session *m_session = nullptr;
    RowsBehind *m_behind = nullptr;
    RowsExport *m_export = nullptr;
    QPointer<QWidget> m_before; ///< where the hand was
    std::size_t m_most = firstShown;
    bool m_open = false;
};

} // namespace oneinn
