// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "databases/look.h"

#include <QDialog>
#include <QFutureWatcher>

#include <memory>
#include <stop_token>
#include <string>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace oneinn {

class DatabaseForm;
class WrappedLabel;

/// Asks which table of which database is opened. Looks at it, in the background and to be stopped,
/// before anything moves: which tables and columns there are, and how much reading would move.
class DatabaseDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DatabaseDialog(QWidget *parent = nullptr);
    ~DatabaseDialog() override;

    /// As the last one was, without what is read of it.
    void fillIn(const ingest::DatabaseAddress &address);

Q_SIGNALS:
    /// An address, to be read.
    void chosen(const QString &address);

private:
    using Looked = std::shared_ptr<const Result<databases::Look>>;

    QWidget *buttons();
    void look();
    void stopLooking();
    void takeLook();
    void handOver();
    void render();
    QString seenText() const;
    void keepPassword() const;

    DatabaseForm *m_form;
    WrappedLabel *m_told;
    QProgressBar *m_busy;
    QPushButton *m_look = nullptr;
    QPushButton *m_open = nullptr;
    QFutureWatcher<Looked> m_looking;
    std::stop_source m_stop;
    databases::Look m_seen;
    std::string m_lookedAt; ///< the address, without what is counted of it
};

} // namespace oneinn
