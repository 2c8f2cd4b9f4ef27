// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/choice.h"
#include "core/scenario.h"
#include "ingest/columnmapping.h"

#include <QByteArray>
#include <QString>

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

/// What a session file (.oneinn) holds: everything that a person has set, and which data it was
/// set for. Never rows.
struct Document {
    DataReference data;
    ingest::ColumnMapping mapping;
    Scenario scenario;
    std::vector<PinnedPoint> pins;
    AnswerText text;
    QString recoveryOf; ///< in a recovery file: the session file it stands for, if there is one

    friend bool operator==(const Document &, const Document &) = default;
};

} // namespace oneinn
