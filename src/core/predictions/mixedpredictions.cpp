// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// Typed shares add up to 100 only as far as their digits go.
constexpr double sumTolerance = 1e-6;
/// A row of traffic that is not there weighs this much of what it did: an index knows no weight of
/// 0, and a billionth of a use is nobody's experience.
constexpr double leastFactor = 1e-9;

using Sums = std::vector<double>; ///< by the column's values

double weightOf(const Predictions &predictions, Eigen::Index row)
{
    return predictions.weight() ? (*predictions.weight())[row] : 1.0;
}

double total(const std::vector<TrafficMix::Part> &parts)
{
    return std::accumulate(
            parts.begin(), parts.end(), 0.0,
            [](double sum, const TrafficMix::Part &part) { return sum + part.share; });
}

std::optional<MixProblem> problemOfNames(const CategoryColumn &column, const TrafficMix &named)
{
    for (auto part = named.parts.begin(); part != named.parts.end(); ++part) {
        const auto same = [part](const TrafficMix::Part &other) {
            return other.value == part->value;
        };
        if (!column.codeOf(part->value))
            return MixProblem{MixFault::NoValue, part->value};
        if (std::any_of(named.parts.begin(), part, same))
            return MixProblem{MixFault::Twice, part->value};
    }
    return std::nullopt;
}

const TrafficMix::Part *partOf(const TrafficMix &mix, const std::string &value)
{
    const auto found = std::ranges::find(mix.parts, value, &TrafficMix::Part::value);
    return found == mix.parts.end() ? nullptr : &*found;
}

/// By model, or of all where none is told, and by the values of a column.
std::vector<Sums> sumsByModel(const Predictions &predictions, const CategoryColumn &column)
{
    const auto &model = predictions.model();
    std::vector<Sums> sums(model ? model->values.size() : 1, Sums(column.values.size(), 0.0));
    for (Eigen::Index row = 0; row < predictions.rows(); ++row)
        sums[model ? model->codes[row] : 0][column.codes[row]] += weightOf(predictions, row);
    return sums;
}

/// What each value's rows weigh of what they did; empty where no value with a share has any.
Sums factorsOf(const Sums &sums, const Sums &shares)
{
    const double all = std::accumulate(sums.begin(), sums.end(), 0.0);
    double wanted = 0.0;
    for (std::size_t value = 0; value < sums.size(); ++value)
        wanted += sums[value] > 0.0 ? shares[value] : 0.0;
    if (!(wanted > 0.0))
        return {};
    Sums factors(sums.size(), leastFactor);
    for (std::size_t value = 0; value < sums.size(); ++value) {
        if (sums[value] > 0.0)
            factors[value] = std::max(leastFactor, shares[value] / wanted * all / sums[value]);
    }
    return factors;
}

std::optional<Sums> sharesOf(const CategoryColumn &column, const TrafficMix &mix)
{
    Sums shares(column.values.size(), 0.0);
    for (const TrafficMix::Part &part : mix.parts) {
        const auto code = column.codeOf(part.value);
        if (!code)
            return std::nullopt;
        shares[*code] = part.share;
    }
    return shares;
}

/// Named values have the share that is said, all others so many times what they have.
void takeShares(TrafficMix &mix, const TrafficMix &named, double others)
{
    for (TrafficMix::Part &part : mix.parts) {
        const TrafficMix::Part *said = partOf(named, part.value);
        part.share = said ? said->share : part.share * others;
    }
}

} // namespace

const CategoryColumn *segmentNamed(const Predictions &predictions, const std::string &name)
{
    const auto found = std::ranges::find(predictions.segments(), name, &CategoryColumn::name);
    return found == predictions.segments().end() ? nullptr : &*found;
}

std::vector<TrafficMix::Part> partsInFile(const Predictions &predictions,
                                          const std::optional<std::string> &model,
                                          const std::string &column)
{
    if (predictions.asRead())
        return partsInFile(*predictions.asRead(), model, column);
    const CategoryColumn *segment = segmentNamed(predictions, column);
    if (!segment)
        return {};
    Sums sums(segment->values.size(), 0.0);
    for (const std::uint32_t row : predictions.select({.model = model}, Calls::All))
        sums[segment->codes[row]] += weightOf(predictions, row);
    const double all = std::accumulate(sums.begin(), sums.end(), 0.0);
    std::vector<TrafficMix::Part> parts;
    for (std::size_t value = 0; value < sums.size(); ++value) {
        if (sums[value] > 0.0)
            parts.push_back({segment->values[value], sums[value] / all});
    }
    return parts;
}

std::variant<TrafficMix, MixProblem> completedMix(const Predictions &predictions,
                                                  const std::optional<std::string> &model,
                                                  const TrafficMix &named)
{
    const CategoryColumn *column = segmentNamed(predictions, named.column);
    if (!column)
        return MixProblem{MixFault::NoColumn};
    if (const auto problem = problemOfNames(*column, named))
        return *problem;
    TrafficMix mix{named.column, partsInFile(predictions, model, named.column)};
    if (mix.parts.size() > mostMixedValues)
        return MixProblem{MixFault::ManyValues};
    double rest = 0.0;
    for (const TrafficMix::Part &part : mix.parts)
        rest += partOf(named, part.value) ? 0.0 : part.share;
    const double sum = total(named.parts);
    const double left = std::max(0.0, 1.0 - sum);
    if (sum > 1.0 + sumTolerance || (left > sumTolerance && !(rest > 0.0)))
        return MixProblem{MixFault::Sum, {}, sum};
    takeShares(mix, named, rest > 0.0 ? left / rest : 0.0);
    const double all = total(mix.parts);
    if (!(all > 0.0))
        return MixProblem{MixFault::NothingLeft};
    for (TrafficMix::Part &part : mix.parts)
        part.share /= all;
    return mix;
}

TrafficMix withShare(TrafficMix mix, std::size_t at, double share)
{
    const double others = 1.0 - share;
    const double before = total(mix.parts) - mix.parts[at].share;
    const auto count = static_cast<double>(mix.parts.size()) - 1.0;
    if (count == 0.0)
        return mix;
    for (std::size_t i = 0; i < mix.parts.size(); ++i) {
        TrafficMix::Part &part = mix.parts[i];
        if (i == at)
            part.share = share;
        else
            part.share = before > sumTolerance ? part.share * others / before : others / count;
    }
    return mix;
}

PredictionsPtr mixedPredictions(const PredictionsPtr &predictions,
                                const std::optional<TrafficMix> &mix)
{
    if (predictions->mix() == mix)
        return predictions;
    PredictionsPtr read = predictions->asRead() ? predictions->asRead() : predictions;
    if (!mix)
        return read;
    const CategoryColumn *column = segmentNamed(*read, mix->column);
    const auto shares = column ? sharesOf(*column, *mix) : std::nullopt;
    if (!shares)
        return nullptr;
    std::vector<Sums> factors;
    for (const Sums &sums : sumsByModel(*read, *column))
        factors.push_back(factorsOf(sums, *shares));
    if (std::ranges::all_of(factors, &Sums::empty))
        return nullptr;
    const auto &model = read->model();
    Eigen::ArrayXd weight(read->rows());
    for (Eigen::Index row = 0; row < read->rows(); ++row) {
        const Sums &own = factors[model ? model->codes[row] : 0];
        weight[row] = weightOf(*read, row) * (own.empty() ? leastFactor : own[column->codes[row]]);
    }
    return Predictions::reweighted(read, std::move(weight), *mix);
}

} // namespace oneinn
