// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lesson.h"

#include "files/readfile.h"
#include "lessons/jsonlines.h"
#include "lessons/quantities.h"
#include "presets/conditionjson.h"
#include "presets/scenariojson.h"
#include "wording/problemwords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

/// Resources in a static library are linked only when they are asked for; outside any namespace.
static void initLessonResources()
{
    Q_INIT_RESOURCE(lessons);
}

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double noLimit = std::numeric_limits<double>::max();
constexpr std::size_t mostSteps = 100;
constexpr std::size_t mostChoices = 20;
constexpr std::size_t mostFilters = 20;

constexpr std::array<std::pair<const char *, AnswerKind>, 6> kinds{{
        {"choice", AnswerKind::Choice},
        {"number", AnswerKind::Number},
        {"threshold", AnswerKind::Score},
        {"budget", AnswerKind::Wait},
        {"ranking", AnswerKind::Ranking},
        {"words", AnswerKind::Words},
}};

QString needed(JsonReader &reader, const QString &key)
{
    QString text = reader.text(key);
    if (text.isEmpty())
        reader.fail(key, WantedValue::Kind::Text);
    return text;
}

WantedValue oneOf(const QStringList &words)
{
    WantedValue wanted{.kind = WantedValue::Kind::OneOf};
    for (const QString &word : words)
        wanted.words.push_back(word.toStdString());
    return wanted;
}

/// Absent, and a problem, where it is none.
std::optional<AnswerKind> readKind(JsonReader &reader)
{
    const QString word = reader.text(u"kind"_s);
    QStringList words;
    for (const auto &[name, kind] : kinds) {
        words.append(QLatin1String(name));
        if (word == QLatin1String(name))
            return kind;
    }
    reader.fail(u"kind"_s, oneOf(words));
    return std::nullopt;
}

/// By the number it has, or by its word: which, is for the quantity to say.
const QStringList &keysOfChoices()
{
    static const QStringList keys{u"number"_s, u"word"_s, u"quantity"_s};
    return keys;
}

QStringList keysWithUnit(std::initializer_list<QuantityUnit> units)
{
    QStringList keys;
    for (const Quantity &quantity : quantities()) {
        for (const QuantityUnit unit : units) {
            if (quantity.unit == unit)
                keys.append(quantity.key);
        }
    }
    return keys;
}

QStringList quantitiesFor(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Number:
        return keysWithUnit({QuantityUnit::OfHundred});
    case AnswerKind::Score:
        return keysWithUnit({QuantityUnit::Score});
    case AnswerKind::Wait:
        return keysWithUnit({QuantityUnit::Milliseconds});
    case AnswerKind::Choice:
    case AnswerKind::Ranking:
    case AnswerKind::Words:
        break;
    }
    return quantityKeys();
}

LessonChoice readChoice(JsonReader &reader, const LessonStep &step)
{
    LessonChoice choice;
    choice.text = needed(reader, u"text"_s);
    choice.misconception = reader.text(u"misconception"_s);
    if (step.kind == AnswerKind::Ranking) {
        choice.quantity = reader.text(u"quantity"_s);
        const Quantity *by = quantityOf(choice.quantity);
        if (!by || by->unit == QuantityUnit::Word)
            reader.fail(u"quantity"_s, oneOf(keysWithUnit({QuantityUnit::OfHundred})));
        return choice;
    }
    const Quantity *asked = quantityOf(step.quantity);
    if (!asked) {
        reader.passOver(keysOfChoices()); // what is wrong is the quantity
        return choice;
    }
    if (asked->unit == QuantityUnit::Word) {
        choice.word = needed(reader, u"word"_s);
        return choice;
    }
    choice.number = reader.optionalNumber(u"number"_s, -noLimit, noLimit);
    if (!choice.number)
        reader.fail(u"number"_s, WantedValue::Kind::Number);
    return choice;
}

