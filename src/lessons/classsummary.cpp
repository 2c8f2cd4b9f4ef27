// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/classsummary.h"

#include "ingest/tablefile.h"
#include "lessons/csvcell.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>
#include <string_view>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

enum class ResultColumn : std::uint8_t {
    Name,
    Lesson,
    Step,
    Question,
    Answer,
    Right,
    Misconception
};
constexpr std::size_t columnCount = 7;
constexpr QLatin1String begunColumn("begun");

struct ResultFields {
    std::array<std::size_t, columnCount> needed = {};
    std::optional<std::size_t> begun = {};
};

QString noResults(const QString &path, const QString &why)
{
    return u"'%1' is no result of a lesson: %2. Give files that 'one-in-n-cli lesson run LESSON "
           "--save RESULT.csv' has written."_s.arg(QFileInfo(path).fileName(), why);
}

/// Where the columns stand; or the name of one that is not there.
std::variant<ResultFields, QString> fieldsOf(const ingest::TableFile &table)
{
    ResultFields fields{};
    const auto fieldOf = [&table](const QString &name) -> std::optional<std::size_t> {
        const auto found = std::ranges::find(table.columns(), name.toStdString(),
                                             &ingest::ColumnProfile::name);
        return found == table.columns().end() ? std::nullopt : std::optional(found->field);
    };
    const QStringList names = lessonResultColumns();
    for (std::size_t i = 0; i < columnCount; ++i) {
        const QString &name = names.at(qsizetype(i));
        const auto field = fieldOf(name);
        if (!field)
            return name;
        fields.needed.at(i) = *field;
    }
    fields.begun = fieldOf(begunColumn);
    return fields;
}

/// Absent where the cells are no answer to a question.
std::optional<LessonResult> resultIn(const std::vector<std::string_view> &cells,
                                     const ResultFields &fields)
{
    const auto cell = [&](ResultColumn column) {
        return csvCellText(cells.at(fields.needed.at(static_cast<std::size_t>(column))));
    };
    bool isNumber = false;
    LessonResult result{.learner = cell(ResultColumn::Name),
                        .lesson = cell(ResultColumn::Lesson),
                        .step = cell(ResultColumn::Step).toInt(&isNumber),
                        .question = cell(ResultColumn::Question),
                        .answer = cell(ResultColumn::Answer),
                        .right = {},
                        .misconception = cell(ResultColumn::Misconception)};
    if (fields.begun)
        result.begun = csvCellText(cells.at(*fields.begun));
    const QString right = cell(ResultColumn::Right);
    const bool isKnown = right.isEmpty() || right == u"0" || right == u"1";
    if (!isNumber || result.step < 1 || !isKnown || result.question.isEmpty())
        return std::nullopt;
    if (!right.isEmpty())
        result.right = right == u"1";
    return result;
}

/// Of one question, as the answers come.
struct Counted {
    QuestionSummary summary;
    QSet<QString> learners = {};
};

void count(Counted &counted, const LessonResult &result)
{
    QuestionSummary &summary = counted.summary;
    ++summary.answered;
    if (result.right)
        summary.right = summary.right.value_or(0) + (*result.right ? 1 : 0);
    if (result.misconception.isEmpty())
        return;
    const auto known = std::ranges::find(summary.misconceptions, result.misconception,
                                         &MisconceptionCount::misconception);
    if (known == summary.misconceptions.end())
        summary.misconceptions.append({result.misconception, 1});
    else
        ++known->learners;
}

Counted &questionOf(QList<Counted> &all, const LessonResult &result)
{
    for (Counted &counted : all) {
        const QuestionSummary &known = counted.summary;
        if (known.lesson == result.lesson && known.step == result.step
            && known.question == result.question)
            return counted;
    }
    all.append(Counted{{.lesson = result.lesson,
                        .step = result.step,
                        .question = result.question,
                        .right = {}}});
    return all.last();
}

/// A number or a moment cannot be mistaken for a name behind a character that no name has.
QString learnerOf(const LessonResult &result, qsizetype file)
{
    if (!result.learner.isEmpty())
        return result.learner.toCaseFolded();
    return QChar(u'\n') + (result.begun.isEmpty() ? QString::number(file) : result.begun);
}

/// Lessons as they first came, and their steps in order.
void sortByLesson(QList<QuestionSummary> &summaries)
{
    QStringList lessons;
    for (const QuestionSummary &summary : std::as_const(summaries))
        lessons.append(summary.lesson);
    lessons.removeDuplicates();
    std::ranges::stable_sort(summaries, [&](const auto &one, const auto &other) {
        return std::pair(lessons.indexOf(one.lesson), one.step)
                < std::pair(lessons.indexOf(other.lesson), other.step);
    });
}

} // namespace

