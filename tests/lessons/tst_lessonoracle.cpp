// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonanswers.h"
#include "lessons/openlesson.h"

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QMap>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

/// What each step of the lessons that come with the program asks or tells as a share or a value is
/// counted here from the cells of the file, row by row.
namespace tests::lessons_lessonoracle {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestLessonOracle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStep_isCountedFromTheFile_data();
    void eachStep_isCountedFromTheFile();
};

namespace {

/// A row as its cells say; nobody leaves.
struct Row {
    bool good = false;
    double score = 0.0;
    std::optional<double> wait = {};
};

QStringList linesOf(const QString &sample)
{
    QFile csv(testsupport::sampleData(sample + u".csv"_s));
    if (!csv.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(sample));
    return QString::fromUtf8(csv.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

/// Of 100 uses, by the cells of the label's column.
double shareOfGood(const QString &sample, const ingest::LoadedFile &like)
{
    const QStringList lines = linesOf(sample);
    const auto label = lines.first().trimmed().split(u',').indexOf(
            QString::fromStdString(like.mapping.label.value));
    double good = 0.0;
    for (const QString &line : lines.mid(1))
        good += line.trimmed().split(u',').at(label).toStdString() == like.mapping.positive.value
                ? 1.0
                : 0.0;
    return 100.0 * good / double(lines.size() - 1);
}

std::vector<Row> rowsOf(const Lesson &lesson, const LessonStep &step,
                        const ingest::ResolvedMapping &mapping)
{
    const QStringList lines = linesOf(lesson.sample);
    const QStringList header = lines.first().trimmed().split(u',');
    const auto place = [&header](const std::string &column) {
        return header.indexOf(QString::fromStdString(column));
    };
    const auto label = place(mapping.label.value);
    const auto score = place(mapping.score.value);
    const auto wait = mapping.latency ? place(mapping.latency->value) : -1;
    QMap<qsizetype, QString> only;
    if (step.model)
        only.insert(place(mapping.model->value), QString::fromStdString(*step.model));
    for (const Selection::Where &where : step.where)
        only.insert(place(where.column), QString::fromStdString(where.value));
    std::vector<Row> rows;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.trimmed().split(u',');
        if (std::ranges::any_of(only.keys(),
                                [&](qsizetype at) { return cells.at(at) != only.value(at); }))
            continue;
        Row row{.good = cells.at(label).toStdString() == mapping.positive.value,
                .score = cells.at(score).toDouble()};
        if (wait >= 0 && !cells.at(wait).isEmpty())
            row.wait = cells.at(wait).toDouble();
        rows.push_back(row);
    }
    return rows;
}

struct Counts {
    double uses = 0.0, good = 0.0, shown = 0.0, wrong = 0.0, late = 0.0, value = 0.0;

    double badOf() const { return uses - good; }
    double right() const { return shown - wrong; }
};

/// Of a feature that shows nothing where an answer is late, or that is never late.
Counts counted(const std::vector<Row> &rows, double threshold, std::optional<double> budget,
               const OutcomeValues &values)
{
    Counts counts;
    for (const Row &row : rows) {
        if (budget && !row.wait)
            continue;
        const bool late = budget && *row.wait > *budget;
        const bool shown = row.score >= threshold && !late;
        counts.uses += 1.0;
        counts.good += row.good ? 1.0 : 0.0;
        counts.shown += shown ? 1.0 : 0.0;
        counts.wrong += shown && !row.good ? 1.0 : 0.0;
        counts.late += late ? 1.0 : 0.0;
        counts.value += shown ? (row.good ? values.tp() : values.fp())
                              : (row.good ? values.fn() : values.tn());
    }
    return counts;
}

std::optional<double> quantityIn(const Counts &counts, const QString &key)
{
    const QMap<QString, double> told{
            {u"good"_s, 100.0 * counts.good / counts.uses},
            {u"good_after"_s, 100.0 * counts.good / counts.uses},
            {u"shown"_s, 100.0 * counts.shown / counts.uses},
            {u"late"_s, 100.0 * counts.late / counts.uses},
            {u"wrong_of_shown"_s, 100.0 * counts.wrong / counts.shown},
            {u"wrong_of_bad"_s, 100.0 * counts.wrong / counts.badOf()},
            {u"missed"_s, 100.0 * (counts.good - counts.right()) / counts.good},
            {u"accuracy"_s, 100.0 * (counts.right() + counts.badOf() - counts.wrong) / counts.uses},
            {u"value"_s, 1000.0 * counts.value / counts.uses}};
    return told.contains(key) ? std::optional(told.value(key)) : std::nullopt;
}

} // namespace

void TestLessonOracle::eachStep_isCountedFromTheFile_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : builtInLessons())
        QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
}

void TestLessonOracle::eachStep_isCountedFromTheFile()
{
    QFETCH(QString, path);
    Lesson lesson = readLessonFile(path).value();
    lesson.scenario.patience = {}; // who leaves is not counted here
    const auto data = lessonData(lesson, {});
    const auto before = lessonBefore(lesson, {}, data.value());
    const double goodBefore =
            lesson.before.isEmpty() ? 0.0 : shareOfGood(lesson.before, data.value());
    int compared = 0;
    for (const LessonStep &step : std::as_const(lesson.steps)) {
        const auto answers = StepAnswers::of(lesson, step, data.value(), before.value());
        const auto best = answers.value()[*quantityOf(u"best_threshold"_s)];
        const double threshold = step.threshold.value_or(
                best ? best->number : std::numeric_limits<double>::infinity());
        const std::vector<Row> rows = rowsOf(lesson, step, data.value().mapping);
        const OutcomeValues values = answers.value().scenario().values;
        const Counts counts = counted(rows, threshold, step.budgetMs, values);
        // Which is the best is held elsewhere; that none here is worth more, is held by this.
        for (const double other : {0.5 * threshold, 1.1 * threshold, 0.5, 0.9})
            QVERIFY(step.threshold
                    || counted(rows, other, step.budgetMs, values).value <= counts.value + 1e-9);
        for (const Quantity &quantity : quantities()) {
            const bool isTold = step.reveal.contains(u'{' + quantity.key + u'}')
                    || step.quantity == quantity.key;
            const auto expected = !isTold            ? std::nullopt
                    : quantity.key == u"good_before" ? std::optional(goodBefore)
                                                     : quantityIn(counts, quantity.key);
            if (!expected)
                continue;
            const auto told = answers.value()[quantity];
            QVERIFY2(told && std::abs(told->number - *expected) < 1e-6,
                     qPrintable(u"%1, %2: %3 and not %4"_s.arg(step.path, quantity.key)
                                        .arg(told ? told->number : -1.0)
                                        .arg(*expected)));
            ++compared;
        }
    }
    QVERIFY2(compared >= 1, qPrintable(QString::number(compared)));
}

ONEINN_TEST(TestLessonOracle)

} // namespace tests::lessons_lessonoracle

#include "tst_lessonoracle.moc"
