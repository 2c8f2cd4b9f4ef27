// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/lessonsummary.h"

#include "cli/commandline.h"
#include "cli/json.h"
#include "cli/table.h"
#include "document/writebytes.h"
#include "lessons/classpicture.h"
#include "lessons/classsummary.h"
#include "pictures/picturepainter.h"
#include "pictures/svg.h"
#include "print/printfont.h"
#include "report/csv.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct SummaryOptions {
    QStringList files;
    QString format = u"text"_s;
    QString picture;
};

/// Absent where the arguments make no sense.
std::optional<SummaryOptions> summaryOptions(const QStringList &arguments)
{
    SummaryOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const bool isOption = argument == u"--format" || argument == u"--picture";
        if (isOption && i + 1 < arguments.size())
            (argument == u"--format" ? options.format : options.picture) = arguments.at(++i);
        else if (!argument.startsWith(u'-'))
            options.files.append(argument);
        else
            return std::nullopt;
    }
    const bool drawable = options.picture.isEmpty()
            || options.picture.endsWith(u".svg", Qt::CaseInsensitive)
            || options.picture.endsWith(u".png", Qt::CaseInsensitive);
    const bool known = QStringList{u"text"_s, u"json"_s, u"csv"_s}.contains(options.format);
    return known && drawable && !options.files.isEmpty() ? std::optional(options) : std::nullopt;
}

Json questionJson(const QuestionSummary &summary)
{
    Json::Array misconceptions;
    for (const MisconceptionCount &counted : summary.misconceptions)
        misconceptions.push_back(
                Json::Object{{u"misconception"_s, counted.misconception},
                             {u"learners"_s, static_cast<std::size_t>(counted.learners)}});
    return Json::Object{
            {u"lesson"_s, summary.lesson},
            {u"step"_s, static_cast<std::size_t>(summary.step)},
            {u"question"_s, summary.question},
            {u"answered"_s, static_cast<std::size_t>(summary.answered)},
            {u"right"_s, summary.right ? Json(static_cast<std::size_t>(*summary.right)) : Json()},
            {u"misconceptions"_s, std::move(misconceptions)}};
}

QString summaryJson(const QList<QuestionSummary> &summaries)
{
    Json::Array questions;
    for (const QuestionSummary &summary : summaries)
        questions.push_back(questionJson(summary));
    return Json(Json::Object{{u"questions"_s, std::move(questions)}}).text() + u'\n';
}

QString summaryCsv(const QList<QuestionSummary> &summaries)
{
    QString csv = report::csvRow({u"lesson"_s, u"step"_s, u"question"_s, u"answered"_s, u"right"_s,
                                  u"misconception"_s, u"had_it"_s});
    for (const QuestionSummary &summary : summaries) {
        const MisconceptionCount first = summary.misconceptions.value(0);
        csv += report::csvRow({report::csvText(summary.lesson), QString::number(summary.step),
                               report::csvText(summary.question), QString::number(summary.answered),
                               summary.right ? QString::number(*summary.right) : QString(),
                               report::csvText(first.misconception),
                               first.learners ? QString::number(first.learners) : QString()});
    }
    return csv;
}

/// Of one lesson: its title, a table of who was right, and the commonest mistakes.
QString lessonText(const QList<QuestionSummary> &summaries)
{
    std::vector<QStringList> lines{{u"question"_s, u"right before the reveal"_s}};
    QStringList mistakes;
    for (const QuestionSummary &summary : summaries) {
        const QString number = QString::number(summary.step);
        lines.push_back({number + u". "_s + summary.question,
                         summary.right ? u"%1 of %2"_s.arg(QString::number(*summary.right),
                                                           QString::number(summary.answered))
                                       : u"not graded"_s});
        if (const QString mistake = misconceptionSentence(summary); !mistake.isEmpty())
            mistakes.append(u"  Question "_s + number + u", "_s + mistake + u'\n');
    }
    QString text = summaries.constFirst().lesson + u"\n\n"_s + alignedCells(lines);
    if (!mistakes.isEmpty())
        text += u"\nThe commonest mistake:\n"_s + mistakes.join(QString());
    return text;
}

