// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/chosenthreshold.h"

#include "core/comparison/differenceverdict.h"

#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <stop_token>
#include <vector>

namespace tests::comparison_chosenthreshold {

using namespace oneinn;

namespace {

/// Uses whose scores say nothing: showing one gains 1 or loses as much, whatever the threshold.
struct Nothing {
    PairedRows rows;
    ThresholdValues values;

    Nothing(Eigen::Index uses, std::mt19937_64 &random)
    {
        std::bernoulli_distribution coin;
        std::uniform_real_distribution<double> uniform;
        rows.models = {""};
        rows.label = LabelColumn(uses);
        rows.weight = Eigen::ArrayXd::Ones(uses);
        values.score = Eigen::ArrayXd(uses);
        for (Eigen::Index use = 0; use < uses; ++use) {
            rows.label[use] = coin(random) ? 1 : 0;
            values.score[use] = std::round(20.0 * uniform(random)); // with ties
        }
        values.shown = rows.label.cast<double>() * 2.0 - 1.0;
        values.silent = Eigen::ArrayXd::Zero(uses);
    }
    Eigen::ArrayXd valueAt(double threshold) const
    {
        return (values.score >= threshold).select(values.shown, values.silent);
    }
    /// The best on these uses; +infinity: nothing is shown.
    double best() const
    {
        double best = std::numeric_limits<double>::infinity();
        for (double threshold = 20.0; threshold >= 0.0; --threshold) {
            if (valueAt(threshold).sum() > valueAt(best).sum())
                best = threshold;
        }
        return best;
    }
};

} // namespace

class TestChosenThreshold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optimism_isThatOfEveryResample();
    void nothingBetter_seldomSaidToBe();
    void stopped_isNone();
};

/// Worked out threshold by threshold.
void TestChosenThreshold::optimism_isThatOfEveryResample()
{
    std::mt19937_64 random(4);
    for (int round = 0; round < 5; ++round) {
        const Nothing file(40, random);
        const BootstrapOptions options{.resamples = 30, .seed = 9};
        const double best = file.best();
        double sum = 0.0;
        std::vector<std::uint16_t> times;
        for (std::size_t resample = 0; resample < options.resamples; ++resample) {
            ResampleUnits(file.rows).draw(options, resample, times);
            Eigen::ArrayXd drawn(40);
            for (Eigen::Index use = 0; use < 40; ++use)
                drawn[use] = times[static_cast<std::size_t>(use)];
            const auto there = [&](double threshold) {
                return (drawn * file.valueAt(threshold)).sum() / drawn.sum();
            };
            double again = std::numeric_limits<double>::infinity();
            for (double threshold = 20.0; threshold >= 0.0; --threshold) {
                if (there(threshold) > there(again) + 1e-12)
                    again = threshold;
            }
            sum += there(again) - there(best)
                    - (file.valueAt(again).mean() - file.valueAt(best).mean());
        }
        COMPARE_NEAR(thresholdOptimism(file.rows, file.values, options),
                     std::max(0.0, sum / double(options.resamples)), 1e-12);
    }
}

/// The promise: of 100 files in which nothing is better than showing nothing at most 5 call the
/// best threshold better.
void TestChosenThreshold::nothingBetter_seldomSaidToBe()
{
    constexpr int files = testsupport::isSanitized ? 20 : 600;
    constexpr Eigen::Index uses = 300;
    std::mt19937_64 random(5);
    int said = 0;
    int byItself = 0;
    for (int i = 0; i < files; ++i) {
        const Nothing file(uses, random);
        const Eigen::ArrayXd value = file.valueAt(file.best());
        const double difference = value.mean();
        const double reach =
                1.96 * std::sqrt((value - difference).square().sum() / double(uses * (uses - 1)));
        const double optimism = thresholdOptimism(file.rows, file.values, {.resamples = 100});
        const auto isBetter = [&](double taken) {
            const double told = difference - taken;
            return differenceVerdict(told, {told - reach, told + reach}, smallestValue(0.0, 0.0))
                            == ComparisonVerdict::AIsBetter
                    ? 1
                    : 0;
        };
        said += isBetter(optimism);
        byItself += isBetter(0.0);
    }
    qInfo("said to be better: %d of %d, with nothing taken off %d", said, files, byItself);
    if (testsupport::isSanitized)
        return;
    QVERIFY(said <= files * 0.05);
    QVERIFY(byItself > files * 0.08);
}

void TestChosenThreshold::stopped_isNone()
{
    std::mt19937_64 random(6);
    const Nothing file(40, random);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(thresholdOptimism(file.rows, file.values, {}, {.stop = source.get_token()}), 0.0);
}

ONEINN_TEST(TestChosenThreshold)

} // namespace tests::comparison_chosenthreshold

#include "tst_chosenthreshold.moc"
