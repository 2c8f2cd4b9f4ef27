// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonanswers.h"

#include "core/predictions/defaultselection.h"
#include "ingest/tablefile.h"
#include "wording/numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double ofHundred = 100.0;
constexpr double waitsShown = 1.5; ///< of the 99th of 100 waits: a dial ends there
constexpr double near = 0.1; ///< of the right one: a threshold or a budget is as good as right

QString sampleFolderOfLessons()
{
    const QString installed =
            QCoreApplication::applicationDirPath() + u"/../share/one-in-n/sample_data"_s;
    return QDir(installed).exists() ? installed : QStringLiteral(ONEINN_SOURCE_SAMPLES);
}

QString numberSaid(double value)
{
    return QString::number(value, 'g', 4);
}

std::optional<Selection> selectionOf(const LessonStep &step, const Predictions &predictions)
{
    Selection selection = defaultSelection(predictions, step.where);
    if (step.model)
        selection.model = step.model;
    return selection;
}

int letterOf(const QString &typed)
{
    return typed.size() == 1 ? typed.at(0).toLower().unicode() - u'a' : -1;
}

/// How far a choice is from what is right; 0 or 1 for words.
double distance(const LessonChoice &choice, const QuantityValue &right)
{
    if (choice.number)
        return std::abs(*choice.number - right.number);
    return choice.word == right.word ? 0.0 : 1.0;
}

std::optional<Grade> gradeChoice(const LessonStep &step, const QuantityValue &right,
                                 const QString &typed)
{
    const int chosen = letterOf(typed);
    if (chosen < 0 || chosen >= step.choices.size())
        return std::nullopt;
    double least = distance(step.choices.front(), right);
    for (const LessonChoice &choice : step.choices)
        least = std::min(least, distance(choice, right));
    const LessonChoice &choice = step.choices.at(chosen);
    const bool isRight = distance(choice, right) == least && (choice.number || least == 0.0);
    const Quantity &asked = *quantityOf(step.quantity);
    return Grade{
            isRight,
            (isRight ? u"Right: it is %1."_s : u"No: it is %1."_s).arg(quantityText(asked, right)),
            isRight ? QString() : choice.misconception};
}

/// How far off, in what is counted.
QString offInCases(double said, double right, const wording::Noun &noun)
{
    const int is = qRound(right);
    const int more = is - qRound(said);
    const QString off = more == 0
            ? u"right"_s
            : u"%1 %2 than you said"_s.arg(wording::counted(std::abs(more), noun),
                                           more > 0 ? u"more"_s : u"fewer"_s);
    return u"You said %1 of 100, it is %2: %3."_s.arg(QString::number(qRound(said)),
                                                      QString::number(is), off);
}

std::optional<Grade> gradeNumber(const LessonStep &step, const StepAnswers &answers,
                                 const QuantityValue &right, const QString &typed)
{
    const Quantity &asked = *quantityOf(step.quantity);
    bool isNumber = false;
    const double said = typed.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(said))
        return std::nullopt;
    if (step.kind == AnswerKind::Number) {
        if (said < 0.0 || said > ofHundred)
            return std::nullopt;
        return Grade{qRound(said) == qRound(right.number),
                     offInCases(said, right.number, countedOf(asked, answers.scenario().words)),
                     {}};
    }
    const bool isNear = std::abs(said - right.number) <= near * std::abs(right.number);
    return Grade{isNear,
                 u"You said %1, it is %2."_s.arg(numberSaid(said), quantityText(asked, right)),
                 {}};
}

std::optional<Grade> gradeRanking(const LessonStep &step, const StepAnswers &answers,
                                  const QString &typed)
{
    const QString letters = QString(typed).remove(QRegularExpression(u"[\\s,]"_s)).toLower();
    QList<double> order;
    QString seen;
    for (const QChar letter : letters) {
        const int at = letterOf(letter);
        if (at < 0 || at >= step.choices.size() || seen.contains(letter))
            return std::nullopt;
        seen += letter;
        const auto value = answers[*quantityOf(step.choices.at(at).quantity)];
        if (!value)
            return std::nullopt;
        order.append(value->number);
    }
    if (seen.size() != step.choices.size())
        return std::nullopt;
    const bool isRight = std::is_sorted(order.begin(), order.end(), std::greater<>());
    QStringList told;
    QList<std::pair<double, QString>> ranked;
    for (const LessonChoice &choice : step.choices) {
        const Quantity &quantity = *quantityOf(choice.quantity);
        const auto value = answers[quantity];
        ranked.append(
                {value->number, choice.text + u" ("_s + quantityText(quantity, *value) + u')'});
    }
    std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<double, QString>::first);
    for (const auto &[value, text] : ranked)
        told.append(text);
    return Grade{isRight,
                 (isRight ? u"Right: "_s : u"No. Most first: "_s) + told.join(u", "_s) + u'.',
                 {}};
}

} // namespace

