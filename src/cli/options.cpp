// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"

#include "cli/answeroptions.h"
#include "cli/bandoptions.h"
#include "cli/budgetoptions.h"
#include "cli/checkcommand.h"
#include "cli/classesoptions.h"
#include "cli/columnoptions.h"
#include "cli/commandhelp.h"
#include "cli/conventionscommand.h"
#include "cli/curveoptions.h"
#include "cli/dropoptions.h"
#include "cli/learncommand.h"
#include "cli/metricsoptions.h"
#include "cli/numbersoptions.h"
#include "cli/optionreader.h"
#include "cli/optiontable.h"
#include "cli/optionvalues.h"
#include "cli/practisecommand.h"
#include "cli/reference.h"
#include "cli/releaseoptions.h"
#include "cli/rowsoptions.h"
#include "cli/scenariooptions.h"
#include "cli/segmentsoptions.h"
#include "cli/sessionoptions.h"
#include "cli/stagesoptions.h"
#include "cli/thresholdoptions.h"
#include "document/documentfile.h"
#include "lessons/lesson.h"

#include <QCommandLineParser>

#include <algorithm>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString lessonGiven(const QString &file)
{
    return u"'%1' is a lesson and holds no predictions. 'one-in-n-cli lesson run' teaches it, and "
           "'one-in-n-cli lesson check' says whether it can be taught."_s.arg(file);
}

/// The file that is one; empty: none is.
QString lessonAmong(const Options &options, const QCommandLineParser &parser)
{
    const QString before =
            parser.optionNames().contains(u"before"_s) ? parser.value(u"before"_s) : QString();
    for (const QString &file : {options.file, options.later, before}) {
        if (isLessonFile(file))
            return file;
    }
    return {};
}

void readPromise(OptionReader &reader, Options &options)
{
    reader.takeChoice<PromiseRule>(
            u"promise"_s,
            {{u"lower-limit"_s, PromiseRule::LowerLimit}, {u"plain"_s, PromiseRule::Plain}},
            options.scenario.promise);
}

void readRecommend(OptionReader &reader, Options &options)
{
    reader.require(u"objective"_s, u"value, f1, recall-at-precision=P or precision-at-recall=R"_s);
    reader.take(
            u"objective"_s,
            u"value, f1, recall-at-precision=P or precision-at-recall=R (P and R from 0 to 1)"_s,
            objectiveNamed, [&](const Objective &objective) { options.objective = objective; });
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
    if (options.objective.kind == Objective::Kind::RecallAtPrecision)
        options.scenario.precisionLimit = options.objective.limit;
    readPromise(reader, options);
}

void readPolicies(OptionReader &reader, Options &options)
{
    readThreshold(reader, options);
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
    readPromise(reader, options);
}

void readDoubts(OptionReader &reader, Options &options)
{
    readDraws(reader, options.resamples, options.seed);
    reader.take(
            u"by"_s, u"user, day, case or row"_s,
            [](const QString &text) -> std::optional<ClusterSource> {
                if (text == u"user")
                    return ClusterSource::Users;
                if (text == u"day")
                    return ClusterSource::Days;
                if (text == u"case")
                    return ClusterSource::Cases;
                return text == u"row" ? std::optional(ClusterSource::Rows) : std::nullopt;
            },
            [&](ClusterSource by) { options.drawnBy = by; });
    readThreshold(reader, options);
    reader.take(u"more-labels"_s, u"a whole number from 1"_s, countingNumber,
                [&](int more) { options.moreLabels = more; });
    reader.take(u"uses-to-come"_s, u"a whole number from 1 to 1e15"_s, usesNamed,
                [&](double uses) { options.usesToCome = uses; });
    reader.take(u"label-price"_s, u"a number"_s, finiteNumber,
                [&](double price) { options.priceOfLabel = price; });
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
}

void readReach(OptionReader &reader, Options &options)
{
    Targets &targets = options.scenario.targets;
    for (const FieldRow &row : fieldRows) {
        if (row.group == FieldGroup::Targets)
            reader.takeField(row, options.scenario);
    }
    reader.take(u"answered-within"_s, u"a wait and a share above 0, as in 800ms=0.95"_s,
                answeredNamed,
                [&](const Targets::AnsweredWithin &answered) { targets.answered = answered; });
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
    if (!targets.any())
        reader.fail(u"No target is given: --wrong-at-most, --missed-at-most, --answered-within, "
                    "--gone-at-most or --shown-per-day sets one, or a preset with targets."_s);
    if (reader.isSet(u"shown-per-day"_s) && !reader.isSet(u"uses-per-day"_s))
        reader.fail(u"--shown-per-day needs --uses-per-day: how many uses there are a day, all "
                    "users together."_s);
}

