// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/background.h"
#include "session/columntrial.h"
#include "session/opening.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// A file while a person says what its columns are: its first records, and what each choice would
/// do. Nothing is opened by it.
class ColumnTrials final : public QObject {
    Q_OBJECT

public:
    explicit ColumnTrials(Workers &workers, QObject *parent = nullptr);

    /// A file that is in memory already.
    void setTable(ingest::TableFile::Ptr table);
    /// Reads it in the background; the same path again does nothing.
    void read(const Source &source);
    /// Lets go of the file and of all that was worked out.
    void forget();

    /// Null while there is none.
    const ingest::TableFile::Ptr &table() const { return m_table; }
    /// Why it could not be read.
    std::optional<Problem> problem() const;

    /// Without a file, it is asked once there is one.
    void tryOut(const ingest::ColumnMapping &mapping);
    void find(const QString &part);

    /// The last that was worked out; null: nothing yet.
    std::shared_ptr<const ColumnTrial> trial() const { return m_trial.answer(); }
    std::shared_ptr<const TableHead> head() const { return m_head.answer(); }
    /// trial() is of what was asked last.
    bool isCurrent() const { return m_trial.isAnswered(); }
    /// Not worked out for so long that it should be seen.
    bool isOutdated() const { return m_trial.isOutdated() || m_reading.isOutdated(); }
    std::optional<double> progress() const;
    bool isCancelled() const { return m_trial.isCancelled() || m_reading.isCancelled(); }
    void cancel();
    void resume();

Q_SIGNALS:
    void changed();
    void headChanged();
    void progressed();

private:
    struct TableAsked {
        QString path;
        std::optional<char> delimiter;
        friend bool operator==(const TableAsked &, const TableAsked &) = default;
    };
    struct TrialAsked {
        ingest::TableFile::Ptr table;
        ingest::ColumnMapping mapping;
        friend bool operator==(const TrialAsked &, const TrialAsked &) = default;
    };
    struct HeadAsked {
        ingest::TableFile::Ptr table;
        QString find;
        std::vector<std::string> first;
        friend bool operator==(const HeadAsked &, const HeadAsked &) = default;
    };

    void takeTable();
    void askTrial();
    void askHead();

    Background<TableAsked, Result<ingest::TableFile::Ptr>> m_reading;
    Background<TrialAsked, ColumnTrial> m_trial;
    Background<HeadAsked, TableHead> m_head;
    ingest::TableFile::Ptr m_table;
    std::optional<ingest::ColumnMapping> m_mapping;
    QString m_find;
};

} // namespace oneinn
