// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/classpicture.h"

#include "wording/names.h"

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double wide = 760.0;
constexpr double edge = 16.0;
constexpr double barWidth = 520.0;
constexpr double barHeight = 16.0;
constexpr double titleRow = 34.0;
constexpr double questionRow = 68.0;
constexpr double titleSize = 15.0;

QString fittedTo(double width, const QString &text)
{
    QString fitted = text;
    while (fitted.size() > 3 && pictures::textWidth(fitted) > width)
        fitted = wording::middleElided(text, fitted.size() - 1);
    return fitted;
}

void drawQuestion(pictures::Picture *picture, double top, const QuestionSummary &summary)
{
    const double width = wide - 2.0 * edge;
    picture->text({edge, top + 12.0},
                  fittedTo(width, QString::number(summary.step) + u". "_s + summary.question), {});
    const double barTop = top + 20.0;
    picture->rectangle({edge, barTop, barWidth, barHeight}, {.fill = pictures::Role::Pale});
    const double share = double(*summary.right) / double(summary.answered);
    picture->rectangle({edge, barTop, barWidth * share, barHeight}, {.fill = pictures::Role::Good});
    picture->text({edge + barWidth + 12.0, barTop + 13.0}, rightSentence(summary), {.bold = true});
    picture->text({edge, barTop + barHeight + 14.0},
                  fittedTo(width, misconceptionSentence(summary)),
                  {.color = pictures::Role::Quiet});
}

/// Of these questions: a row each, and one for each lesson's title.
double heightOf(const QList<QuestionSummary> &graded)
{
    double height = 2.0 * edge;
    QString lesson;
    for (qsizetype i = 0; i < graded.size(); ++i) {
        height += questionRow + (i == 0 || graded.at(i).lesson != lesson ? titleRow : 0.0);
        lesson = graded.at(i).lesson;
    }
    return height;
}

} // namespace

pictures::Picture classPicture(const QList<QuestionSummary> &summaries)
{
    QList<QuestionSummary> graded;
    QStringList read;
    for (const QuestionSummary &summary : summaries) {
        if (!summary.right)
            continue;
        graded.append(summary);
        read.append(summary.question + u' ' + rightSentence(summary));
    }
    pictures::Picture picture({wide, heightOf(graded)}, read.join(u'\n'));
    double top = edge;
    QString lesson;
    for (qsizetype i = 0; i < graded.size(); ++i) {
        const QuestionSummary &summary = graded.at(i);
        if (i == 0 || summary.lesson != lesson) {
            picture.text({edge, top + titleSize}, fittedTo(wide - 2.0 * edge, summary.lesson),
                         {.bold = true, .size = titleSize});
            top += titleRow;
        }
        lesson = summary.lesson;
        drawQuestion(&picture, top, summary);
        top += questionRow;
    }
    return picture;
}

} // namespace oneinn