QStringList lessonResultColumns()
{
    return {u"name"_s,  u"lesson"_s,        u"step"_s, u"question"_s, u"answer"_s,
            u"right"_s, u"misconception"_s, u"told"_s, begunColumn};
}

QString gradeCell(const std::optional<bool> &right)
{
    if (!right)
        return {};
    return *right ? u"1"_s : u"0"_s;
}

std::variant<QList<LessonResult>, QString> readLessonResults(const QString &path)
{
    const auto bytes = ingest::FileBytes::read(QFile::encodeName(path).toStdString());
    const auto table = bytes ? ingest::TableFile::of(bytes.value())
                             : Result<ingest::TableFile::Ptr>(bytes.problem());
    if (!table)
        return wording::problemWords(table.problem(), wording::Reader::CommandLine).sentence();
    const auto fields = fieldsOf(*table.value());
    if (const auto *missing = std::get_if<QString>(&fields))
        return noResults(path, u"it has no column '%1'"_s.arg(*missing));
    QList<LessonResult> results;
    int record = 0;
    bool sound = true;
    table.value()->eachRecord([&](const std::vector<std::string_view> &cells) {
        ++record;
        const auto result = resultIn(cells, std::get<ResultFields>(fields));
        sound = result.has_value();
        if (sound)
            results.append(*result);
        return sound;
    });
    if (!sound)
        return noResults(path,
                         u"its answer %1 needs a question, a step that is a whole number, and "
                         "1, 0 or nothing under 'right'"_s.arg(QString::number(record)));
    return results;
}

QList<QuestionSummary> classSummary(const QList<QList<LessonResult>> &files)
{
    QList<Counted> all;
    for (qsizetype file = 0; file < files.size(); ++file) {
        for (const LessonResult &result : files.at(file)) {
            const QString learner = learnerOf(result, file);
            Counted &counted = questionOf(all, result);
            if (counted.learners.contains(learner))
                continue;
            counted.learners.insert(learner);
            count(counted, result);
        }
    }
    QList<QuestionSummary> summaries;
    for (Counted &counted : all) {
        std::ranges::stable_sort(counted.summary.misconceptions, std::greater<>(),
                                 &MisconceptionCount::learners);
        summaries.append(counted.summary);
    }
    sortByLesson(summaries);
    return summaries;
}

QList<int> answersRepeated(const QList<QList<LessonResult>> &files)
{
    QList<int> repeated;
    QSet<QStringList> known;
    for (qsizetype file = 0; file < files.size(); ++file) {
        int count = 0;
        for (const LessonResult &result : files.at(file)) {
            const QStringList one{learnerOf(result, file), result.lesson,
                                  QString::number(result.step), result.question};
            count += known.contains(one) ? 1 : 0;
            known.insert(one);
        }
        repeated.append(count);
    }
    return repeated;
}

QString repeatedSentence(const QString &fileName, int repeated, int all)
{
    if (repeated == 0)
        return {};
    const QString answers = all == 1 ? u"answer"_s : u"answers"_s;
    if (repeated < all)
        return u"%1 of the %2 %3 in '%4' %5 there already, of the same learner, and %6 once."_s.arg(
                QString::number(repeated), QString::number(all), answers, fileName,
                repeated == 1 ? u"is"_s : u"are"_s, repeated == 1 ? u"counts"_s : u"count"_s);
    if (all == 1)
        return u"The one answer in '%1' is there already, and counts once."_s.arg(fileName);
    const QString each = all == 2 ? u"Both"_s : u"All "_s + QString::number(all);
    return u"%1 answers in '%2' are there already, and count once."_s.arg(each, fileName);
}

QString rightSentence(const QuestionSummary &summary)
{
    const QString of = QString::number(summary.answered);
    if (!summary.right)
        return summary.answered == 1 ? u"1 answered in words of their own, which are not graded."_s
                                     : u"%1 answered in words of their own, which are not "
                                       "graded."_s.arg(of);
    return u"%1 of %2 %3 right."_s.arg(QString::number(*summary.right), of,
                                       *summary.right == 1 ? u"was"_s : u"were"_s);
}

QString misconceptionSentence(const QuestionSummary &summary)
{
    if (summary.misconceptions.isEmpty())
        return {};
    const MisconceptionCount &first = summary.misconceptions.constFirst();
    return u"%1 of %2: %3"_s.arg(QString::number(first.learners), QString::number(summary.answered),
                                 first.misconception);
}

} // namespace oneinn
