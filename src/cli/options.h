// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandoptions.h"
#include "core/clusters/rowclusters.h"
#include "core/curves/curveband.h"
#include "core/ends/shares.h"
#include "core/labels/labelnoise.h"
#include "core/loadbearing/periods.h"
#include "core/metrics/fournumbers.h"
#include "core/periods/perioduses.h"
#include "core/scenario.h"
#include "ingest/columnmapping.h"
#include "ingest/stagetable.h"
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
    Drop,
    Release,
    OperatingPoint,
    Check,
    Learn,
    Rows,
    Review,
    Conventions,
    Classes,
    Stages,
    Columns,
    Practise
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

/// How sure shares are said to be; AsRead: clustered where the file says by what.
enum class IntervalKind { AsRead, Wilson, Clustered, Exact };

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
    IntervalKind intervals = IntervalKind::AsRead;
    std::optional<std::string> cluster;           ///< the column whose uses hang together
    std::optional<Milliseconds> firstTokenBudget; ///< beside Scenario::budget, of the whole answer
    bool recalibrate = false;                     ///< scores are replaced by what they come to
    std::optional<double> threshold;              ///< in the file's units
    /// Of segments: as it is typed, in the file's units and without the dial's.
    std::optional<ThresholdsBySegment> thresholdsBy;
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
    bool staticPage = false;          ///< a web page without dials
    QString before;                   ///< the file of an earlier period, told of in an answer
    QString later;                    ///< the file of a second period, or of what is checked
    QString since;                    ///< of a day; empty: all
    std::optional<SplitOption> split; ///< or both in one
    DropMeasure measure = DropMeasure::Value;
    ReleaseOption release;
    LearningQuestion learning;
    PointFormat pointFormat = PointFormat::Json;
    RowsOption rows;
    ClassesOption classes;
    std::vector<ingest::StageAsked> stages; ///< of a pipeline; empty: guessed
    PractiseOption practise;
    ReviewOption review;
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