/// The name of an option that took the next option for its value; empty if none did. (A value may
/// start with a dash: thresholds and costs do.)
QString optionWithoutValue(const QCommandLineParser &parser, const QList<OptionEntry> &known)
{
    for (const OptionEntry &option : known) {
        const auto values = parser.values(option.name);
        for (const QString &value : values) {
            const bool isOption = value.startsWith(u"--")
                    && std::any_of(known.begin(), known.end(), [&value](const OptionEntry &other) {
                                      return value == u"--"_s + other.name
                                              || value.startsWith(u"--"_s + other.name + u'=');
                                  });
            if (isOption)
                return option.name;
        }
    }
    return {};
}

void addOptions(QCommandLineParser &parser, const QList<OptionEntry> &known)
{
    for (const OptionEntry &option : known) {
        QStringList names{option.name};
        if (!option.shortName.isEmpty())
            names.append(option.shortName);
        parser.addOption(QCommandLineOption(names, option.help, option.value));
    }
}

/// It asks for nothing but the columns.
std::variant<Options, Information, UsageError> columnsOptions(OptionReader &reader, Options options)
{
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
    reader.take(
            u"set-aside"_s, u"a file that ends with .csv, or -"_s,
            [](const QString &path) {
                const bool isCsv = path == u"-" || path.endsWith(u".csv", Qt::CaseInsensitive);
                return isCsv ? std::optional(path) : std::nullopt;
            },
            [&](const QString &path) { options.setAside = path; });
    if (!reader.error().isEmpty())
        return UsageError{reader.error()};
    return options;
}

void readOwn(OptionReader &reader, Options &options)
{
    switch (options.command) {
    case Command::Metrics:
    case Command::LoadBearing:
        readMetrics(reader, options);
        break;
    case Command::Curve:
        readCurve(reader, options);
        break;
    case Command::Recommend:
        readRecommend(reader, options);
        break;
    case Command::Policies:
        readPolicies(reader, options);
        readBandInForce(reader, options);
        break;
    case Command::Answer:
        readAnswer(reader, options);
        readBandInForce(reader, options);
        break;
    case Command::Practise:
        readThreshold(reader, options);
        readPractise(reader, options);
        break;
    case Command::Reach:
        readReach(reader, options);
        break;
    case Command::Calibration:
        readCalibration(reader, options);
        break;
    case Command::Doubts:
        readDoubts(reader, options);
        break;
    case Command::Segments:
        readThreshold(reader, options);
        readSegments(reader, options);
        break;
    case Command::Drop:
        readThreshold(reader, options);
        readDrop(reader, options);
        break;
    case Command::OperatingPoint:
        readThreshold(reader, options);
        readOperatingPoint(reader, options);
        readBandInForce(reader, options);
        break;
    case Command::Check:
        readCheck(reader, options);
        break;
    case Command::Learn:
        readThreshold(reader, options);
        readLearn(reader, options);
        break;
    case Command::Release:
        readThreshold(reader, options);
        readRelease(reader, options);
        break;
    case Command::Rows:
        readThreshold(reader, options);
        readRows(reader, options);
        break;
    case Command::Review:
        readThreshold(reader, options);
        readReview(reader, options);
        break;
    case Command::Conventions:
        readConventions(reader, options);
        break;
    case Command::Classes:
        readClasses(reader, options);
        break;
    case Command::Stages:
        readStages(reader, options);
        break;
    case Command::Columns:
        break;
    }
}

QString notOneFile(const QStringList &files)
{
    return files.isEmpty() ? u"No file is given."_s
                           : u"One file is expected, but there are %1: '%2'."_s.arg(
                                   QString::number(files.size()), files.join(u"', '"_s));
}

/// What the command was given, on top of the file that is already known.
std::variant<Options, Information, UsageError> commandOptions(const QCommandLineParser &parser,
                                                              const QList<OptionEntry> &known,
                                                              Options options)
{
    OptionReader reader(parser, known);
    readColumns(reader, options);
    if (options.command == Command::Columns)
        return columnsOptions(reader, std::move(options));
    readPreset(reader, options.scenario);
    readPatienceOption(reader, options.scenario.patience);
    readLate(reader, options);
    readScenario(reader, options.scenario);
    readMix(reader, options);
    options.costsAreNamed = reader.isSet(u"cost-per-call"_s);
    readOwn(reader, options);
    if (takesOwnThresholds(options.command))
        readOwnThresholds(reader, options);
    if (takesOwnBudgets(options.command))
        readOwnBudgets(reader, options);
    if (!reader.error().isEmpty())
        return UsageError{reader.error()};
    return options;
}

