// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/cellrows/cellrows.h"
#include "core/choice.h"
#include "core/predictions/selection.h"
#include "core/release/learning.h"
#include "core/release/releaseplan.h"
#include "core/release/runningcount.h"
#include "core/review/reviewer.h"
#include "core/segments/segmentpolicy.h"
#include "document/document.h"
#include "practice/practicecard.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What single commands are given.
namespace oneinn::cli {

struct Objective {
    enum class Kind { Value, F1, RecallAtPrecision, PrecisionAtRecall };
    Kind kind = Kind::Value;
    double limit = 0.0; ///< of the precision or the recall that is given; in [0, 1]
    QString text;       ///< as it was written
};

/// Who answers in place of a late model.
struct FallbackOption {
    std::string model;
    std::optional<double> threshold; ///< in the file's units; absent: the most valuable one
};

/// What a session file says beside what could be written as options.
struct SavedSession {
    QString path;
    std::vector<PinnedPoint> pins;
    AnswerText text;
    QStringList notes;         ///< what became of its data
    DataReference expected;    ///< the data it was saved with
    bool atBestBefore = false; ///< what it compares is judged at the best threshold of then
};

/// What segments are asked for, and how each gets its threshold.
struct SegmentsOption {
    std::vector<std::string> by; ///< one column, or two
    PolicyOfSegmentsQuestion policy;
};

/// Two periods in one file, by the values of a column.
struct SplitOption {
    Selection::Where earlier, later;
};

/// What it costs that a row of one class is put into another.
struct ClassCostOption {
    std::string pair; ///< "ACTUAL:DECIDED"; names of classes may hold a ':' themselves
    double cost = 0.0;
};

struct ClassesOption {
    std::optional<std::string> scores; ///< columns, with a * for the class; absent: guessed
    std::vector<std::pair<std::string, double>> thresholds; ///< of some classes
    std::vector<ClassCostOption> costs;
    std::optional<double> undecidedCost; ///< absent: 1
    bool byCost = false;                 ///< decided by the least expected cost
};

/// Which card is asked for; absent: drawn.
struct PractiseOption {
    std::optional<CardKind> kind;
    std::optional<int> number; ///< of the kind, which is given
    std::optional<std::uint64_t> seed;
    bool logs = true; ///< what was answered is kept
};

/// What an operating point is written as.
enum class PointFormat { Json, Prometheus, Csv };

struct ReleaseOption {
    ReleasePlanQuestion plan;
    std::optional<RunningCount> soFar; ///< that the rollback rule is asked about
};

/// Between which scores a person decides.
struct ReviewOption {
    ReviewSetting setting; ///< a session's band is in it
    /// In the file's units and in either order, in place of a session's; of nothing: the best.
    struct Band {
        std::optional<std::pair<double, double>> ends;
    };
    std::optional<Band> band;
    bool reviewerIsPreset = false; ///< nobody described the reviewer: the kind of feature did
};

struct RowsOption {
    CellRowsQuestion question;
    std::optional<std::string> ofClass; ///< of several classes; then `called` is given as well
    std::optional<std::string> called;
    std::vector<std::string> show; ///< columns besides, personal or not
};

} // namespace oneinn::cli
