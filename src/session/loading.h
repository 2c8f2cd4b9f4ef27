// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "session/opening.h"
#include "session/rowsjob.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace oneinn {

/// What is being read or made ready in the background, and what came of it: a file, or the rows for
/// another model, segment or patience where they are many. Whoever shows something goes on showing
/// it until opened() or prepared().
class Loading final : public QObject {
    Q_OBJECT

public:
    explicit Loading(QObject *parent = nullptr);
    ~Loading() override;

    /// Taken where a file is opened for which nobody chose any columns.
    void setColumnMemory(ColumnMemory memory) { m_columnMemory = std::move(memory); }
    /// Opening again while a file is read drops the older request.
    void open(Source source);
    /// What was opened last, once what kept it from being read is mended: a password, say.
    void openAgain();
    bool isReading() const { return m_isReading; }
    /// What came out of a pipe that is shown, or asked about; null for what can be read again.
    ingest::TableFile::Ptr keptTable(const QString &path) const;

    /// A newer request drops the older. now: lends the parts that stay the same.
    void prepare(const ScenarioRows::Ptr &now, const Scenario &scenario);
    bool isPreparing() const { return m_rowsJob.isUnderWay(); }
    /// Nobody needs the rows any more: they are not prepared() any more.
    void dropRows();

    /// Stops reading and preparing: nothing is opened(), and prepared() are no rows.
    void cancel();

Q_SIGNALS:
    void readingStarted(const QString &path);
    void preparingStarted();
    /// Of either.
    void progressed(double share);
    /// Either, before what came of it.
    void finished();
    void opened(const oneinn::OpenedDataPtr &data);
    /// Null when cancelled or failed.
    void prepared(const oneinn::ScenarioRows::Ptr &rows);
    void failed(const oneinn::Problem &problem);
    /// After a problem that choosing other columns may mend.
    void columnsUnclear(const oneinn::ColumnChoices &choices);

private:
    using OpenedPtr = std::shared_ptr<const Opened>;

    std::optional<ReadTable> keptFor(const Source &source) const;
    void takeOpened();

    RowsJob m_rowsJob;
    QFutureWatcher<OpenedPtr> m_reading;
    bool m_isReading = false;
    QString m_path;                  ///< what is read, or was last
    Source m_asked;                  ///< likewise
    std::optional<ReadTable> m_kept; ///< of a pipe: what came out of it
    QString m_keptOf;                ///< its path
    ColumnMemory m_columnMemory;
    std::stop_source m_stopReading;
};

} // namespace oneinn
