// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace oneinn {

class Session;

/// The file: what was read of it, in which roles, and what was left out.
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
};

} // namespace oneinn
