// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"
#include "results/background.h"
#include "results/earlierperiod.h"
#include "session/openeddata.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

class Session;

struct DropAnswer {
    PredictionsPtr before;
    PredictionsPtr after;
    Periods periods;
    std::optional<Dropped> dropped; ///< absent: a period has no uses that can be judged
};

/// Why what is open differs from an earlier period. Worked out while it is wanted; forgotten when
/// another file is opened.
class PeriodComparison final : public QObject {
    Q_OBJECT

public:
    PeriodComparison(Session *session, Workers &workers);

    /// Absent: there is nothing to compare with any more. where: whom all else is of from then on,
    /// in the same step of undo; absent: as now.
    void compareWith(const std::optional<EarlierPeriod> &earlier,
                     const std::optional<std::vector<Selection::Where>> &where = {});
    const std::optional<EarlierPeriod> &earlier() const { return m_earlier; }
    /// The same and the measure are of the session: undone, and saved, as all that is set.
    void setMeasure(DropMeasure measure);
    DropMeasure measure() const { return m_measure; }
    /// Both at the threshold that was best in the earlier period, in place of the one on the dials,
    /// which stays where it is. Until somebody says so, it is that one as long as nobody has chosen
    /// the one on the dials.
    void setJudgedAtBestBefore(bool judged);
    bool isJudgedAtBestBefore() const;
    void setWanted(const QObject *by, bool wanted);
    /// The earlier period alone, for charts: what came from what is not asked.
    void setReadingWanted(const QObject *by, bool wanted);
    /// Which uses of those are the earlier period's.
    Selection earlierOf(const Selection &selection) const;
    /// What the earlier period is in; null: nothing is compared, or it is not known yet.
    PredictionsPtr before() const;

    /// What is open and the earlier file, to be opened the other way round. The earlier period has
    /// to be a file (asserted).
    Source swapped() const;
    /// Why the earlier file could not be read.
    std::optional<Problem> problem() const;
    /// Names of the columns of the earlier file; empty where both periods are in one.
    std::vector<std::string> earlierColumns() const;
    /// Which of its columns play another part than those of the open file, as sentences: where it
    /// lacks one of these, its roles are guessed by themselves.
    QStringList otherRoles() const;
    /// The last that arrived.
    std::shared_ptr<const DropAnswer> answer() const { return m_drop.answer(); }
    /// The last that arrived, if it is of what stands on the dials and is compared now.
    std::shared_ptr<const DropAnswer> current() const;
    /// It is wanted, and not known yet.
    bool isPending() const { return m_drop.isPending() || m_reading.isPending(); }
    const BackgroundState &reading() const { return m_reading; }
    const BackgroundState &comparing() const { return m_drop; }
    bool isOutdated() const { return m_drop.isOutdated() || m_reading.isOutdated(); }
    std::optional<double> progress() const;
    bool isCancelled() const { return m_drop.isCancelled() || m_reading.isCancelled(); }
    void cancel();
    void resume();

Q_SIGNALS:
    void changed();
    void progressed();

private:
    struct FileAsked {
        QString path;
        ingest::ColumnMapping mapping;
        friend bool operator==(const FileAsked &, const FileAsked &) = default;
    };
    struct DropAsked {
        PredictionsPtr before;
        PredictionsPtr after;
        Scenario scenario;
        std::optional<EarlierPart> part;
        DropMeasure measure;
        KeptThreshold kept;
        friend bool operator==(const DropAsked &, const DropAsked &) = default;
    };

    static std::shared_ptr<const DropAnswer> answerTo(const DropAsked &asked,
                                                      const std::shared_ptr<const DropAnswer> &last,
                                                      const JobControl &job);
    DropAsked question(const PredictionsPtr &before) const;
    bool takeSaved();
    void save(const std::optional<EarlierPeriod> &earlier,
              const std::optional<std::vector<Selection::Where>> &where = {});
    void follow();
    void readEarlier(const EarlierFile &file);

    Session *m_session;
    Background<FileAsked, Result<OpenedData>> m_reading;
    Background<DropAsked, DropAnswer> m_drop;
    std::optional<EarlierPeriod> m_earlier;
    DropMeasure m_measure = DropMeasure::Value;
    std::optional<bool> m_atBestBefore; ///< absent: nobody said
    QSet<const QObject *> m_wantedBy;
    QSet<const QObject *> m_readingWantedBy;
};

} // namespace oneinn
