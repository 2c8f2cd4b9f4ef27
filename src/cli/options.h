// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/cellrows/cellrows.h"
#include "core/choice.h"
#include "core/clusters/rowclusters.h"
#include "core/curves/curveband.h"
#include "core/ends/shares.h"
#include "core/labels/labelnoise.h"
#include "core/loadbearing/periods.h"
#include "core/metrics/fournumbers.h"
#include "core/review/reviewrows.h"
#include "core/scenario.h"
#include "core/segments/segmentpolicy.h"
#include "document/document.h"
#include "ingest/columnmapping.h"
#include "ingest/tablefile.h"
#include "report/report.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the command line asks for, checked before any file is opened.
namespace oneinn::cli {

enum class Command {
    Metrics,
    Curve,
    Recommend,
    Policies,
    LoadBearing,
    Answer,
    Reach,
    Calibration,
    Doubts,
    Segments,
    Rows,
    Review,
    Columns
};
enum class Format { Json, Csv, Text, Svg };
enum class CurveKind {
    PrecisionRecall,
    Roc,
    Threshold,
    Value,
    Latency,
    DetectionErrors,
    Gain,
    NetBenefit,
    Cost,
    Reliability
};

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
    QStringList notes;      ///< what became of its data
    DataReference expected; ///< the data it was saved with
};

/// What segments are asked for, and how each gets its threshold.
struct SegmentsOption {
    std::vector<std::string> by; ///< one column, or two
    PolicyOfSegmentsQuestion policy;
};

struct RowsOption {
    CellRowsQuestion question;
    std::vector<std::string> show; ///< columns besides, personal or not
};

struct Options {
    Command command = Command::Metrics;
    QString file;                         ///< of the predictions
    QString truth;                        ///< a file with what was really so; empty: none besides
    ingest::TableFile::JoinedBy joinedBy; ///< how it goes with the predictions
    std::optional<SavedSession> session;  ///< that everything not given comes from
    ingest::ColumnMapping columns;
    std::optional<std::string> model;
    bool everyModel = false; ///< without a model: all rows together, not those of the commonest one
    std::vector<Selection::Where> where;
    std::optional<double> threshold; ///< in the file's units
    std::optional<FallbackOption> fallback;
    std::optional<ConfusionMatrix> counted; ///< in place of a file: how many uses ended how
    std::optional<FourNumbers> rates;       ///< likewise, from rates
    bool costsAreNamed = false;             ///< on the command line, not by a preset alone
    Scenario scenario;                      ///< its threshold and selection follow from the file
    Format format = Format::Json;
    CurveKind curve = CurveKind::PrecisionRecall;
    std::optional<BandKind> band;          ///< around it
    double wrongLabels = usualWrongLabels; ///< so many of 1, of a what-if
    std::optional<std::string> gold;       ///< the column with better labels for some rows
    bool mapping = false;                  ///< of a calibration, what each score comes to
    Objective objective;
    PeriodKind periods = PeriodKind::Weeks; ///< of which a bad one is looked for
    std::size_t resamples = 1000;
    std::uint64_t seed = 1;
    std::optional<double> moreLabels; ///< absent: as many again
    std::optional<double> usesToCome; ///< for which labels would be worth something
    std::optional<double> priceOfLabel;
    std::optional<ClusterSource> drawnBy; ///< absent: what the file's uses are clustered by
    SegmentsOption segments;
    RowsOption rows;
    ReviewQuestion review; ///< of the reviewer
    report::Length length = report::Length::Brief;
    std::vector<Share> shownShares; ///< said besides, in this order
    QString setAside;               ///< where the records set aside go, as CSV; empty: nowhere
    QString output;                 ///< where the result goes; empty: to standard output
    std::optional<QDate> date;      ///< absent: today
};

struct Information {
    QString text; ///< help, or the version, in place of a command
};

struct UsageError {
    QString sentence; ///< what is wrong and what would be right
};

/// `start`: what stands where an option is not given.
std::variant<Options, Information, UsageError> parseOptions(const QStringList &arguments,
                                                            const Options &start = {});

} // namespace oneinn::cli
