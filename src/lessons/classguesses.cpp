// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/classguesses.h"

#include "lessons/classsummary.h"
#include "report/csv.h"

namespace oneinn {

using namespace Qt::StringLiterals;

QString classGuessesCsv(const OpenLesson &lesson, const QMap<qsizetype, QStringList> &typed,
                        const QDateTime &when)
{
    QString rows;
    const QString moment = when.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    for (auto each = typed.cbegin(); each != typed.cend(); ++each) {
        if (each.key() < 0 || each.key() >= lesson.lesson.steps.size())
            continue;
        const LessonStep &step = lesson.lesson.steps.at(each.key());
        int guess = 0;
        for (const QString &said : each.value()) {
            const auto judged = grade(step, lesson.answers.at(each.key()), said);
            ++guess;
            if (!judged)
                continue;
            rows += report::csvRow(
                    {report::csvText(u"guess %1, %2"_s.arg(QString::number(guess), moment)),
                     report::csvText(lesson.lesson.title), QString::number(each.key() + 1),
                     report::csvText(step.question), report::csvText(said),
                     gradeCell(judged->right), report::csvText(judged->misconception),
                     report::csvText(judged->said), moment});
        }
    }
    return rows.isEmpty() ? rows : report::csvRow(lessonResultColumns()) + rows;
}

} // namespace oneinn
