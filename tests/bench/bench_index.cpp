// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/benchdata.h"
#include "core/assessment.h"
#include "core/doubts/thresholddoubts.h"
#include "core/index/decisionsearch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// How long the index takes on made-up data: bench_index ROWS FOLDER writes the data it measured on
// to FOLDER, so that another program can be measured on the same, and one JSON object to standard
// output. Rows without weights first, then the same rows with weights.

namespace {

using namespace oneinn;
using Clock = std::chrono::steady_clock;

double sink = 0.0; ///< keeps what is measured from being left out

/// Processor time of this thread: a step runs on one thread and waits for nothing, and what other
/// programs take of the machine meanwhile is not its own.
double threadMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e6 * double(now.tv_sec) + 1e-3 * double(now.tv_nsec);
}

double microsecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Measured {
    double median = 0.0;
    double p99 = 0.0;
};

Measured measure(int times, const std::function<void()> &once)
{
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        const double start = threadMicroseconds();
        once();
        took.push_back(threadMicroseconds() - start);
    }
    std::sort(took.begin(), took.end());
    const auto at = [&](double share) {
        return took[static_cast<std::size_t>(share * double(took.size() - 1))];
    };
    return {at(0.5), at(0.99)};
}

/// Peak resident memory of this process in bytes, as Linux tells it; 0 where it does not.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.rfind("VmHWM:", 0) == 0)
            return 1024.0 * std::strtod(line.c_str() + 6, nullptr);
    }
    return 0.0;
}

/// Forgets the peak so far.
void resetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

class Report {
public:
    void add(const std::string &name, double value)
    {
        std::printf("%s  \"%s\": %.6g", m_first ? "" : ",\n", name.c_str(), value);
        m_first = false;
    }
    void add(const std::string &name, const Measured &measured)
    {
        add(name + "_us_median", measured.median);
        add(name + "_us_p99", measured.p99);
    }

private:
    bool m_first = true;
};

IndexOptions options(unsigned threads)
{
    return {.strataByModel = true, .strataBySegment = "segment", .threads = threads};
}

std::shared_ptr<const PredictionIndex> built(const PredictionsPtr &predictions, unsigned threads,
                                             const std::string &name, Report &report)
{
    resetPeakMemory();
    const double before = peakMemory();
    const auto start = Clock::now();
    auto index = PredictionIndex::build(predictions, {}, {}, options(threads)).value();
    report.add(name + "build_" + std::to_string(threads) + "_s", microsecondsSince(start) / 1e6);
    if (threads == 2)
        report.add(name + "build_peak_bytes_per_row",
                   (peakMemory() - before) / double(predictions->rows()));
    return index;
}

void measureSteps(const PredictionIndex &index, const std::string &name, int times, Report &report)
{
    std::mt19937_64 random(1);
    const auto share = [&random] { return double(random() >> 11U) * 0x1p-53; };
    const auto budget = [&] { return Milliseconds{60.0 + 300.0 * share()}; };
    const OutcomeValues values(1.0, -1.0, -1.0, 0.0);

    const auto slice = index.at(Milliseconds{150.0});
    report.add(name + "threshold_move", measure(20 * times, [&] {
                   const Threshold t{share()};
                   sink += slice->counts(t).tp.weight;
                   for (const auto &stratum : slice->strataCounts(t))
                       sink += stratum.onTime.tp();
               }));
    report.add(name + "budget_slice",
               measure(times, [&] { sink += index.at(budget())->onTime().weight(true, 1); }));
    report.add(name + "budget_jump", measure(times, [&] {
                   const auto moved = index.at(budget());
                   const ThresholdSweep curve = moved->vertices();
                   const Eigen::ArrayXd worth = values.tp() * curve.tp + values.fp() * curve.fp;
                   const DecisionSearch search(*moved, {}, curve.positives, curve.negatives);
                   sink += worth.maxCoeff() + search.mostValuable(values).best;
                   for (const auto &stratum : moved->strataCounts({0.5}))
                       sink += stratum.onTime.tp();
               }));
    Scenario scenario;
    scenario.selection = index.selection();
    report.add(name + "assessment", measure(times, [&] {
                   scenario.budget = budget();
                   scenario.threshold = {share()};
                   sink += assess(index, scenario).value.best.best;
               }));
    report.add(name + "full_sweep", measure(1, [&] { sink += slice->sweep().tp.sum(); }));
}

