// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonlog.h"

#include "files/folder.h"
#include "files/writefile.h"
#include "ingest/tablefile.h"
#include "lessons/csvcell.h"
#include "report/csv.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

enum LogColumn : std::size_t {
    PathColumn,
    DateColumn,
    StepColumn,
    QuestionColumn,
    TypedColumn,
    RightColumn,
    BegunColumn ///< not in older ones
};

const QStringList &columnsOfLog()
{
    static const QStringList columns{u"lesson"_s, u"date"_s,  u"step"_s, u"question"_s,
                                     u"answer"_s, u"right"_s, u"begun"_s};
    return columns;
}

QString sentenceOn(const Problem &problem)
{
    return wording::problemWords(problem, wording::Reader::CommandLine).sentence();
}

QString noLog(const QString &path)
{
    return u"'%1' is no log of lessons any more: somebody has changed it. Move it away, or delete "
           "what was done."_s.arg(path);
}

bool isLog(const ingest::TableFile &table)
{
    QStringList names;
    for (const ingest::ColumnProfile &column : table.columns())
        names.append(QString::fromStdString(column.name));
    return names == columnsOfLog() || names == columnsOfLog().mid(0, BegunColumn);
}

/// False where the cells are no answer.
bool takeAnswer(const std::vector<std::string_view> &cells, LessonLog &log)
{
    const auto size = qsizetype(cells.size());
    if (size != columnsOfLog().size() && size != qsizetype(BegunColumn))
        return false;
    const auto text = [&](LogColumn column) { return csvCellText(cells[column]); };
    bool hasStep = false;
    KeptAnswer answer{.date = QDate::fromString(text(DateColumn), Qt::ISODate),
                      .step = text(StepColumn).toInt(&hasStep),
                      .question = text(QuestionColumn),
                      .typed = text(TypedColumn),
                      .right = {},
                      .begun = cells.size() > BegunColumn ? text(BegunColumn) : QString()};
    const QString right = text(RightColumn);
    if (!right.isEmpty())
        answer.right = right == u"1";
    const bool isKnown = right.isEmpty() || right == u"0" || right == u"1";
    if (!isKnown || !hasStep || answer.step < 1 || !answer.date.isValid()
        || text(PathColumn).isEmpty())
        return false;
    log[text(PathColumn)].append(answer);
    return true;
}

QByteArray csvOf(const LessonLog &log)
{
    QString csv = report::csvRow(columnsOfLog());
    for (auto each = log.cbegin(); each != log.cend(); ++each) {
        for (const KeptAnswer &answer : each.value()) {
            const QString right = !answer.right ? QString() : *answer.right ? u"1"_s : u"0"_s;
            csv += report::csvRow({report::csvText(each.key()), answer.date.toString(Qt::ISODate),
                                   QString::number(answer.step), report::csvText(answer.question),
                                   report::csvText(answer.typed), right,
                                   report::csvText(answer.begun)});
        }
    }
    return csv.toUtf8();
}

} // namespace

QString lessonLogPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            + u"/practice/lessons.csv"_s;
}

std::variant<LessonLog, QString> readLessonLog(const QString &path)
{
    LessonLog log;
    if (!QFileInfo::exists(path))
        return log;
    const auto bytes = ingest::FileBytes::read(QFile::encodeName(path).toStdString());
    const auto table = bytes ? ingest::TableFile::of(bytes.value(), ',')
                             : Result<ingest::TableFile::Ptr>(bytes.problem());
    if (!table)
        return sentenceOn(table.problem());
    bool sound = isLog(*table.value());
    if (sound)
        table.value()->eachRecord([&](const std::vector<std::string_view> &cells) {
            sound = takeAnswer(cells, log);
            return sound;
        });
    if (!sound)
        return noLog(path);
    return log;
}

QString keepLesson(const QString &path, const QString &lesson, const QList<KeptAnswer> &answers)
{
    const auto read = readLessonLog(path);
    if (const auto *sentence = std::get_if<QString>(&read))
        return *sentence;
    LessonLog log = std::get<LessonLog>(read);
    log[lesson] = answers;
    if (answers.isEmpty())
        log.remove(lesson);
    if (log.isEmpty())
        return deleteLessonLog(path); // a table without records could not be read
    const auto folder = QFile::encodeName(QFileInfo(path).path()).toStdString();
    if (const auto problem = files::makePrivateFolder(folder))
        return sentenceOn(*problem);
    const auto problem = files::writeFile(QFile::encodeName(path).toStdString(),
                                          csvOf(log).toStdString(), {.ownerOnly = true});
    return problem ? sentenceOn(*problem) : QString();
}

QString deleteLessonLog(const QString &path)
{
    if (!QFileInfo::exists(path) || QFile::remove(path))
        return {};
    return u"'%1' could not be deleted. Look whether the folder may be written to."_s.arg(path);
}

QString doneText(const Lesson &lesson, const QList<KeptAnswer> &answers)
{
    LessonScore score{.steps = int(lesson.steps.size())};
    QDate last;
    for (const KeptAnswer &answer : answers) {
        if (answer.step > score.steps
            || askedIn(lesson.steps.at(answer.step - 1)) != answer.question)
            continue;
        ++score.answered;
        score.graded += answer.right ? 1 : 0;
        score.right += answer.right.value_or(false) ? 1 : 0;
        last = std::max(last, answer.date);
    }
    if (score.answered == 0)
        return {};
    if (score.answered < score.steps)
        return u"done %1 of %2"_s.arg(QString::number(score.answered),
                                      QString::number(score.steps));
    const QString done = u"done on %1"_s.arg(last.toString(Qt::ISODate));
    return score.graded == 0 ? done
                             : u"%1, %2 of %3 right"_s.arg(done, QString::number(score.right),
                                                           QString::number(score.graded));
}

} // namespace oneinn
