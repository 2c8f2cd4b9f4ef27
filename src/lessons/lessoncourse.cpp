// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessoncourse.h"

#include "lessons/classsummary.h"
#include "report/csv.h"
#include "wording/names.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

QString askedIn(const LessonStep &step)
{
    return wording::visible(step.question).trimmed();
}

namespace {

/// Told apart also from that of somebody else who begins at the same moment.
QString momentNow()
{
    constexpr qsizetype apart = 8;
    return QDateTime::currentDateTime().toString(Qt::ISODate) + u' '
            + QUuid::createUuid().toString(QUuid::WithoutBraces).left(apart);
}

} // namespace

LessonCourse::LessonCourse(OpenLessonPtr open)
    : m_open(std::move(open))
    , m_begun(momentNow())
{
}

LessonCourse::LessonCourse(OpenLessonPtr open, const QList<KeptAnswer> &kept)
    : LessonCourse(std::move(open))
{
    const QList<LessonStep> &steps = m_open->lesson.steps;
    if (const QString begun = kept.value(0).begun; !begun.isEmpty())
        m_begun = begun;
    for (m_place = 0; m_place < steps.size(); ++m_place) {
        const auto found = std::ranges::find(kept, int(m_place) + 1, &KeptAnswer::step);
        if (found == kept.end() || found->question != askedIn(step())
            || !answer(found->typed, found->date))
            break;
    }
    m_place = std::min(m_place, steps.size() - 1);
}

const GivenAnswer *LessonCourse::given() const
{
    return m_place < m_given.size() ? &m_given.at(m_place) : nullptr;
}

QStringList LessonCourse::told() const
{
    QStringList lines;
    if (!given())
        return lines;
    for (const QString &line :
         {given()->grade.said, given()->grade.misconception, answers().reveal(step())}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines;
}

bool LessonCourse::answer(const QString &typed, const QDate &date)
{
    const auto judged = given() ? std::nullopt : grade(step(), answers(), typed);
    if (!judged)
        return false;
    m_given.append({typed.trimmed(), *judged, date});
    return true;
}

bool LessonCourse::hasNext() const
{
    return given() && m_place + 1 < m_open->lesson.steps.size();
}

void LessonCourse::goNext()
{
    m_place += hasNext() ? 1 : 0;
}

void LessonCourse::goPrevious()
{
    m_place -= hasPrevious() ? 1 : 0;
}

bool LessonCourse::hasSecrets() const
{
    const QList<LessonStep> &steps = m_open->lesson.steps;
    return std::any_of(steps.begin() + m_given.size(), steps.end(),
                       [](const LessonStep &step) { return step.kind != AnswerKind::Words; });
}

LessonScore LessonCourse::score() const
{
    LessonScore score{.answered = int(m_given.size()), .steps = int(m_open->lesson.steps.size())};
    for (const GivenAnswer &each : m_given) {
        score.graded += each.grade.right ? 1 : 0;
        score.right += each.grade.right.value_or(false) ? 1 : 0;
    }
    return score;
}

QList<KeptAnswer> LessonCourse::kept() const
{
    QList<KeptAnswer> kept;
    for (const GivenAnswer &each : m_given) {
        const qsizetype place = kept.size();
        kept.append({.date = each.date,
                     .step = int(place) + 1,
                     .question = askedIn(m_open->lesson.steps.at(place)),
                     .typed = each.typed,
                     .right = each.grade.right,
                     .begun = m_begun});
    }
    return kept;
}

QString LessonCourse::resultCsv(const QString &name) const
{
    QString csv = report::csvRow(lessonResultColumns());
    for (qsizetype i = 0; i < m_given.size(); ++i) {
        const GivenAnswer &each = m_given.at(i);
        csv += report::csvRow({report::csvText(name), report::csvText(m_open->lesson.title),
                               QString::number(i + 1),
                               report::csvText(m_open->lesson.steps.at(i).question),
                               report::csvText(each.typed), gradeCell(each.grade.right),
                               report::csvText(each.grade.misconception),
                               report::csvText(each.grade.said), m_begun});
    }
    return csv;
}

QString scoreSentence(const LessonScore &score)
{
    return u"%1 of %2 right."_s.arg(QString::number(score.right), QString::number(score.graded));
}

} // namespace oneinn
