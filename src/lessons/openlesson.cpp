// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/openlesson.h"

#include "lessons/stepfaults.h"
#include "wording/nearestname.h"
#include "wording/problemwords.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>
#include <vector>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

struct LineFault {
    std::size_t line;
    QString sentence;
};

QString sentenceFor(const Problem &problem)
{
    return wording::problemWords(problem).sentence();
}

bool isBelow(const Problem &problem, const QString &path)
{
    const QString key = QString::fromStdString(problem.column);
    return key == path || key.startsWith(path + u'.') || key.startsWith(path + u'[');
}

bool isSound(const std::vector<Problem> &problems, const QString &path)
{
    return std::ranges::none_of(problems,
                                [&path](const Problem &each) { return isBelow(each, path); });
}

/// The value that is most likely meant, else the commonest.
QString positiveMeant(const Problem &problem)
{
    QStringList values;
    for (const std::string &name : problem.names)
        values.append(QString::fromStdString(name));
    const QString nearest = problem.kind == ProblemKind::PositiveValueMissing
            ? wording::nearestName(QString::fromStdString(problem.detail), values)
            : QString();
    return nearest.isEmpty() ? values.value(0, u"yes"_s) : nearest;
}

/// What says which value of which column is looked for. A column that was guessed is named as well:
/// with another value it might be another one.
QString classRemedy(const Problem &problem, const LessonColumns &columns)
{
    const bool isUnclear = problem.kind == ProblemKind::PositiveValueUnclear;
    const QString positive = u"\"positive\": \"%1\""_s.arg(positiveMeant(problem));
    if (isUnclear || columns.label || problem.column.empty())
        return u" In \"data\", \"positive\" says it: %1."_s.arg(positive);
    return u" In \"data\", \"label\" and \"positive\" say it: \"label\": \"%1\", %2."_s.arg(
            QString::fromStdString(problem.column), positive);
}

QString labelRemedy(const Problem &problem)
{
    if (problem.column.empty())
        return u" In \"data\", \"label\" names it; where it has more than two values, \"positive\" "
               "says which one is looked for."_s;
    Problem ofClasses = problem;
    ofClasses.names = {problem.detail};
    return classRemedy(ofClasses, {});
}

/// What a lesson can say about the columns of its data, since no option does.
QString columnRemedy(const Problem &problem, const LessonColumns &columns)
{
    switch (problem.kind) {
    case ProblemKind::PositiveValueUnclear:
    case ProblemKind::PositiveValueMissing:
    case ProblemKind::LabelNotBinary:
        return classRemedy(problem, columns);
    case ProblemKind::NoLabelColumn:
        return labelRemedy(problem);
    case ProblemKind::NoScoreColumn:
        return u" In \"data\", \"score\" names it."_s;
    case ProblemKind::ColumnUnclear:
        return u" In \"data\", \"label\", \"score\" and \"latency\" name them."_s;
    case ProblemKind::FileMissing:
        return u" It is looked for from the folder of the lesson on."_s;
    default:
        return {};
    }
}

/// Empty where there is one of that name, or none is asked for.
QString noSample(const QString &name)
{
    const QStringList names = sampleNames();
    if (name.isEmpty() || names.contains(name))
        return {};
    const QString nearest = wording::nearestName(name, names);
    return u"No sample is called '%1'. "_s.arg(name)
            + (nearest.isEmpty() ? u"There are %1."_s.arg(names.join(u", "_s))
                                 : u"Write '%1', which is the nearest."_s.arg(nearest));
}

/// Which of a step's keys the data have not what it names.
QString keyOfProblem(const Problem &problem, const LessonStep &step)
{
    for (std::size_t i = 0; i < step.where.size(); ++i) {
        if (step.where[i].column == problem.column)
            return u"where[%1]"_s.arg(QString::number(i));
    }
    return step.model ? u"model"_s : u"where"_s;
}

class Opening {
public:
    explicit Opening(const QString &path)
        : m_text(readLessonTextOf(path))
        , m_lesson(m_text.lesson)
        , m_folder(QFileInfo(path).path())
    {
        for (const Problem &problem : m_text.problems)
            m_faults.push_back({problem.line.value_or(0), lessonProblemText(problem)});
    }

