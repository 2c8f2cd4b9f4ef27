// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "results/asked.h"
#include "results/background.h"
#include "results/rowlisting.h"

#include <QByteArray>
#include <QObject>
#include <QString>

class QWidget;

namespace oneinn {

class Session;
class WorkBar;

/// Saves the rows behind a number as CSV, in the background.
class RowsExport final : public QObject {
    Q_OBJECT

public:
    /// More are left out, and it is said.
    static constexpr std::size_t mostSaved = 1000000;

    /// bar: shows how far it has come. dialogs: what they stand over.
    RowsExport(Workers &workers, Session *session, WorkBar *bar, QWidget *dialogs);

    void choosePath(const CellRowsQuestion &question, const RowListing &listing);
    void write(const CellRowsQuestion &question, const RowListing &listing, const QString &path);

Q_SIGNALS:
    /// Saved, or why not.
    void told(const QString &sentence);

private:
    struct Asked {
        AskedOfRows<CellRowsQuestion> rows;
        QString path;
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    struct Made {
        QByteArray csv;
        std::size_t saved = 0;
        std::size_t all = 0;
    };
    void finish();
    void showProgress();

    Background<Asked, Result<Made>> m_work;
    Session *m_session;
    WorkBar *m_bar;
    QWidget *m_dialogs;
};

} // namespace oneinn
