// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A command line, its arguments separated by line breaks: either a sentence says what is wrong, or
// every number is within its bounds.

#include "cli/options.h"
#include "core/limits.h"
#include "fuzz/fuzztarget.h"

#include <cmath>

namespace {

using namespace oneinn;
using namespace oneinn::cli;
using fuzz::require;

void checkNumbers(const Options &options, std::string_view input)
{
    const Scenario &scenario = options.scenario;
    require(!options.threshold || !std::isnan(*options.threshold), "threshold", input);
    require(!scenario.budget
                    || (scenario.budget->value >= 0.0
                        && scenario.budget->value <= limits::longestWait),
            "budget", input);
    const double uses = scenario.usesPerWeek.value_or(scenario.usualUsesPerWeek);
    require(uses >= limits::leastUsesPerWeek && uses <= limits::mostUsesPerWeek, "uses", input);
    require(!scenario.baseRate
                    || (*scenario.baseRate >= limits::leastBaseRate
                        && *scenario.baseRate <= limits::mostBaseRate),
            "base rate", input);
    require(scenario.badBeforeLeaving >= 1
                    && scenario.badBeforeLeaving <= limits::mostBadBeforeLeaving,
            "bad", input);
    const OutcomeValues &values = scenario.values;
    for (const double value : {values.tp(), values.fp(), values.fn(), values.tn(), values.late()})
        require(std::abs(value) <= limits::largestValue, "value", input);
    for (const auto &[model, cost] : scenario.costPerCall)
        require(cost >= 0.0 && cost <= limits::largestCostPerCall, "cost", input);
}

void options(std::string_view input)
{
    const QString text = QString::fromUtf8(input.data(), qsizetype(input.size()));
    if (text.contains(QLatin1String("pre"))) // a preset would be read from a file
        return;
    const auto parsed = parseOptions(QStringList(QStringLiteral("one-in-n-cli"))
                                     + text.split(QLatin1Char('\n')));
    if (const auto *error = std::get_if<UsageError>(&parsed))
        require(!error->sentence.isEmpty(), "refused without a word", input);
    if (const auto *accepted = std::get_if<Options>(&parsed))
        checkNumbers(*accepted, input);
}

} // namespace

ONEINN_FUZZ_TARGET(options, options);
