// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/openlesson.h"

#include "wording/problemwords.h"

#include <QFileInfo>

#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

QString sentenceFor(const Problem &problem)
{
    return wording::problemWords(problem, wording::Reader::CommandLine).sentence();
}

} // namespace

std::variant<OpenLessonPtr, QString> openLesson(const QString &path)
{
    auto read = readLessonFile(path);
    if (!read)
        return lessonProblemText(read.problem());
    auto open = std::make_shared<OpenLesson>(OpenLesson{path, std::move(read).value(), {}});
    const auto data = lessonData(open->lesson, QFileInfo(path).path());
    if (!data)
        return u"The data of the lesson: "_s + sentenceFor(data.problem());
    for (const LessonStep &step : std::as_const(open->lesson.steps)) {
        const QString place = u"Step %1: "_s.arg(QString::number(open->answers.size() + 1));
        const auto answers = StepAnswers::of(open->lesson, step, data.value());
        if (!answers)
            return place + sentenceFor(answers.problem());
        if (const QString missing = answers.value().missing(step); !missing.isEmpty())
            return place + missing;
        if (const QString unclear = unclearChoice(step, answers.value()); !unclear.isEmpty())
            return place + unclear;
        open->answers.append(answers.value());
    }
    return OpenLessonPtr(std::move(open));
}

} // namespace oneinn