void readAnswer(JsonReader &reader, LessonStep &step)
{
    const auto kind = readKind(reader);
    if (!kind)
        return reader.passOver({u"quantity"_s, u"choices"_s});
    step.kind = *kind;
    const bool asks = step.kind != AnswerKind::Ranking && step.kind != AnswerKind::Words;
    if (asks) {
        step.quantity = reader.text(u"quantity"_s);
        const QStringList allowed = quantitiesFor(step.kind);
        if (!allowed.contains(step.quantity))
            reader.fail(u"quantity"_s, oneOf(allowed));
    }
    if (step.kind != AnswerKind::Choice && step.kind != AnswerKind::Ranking)
        return;
    const std::size_t before = reader.problems().size();
    reader.objects(u"choices"_s, mostChoices,
                   [&step](JsonReader &inner) { step.choices.append(readChoice(inner, step)); });
    if (step.choices.size() < 2 && reader.problems().size() == before)
        reader.fail(u"choices"_s, oneOf({u"a list of at least two choices"_s}));
}

/// Whether each {key} of a reveal is a quantity.
void checkReveal(JsonReader &reader, const QString &reveal)
{
    qsizetype at = 0;
    while ((at = reveal.indexOf(u'{', at)) >= 0) {
        const qsizetype end = reveal.indexOf(u'}', at);
        const QString name = reveal.mid(at + 1, end < 0 ? -1 : end - at - 1);
        if (end < 0 || !quantityOf(name)) {
            reader.failWord(u"reveal"_s, u'{' + name + (end < 0 ? QString() : u"}"_s),
                            oneOf(quantityKeys()));
            return; // others are told by faultsOfText()
        }
        at = end;
    }
}

LessonStep readStep(JsonReader &reader)
{
    LessonStep step;
    step.path = reader.path();
    step.show = reader.text(u"show"_s);
    step.question = needed(reader, u"question"_s);
    step.threshold = reader.optionalNumber(u"threshold"_s, -noLimit, noLimit);
    step.budgetMs = reader.optionalNumber(u"budgetMs"_s, 0.0, noLimit);
    step.model = reader.exactText(u"model"_s);
    reader.objects(u"where"_s, mostFilters,
                   [&step](JsonReader &inner) { step.where.push_back(readCondition(inner)); });
    if (!reader.has(u"answer"_s))
        reader.fail(u"answer"_s, WantedValue::Kind::Settings);
    reader.object(u"answer"_s, [&step](JsonReader &inner) { readAnswer(inner, step); });
    step.reveal = needed(reader, u"reveal"_s);
    checkReveal(reader, step.reveal);
    return step;
}

void readData(JsonReader &reader, Lesson &lesson)
{
    lesson.sample = reader.text(u"sample"_s);
    lesson.file = reader.text(u"file"_s);
    lesson.before = reader.text(u"before"_s);
    if (lesson.sample.isEmpty() == lesson.file.isEmpty())
        reader.fail(u"sample"_s, WantedValue::Kind::DataPath);
    LessonColumns &columns = lesson.columns;
    columns.label = reader.exactText(u"label"_s);
    columns.positive = reader.exactText(u"positive"_s);
    columns.score = reader.exactText(u"score"_s);
    columns.latency = reader.exactText(u"latency"_s);
    const bool lower = reader.flag(u"lowerIsPositive"_s, false);
    if (reader.has(u"lowerIsPositive"_s))
        columns.lowerIsPositive = lower;
}

