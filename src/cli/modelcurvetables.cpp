// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/modelcurvetables.h"

#include "core/calibration/scorecalibration.h"
#include "core/curves/bestbyprice.h"
#include "core/curves/curvepoints.h"
#include "core/decision/netbenefit.h"
#include "core/metricintervals.h"
#include "core/metrics/pointmetrics.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int pricesTold = 100;

struct CurveRow {
    Threshold threshold;
    ConfusionMatrix matrix;
    PointMetrics metrics;
};

std::vector<CurveRow> curveRows(const ThresholdSweep &sweep)
{
    std::vector<CurveRow> rows;
    rows.push_back({Threshold::alertOnNothing(), sweep.alertOnNothing(), {}});
    for (Eigen::Index row = 0; row < sweep.size(); ++row)
        rows.push_back({{sweep.threshold[row]}, sweep.matrix(row), {}});
    for (CurveRow &row : rows)
        row.metrics = pointMetrics(row.matrix);
    return rows;
}

ThresholdSweep sweepOf(const Scenario &scenario, const Input &input)
{
    return wholeSweep(*sliceOf(scenario, input), scenario.baseRate);
}

std::optional<double> deviateOf(const std::optional<double> &share,
                                const std::optional<Proportion> &of)
{
    if (!share || !of)
        return std::nullopt;
    return shareDeviate(*share, std::max(1.0, of->all.rows));
}

bool areProbabilities(const ThresholdSweep &sweep)
{
    return sweep.size() > 0 && sweep.threshold[0] <= 1.0
            && sweep.threshold[sweep.size() - 1] >= 0.0;
}

} // namespace

Table errorsTable(const Scenario &scenario, const Input &input)
{
    const auto slice = sliceOf(scenario, input);
    const MetricIntervals classes = metricIntervalsAt(*slice, clustersQuestion(scenario));
    Table table{{u"threshold"_s, u"fpr"_s, u"fnr"_s, u"fpr_deviate"_s, u"fnr_deviate"_s}, {}};
    for (const CurveRow &row : curveRows(wholeSweep(*slice, scenario.baseRate))) {
        const auto &[fpr, fnr] = std::pair(row.metrics.fpr, row.metrics.fnr);
        table.rows.push_back({input.units.inFile(row.threshold), fpr, fnr,
                              deviateOf(fpr, classes.fpr), deviateOf(fnr, classes.recall)});
    }
    return table;
}

Table gainTable(const Scenario &scenario, const Input &input)
{
    Table table{{u"threshold"_s, u"shown"_s, u"recall"_s, u"precision"_s, u"lift"_s}, {}};
    for (const CurveRow &row : curveRows(sweepOf(scenario, input)))
        table.rows.push_back({input.units.inFile(row.threshold), row.metrics.alertRate,
                              row.metrics.recall, row.metrics.precision, row.metrics.lift});
    return table;
}

Table netBenefitTable(const Scenario &scenario, const Input &input)
{
    Table table{{u"threshold_probability"_s, u"net_benefit"_s, u"net_benefit_best"_s,
                 u"best_threshold"_s, u"net_benefit_all"_s, u"net_benefit_none"_s},
                {}};
    const ThresholdSweep sweep = sweepOf(scenario, input);
    const auto byPrice = BestByPrice::ofUses(sweep);
    if (!byPrice)
        return table;
    const bool probabilities = areProbabilities(sweep) && !input.units.lowerIsPositive();
    const double good = sweep.positives / (sweep.positives + sweep.negatives);
    for (int price = 1; price < pricesTold; ++price) {
        const double pt = static_cast<double>(price) / pricesTold;
        const BestSomewhere &best = byPrice->at(1.0 - pt);
        table.rows.push_back({pt, probabilities ? netBenefitAtItsWord(sweep, pt) : std::nullopt,
                              netBenefitOfShares(best.gain, best.loss, pt),
                              input.units.inFile(best.threshold), netBenefitOfAlertingAll(good, pt),
                              0.0});
    }
    return table;
}

Table costTable(const Scenario &scenario, const Input &input)
{
    Table table{{u"threshold"_s, u"fpr"_s, u"fnr"_s, u"best_from"_s, u"best_to"_s}, {}};
    const ThresholdSweep sweep = sweepOf(scenario, input);
    const auto byPrice = BestByPrice::ofRates(sweep);
    for (const CurveRow &row : curveRows(sweep)) {
        std::optional<Interval> best;
        if (byPrice) {
            const auto found =
                    std::ranges::find(byPrice->all(), row.threshold, &BestSomewhere::threshold);
            if (found != byPrice->all().end())
                best = found->weights;
        }
        table.rows.push_back({input.units.inFile(row.threshold), row.metrics.fpr, row.metrics.fnr,
                              best ? std::optional(best->low) : std::nullopt,
                              best ? std::optional(best->high) : std::nullopt});
    }
    return table;
}

std::optional<Table> reliabilityTable(const Input &input)
{
    const auto known = scoreCalibration(input.predictions(), input.index->selection());
    if (!known)
        return std::nullopt;
    Table table{{u"n"_s, u"low"_s, u"high"_s, u"mean_score"_s, u"observed"_s, u"observed_low"_s,
                 u"observed_high"_s},
                {}};
    if (!known->byBins)
        return table;
    for (const ReliabilityBin &bin : known->byBins->bins) {
        const bool isKnown = !bin.observed.tooFewClusters();
        const auto end = [&](double value) {
            return isKnown ? std::optional(value) : std::nullopt;
        };
        table.rows.push_back({bin.rows, bin.low, bin.high, bin.meanScore, bin.observed.value,
                              end(bin.observed.interval.low), end(bin.observed.interval.high)});
    }
    return table;
}

void addBand(Table &table, const CurveBand &band)
{
    for (const QString &share : {u"precision"_s, u"recall"_s, u"fpr"_s})
        table.columns.append({share + u"_low"_s, share + u"_high"_s});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto add = [&](const std::optional<Interval> &within) {
            table.rows[i].push_back(within ? std::optional(within->low) : std::nullopt);
            table.rows[i].push_back(within ? std::optional(within->high) : std::nullopt);
        };
        const bool isKnown = i < band.rows.size();
        add(isKnown ? band.rows[i].precisionWithin : std::nullopt);
        add(isKnown ? std::optional(band.rows[i].recallWithin) : std::nullopt);
        add(isKnown ? std::optional(band.rows[i].fprWithin) : std::nullopt);
    }
}

} // namespace oneinn::cli
