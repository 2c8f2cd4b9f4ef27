// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a session may hold, asked of a small table: every command works something out.

#include "cli/answercommand.h"
#include "cli/input.h"
#include "cli/loadbearingcommand.h"
#include "cli/metricscommand.h"
#include "cli/options.h"
#include "cli/policiescommand.h"
#include "cli/reachcommand.h"
#include "cli/recommendcommand.h"
#include "document/documentjson.h"
#include "fuzz/fuzztarget.h"
#include "support/generatedcase.h"

#include <QCoreApplication>

#include <functional>

namespace {

using namespace oneinn;
using namespace oneinn::cli;
using fuzz::require;

Options optionsOf(const Document &document)
{
    Options options;
    options.command = Command::Answer;
    options.file = QStringLiteral(ONEINN_FUZZ_DATA "/scenario.csv");
    options.session =
            SavedSession{QStringLiteral("fuzz.oneinn"), document.pins, document.text, {}, {}};
    options.columns = document.mapping;
    options.scenario = document.scenario;
    options.model = document.scenario.selection.model;
    options.everyModel = !options.model;
    options.where = document.scenario.selection.where;
    for (const auto &where : options.where)
        options.columns.extraSegments.push_back(where.column);
    options.date = QDate(2026, 1, 31);
    return options;
}

/// One of them, as the others take their time.
Outcome outcomeOf(Options &options, const Input &input, std::size_t size)
{
    options.format = size & 8U ? Format::Text : Format::Json;
    switch (size % 8) {
    case 0:
        options.threshold.reset();
        options.length = report::Length(size / 16 % 4);
        return answerCommand(options, input);
    case 1:
        return loadBearingCommand(options, input);
    case 2:
        return recommendCommand(options, input);
    case 3:
        return policiesCommand(options, input);
    case 4:
    case 5:
        if (options.scenario.targets.any())
            return reachCommand(options, input);
        break;
    default:
        break;
    }
    return metricsCommand(options, input);
}

void scenario(std::string_view input)
{
    static int argc = 0;
    static QCoreApplication application(argc, nullptr);
    const auto read =
            readDocument({input.data(), qsizetype(input.size())}, QStringLiteral("fuzz.oneinn"));
    constexpr std::size_t mostPins = 4;
    if (!read || read.value().pins.size() > mostPins)
        return;
    Options options = optionsOf(read.value());
    const auto opened = openInput(options);
    const auto *table = std::get_if<Input>(&opened);
    if (!table)
        return;
    options.threshold = table->units.inFile(options.scenario.threshold);
    const Outcome outcome = outcomeOf(options, *table, input.size());
    const QString problem =
            testsupport::problemWith(outcome.failure.isEmpty() ? 0 : 1, outcome.text,
                                     outcome.failure + outcome.notes.join(QLatin1Char('\n')));
    // The words of a session are the person's.
    const QString words = QString::fromUtf8(input.data(), qsizetype(input.size()));
    const bool wordsAreOurs = !words.contains(QLatin1String("inf"), Qt::CaseInsensitive)
            && !words.contains(QLatin1String("nan"), Qt::CaseInsensitive)
            && !words.contains(QLatin1String("-0"));
    require(problem.isEmpty() || (!wordsAreOurs && problem.startsWith(QLatin1String("says"))),
            qPrintable(problem), outcome.text.left(2000).toStdString());
}

} // namespace

ONEINN_FUZZ_TARGET(scenario, scenario);
