// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/lessoncommand.h"

#include "cli/commandline.h"
#include "cli/lessonsummary.h"
#include "cli/lessonusage.h"
#include "document/writebytes.h"
#include "lessons/classsummary.h"
#include "lessons/lessoncourse.h"
#include "wording/names.h"
#include "wording/nearestname.h"
#include "wording/noun.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QFileInfo>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct Streams {
    QTextStream &in;
    QTextStream &out;
    QTextStream &err;
};

/// How often an answer that is none is asked for again.
constexpr int mostTries = 3;

QString pathOf(const QString &named)
{
    const QString builtIn = u":/lessons/%1.lesson.json"_s.arg(named);
    return builtInLessons().contains(builtIn) ? builtIn : named;
}

/// "A lesson '1-accurate' comes with the program."; empty where none has a name like it.
QString nearestLesson(const QString &named)
{
    const QString nearest = wording::nearestName(named, builtInLessonNames());
    return nearest.isEmpty()
            ? QString()
            : u"The nearest that comes with the program is called '%1'."_s.arg(nearest);
}

/// A lesson, or all that is wrong with it; a name that is none is told beside the nearest.
std::variant<OpenLessonPtr, QStringList> openNamed(const QString &named)
{
    const QString path = pathOf(named);
    auto open = openLesson(path);
    auto *faults = std::get_if<QStringList>(&open);
    if (const QString nearest = nearestLesson(named);
        faults && !nearest.isEmpty() && !QFileInfo::exists(path))
        faults->append(nearest);
    return open;
}

QString problemSentence(const Problem &problem)
{
    return wording::problemWords(problem, wording::Reader::CommandLine).sentence();
}

int failed(Streams streams, const QString &sentence)
{
    streams.err << wording::visible(sentence) << u'\n';
    return UnusableData;
}

int failed(Streams streams, const QStringList &sentences)
{
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            failed(streams, sentence);
    }
    return UnusableData;
}

void ask(const LessonStep &step, Streams streams)
{
    if (!step.show.isEmpty())
        streams.out << wording::visibleLines(step.show) << u'\n';
    streams.out << wording::visibleLines(step.question) << u'\n';
    for (qsizetype i = 0; i < step.choices.size(); ++i)
        streams.out << u"  %1) %2\n"_s.arg(QChar(char16_t(u'a' + i)),
                                           wording::visible(step.choices.at(i).text));
    streams.out << askedFor(step) << u": "_s;
    streams.out.flush();
}

/// False where the answers have come to an end, or none of them is one.
bool takeAnswer(LessonCourse &course, Streams streams)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        ask(course.step(), streams);
        const QString typed = streams.in.readLine();
        if (typed.isNull())
            return false;
        streams.out << u'\n';
        if (course.answer(typed, QDate::currentDate()))
            return true;
        streams.out << (typed.trimmed().isEmpty()
                                ? u"Answer first: then it is told what is right."_s
                                : whyNoAnswer(course.step(), course.answers(), typed))
                    << u'\n';
    }
    return false;
}

struct RunOptions {
    QString file;
    QString save;
    QString name;
};

std::optional<Problem> kept(const LessonCourse &course, const RunOptions &options)
{
    if (options.save.isEmpty())
        return std::nullopt;
    return writeBytes(options.save, course.resultCsv(options.name).toUtf8());
}

QString unansweredText(const LessonCourse &course, const RunOptions &options)
{
    const QString step = u"Step %1 was not answered."_s.arg(QString::number(course.place() + 1));
    const int answered = course.score().answered;
    if (options.save.isEmpty() || answered == 0)
        return step + u" Begin the lesson again."_s;
    return step
            + u" What was answered before, %1, is in '%2'."_s.arg(
                    wording::counted(answered, {u"step"_s, u"steps"_s}), options.save);
}

/// What somebody answered is never written over; empty: nothing is there yet.
QString whyNotSaved(const RunOptions &options)
{
    const QFileInfo file(options.save);
    if (options.save.isEmpty() || !file.isFile() || file.size() == 0)
        return {};
    const auto read = readLessonResults(options.save);
    return (std::holds_alternative<QString>(read)
                    ? u"'%1' is there already, and is no result of a lesson."_s
                    : u"'%1' is there already, with what was answered before."_s)
                   .arg(options.save)
            + u" Give --save another name; 'lesson summary' reads several files."_s;
}

