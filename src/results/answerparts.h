// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pincomparison.h"
#include "core/comparison/policycomparison.h"
#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"
#include "core/loadbearing/scenarioload.h"
#include "ingest/predictionsfile.h"
#include "report/alternatives.h"
#include "report/answer.h"
#include "report/comparisons.h"
#include "report/exports.h"
#include "results/payingsegments.h"
#include "results/stagesread.h"

#include <QByteArray>
#include <QDate>

#include <memory>
#include <vector>

namespace oneinn {

class Results;

/// What a tradeoff answer is put together from, and kept while it is: for the window from what has
/// been worked out, for the command line all at once.
struct AnswerParts {
    struct Pin {
        PinnedPoint point;
        std::shared_ptr<const AssessedPin> assessed;       ///< null: not known yet
        std::shared_ptr<const PinDifferences> differences; ///< null: not known yet, or cannot be
    };

    Assessment now;
    ScenarioRows::Ptr rows;                   ///< that it is of
    std::shared_ptr<const ScenarioLoad> load; ///< null: not known yet, or no uses
    std::vector<Pin> pins;                    ///< also those that do not fit the data
    std::shared_ptr<const ComparedPolicies>
            compared;                              ///< null: not known yet, or nothing to compare
    std::shared_ptr<const ThresholdDoubts> doubts; ///< null: not known yet, or no uses
    std::shared_ptr<const LabelWorth> labels;      ///< null: not known yet, or it cannot be
    std::shared_ptr<const Dropped> dropped;        ///< null: nothing is compared, or not known yet
    report::PeriodNames periods;                   ///< where something is
    std::shared_ptr<const StagesAnswer> stages;    ///< null: the file has none, or not known yet
    struct Review {
        ReviewQuestion question;
        ReviewAnswer answer;
        ShownAlone alone;
    };
    PayingSegmentsPtr paying;     ///< null: nobody pays, or not known yet
    std::optional<Review> review; ///< absent: no band is in force, or not known yet
    AnswerText text;
    report::Provenance provenance;

    enum class Figures { LeftOut, Drawn };
    report::Report report(report::Length length, const QDate &date, Figures figures) const;
    /// The brief for a browser, with dials for its reader where there are uses to ask; without them
    /// where that is wanted, and when stopped. Takes a second, and some where intervals are of
    /// users or days.
    enum class PageDials { LeftOut, Drawn };
    QByteArray webPage(const QDate &date, PageDials drawn, const JobControl &job = {}) const;
    /// The choice on the dials first, then the pinned ones that fit. Borrows from these parts.
    report::NamedPoints points() const;
    report::OperatingPointSource source(const QDate &date) const;
    /// With the band in force, if one is.
    QByteArray operatingPoint(const QDate &date) const;

    /// What would be worth more; see report::bestAlternative().
    std::optional<report::Alternative> bestAlternative() const
    {
        return report::bestAlternative(material());
    }

    /// Borrows from these parts.
    report::AnswerMaterial material() const;
};

/// What has been worked out for a session just as it stands; what is of an older scenario is left
/// out, so that no answer is ever stale. Needs data.
AnswerParts answerParts(Results &results);
/// Nothing is missing of it that will come.
bool isAnswerComplete(Results &results);

/// Everything, however long it takes.
AnswerParts answerParts(const ScenarioRows::Ptr &rows, const Scenario &scenario,
                        const std::vector<PinnedPoint> &pins);

/// With a band in force; absent where there is nothing to decide.
std::optional<AnswerParts::Review> reviewInForce(const ScenarioRows &rows, const Scenario &scenario,
                                                 const ReviewSetting &setting);

/// Where numbers come from: a file as it was read. account: rows outside the selection set aside.
report::Provenance provenanceOf(const QString &path, const QByteArray &sha256,
                                const RowAccount &account, const ingest::ResolvedMapping &mapping);

} // namespace oneinn
