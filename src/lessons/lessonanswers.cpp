// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonanswers.h"

#include "core/predictions/defaultselection.h"
#include "ingest/tablefile.h"
#include "lessons/dropquantities.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double waitsShown = 1.5; ///< of the 99th of 100 waits: a dial ends there

QString sampleFolderOfLessons()
{
    const QString installed =
            QCoreApplication::applicationDirPath() + u"/../share/one-in-n/sample_data"_s;
    return QDir(installed).exists() ? installed : QStringLiteral(ONEINN_SOURCE_SAMPLES);
}

/// Never "1.2e+04".
QString ofHundredText(double value)
{
    return u"%1 of 100"_s.arg(value > 0.0 && value < 1.0 ? QString::number(value, 'g', 2)
                                                         : QString::number(qRound(value)));
}

/// Where the window tells no number alone, what it tells in its place: both are of the same cases.
QString howSure(const std::optional<Proportion> &share)
{
    if (!share)
        return {};
    switch (wording::shareFormOf(*share)) {
    case wording::ShareForm::Wide:
        return u" (95 % interval: %1)"_s.arg(wording::betweenText(share->interval, 100));
    case wording::ShareForm::Counts:
    case wording::ShareForm::TooFew:
        return u" (%1 of %2, too few to say more)"_s.arg(wording::countText(share->yes.rows),
                                                         wording::countText(share->all.rows));
    default:
        return {};
    }
}

QString numberSaid(double value)
{
    constexpr double thousand = 1000.0;
    return std::abs(value) < thousand ? QString::number(value, 'g', 4)
                                      : wording::countText(std::round(value));
}

std::optional<Selection> selectionOf(const LessonStep &step, const Predictions &predictions)
{
    Selection selection = defaultSelection(predictions, step.where);
    if (step.model)
        selection.model = step.model;
    return selection;
}

/// A sample's, or that of a file beside the lesson.
QString dataPath(const Lesson &lesson, const QString &name, const QString &folder)
{
    return QDir::cleanPath(lesson.sample.isEmpty()
                                   ? QDir(folder).filePath(name)
                                   : QDir(sampleFolderOfLessons()).filePath(name + u".csv"_s));
}

} // namespace

QString lessonDataPath(const Lesson &lesson, const QString &folder)
{
    return dataPath(lesson, lesson.sample.isEmpty() ? lesson.file : lesson.sample, folder);
}

QString lessonBeforePath(const Lesson &lesson, const QString &folder)
{
    return lesson.before.isEmpty() ? QString() : dataPath(lesson, lesson.before, folder);
}

QStringList sampleNames()
{
    QStringList names =
            QDir(sampleFolderOfLessons()).entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(qsizetype(QStringView(u".csv").size()));
    return names;
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

Result<std::shared_ptr<const LessonEarlier>> lessonBefore(const Lesson &lesson,
                                                          const QString &folder,
                                                          const ingest::LoadedFile &later)
{
    if (lesson.before.isEmpty())
        return std::shared_ptr<const LessonEarlier>();
    ingest::ColumnMapping mapping = lessonMapping(lesson);
    mapping.label = later.mapping.label.value;
    mapping.positive = later.mapping.positive.value;
    mapping.score = later.mapping.score.value;
    mapping.lowerIsPositive = later.mapping.lowerIsPositive.value;
    auto read = ingest::load(QFile::encodeName(lessonBeforePath(lesson, folder)).toStdString(),
                             mapping);
    if (!read)
        return read.problem();
    return std::shared_ptr<const LessonEarlier>(
            std::make_shared<LessonEarlier>(std::move(read).value()));
}

Result<StepAnswers> StepAnswers::of(const Lesson &lesson, const LessonStep &step,
                                    const ingest::LoadedFile &data,
                                    const std::shared_ptr<const LessonEarlier> &before)
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
    if (before && asksOfDrop(step))
        answers.m_dropped = before->droppedTo(index.value(), scenario, step.threshold.has_value());
    return answers;
}

std::optional<QuantityValue> StepAnswers::operator[](const Quantity &quantity) const
{
    const Quantity &asked = m_lowerIsPositive && !quantity.otherEnd.isEmpty()
            ? *quantityOf(quantity.otherEnd)
            : quantity;
    std::optional<QuantityValue> value;
    if (!isOfDrop(asked))
        value = valueOf(asked, *m_rows, m_assessment);
    else if (m_dropped)
        value = valueOf(asked, *m_dropped);
    if (value && quantity.unit == QuantityUnit::Score && m_lowerIsPositive)
        value->number = -value->number;
    if (value && quantity.unit == QuantityUnit::Value)
        value->word = wording::featureOf(scenario().words).useCase.plural;
    return value;
}

std::optional<Interval> StepAnswers::scoreEnds() const
{
    const PredictionIndex &index = *m_rows->all();
    const double high = index.scoreAt(0);
    const double low = index.scoreAt(index.rows() - 1);
    if (!std::isfinite(low) || !std::isfinite(high))
        return std::nullopt;
    return m_lowerIsPositive ? Interval{-high, -low} : Interval{low, high};
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
    const auto ends = step.kind == AnswerKind::Score ? scoreEnds() : std::nullopt;
    return ends && ends->low < ends->high ? ends : std::nullopt;
}

std::optional<Interval> StepAnswers::answerEnds(const LessonStep &step) const
{
    if (step.kind == AnswerKind::Number)
        return Interval{0.0, 100.0};
    const auto ends = dialEnds(step);
    // Where scores are said of 1, so are thresholds.
    const bool isOfOne =
            ends && step.kind == AnswerKind::Score && ends->low >= 0.0 && ends->high <= 1.0;
    return isOfOne ? Interval{0.0, 1.0} : ends;
}

Assessment StepAnswers::atThreshold(double typed) const
{
    Scenario scenario = m_scenario;
    scenario.threshold = Threshold{m_lowerIsPositive ? -typed : typed};
    return assess(*m_rows, scenario);
}

std::optional<double> StepAnswers::shareWithin(double wait) const
{
    return m_rows->all()->latency().shareWithin(wait);
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

QString quantityText(const Quantity &quantity, const QuantityValue &value)
{
    switch (quantity.unit) {
    case QuantityUnit::OfHundred:
        return ofHundredText(value.number) + howSure(value.share);
    case QuantityUnit::Milliseconds:
        return numberSaid(value.number) + u" ms"_s;
    case QuantityUnit::Value:
        return u"%1 per 1,000 %2"_s.arg(QString::number(qRound(value.number)),
                                        value.word.isEmpty() ? u"uses"_s : value.word);
    case QuantityUnit::Score:
        return numberSaid(value.number);
    case QuantityUnit::Word:
        break;
    }
    return value.word;
}

} // namespace oneinn
