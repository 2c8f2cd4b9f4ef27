// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/rowsexport.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "ingest/memoryneed.h"
#include "results/paces.h"
#include "session/session.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/workbar.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/rowwords.h"

#include <QFileInfo>

#include <memory>

namespace oneinn {

RowsExport::RowsExport(Workers &workers, Session *session, WorkBar *bar, QWidget *dialogs)
    : QObject(dialogs)
    , m_work(workers, atOncePace, {})
    , m_session(session)
    , m_bar(bar)
    , m_dialogs(dialogs)
{
    connect(&m_work, &BackgroundState::changed, this, &RowsExport::finish);
    connect(&m_work, &BackgroundState::progressed, this, &RowsExport::showProgress);
    connect(bar, &WorkBar::cancelRequested, this, [this] {
        m_work.forget();
        showProgress();
    });
}

void RowsExport::showProgress()
{
    m_bar->display(m_work.progress(), false);
}

void RowsExport::choosePath(const CellRowsQuestion &question, const RowListing &listing)
{
    const QFileInfo data(savingPlace(m_session->data().source.path));
    const QString path = askWhereToSave(m_dialogs, wording::saveRowsTitle(listing.hidden),
                                        data.completeBaseName() + QStringLiteral("-rows.csv"),
                                        tr("CSV (*.csv)"));
    if (!path.isEmpty())
        write(question, listing, path);
}

void RowsExport::write(const CellRowsQuestion &question, const RowListing &listing,
                       const QString &path)
{
    Asked asked{{m_session->rows(), question}, path};
    asked.rows.question.most = mostSaved;
    m_work.forget();
    m_work.ask(asked, [listing, asked](const JobControl &job) {
        constexpr double found = 0.5; // of the work
        return std::make_shared<const Result<Made>>(ingest::withinMemory([&]() -> Result<Made> {
            const CellRows rows =
                    cellRows(*asked.rows.of, asked.rows.question, job.part(0.0, found));
            return Made{job.stopRequested() ? QByteArray() : rowsCsv(listing, rows).toUtf8(),
                        rows.rows.size(), rows.all};
        }));
    });
}

void RowsExport::finish()
{
    showProgress();
    const auto answer = m_work.current();
    if (!answer)
        return;
    const QString path = m_work.asked()->path;
    const QString data = m_session->data().source.path;
    const auto problem = *answer
            ? writeBytes(path, answer->value().csv, {.neverOver = {systemPath(data)}})
            : std::optional(answer->problem());
    const bool cut = *answer && answer->value().saved < answer->value().all;
    const QString name = wording::nameText(QFileInfo(path).fileName());
    const QString said = problem ? wording::problemWords(*problem).sentence()
            : cut
            ? tr("Saved: %1, %2 rows")
                      .arg(name, wording::rowsCountText(answer->value().saved, answer->value().all))
            : tr("Saved: %1").arg(name);
    m_work.forget();
    Q_EMIT told(said);
}

} // namespace oneinn

#include "moc_rowsexport.cpp"
