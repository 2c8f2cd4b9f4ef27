// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/benchdata.h"
#include "core/assessment.h"
#include "core/comparison/policycomparison.h"
#include "core/doubts/thresholddoubts.h"
#include "core/loadbearing/scenarioload.h"
#include "core/policies/candidates.h"

#ifdef __linux__
#include <malloc.h>
#endif

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <limits>
#include <string>
#include <utility>

// How long the answers behind a page take on made-up data of two models: bench_answers ROWS FOLDER
// writes the data it measured on to FOLDER, and one JSON object to standard output. Processor time
// of all threads together, without reading; peak memory beside what is there before.

namespace {

using namespace oneinn;

double sink = 0.0; ///< keeps what is measured from being left out

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

/// "VmHWM:" the peak so far, "VmRSS:" now, in bytes, as Linux tells them; 0 where it does not.
double memory(const std::string &what)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.rfind(what, 0) == 0)
            return 1024.0 * std::strtod(line.c_str() + what.size(), nullptr);
    }
    return 0.0;
}

/// Either model answers each use: two rows, of one user on one day, with one label.
PredictionColumns besideEachOther(std::size_t rows)
{
    PredictionColumns columns = bench::predictions(rows);
    bench::addUsersAndDays(columns);
    columns.exampleId = CategoryColumn{"example", {}, CodeColumn(columns.score.size())};
    columns.exampleId->values.resize((rows + 1) / 2);
    for (std::size_t use = 0; use < columns.exampleId->values.size(); ++use)
        columns.exampleId->values[use] = std::to_string(use);
    for (Eigen::Index row = 0; row < columns.score.size(); ++row) {
        const Eigen::Index first = row - row % 2;
        columns.model->codes[row] = static_cast<std::uint32_t>(row % 2);
        columns.exampleId->codes[row] = static_cast<std::uint32_t>(row / 2);
        columns.userId->codes[row] = columns.userId->codes[first];
        columns.day->codes[row] = columns.day->codes[first];
        columns.segments[0].codes[row] = columns.segments[0].codes[first];
        // The second is a model as good that knows the first's label.
        if (columns.label[row] != columns.label[first]) {
            columns.label[row] = columns.label[first];
            columns.score[row] = 1.0 - columns.score[row];
        }
    }
    return columns;
}

void measure(const std::string &name, const std::function<void()> &once)
{
#ifdef __GLIBC__
    malloc_trim(0); // what the last answer left behind is not there before this one
#endif
    std::ofstream("/proc/self/clear_refs") << "5";
    const double before = memory("VmRSS:");
    const auto start = std::chrono::steady_clock::now();
    const double processor = processorSeconds();
    once();
    std::printf(",\n  \"%s_processor_s\": %.4g", name.c_str(), processorSeconds() - processor);
    std::printf(",\n  \"%s_s\": %.4g", name.c_str(),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    std::printf(",\n  \"%s_peak_bytes\": %.6g", name.c_str(), memory("VmHWM:") - before);
    std::fflush(stdout);
}

void run(std::size_t rows, const char *folder)
{
    PredictionColumns columns = besideEachOther(rows);
    if (folder)
        bench::write(columns, folder);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    Scenario scenario;
    scenario.selection = {.model = "small"};
    scenario.threshold = {0.5};
    scenario.budget = Milliseconds{250.0};
    const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
#ifdef __GLIBC__
    mallopt(M_MMAP_MAX, 0); // as the command line does: see cli/keptmemory.h
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
    std::printf("{\n  \"rows\": %zu", rows);
    measure("loadbearing",
            [&] { sink += double(scenarioLoad(*prepared, loadQuestion(scenario)).ok()); });
    measure("policies", [&] {
        const PoliciesQuestion question = policiesQuestion(scenario);
        auto candidates = candidatesOf(*predictions, question);
        sink += double(comparePolicies(std::move(*candidates), question).value().policies.size());
    });
    measure("doubts", [&] {
        sink += thresholdDoubts(*prepared, doubtsQuestion(scenario)).value().best.best;
    });
    std::puts("\n}");
}

} // namespace

int main(int argc, char **argv)
{
    const double rows = argc > 1 ? std::strtod(argv[1], nullptr) : 0.0;
    if (!(rows >= 2.0) || argc > 3) {
        std::fputs("Usage: bench_answers ROWS [FOLDER]\n", stderr);
        return 2;
    }
    try {
        run(static_cast<std::size_t>(rows), argc > 2 ? argv[2] : nullptr);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_answers: %s\n", error.what());
        return 1;
    }
    return sink == 0.123456789 ? 3 : 0;
}
