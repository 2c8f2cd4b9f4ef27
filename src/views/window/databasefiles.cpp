// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/databasefiles.h"

#include "databases/passwords.h"
#include "session/session.h"
#include "views/data/databasedialog.h"
#include "views/widgets/preferences.h"
#include "views/window/sessionfiles.h"
#include "wording/databasewords.h"
#include "wording/problemwords.h"

#include <QAction>
#include <QInputDialog>
#include <QJsonValue>
#include <QLineEdit>

namespace oneinn {

namespace {

constexpr QLatin1String lastServerKey("lastDatabase");

} // namespace

DatabaseFiles::DatabaseFiles(Session *session, SessionFiles *files, const QAction *open,
                             QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_files(files)
    , m_window(window)
{
    connect(open, &QAction::triggered, this, &DatabaseFiles::ask);
    connect(&session->loading(), &Loading::failed, this, [this](const Problem &problem) {
        if (problem.kind == ProblemKind::DatabaseAsksPassword)
            askForPassword(problem);
    });
}

void DatabaseFiles::ask()
{
    auto *dialog = new DatabaseDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto last =
            ingest::databaseAddress(preferences::value(lastServerKey).toString().toStdString());
    if (last)
        dialog->fillIn(last.value());
    connect(dialog, &DatabaseDialog::chosen, this, [this](const QString &text) {
        if (const auto address = ingest::databaseAddress(text.toStdString()))
            preferences::keep(lastServerKey,
                              QString::fromStdString(ingest::serverText(address.value())));
        m_files->open(Source{.path = text});
    });
    dialog->open();
}

void DatabaseFiles::askForPassword(const Problem &problem)
{
    const auto address = ingest::databaseAddress(problem.file);
    if (!address)
        return;
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password"));
    dialog->setLabelText(
            tr("%1. It is not saved. The password for %2:")
                    .arg(wording::problemWords(problem).what, wording::serverName(problem.file)));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, server = address.value()](const QString &password) {
                databases::keepPassword(server, password.toStdString());
                m_session->loading().openAgain();
            });
    dialog->open();
}

} // namespace oneinn

#include "moc_databasefiles.cpp"