QString lessonDataPath(const Lesson &lesson, const QString &folder)
{
    return QDir::cleanPath(
            lesson.sample.isEmpty()
                    ? QDir(folder).filePath(lesson.file)
                    : QDir(sampleFolderOfLessons()).filePath(lesson.sample + u".csv"_s));
}

ingest::ColumnMapping lessonMapping(const Lesson &lesson)
{
    const LessonColumns &columns = lesson.columns;
    ingest::ColumnMapping mapping{.label = columns.label,
                                  .positive = columns.positive,
                                  .score = columns.score,
                                  .latency = columns.latency,
                                  .lowerIsPositive = columns.lowerIsPositive};
    for (const LessonStep &step : lesson.steps) {
        for (const Selection::Where &where : step.where) {
            if (std::ranges::find(mapping.extraSegments, where.column)
                == mapping.extraSegments.end())
                mapping.extraSegments.push_back(where.column);
        }
    }
    return mapping;
}

Result<ingest::LoadedFile> lessonData(const Lesson &lesson, const QString &folder)
{
    return ingest::load(QFile::encodeName(lessonDataPath(lesson, folder)).toStdString(),
                        lessonMapping(lesson));
}

Result<StepAnswers> StepAnswers::of(const Lesson &lesson, const LessonStep &step,
                                    const ingest::LoadedFile &data)
{
    const Selection selection = *selectionOf(step, *data.predictions);
    if (auto problem = PredictionIndex::problemWith(*data.predictions, selection))
        return *problem;
    const auto index = PredictionIndex::build(data.predictions, selection);
    if (!index)
        return index.problem();
    Scenario scenario = lesson.scenario;
    scenario.selection = selection;
    if (step.budgetMs)
        scenario.budget = Milliseconds{*step.budgetMs};
    if (index.value()->latency().empty()) {
        scenario.budget.reset();
        scenario.patience = {};
    }
    StepAnswers answers;
    answers.m_lowerIsPositive = data.mapping.lowerIsPositive.value;
    answers.m_rows = ScenarioRows::around(index.value(), scenario);
    scenario = answers.m_rows->asPrepared(scenario);
    scenario.threshold = step.threshold
            ? Threshold{answers.m_lowerIsPositive ? -*step.threshold : *step.threshold}
            : outlook(*answers.m_rows->at(scenario), scenario)->mostValuable.threshold;
    answers.m_scenario = scenario;
    answers.m_assessment = assess(*answers.m_rows, scenario);
    return answers;
}

std::optional<QuantityValue> StepAnswers::operator[](const Quantity &quantity) const
{
    const Quantity &asked = m_lowerIsPositive && !quantity.otherEnd.isEmpty()
            ? *quantityOf(quantity.otherEnd)
            : quantity;
    auto value = valueOf(asked, *m_rows, m_assessment);
    if (value && quantity.unit == QuantityUnit::Score && m_lowerIsPositive)
        value->number = -value->number;
    return value;
}

std::optional<Interval> StepAnswers::dialEnds(const LessonStep &step) const
{
    const PredictionIndex &index = *m_rows->all();
    if (step.kind == AnswerKind::Wait) {
        for (const double share : {0.99, 0.9, 0.5}) {
            const auto wait = index.latency().percentile(share);
            if (wait && std::isfinite(*wait) && *wait > 0.0)
                return Interval{0.0, waitsShown * *wait};
        }
    }
    if (step.kind != AnswerKind::Score)
        return std::nullopt;
    const double high = index.scoreAt(0);
    const double low = index.scoreAt(index.rows() - 1);
    if (!std::isfinite(low) || !std::isfinite(high) || low >= high)
        return std::nullopt;
    return m_lowerIsPositive ? Interval{-high, -low} : Interval{low, high};
}

