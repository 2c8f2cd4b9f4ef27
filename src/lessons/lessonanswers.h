// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/scenariorows.h"
#include "ingest/predictionsfile.h"
#include "lessons/lesson.h"
#include "lessons/lessonearlier.h"
#include "lessons/quantities.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What is right in a lesson, worked out from its data.
namespace oneinn {

/// Where a lesson's data are, and how they are read. Folder: of the lesson's file, where its own
/// data are.
QString lessonDataPath(const Lesson &lesson, const QString &folder);
/// The same of the earlier period; empty where the lesson has none.
QString lessonBeforePath(const Lesson &lesson, const QString &folder);
/// Those that come with the program, without ".csv".
QStringList sampleNames();
ingest::ColumnMapping lessonMapping(const Lesson &lesson);
/// Its data, read.
Result<ingest::LoadedFile> lessonData(const Lesson &lesson, const QString &folder);
/// Those of its earlier period, by the columns that the later ones were read by; null where it has
/// none.
Result<std::shared_ptr<const LessonEarlier>> lessonBefore(const Lesson &lesson,
                                                          const QString &folder,
                                                          const ingest::LoadedFile &later);

/// The rows and setting of one step.
class StepAnswers {
public:
    /// Problems: ValueMissing, ColumnMissing where the data have not what the step names.
    /// before: null where there is no earlier period.
    static Result<StepAnswers> of(const Lesson &lesson, const LessonStep &step,
                                  const ingest::LoadedFile &data,
                                  const std::shared_ptr<const LessonEarlier> &before = {});

    /// What the step looks at: with its model, rows, budget and threshold.
    const Scenario &scenario() const { return m_scenario; }
    /// As it would be typed: scores in the file's own units. Absent where the data cannot tell it.
    std::optional<QuantityValue> operator[](const Quantity &quantity) const;
    /// The lowest and the highest score, as they would be typed; absent where one is infinite.
    std::optional<Interval> scoreEnds() const;
    /// Where a threshold or a wait may be believed to be, as it would be typed: a dial's ends.
    /// Absent where the step asks for neither, or nothing is known of it.
    std::optional<Interval> dialEnds(const LessonStep &step) const;
    /// Between which an answer that is a number has to lie, as it would be typed; of a wait where
    /// the dial ends, which it may exceed. Absent where nothing is known of it.
    std::optional<Interval> answerEnds(const LessonStep &step) const;
    /// The same setting at another threshold, as it would be typed.
    Assessment atThreshold(double typed) const;
    /// Of all uses, those answered within so many milliseconds; absent without latencies.
    std::optional<double> shareWithin(double wait) const;
    /// Whether something is known of what happened since an earlier period.
    bool hasDrop() const { return m_dropped != nullptr; }
    const Assessment &assessment() const { return m_assessment; }
    /// Whether the rows have latencies.
    bool hasWaits() const { return !m_rows->all()->latency().empty(); }
    /// The reveal with its numbers.
    QString reveal(const LessonStep &step) const;

private:
    ScenarioRows::Ptr m_rows;
    Scenario m_scenario;
    Assessment m_assessment;
    std::shared_ptr<const Dropped> m_dropped; ///< null where the step asks of no drop
    bool m_lowerIsPositive = false;
};

struct Grade {
    std::optional<bool> right; ///< absent: not graded
    QString said;              ///< what was right, or how far off it was
    QString misconception;
};

/// What was typed, judged: a letter or a place for a choice, a number, letters in order for a
/// ranking. Absent where it is no answer of the step's kind.
std::optional<Grade> grade(const LessonStep &step, const StepAnswers &answers,
                           const QString &typed);
/// Of what is none: what an answer to this step is.
QString whyNoAnswer(const LessonStep &step, const StepAnswers &answers, const QString &typed);
/// Of choices, the place of the right one: that nearest to what the data say. Absent where they
/// cannot tell it, and of other steps.
std::optional<qsizetype> rightChoice(const LessonStep &step, const StepAnswers &answers);
/// Of a ranking, the letters of each place, most first: those that are told the same are level, and
/// either may come first. Empty of other steps, and where the data cannot tell it.
QStringList rightPlaces(const LessonStep &step, const StepAnswers &answers);
/// The same as it is said: "b, a, c".
QString rightOrder(const LessonStep &step, const StepAnswers &answers);
/// That two choices are about as near to what the data say, so that neither can be called right;
/// empty where one is at least twice as near as any other, and of other steps.
QString unclearChoice(const LessonStep &step, const StepAnswers &answers);
/// What may be typed, at a terminal.
QString askedFor(const LessonStep &step);
/// "13 of 100", "350 ms".
QString quantityText(const Quantity &quantity, const QuantityValue &value);

} // namespace oneinn
