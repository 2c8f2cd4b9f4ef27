// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/recalibratedpredictions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <utility>

namespace oneinn {

namespace {

using OneModel = std::variant<ModelRecalibration, RecalibrationProblem>;

/// Scores of which several are nearer to one end than they are held from it.
class Ends {
public:
    void add(double score)
    {
        if (score < heldFromEnds)
            m_low.add(score);
        else if (score > 1.0 - heldFromEnds)
            m_high.add(score);
    }
    bool merge() const { return m_low.differ() || m_high.differ(); }

private:
    struct Range {
        double least = std::numeric_limits<double>::infinity();
        double most = -std::numeric_limits<double>::infinity();

        void add(double score)
        {
            least = std::min(least, score);
            most = std::max(most, score);
        }
        bool differ() const { return least < most; }
    };
    Range m_low, m_high;
};

OneModel fitted(const Predictions &read, const Selection &selection)
{
    const auto rows = calibrationRows(read, selection);
    if (!rows)
        return RecalibrationProblem{RecalibrationFault::NoProbabilities, selection.model};
    const auto bent = recalibration(*rows);
    if (!bent)
        return RecalibrationProblem{RecalibrationFault::NotToBeFitted, selection.model};
    if (!(bent->slope > 0.0))
        return RecalibrationProblem{RecalibrationFault::Reversed, selection.model};
    Ends ends;
    for (const double score : rows->probability)
        ends.add(score);
    return ModelRecalibration{selection.model, *bent, static_cast<double>(rows->size()),
                              ends.merge()};
}

std::vector<std::optional<std::string>> modelsOf(const Predictions &read)
{
    if (!read.model())
        return {std::nullopt};
    return {read.model()->values.begin(), read.model()->values.end()};
}

std::shared_ptr<const SetAsideRows> bentBesides(const SetAsideRows &rows,
                                                const std::vector<ModelRecalibration> &models)
{
    auto bent = std::make_shared<SetAsideRows>(rows);
    for (std::size_t row = 0; row < bent->score.size(); ++row) {
        const auto ofRow = rows.model ? std::optional(rows.model->values[rows.model->codes[row]])
                                      : std::nullopt;
        const auto found = std::ranges::find(models, ofRow, &ModelRecalibration::model);
        if (found != models.end() && !std::isnan(rows.score[row]))
            bent->score[row] = found->bent.recalibrated(rows.score[row]);
    }
    return bent;
}

} // namespace

std::variant<RecalibratedPredictions, RecalibrationProblem> recalibratedPredictions(
        const PredictionsPtr &read, const std::vector<Selection::Where> &where)
{
    RecalibratedPredictions result;
    Eigen::ArrayXd score = read->score();
    for (const auto &model : modelsOf(*read)) {
        if (!read->hasAny({.model = model, .where = where}))
            continue;
        const OneModel own = fitted(*read, {.model = model, .where = where});
        if (const auto *problem = std::get_if<RecalibrationProblem>(&own))
            return *problem;
        result.models.push_back(std::get<ModelRecalibration>(own));
        const Recalibration &bent = result.models.back().bent;
        for (const std::uint32_t row : read->select({.model = model}))
            score[row] = bent.recalibrated(score[row]);
    }
    result.predictions = Predictions::rescored(
            read, std::move(score),
            read->setAside() ? bentBesides(*read->setAside(), result.models) : nullptr);
    return result;
}

} // namespace oneinn
