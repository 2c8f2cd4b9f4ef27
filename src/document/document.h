// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/choice.h"
#include "core/periods/dropmeasure.h"
#include "core/review/reviewer.h"
#include "core/scenario.h"
#include "ingest/columnmapping.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// The file with the predictions, as a session remembers it.
struct DataReference {
    QString path;      ///< absolute
    QString relative;  ///< the same from the session's folder; empty: not known
    QByteArray sha256; ///< of its bytes, in lower-case hex; empty: not known
    qint64 bytes = 0;  ///< 0: not known

    friend bool operator==(const DataReference &, const DataReference &) = default;
};

/// An earlier period that the data is compared with: another file, read with the same columns, or
/// the rows of the data in which a column has another value.
struct ComparedPeriod {
    std::optional<DataReference> file = {}; ///< absent: both are in the data
    std::string column = {};                ///< where they are
    std::string earlier = {};               ///< its value; "" where they have a boundary
    std::string later = {};
    /// Earlier is all that comes before `later` in the column, and later the rest.
    bool isBoundary = false;
    DropMeasure measure = DropMeasure::Value;
    /// Judged at the threshold that was best then (else the scenario's). Absent: nobody said, so
    /// that it is asked whether somebody chose the scenario's (SessionState::choseThreshold()).
    std::optional<bool> atBestBefore = {};

    friend bool operator==(const ComparedPeriod &, const ComparedPeriod &) = default;
};

/// What a session file (.oneinn) holds: everything that a person has set, and which data it was
/// set for. Never rows.
struct Document {
    DataReference data;
    ingest::ColumnMapping mapping;
    Scenario scenario;
    std::vector<PinnedPoint> pins;
    AnswerText text;
    std::optional<ComparedPeriod> compared;
    ReviewSetting review = {};
    QString recoveryOf; ///< in a recovery file: the session file it stands for, if there is one
    /// Read, not written: its review band was set where the ends of segments with thresholds of
    /// their own were as far from these as on the dial.
    bool bandByDistance = false;

    friend bool operator==(const Document &, const Document &) = default;
};

} // namespace oneinn
