// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/setasideexport.h"

#include "document/bytesdigest.h"
#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "results/setasidecsv.h"
#include "session/session.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/workbar.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QFileInfo>

namespace oneinn {

namespace {

constexpr SettlePace withoutDelay{.settleMs = 0, .duringGesture = true};
constexpr double tableRead = 0.7; ///< of the progress

/// What a session does not know (a pipe is kept, and needs no comparison) is taken on trust.
bool isStillTheSame(const ingest::TableFile::Ptr &table, const QByteArray &sha256)
{
    const ingest::FileBytes::Ptr bytes(table, &table->bytes());
    return sha256.isEmpty() || BytesDigest(bytes).reference().sha256 == sha256;
}

Result<QByteArray> readSetAside(const Source &source, const ingest::TableFile::Ptr &kept,
                                const QByteArray &sha256, const Selection &selection,
                                const JobControl &job)
{
    ingest::TableFile::Ptr table = kept;
    if (!table) {
        auto read = readTableOf(source, job.part(0.0, tableRead));
        if (!read)
            return read.problem();
        table = std::move(read).value();
        if (!isStillTheSame(table, sha256))
            return Problem{.kind = ProblemKind::FileChanged,
                           .file = table->bytes().path().string()};
    }
    return setAsideCsv(*table, source.mapping, selection, job.part(tableRead, 1.0));
}

} // namespace

SetAsideExport::SetAsideExport(Workers &workers, Session *session, WorkBar *bar, QWidget *dialogs)
    : QObject(dialogs)
    , m_work(workers, withoutDelay, {})
    , m_session(session)
    , m_bar(bar)
    , m_dialogs(dialogs)
{
    connect(&m_work, &BackgroundState::changed, this, &SetAsideExport::finish);
    connect(&m_work, &BackgroundState::progressed, this, &SetAsideExport::showProgress);
    connect(bar, &WorkBar::cancelRequested, this, [this] {
        m_work.forget();
        showProgress();
    });
}

void SetAsideExport::showProgress()
{
    m_bar->display(m_work.progress(), false);
}

void SetAsideExport::choosePath()
{
    const QFileInfo data(savingPlace(m_session->data().source.path));
    const QString path = askWhereToSave(m_dialogs, tr("Save the records that were set aside"),
                                        data.completeBaseName() + QStringLiteral("-set-aside.csv"),
                                        tr("CSV (*.csv)"));
    if (!path.isEmpty())
        write(path);
}

void SetAsideExport::write(const QString &path)
{
    const OpenedData &data = m_session->data();
    // Of all segments: the model's account, which stands beside it, is.
    const Selection selection{m_session->index().selection().model, {}};
    m_work.forget();
    m_work.ask({data.source.path, data.reference.sha256, path},
               [source = data.source, sha256 = data.reference.sha256, selection,
                kept = m_session->loading().keptTable(data.source.path)](const JobControl &job) {
                   return std::make_shared<const Result<QByteArray>>(
                           readSetAside(source, kept, sha256, selection, job));
               });
}

void SetAsideExport::finish()
{
    showProgress();
    const auto answer = m_work.current();
    if (!answer)
        return;
    const auto asked = *m_work.asked();
    const auto problem = *answer
            ? writeBytes(asked.path, answer->value(), {.neverOver = {systemPath(asked.data)}})
            : std::optional(answer->problem());
    m_work.forget();
    if (problem)
        Q_EMIT failed(wording::problemWords(*problem).sentence());
    else
        Q_EMIT saved(tr("Saved: %1").arg(wording::nameText(QFileInfo(asked.path).fileName())));
}

} // namespace oneinn

#include "moc_setasideexport.cpp"