QString summaryText(const QList<QuestionSummary> &summaries)
{
    QStringList lessons;
    QList<QuestionSummary> lesson;
    for (qsizetype i = 0; i < summaries.size(); ++i) {
        lesson.append(summaries.at(i));
        if (i + 1 == summaries.size() || summaries.at(i + 1).lesson != summaries.at(i).lesson) {
            lessons.append(lessonText(lesson));
            lesson.clear();
        }
    }
    return lessons.join(u'\n');
}

/// Needs a QGuiApplication.
QByteArray toPng(const pictures::Picture &picture)
{
    constexpr double scale = 2.0;
    QImage image((picture.size() * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    pictures::paint(&painter, picture, image.rect(), print::printFont());
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A sentence where it cannot be written; empty: it is.
QString writePicture(const QList<QuestionSummary> &summaries, const SummaryOptions &options)
{
    const pictures::Picture picture = classPicture(summaries);
    std::vector<std::string> read;
    for (const QString &file : options.files)
        read.push_back(systemPath(file));
    const QByteArray bytes = options.picture.endsWith(u".png", Qt::CaseInsensitive)
            ? toPng(picture)
            : pictures::toSvg(picture);
    const auto problem = writeBytes(options.picture, bytes, {.neverOver = read});
    return problem ? wording::problemWords(*problem, wording::Reader::CommandLine).sentence()
                   : QString();
}

struct ReadResults {
    QList<QList<LessonResult>> files = {};
    QStringList names = {};
    QStringList leftOut = {}; ///< sentences on what is none, and on what was given before
};

ReadResults readResults(const QStringList &paths)
{
    ReadResults results;
    QStringList known;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const QString same = file.canonicalFilePath();
        if (!same.isEmpty() && known.contains(same)) {
            results.leftOut.append(u"'%1' was given before, and counts once."_s.arg(path));
            continue;
        }
        known.append(same);
        auto read = readLessonResults(path);
        if (const auto *sentence = std::get_if<QString>(&read)) {
            results.leftOut.append(*sentence);
            continue;
        }
        results.files.append(std::get<QList<LessonResult>>(std::move(read)));
        results.names.append(file.fileName());
    }
    return results;
}

void tellRepeated(const ReadResults &read, QTextStream &err)
{
    const QList<int> repeated = answersRepeated(read.files);
    for (qsizetype i = 0; i < repeated.size(); ++i) {
        const QString sentence =
                repeatedSentence(read.names.at(i), repeated.at(i), int(read.files.at(i).size()));
        if (!sentence.isEmpty())
            err << wording::visible(sentence) << u'\n';
    }
}

} // namespace

int summariseLessons(const QStringList &arguments, const QString &usage, QTextStream &out,
                     QTextStream &err)
{
    const auto options = summaryOptions(arguments);
    if (!options) {
        err << usage;
        return WrongUsage;
    }
    const auto failed = [&err](const QString &sentence) {
        err << wording::visible(sentence) << u'\n';
        return UnusableData;
    };
    const ReadResults read = readResults(options->files);
    if (read.files.isEmpty())
        return failed(read.leftOut.join(u'\n'));
    for (const QString &sentence : read.leftOut)
        err << u"Left out: "_s << wording::visible(sentence) << u'\n';
    tellRepeated(read, err);
    const QList<QuestionSummary> summaries = classSummary(read.files);
    if (!options->picture.isEmpty()) {
        if (const QString sentence = writePicture(summaries, *options); !sentence.isEmpty())
            return failed(sentence);
    }
    const QString text = options->format == u"json" ? summaryJson(summaries)
            : options->format == u"csv"             ? summaryCsv(summaries)
                                                    : summaryText(summaries);
    out << wording::visibleLines(text);
    return Success;
}

} // namespace oneinn::cli