QString StepAnswers::reveal(const LessonStep &step) const
{
    QString text = step.reveal;
    for (const Quantity &quantity : quantities()) {
        const QString place = u'{' + quantity.key + u'}';
        if (!text.contains(place))
            continue;
        const auto value = (*this)[quantity];
        text.replace(place, value ? quantityText(quantity, *value) : u"(not known)"_s);
    }
    return text;
}

std::optional<Grade> grade(const LessonStep &step, const StepAnswers &answers, const QString &typed)
{
    const QString said = typed.trimmed();
    if (said.isEmpty())
        return std::nullopt;
    if (step.kind == AnswerKind::Words)
        return Grade{};
    if (step.kind == AnswerKind::Ranking)
        return gradeRanking(step, answers, said);
    const auto right = answers[*quantityOf(step.quantity)];
    if (!right)
        return std::nullopt;
    return step.kind == AnswerKind::Choice ? gradeChoice(step, *right, said)
                                           : gradeNumber(step, answers, *right, said);
}

std::optional<qsizetype> rightChoice(const LessonStep &step, const StepAnswers &answers)
{
    if (step.kind != AnswerKind::Choice)
        return std::nullopt;
    const auto right = answers[*quantityOf(step.quantity)];
    if (!right)
        return std::nullopt;
    const auto nearest =
            std::ranges::min_element(step.choices, {}, [&right](const LessonChoice &choice) {
                return distance(choice, *right);
            });
    if (!nearest->number && distance(*nearest, *right) > 0.0)
        return std::nullopt;
    return nearest - step.choices.begin();
}

QString rightOrder(const LessonStep &step, const StepAnswers &answers)
{
    if (step.kind != AnswerKind::Ranking)
        return {};
    QList<std::pair<double, QString>> ranked;
    for (qsizetype i = 0; i < step.choices.size(); ++i) {
        const auto value = answers[*quantityOf(step.choices.at(i).quantity)];
        if (!value)
            return {};
        ranked.append({value->number, QChar(char16_t(u'a' + i))});
    }
    std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<double, QString>::first);
    QStringList letters;
    for (const auto &[number, letter] : ranked)
        letters.append(letter);
    return letters.join(u", "_s);
}

QString unclearChoice(const LessonStep &step, const StepAnswers &answers)
{
    if (step.kind != AnswerKind::Choice)
        return {};
    const auto right = answers[*quantityOf(step.quantity)];
    QList<LessonChoice> choices = step.choices;
    if (!right || choices.size() < 2
        || std::ranges::any_of(std::as_const(choices),
                               [](const LessonChoice &choice) { return !choice.number; }))
        return {};
    std::ranges::stable_sort(
            choices, {}, [&right](const LessonChoice &choice) { return distance(choice, *right); });
    if (2.0 * distance(choices.at(0), *right) <= distance(choices.at(1), *right))
        return {};
    return u"The data say %1, and of the choices \u201c%2\u201d and \u201c%3\u201d are about as near, so that neither can be called right. Change a choice, or its number."_s
            .arg(quantityText(*quantityOf(step.quantity), *right), choices.at(0).text,
                 choices.at(1).text);
}

QString askedFor(const LessonStep &step)
{
    switch (step.kind) {
    case AnswerKind::Choice:
        return u"Type a letter"_s;
    case AnswerKind::Number:
        return u"Type how many of 100, from 0 to 100"_s;
    case AnswerKind::Score:
        return u"Type a threshold, with a point"_s;
    case AnswerKind::Wait:
        return u"Type a wait in milliseconds"_s;
    case AnswerKind::Ranking:
        return u"Type all letters, most first"_s;
    case AnswerKind::Words:
        break;
    }
    return u"Type your answer"_s;
}

QString quantityText(const Quantity &quantity, const QuantityValue &value)
{
    switch (quantity.unit) {
    case QuantityUnit::OfHundred:
        return u"%1 of 100"_s.arg(value.number > 0.0 && value.number < 1.0
                                          ? QString::number(value.number, 'g', 2)
                                          : QString::number(qRound(value.number)));
    case QuantityUnit::Milliseconds:
        return numberSaid(value.number) + u" ms"_s;
    case QuantityUnit::Value:
        return QString::number(qRound(value.number)) + u" per 1,000 uses"_s;
    case QuantityUnit::Score:
        return numberSaid(value.number);
    case QuantityUnit::Word:
        break;
    }
    return value.word;
}

} // namespace oneinn
