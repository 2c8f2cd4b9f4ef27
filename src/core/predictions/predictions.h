// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/calls.h"
#include "core/predictions/predictioncolumns.h"
#include "core/predictions/rowaccount.h"
#include "core/predictions/rowpaces.h"
#include "core/predictions/rowsalike.h"
#include "core/predictions/selection.h"
#include "core/trafficmix.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// Predictions with known outcomes: immutable, and valid by construction.
class Predictions {
public:
    /// Requires the invariants written at PredictionColumns (asserted) and at least one row.
    /// modelAccounts: of each model's records, in the order of the models' values; may be empty.
    Predictions(PredictionColumns columns, RowAccount account,
                std::vector<RowAccount> modelAccounts = {});
    /// The same rows with other weights (finite, > 0), as other traffic has them. `read` must not
    /// be such predictions itself (asserted); it is kept, and shares its columns.
    static std::shared_ptr<const Predictions> reweighted(
            const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd weight, TrafficMix mix);
    /// The same rows, some of them taken as alike for another reason. `read` as for reweighted().
    static std::shared_ptr<const Predictions> alike(const std::shared_ptr<const Predictions> &read,
                                                    RowsAlike alike);
    /// The same rows with other scores (finite), also of what has no label (null: as they were).
    /// `read` as for reweighted().
    static std::shared_ptr<const Predictions> rescored(
            const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd score,
            std::shared_ptr<const SetAsideRows> setAside);
    /// The same rows and weights with other scores (finite), reweighted or not; never again.
    static std::shared_ptr<const Predictions> steered(const Predictions &read,
                                                      Eigen::ArrayXd score);
    /// The same rows with other waits, as PredictionColumns::latency. `read` as for reweighted().
    static std::shared_ptr<const Predictions> retimed(
            const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd latency);

    /// The same rows with latencies as they stand on a dial that moves several budgets; the waits
    /// themselves stay.
    static std::shared_ptr<const Predictions> paced(const Predictions &read, Eigen::ArrayXd latency,
                                                    RowPaces paces);

    /// What these are reweighted from; null where they are as they were read.
    const std::shared_ptr<const Predictions> &asRead() const { return m_read; }
    /// The traffic they stand for; absent: that of the file.
    const std::optional<TrafficMix> &mix() const { return m_mix; }

    Eigen::Index rows() const { return m_columns->score.size(); }
    const LabelColumn &label() const { return m_columns->label; }
    const Eigen::ArrayXd &score() const { return m_score ? *m_score : m_columns->score; }
    /// As PredictionColumns::scoreIsBinStart.
    bool isScoredByBins() const { return m_columns->scoreIsBinStart; }
    /// By which a row is late: its wait, or, where segments have budgets of their own, the wait as
    /// it stands on the dial.
    const std::optional<Eigen::ArrayXd> &latency() const
    {
        return m_latency ? *m_latency : m_columns->latency;
    }
    /// How long its answer takes, in milliseconds.
    const std::optional<Eigen::ArrayXd> &wait() const { return m_columns->latency; }
    /// What a wait on the dial is multiplied by for milliseconds; 1 but for budgets of their own.
    bool isPaced() const { return m_paces != nullptr; }
    double pace(Eigen::Index row) const
    {
        return m_paces ? m_paces->budgetOf(row) / m_paces->at : 1.0;
    }
    /// Null but for budgets of their own.
    const RowPaces *paces() const { return m_paces.get(); }
    const std::optional<Eigen::ArrayXd> &firstWait() const { return m_columns->firstWait; }
    const std::optional<Eigen::ArrayXd> &wholeWait() const { return m_columns->wholeWait; }
    const std::optional<Eigen::ArrayXd> &weight() const { return m_weight; }
    const std::optional<CategoryColumn> &model() const { return m_columns->model; }
    const std::vector<CategoryColumn> &segments() const { return m_columns->segments; }
    const std::vector<OneValue> &alike() const { return m_columns->alike; }
    const std::vector<FeatureColumn> &features() const { return m_columns->features; }
    const std::optional<CategoryColumn> &exampleId() const { return m_columns->exampleId; }
    const std::optional<CodeColumn> &repeatedId() const { return m_columns->repeatedId; }
    const std::optional<CodeColumn> &line() const { return m_columns->line; }
    const std::optional<CategoryColumn> &userId() const { return m_columns->userId; }
    const std::optional<CategoryColumn> &day() const { return m_columns->day; }
    RowsAlike rowsAlike() const { return m_alike; }
    const RowAccount &account() const { return m_account; }
    bool modelsShareRecords() const { return m_columns->modelsShareRecords; }
    /// Records that were read and not used, for want of a label or a score; null: none.
    const std::shared_ptr<const SetAsideRows> &setAside() const { return m_columns->setAside; }
    /// Whether a model has several rows of one example: the same case, asked again.
    bool repeatsExamples() const { return m_repeatsExamples; }
    /// Of the records of one model; of all where it has none of its own.
    const RowAccount &accountOf(const std::optional<std::string> &model) const;

    bool hasLatency() const { return m_columns->latency.has_value(); }
    /// Whether any call brought no answer: it failed, or the model refused it.
    bool hasFailures() const { return m_columns->failed.has_value(); }
    /// Whether any call failed by itself, and whether any was refused.
    bool anyFailed() const { return m_anyFailed; }
    bool anyRefused() const { return m_anyRefused; }
    /// Whether it brought no answer.
    bool failed(Eigen::Index row) const { return callOf(row) != callAnswered; }
    bool refused(Eigen::Index row) const { return callOf(row) == callRefused; }
    /// As in PredictionColumns::failed.
    std::uint8_t callOf(Eigen::Index row) const
    {
        return m_columns->failed ? (*m_columns->failed)[row] : callAnswered;
    }

    /// The rows a selection keeps, ascending. A column or value that does not exist keeps none.
    std::vector<std::uint32_t> select(const Selection &selection,
                                      Calls calls = Calls::Answered) const;
    /// Whether it keeps any.
    bool hasAny(const Selection &selection, Calls calls = Calls::Answered) const;

private:
    bool isOf(Calls calls, Eigen::Index row) const
    {
        return calls == Calls::All || failed(row) == (calls == Calls::Failed);
    }

    std::shared_ptr<const PredictionColumns> m_columns;
    std::optional<Eigen::ArrayXd> m_weight;
    std::shared_ptr<const Eigen::ArrayXd> m_score;                  ///< null: that of the columns
    std::shared_ptr<const std::optional<Eigen::ArrayXd>> m_latency; ///< likewise
    std::shared_ptr<const RowPaces> m_paces;                        ///< null: 1 for all
    std::shared_ptr<const Predictions> m_read;
    std::optional<TrafficMix> m_mix;
    RowAccount m_account;
    std::vector<RowAccount> m_modelAccounts;
    bool m_repeatsExamples = false;
    bool m_anyFailed = false;
    bool m_anyRefused = false;
    RowsAlike m_alike = RowsAlike::AsRead;
};

using PredictionsPtr = std::shared_ptr<const Predictions>;

} // namespace oneinn