/// What is wrong with how many files are named; empty for nothing.
QString wrongNumberOf(const QStringList &files, Command command, bool twoFiles)
{
    if (!twoFiles)
        return files.size() == 1 ? QString() : notOneFile(files);
    if (command == Command::Check)
        return files.size() == 2
                ? QString()
                : u"Two files are expected: an operating point and the uses to check it on."_s;
    return files.size() == 2
            ? QString()
            : u"Two files are expected, of before and after, or one with --split or --split-at."_s;
}

bool takesTwoFiles(Command command, const QCommandLineParser &parser)
{
    return command == Command::Check
            || (command == Command::Drop && !parser.isSet(u"split"_s)
                && !parser.isSet(u"split-at"_s));
}

/// Why no command reads these files so; empty: this one does.
QString otherKindOfFile(const Options &options, const QCommandLineParser &parser)
{
    if (const QString lesson = lessonAmong(options, parser); !lesson.isEmpty())
        return lessonGiven(lesson);
    return !readsSessions(options.command) && isSessionFile(options.file)
            ? noSessionText(options.file)
            : QString();
}

std::variant<Options, Information, UsageError> parseCommand(Command command,
                                                            const QStringList &arguments,
                                                            const Options &start)
{
    QCommandLineParser parser;
    const auto known = optionsOf(command);
    addOptions(parser, known);
    const QCommandLineOption shortHelp(u"h"_s);
    parser.addOption(shortHelp);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"help"_s) || parser.isSet(shortHelp))
        return Information{helpOf(command)};
    if (parser.isSet(u"version"_s))
        return Information{versionText()};
    const QString seeHelp = u" See 'one-in-n-cli %1 --help'."_s.arg(nameOf(command));
    if (parser.unknownOptionNames().contains(u"threshold-by"_s))
        return UsageError{noOwnThresholdsText(command)};
    if (parser.unknownOptionNames().contains(u"budget-by"_s))
        return UsageError{noOwnBudgetsText(command)};
    if (!understood)
        return UsageError{parser.errorText() + seeHelp};
    const QString bare = optionWithoutValue(parser, known);
    if (!bare.isEmpty())
        return UsageError{u"Missing value after '--%1'."_s.arg(bare) + seeHelp};

    const QStringList files = parser.positionalArguments();
    if (command == Command::Metrics && (parser.isSet(u"table"_s) || parser.isSet(u"rates"_s)))
        return numbersInsteadOfFile(parser, known, start, files);
    const bool twoFiles = takesTwoFiles(command, parser);
    const QString wrongNumber = wrongNumberOf(files, command, twoFiles);
    if (!wrongNumber.isEmpty())
        return UsageError{wrongNumber + seeHelp};

    Options options = start;
    options.command = command;
    if (!start.session)
        options.file = files.first();
    if (twoFiles)
        options.later = files.last();
    if (const QString other = otherKindOfFile(options, parser); !other.isEmpty())
        return UsageError{other};
    return commandOptions(parser, known, std::move(options));
}

} // namespace

std::variant<Options, Information, UsageError> parseOptions(const QStringList &arguments,
                                                            const Options &start)
{
    const QString first = arguments.value(1);
    if (first == u"--help" || first == u"-h" || first == u"help")
        return Information{overallHelp()};
    if (first == u"--version" || first == u"-v")
        return Information{versionText()};
    if (const auto text = referenceNamed(first))
        return Information{*text};
    QStringList names;
    for (const Command each : allCommands())
        names.append(nameOf(each));
    const QString commands = u"the commands are %1 and lesson"_s.arg(names.join(u", "_s));
    if (first.isEmpty() || first.startsWith(u'-'))
        return UsageError{u"A command comes first: %1. See 'one-in-n-cli --help'."_s.arg(commands)};
    const auto command = commandNamed(first);
    if (!command)
        return UsageError{
                u"There is no command '%1': %2. See 'one-in-n-cli --help'."_s.arg(first, commands)};
    return parseCommand(*command, arguments.first(1) + arguments.sliced(2), start);
}

} // namespace oneinn::cli