Lesson lessonIn(JsonReader &reader)
{
    Lesson lesson;
    if (reader.wholeNumber(u"schema"_s, 1, lessonSchema, 0) == 0)
        reader.fail(
                u"schema"_s,
                {.kind = WantedValue::Kind::WholeNumberBetween, .least = 1, .most = lessonSchema});
    lesson.title = needed(reader, u"title"_s);
    lesson.summary = reader.text(u"summary"_s);
    lesson.minutes = reader.wholeNumber(u"minutes"_s, 1, 120, lesson.minutes);
    if (!reader.has(u"data"_s))
        reader.fail(u"data"_s, WantedValue::Kind::Settings);
    reader.object(u"data"_s, [&lesson](JsonReader &inner) { readData(inner, lesson); });
    reader.object(u"scenario"_s,
                  [&lesson](JsonReader &inner) { lesson.scenario = readKindOfFeature(inner); });
    const std::size_t before = reader.problems().size();
    reader.objects(u"steps"_s, mostSteps,
                   [&lesson](JsonReader &inner) { lesson.steps.append(readStep(inner)); });
    if (lesson.steps.isEmpty() && reader.problems().size() == before)
        reader.fail(u"steps"_s, oneOf({u"a list of at least one step"_s}));
    reader.refuseOtherKeys();
    return lesson;
}

} // namespace

bool isLessonFile(const QString &path)
{
    return path.endsWith(u".lesson.json"_s, Qt::CaseInsensitive);
}

LessonText readLessonText(const QByteArray &json, const QString &fileName)
{
    const auto object = jsonObject(json, fileName);
    if (!object)
        return {.problems = {object.problem()}};
    JsonReader reader(object.value(), fileName);
    LessonText text{.lesson = lessonIn(reader), .problems = reader.problems()};
    text.lesson.lines = jsonLines(json);
    for (Problem &problem : text.problems)
        problem.line = text.lesson.lines.lineOf(QString::fromStdString(problem.column));
    for (const JsonLines::Repeated &repeated : text.lesson.lines.repeated)
        text.problems.push_back({.kind = ProblemKind::SettingTooMany,
                                 .file = fileName.toStdString(),
                                 .line = repeated.line,
                                 .column = repeated.path.toStdString(),
                                 .expected = 1,
                                 .found = 2});
    std::ranges::stable_sort(text.problems, {}, [](const Problem &each) { return *each.line; });
    return text;
}

LessonText readLessonTextOf(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (path.startsWith(u":/")) {
        initLessonResources();
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            return readLessonText(file.readAll(), name);
        return {.problems = {{.kind = ProblemKind::FileMissing, .file = path.toStdString()}}};
    }
    const auto read = files::readFile(QFile::encodeName(path).toStdString(), files::largestPreset);
    if (read)
        return readLessonText(QByteArray::fromStdString(read.value()), name);
    Problem problem = read.problem();
    problem.file = path.toStdString();
    return {.problems = {problem}};
}

namespace {

Result<Lesson> wholeLesson(LessonText text)
{
    if (text.problems.empty())
        return std::move(text.lesson);
    return std::move(text.problems.front());
}

} // namespace

Result<Lesson> readLesson(const QByteArray &json, const QString &fileName)
{
    return wholeLesson(readLessonText(json, fileName));
}

Result<Lesson> readLessonFile(const QString &path)
{
    return wholeLesson(readLessonTextOf(path));
}

QString lessonProblemText(const Problem &problem)
{
    QString sentence = wording::problemWords(problem, wording::Reader::CommandLine).sentence();
    // A problem of JSON names its line itself.
    if (!problem.line || problem.kind == ProblemKind::JsonBroken)
        return sentence;
    return u"Line %1: %2"_s.arg(QString::number(*problem.line), sentence);
}

QStringList builtInLessons()
{
    initLessonResources();
    QStringList paths;
    QStringList names = QDir(u":/lessons"_s).entryList(QDir::Files, QDir::Name);
    std::ranges::stable_sort(names, {},
                             [](const QString &name) { return name.section(u'-', 0, 0).toInt(); });
    for (const QString &name : names)
        paths.append(u":/lessons/"_s + name);
    return paths;
}

QStringList builtInLessonNames()
{
    QStringList names;
    const QStringList paths = builtInLessons();
    for (const QString &path : paths)
        names.append(QFileInfo(path).fileName().section(u'.', 0, 0));
    return names;
}

} // namespace oneinn
