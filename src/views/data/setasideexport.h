// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/background.h"
#include "session/opening.h"

#include <QByteArray>
#include <QString>
#include <QWidget>

namespace oneinn {

class Session;
class WorkBar;

/// Saves the records that were set aside of what is looked at: the file is read once more in the
/// background for it, and has to be the same still.
class SetAsideExport final : public QObject {
    Q_OBJECT

public:
    /// bar: shows how far it has come. dialogs: what they stand over.
    SetAsideExport(Workers &workers, Session *session, WorkBar *bar, QWidget *dialogs);

    void choosePath();
    void write(const QString &path);

Q_SIGNALS:
    void saved(const QString &sentence);
    void failed(const QString &sentence);

private:
    struct Asked {
        QString data;
        QByteArray sha256;
        QString path;
        friend bool operator==(const Asked &, const Asked &) = default;
    };

    void finish();
    void showProgress();

    Background<Asked, Result<QByteArray>> m_work;
    Session *m_session;
    WorkBar *m_bar;
    QWidget *m_dialogs;
};

} // namespace oneinn