    void readData()
    {
        for (const LessonStep &step : std::as_const(m_lesson.steps))
            addFaults(step, faultsOfText(step));
        const bool isNamed = m_lesson.sample.isEmpty() != m_lesson.file.isEmpty();
        if (!isNamed || !isSound(m_text.problems, u"data"_s))
            return;
        if (const QString none = noSample(m_lesson.sample); !none.isEmpty())
            return fault(u"data.sample"_s, none);
        const auto data = lessonData(m_lesson, m_folder);
        if (!data) {
            fault(u"data"_s,
                  u"The data of the lesson: "_s + sentenceFor(asWritten(data.problem()))
                          + columnRemedy(data.problem(), m_lesson.columns));
            return;
        }
        if (!readBefore(data.value()))
            return;
        for (const LessonStep &step : std::as_const(m_lesson.steps))
            readStep(step, data.value());
    }

    std::variant<OpenLessonPtr, QStringList> result(const QString &path)
    {
        if (m_faults.empty())
            return std::make_shared<const OpenLesson>(OpenLesson{path, m_lesson, m_answers});
        std::ranges::stable_sort(m_faults, {}, &LineFault::line);
        QStringList sentences;
        for (const LineFault &each : m_faults)
            sentences.append(each.sentence);
        return sentences;
    }

private:
    void fault(const QString &path, const QString &sentence)
    {
        const std::size_t line = m_lesson.lines.lineOf(path);
        m_faults.push_back({line, u"Line %1: %2"_s.arg(QString::number(line), sentence)});
    }

    /// Wherever the lesson lies on this machine, its data are told as it names them.
    Problem asWritten(Problem problem) const
    {
        if (!problem.file.empty())
            problem.file = (m_lesson.file.isEmpty() ? m_lesson.sample + u".csv"_s : m_lesson.file)
                                   .toStdString();
        return problem;
    }

    void addFaults(const LessonStep &step, const QList<StepFault> &faults)
    {
        for (const StepFault &each : faults)
            fault(step.path + u'.' + each.key, each.sentence);
    }

    /// False where it names one that cannot be read.
    bool readBefore(const ingest::LoadedFile &data)
    {
        if (const QString none = m_lesson.sample.isEmpty() ? QString() : noSample(m_lesson.before);
            !none.isEmpty()) {
            fault(u"data.before"_s, none);
            return false;
        }
        auto before = lessonBefore(m_lesson, m_folder, data);
        if (!before) {
            Problem problem = before.problem();
            if (!problem.file.empty())
                problem.file = m_lesson.before.toStdString();
            fault(u"data.before"_s,
                  u"The earlier data of the lesson: "_s + sentenceFor(problem)
                          + columnRemedy(problem, m_lesson.columns));
            return false;
        }
        m_before = std::move(before).value();
        return true;
    }

    /// The same step without a model that the data cannot have.
    LessonStep withoutModel(LessonStep step, const ingest::LoadedFile &data)
    {
        if (step.model && !data.predictions->model()) {
            fault(step.path + u".model"_s,
                  u"These data have no models, so that no \"model\" can be chosen. Leave it out, "
                  "or choose data with several."_s);
            step.model.reset();
        }
        return step;
    }

    void readStep(const LessonStep &asked, const ingest::LoadedFile &data)
    {
        const LessonStep step = withoutModel(asked, data);
        const auto answers = StepAnswers::of(m_lesson, step, data, m_before);
        if (!answers) {
            fault(step.path + u'.' + keyOfProblem(answers.problem(), step),
                  sentenceFor(answers.problem()));
            return;
        }
        // What an unsound scenario would make of it is not told.
        if (isSound(m_text.problems, u"scenario"_s))
            addFaults(step, stepFaults(step, answers.value()));
        m_answers.append(answers.value());
    }

    LessonText m_text;
    Lesson &m_lesson;
    QString m_folder;
    QList<StepAnswers> m_answers;
    std::shared_ptr<const LessonEarlier> m_before;
    std::vector<LineFault> m_faults;
};

} // namespace

std::variant<OpenLessonPtr, QStringList> openLesson(const QString &path)
{
    Opening opening(path);
    opening.readData();
    return opening.result(path);
}

QString allFaults(const QString &path, const QStringList &faults)
{
    return u"“%1” cannot be taught.\n"_s.arg(QFileInfo(path).fileName()) + faults.join(u'\n');
}

} // namespace oneinn