/// By the clock: what a rest of the dials takes where uses are of users and days, both patient and
/// not.
void measureClusters(PredictionColumns columns, Report &report)
{
    bench::addUsersAndDays(columns);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    Scenario scenario;
    scenario.threshold = {0.3};
    scenario.budget = Milliseconds{150.0};
    const auto doubted = [&](std::optional<ClusterSource> by, const std::string &name) {
        const auto rows = ScenarioRows::prepare(predictions, scenario).value();
        DoubtsQuestion question = doubtsQuestion(scenario);
        question.by = by;
        resetPeakMemory();
        const double before = peakMemory();
        const auto start = Clock::now();
        sink += thresholdDoubts(*rows, question).value().choice->optimism;
        report.add(name + "_s", microsecondsSince(start) / 1e6);
        report.add(name + "_peak_bytes", peakMemory() - before);
    };
    doubted(ClusterSource::Rows, "doubts_by_rows");
    doubted(ClusterSource::Users, "doubts_by_users");
    doubted({}, "doubts");
    const auto measured = [&](const std::string &name) {
        const auto rows = ScenarioRows::prepare(predictions, scenario).value();
        const auto slice = rows->at(scenario);
        auto start = Clock::now();
        sink += clusterMoments(*slice, clustersQuestion(scenario))->clusters(ClusterOf::User);
        report.add(name + "_clusters_s", microsecondsSince(start) / 1e6);
        start = Clock::now();
        sink += outlook(*slice, scenario)->mostValuable.best;
        report.add(name + "_outlook_s", microsecondsSince(start) / 1e6);
    };
    measured("users_and_days");
    scenario.patience = PatienceCurve({{{100.0}, 0.95}, {{400.0}, 0.5}});
    measured("leaving_users_and_days");
}

void run(std::size_t rows, const char *folder)
{
    Report report;
    // Few rows are a test that it runs.
    const int times = rows > 50000000 ? 200 : rows < 100000 ? 50 : 1000;
    report.add("rows", double(rows));
    PredictionColumns columns = bench::predictions(rows);
    if (folder)
        bench::write(columns, folder);
    const auto plain = std::make_shared<const Predictions>(columns, RowAccount());
    {
        built(plain, 1, "", report);
        const auto index = built(plain, 2, "", report);
        report.add("row_bytes", double(index->memory().rows) / double(rows));
        report.add("table_bytes", double(index->memory().table));
        measureSteps(*index, "", times, report);
    }
    measureClusters(columns, report);
    columns.weight = bench::weights(rows);
    const auto weighted = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    const auto index = built(weighted, 2, "weighted_", report);
    report.add("weighted_row_bytes", double(index->memory().rows) / double(rows));
    report.add("weighted_table_bytes", double(index->memory().table));
    measureSteps(*index, "weighted_", times, report);
}

} // namespace

int main(int argc, char **argv)
{
    const double rows = argc > 1 ? std::strtod(argv[1], nullptr) : 0.0;
    if (!(rows >= 1.0) || argc > 3) {
        std::fputs("Usage: bench_index ROWS [FOLDER]\n", stderr);
        return 2;
    }
    try {
        std::puts("{");
        run(static_cast<std::size_t>(rows), argc > 2 ? argv[2] : nullptr);
        std::puts("\n}");
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_index: %s\n", error.what());
        return 1;
    }
    return sink == 0.123456789 ? 3 : 0;
}
