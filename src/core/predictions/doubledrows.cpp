// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/doubledrows.h"

#include "core/clusters/rowclusters.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr double scoresThatTell = 0.9; ///< different ones, of different rows
/// Rows that are alike by chance are no rarer than rows that share a score alone.
constexpr std::size_t timesChance = 3;
constexpr std::size_t fewestCopies = 5;

/// Compares rows column by column, the score first.
class RowOrder {
public:
    explicit RowOrder(const Predictions &predictions)
        : m_predictions(predictions)
    {
        for (const auto *column : {&predictions.model(), &predictions.exampleId(),
                                   &predictions.userId(), &predictions.day()}) {
            if (*column)
                m_words.push_back(&(*column)->codes);
        }
        if (predictions.repeatedId())
            m_words.push_back(&*predictions.repeatedId());
        for (const CategoryColumn &segment : predictions.segments())
            m_words.push_back(&segment.codes);
    }

    int compare(std::uint32_t a, std::uint32_t b) const
    {
        if (const int score = order(m_predictions.score()[a], m_predictions.score()[b]))
            return score;
        if (const int label = order(m_predictions.label()[a], m_predictions.label()[b]))
            return label;
        if (m_predictions.hasLatency()) {
            const auto &latency = *m_predictions.latency();
            if (const int wait = order(known(latency[a]), known(latency[b])))
                return wait;
        }
        for (const CodeColumn *words : m_words) {
            if (const int word = order((*words)[a], (*words)[b]))
                return word;
        }
        return order(m_predictions.callOf(a), m_predictions.callOf(b));
    }

private:
    template<typename Number> static int order(Number a, Number b)
    {
        return a < b ? -1 : b < a ? 1 : 0;
    }
    /// What is not known is as good as any other that is not.
    static double known(double latency) { return std::isnan(latency) ? -1.0 : latency; }

    const Predictions &m_predictions;
    std::vector<const CodeColumn *> m_words;
};

/// Pairs of rows with one score, and how many there would be by chance: as many as the scores just
/// beside it lead one to expect, where scores are written with few digits and many are alike.
struct EqualScores {
    double pairs = 0.0;
    double byChance = 0.0;
};

EqualScores equalScores(const std::vector<double> &sorted)
{
    constexpr double steps = 10.0; // either way
    double step = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] > sorted[i - 1])
            step = std::min(step, sorted[i] - sorted[i - 1]);
    }
    EqualScores found;
    auto low = sorted.begin();
    auto high = sorted.begin();
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto end = std::upper_bound(first, sorted.end(), *first);
        const double same = static_cast<double>(end - first);
        const double reach = (steps + 0.5) * step;
        while (*low < *first - reach)
            ++low;
        while (high != sorted.end() && *high <= *first + reach)
            ++high;
        const double beside = static_cast<double>(high - low) - same;
        found.pairs += same * (same - 1.0) / 2.0;
        found.byChance += same * beside / (2.0 * steps) / 2.0;
        first = end;
    }
    return found;
}

bool areBeyondChance(const DoubledRows &found, std::size_t scores,
                     const std::vector<double> &sortedScores)
{
    const EqualScores equal = equalScores(sortedScores);
    return found.copies >= fewestCopies && found.copies > timesChance * (found.different - scores)
            && equal.pairs > static_cast<double>(timesChance) * equal.byChance
            && static_cast<double>(scores) >= scoresThatTell * static_cast<double>(found.different);
}

/// Scores are cut off there, or are no scores: so many alike are no copies.
void leaveEndsAside(std::vector<std::uint32_t> &rows, const Eigen::ArrayXd &score)
{
    const double low = score.minCoeff();
    const double high = score.maxCoeff();
    std::erase_if(rows, [&](std::uint32_t row) { return score[row] == low || score[row] == high; });
}

} // namespace

std::optional<DoubledRows> doubledRows(const Predictions &predictions)
{
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(predictions.rows()));
    std::iota(rows.begin(), rows.end(), 0U);
    return doubledRows(predictions, std::move(rows));
}

std::optional<DoubledRows> doubledRows(const Predictions &predictions,
                                       std::vector<std::uint32_t> rows)
{
    const std::size_t all = rows.size();
    const auto &ids = predictions.exampleId();
    const bool areKnown = ids || predictions.repeatedId();
    // An example that no model has twice has no copy.
    if ((ids && !predictions.repeatsExamples()) || predictions.account().counted() > 0
        || static_cast<Eigen::Index>(all) > mostRowsCompared)
        return std::nullopt;
    if (!areKnown)
        leaveEndsAside(rows, predictions.score());
    const RowOrder order(predictions);
    std::ranges::sort(
            rows, [&order](std::uint32_t a, std::uint32_t b) { return order.compare(a, b) < 0; });
    DoubledRows found{.byExample = areKnown};
    std::size_t scores = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool first = i == 0;
        scores += first || predictions.score()[rows[i]] != predictions.score()[rows[i - 1]] ? 1 : 0;
        found.copies += !first && order.compare(rows[i - 1], rows[i]) == 0 ? 1 : 0;
    }
    found.different = rows.size() - found.copies;
    std::vector<double> sorted;
    sorted.reserve(rows.size());
    for (const std::uint32_t row : rows)
        sorted.push_back(predictions.score()[row]);
    if (found.copies == 0 || !(areKnown || areBeyondChance(found, scores, sorted)))
        return std::nullopt;
    found.different = all - found.copies;
    found.clustered = rowClusters(predictions).source() != ClusterSource::Rows;
    return found;
}

} // namespace oneinn