int runOpenLesson(const OpenLessonPtr &open, const RunOptions &options, Streams streams)
{
    if (const QString why = whyNotSaved(options); !why.isEmpty())
        return failed(streams, why);
    LessonCourse course(open);
    streams.out << wording::visible(open->lesson.title) << u"\n\n"_s;
    while (!course.isDone()) {
        course.goNext();
        if (!takeAnswer(course, streams))
            return failed(streams, unansweredText(course, options));
        // At each answer, since a lesson may be left at any time, and not by its end alone.
        if (const auto problem = kept(course, options))
            return failed(streams, problemSentence(*problem));
        const QStringList lines = course.told();
        for (const QString &line : lines)
            streams.out << wording::visibleLines(line) << u'\n';
        streams.out << u'\n';
    }
    streams.out << scoreSentence(course.score()) << u'\n';
    return Success;
}

/// As it lies, for a copy of one's own.
int showLesson(const QString &named, Streams streams)
{
    const QString path = pathOf(named);
    QFile file(path);
    if (!path.startsWith(u":/") || !file.open(QIODevice::ReadOnly))
        return failed(streams,
                      QStringList{u"No lesson that comes with the program is called '%1'. "
                                  "'one-in-n-cli lesson list' names them."_s.arg(named),
                                  nearestLesson(named)});
    streams.out << QString::fromUtf8(file.readAll());
    return Success;
}

int listLessons(Streams streams)
{
    const QStringList paths = builtInLessons();
    for (const QString &path : paths) {
        const auto read = readLessonFile(path);
        if (read)
            streams.out << u"%1  %2 (%3)\n      %4\n"_s.arg(
                    QFileInfo(path).fileName().section(u'.', 0, 0), read.value().title,
                    wording::counted(read.value().minutes, {u"minute"_s, u"minutes"_s}),
                    read.value().summary);
    }
    return Success;
}

/// The window takes a file for a lesson by its name; empty: it does.
QString misnamed(const QString &named)
{
    const QString path = pathOf(named);
    const QFileInfo file(path);
    if (isLessonFile(path) || !file.isFile())
        return {};
    const QString base = file.fileName().section(u'.', 0, 0);
    return u"The name of a lesson ends with .lesson.json, else the window opens it as data. Call "
           "it '%1.lesson.json'."_s.arg(base.isEmpty() ? u"mine"_s : base);
}

int checkLesson(const QString &named, Streams streams)
{
    const auto open = openNamed(named);
    const QString name = misnamed(named);
    if (const auto *faults = std::get_if<QStringList>(&open))
        return failed(streams, *faults + QStringList{name});
    if (!name.isEmpty())
        return failed(streams, name);
    const Lesson &lesson = std::get<OpenLessonPtr>(open)->lesson;
    streams.out << u"'%1' can be taught: %2, each with an answer in its data.\n"_s.arg(
            wording::visible(lesson.title),
            wording::counted(double(lesson.steps.size()), {u"step"_s, u"steps"_s}));
    return Success;
}

/// Absent where the options make no sense.
std::optional<RunOptions> runOptions(const QStringList &rest)
{
    RunOptions options;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QString &argument = rest.at(i);
        const bool isOption = argument == u"--save"_s || argument == u"--name"_s;
        if (isOption && i + 1 < rest.size())
            (argument == u"--save"_s ? options.save : options.name) = rest.at(++i);
        else if (!argument.startsWith(u'-') && options.file.isEmpty())
            options.file = argument;
        else
            return std::nullopt;
    }
    return options.file.isEmpty() ? std::nullopt : std::optional(options);
}

} // namespace

namespace {

bool asksForHelp(const QStringList &words)
{
    return words.contains(u"--help"_s) || words.contains(u"-h"_s);
}

} // namespace

bool isLessonCommand(const QStringList &arguments)
{
    return arguments.value(1) == u"lesson"_s;
}

int runLessonCommand(const QStringList &arguments, QTextStream &in, QTextStream &out,
                     QTextStream &err)
{
    const Streams streams{in, out, err};
    const QString verb = arguments.value(2);
    const QStringList rest = arguments.mid(3);
    if (asksForHelp(arguments.mid(2))) {
        out << lessonUsage();
        return Success;
    }
    if (verb == u"list"_s && rest.isEmpty())
        return listLessons(streams);
    if (verb == u"show"_s && rest.size() == 1)
        return showLesson(rest.first(), streams);
    if (verb == u"check"_s && rest.size() == 1)
        return checkLesson(rest.first(), streams);
    if (verb == u"summary"_s)
        return summariseLessons(rest, lessonUsage(), out, err);
    const auto options = verb == u"run"_s ? runOptions(rest) : std::nullopt;
    if (!options) {
        err << lessonUsage();
        return WrongUsage;
    }
    const auto open = openNamed(options->file);
    if (const auto *faults = std::get_if<QStringList>(&open))
        return failed(streams, *faults);
    return runOpenLesson(std::get<OpenLessonPtr>(open), *options, streams);
}

} // namespace oneinn::cli
