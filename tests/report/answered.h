// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/doubts/labelworth.h"
#include "ingest/predictionsfile.h"
#include "presets/presets.h"
#include "report/answer.h"
#include "support/testpaths.h"

#include <QTest>

#include <memory>

/// Everything that an answer is made of, worked out for rows and a scenario.
namespace testsupport {

struct Answered {
    struct Pin {
        oneinn::PinnedPoint point;
        oneinn::AssessedPin assessed;
        std::optional<oneinn::PinDifferences> differences;
    };

    oneinn::PredictionsPtr predictions;
    oneinn::ScenarioRows::Ptr rows;
    oneinn::Assessment now;
    std::optional<oneinn::ScenarioLoad> load;
    std::vector<Pin> pins;
    std::optional<oneinn::ComparedPolicies> compared;
    std::optional<oneinn::ThresholdDoubts> doubts;
    std::optional<oneinn::LabelWorth> labels;
    oneinn::AnswerText text;
    oneinn::report::Provenance provenance;

    oneinn::report::AnswerMaterial material() const
    {
        oneinn::report::AnswerMaterial material{.assessment = now,
                                                .load = load ? &*load : nullptr,
                                                .compared = compared ? &*compared : nullptr,
                                                .doubts = doubts ? &*doubts : nullptr,
                                                .labels = labels ? &*labels : nullptr,
                                                .text = text,
                                                .provenance = provenance};
        for (const Pin &pin : pins)
            material.pins.push_back({pin.point, &*pin.assessed.assessment,
                                     pin.differences ? &*pin.differences : nullptr});
        return material;
    }

    oneinn::report::Report report(oneinn::report::Length length) const
    {
        return oneinn::report::makeReport(material(), length, QStringLiteral("25 November 2026"));
    }
};

/// At the scenario's threshold, beside the default 0.5.
inline Answered answered(const oneinn::PredictionsPtr &predictions, oneinn::Scenario scenario,
                         bool atMostValuable = false)
{
    using namespace oneinn;
    Answered result;
    result.predictions = predictions;
    result.rows = ScenarioRows::prepare(predictions, scenario).value();
    if (atMostValuable)
        scenario.threshold = outlook(*result.rows->at(scenario), scenario)->mostValuable.threshold;
    result.now = assess(*result.rows, scenario);
    if (auto load = scenarioLoad(*result.rows, loadQuestion(scenario)))
        result.load = std::move(load).value();
    if (auto point = defaultNobodyChose(*predictions, scenario)) {
        Answered::Pin pin{*point, assessedPin(point->choice, scenario, {result.rows}).value(), {}};
        if (pin.assessed.assessment) {
            pin.differences =
                    pinDifferences(*pin.assessed.rows, settingQuestion(pin.assessed.scenario),
                                   *result.rows, settingQuestion(scenario))
                            .value();
            result.pins.push_back(std::move(pin));
        }
    }
    if (auto candidates = candidatesOf(*predictions, policiesQuestion(scenario)))
        result.compared =
                comparePolicies(*std::move(candidates), policiesQuestion(scenario)).value();
    if (auto doubts = thresholdDoubts(*result.rows, doubtsQuestion(scenario)))
        result.doubts = std::move(doubts).value();
    if (result.doubts)
        result.labels = labelWorthOfNow(*result.rows, *result.doubts, scenario.threshold).value();
    result.provenance.account = predictions->account();
    return result;
}

/// A sample with the assumptions of its kind of feature, as a person would first see it.
struct AnsweredSample {
    const char *file;
    const char *preset;
    oneinn::Budget budget;
    std::optional<std::string> model;
    std::optional<double> threshold; ///< absent: the most valuable one
};

inline const std::vector<AnsweredSample> &answeredSamples()
{
    static const std::vector<AnsweredSample> samples{
            {"inlinesuggestion.csv",
             "inlinesuggestion",
             oneinn::Milliseconds{350.0},
             "cloud-large",
             {}},
            {"fraudalerts.csv", "fraudalert", oneinn::Milliseconds{50.0}, {}, {}},
            {"listingrecommendations.csv", "recommendation", oneinn::Milliseconds{250.0}, {}, {}},
            {"assistantanswers.csv", "supportanswer", {}, {}, 0.0},
            {"tumourscreening.csv", "medicalscreening", {}, "logistic-regression", {}},
    };
    return samples;
}

inline oneinn::Scenario presetScenario(const QString &id)
{
    for (const oneinn::Preset &preset : oneinn::builtInPresets()) {
        if (preset.id == id)
            return oneinn::withPreset({}, preset);
    }
    qFatal("no preset %s", qPrintable(id));
}

/// words: the person's own, in place of the preset's.
inline Answered answeredSample(const AnsweredSample &sample,
                               const std::optional<oneinn::FeatureWords> &words = std::nullopt)
{
    const auto file =
            oneinn::ingest::load(sampleData(QString::fromLatin1(sample.file)).toStdString());
    oneinn::Scenario scenario = presetScenario(QString::fromLatin1(sample.preset));
    scenario.budget = sample.budget;
    scenario.selection.model = sample.model;
    scenario.words = words.value_or(scenario.words);
    if (sample.threshold)
        scenario.threshold = {*sample.threshold};
    Answered result = answered(file.value().predictions, scenario, !sample.threshold);
    result.provenance.fileName = QString::fromLatin1(sample.file);
    result.provenance.account = result.provenance.account.narrowedTo(result.rows->all()->rows());
    return result;
}

/// All that is written in a report, a paragraph to a line.
inline QString wholeText(const oneinn::report::Report &report)
{
    QStringList lines{report.title, report.lead};
    const auto add = [&lines](const QList<oneinn::report::Section> &sections) {
        for (const auto &section : sections) {
            lines << section.heading << section.paragraphs << section.bullets;
            if (!section.table)
                continue;
            lines << section.table->header.join(QLatin1String(" | "));
            for (const QStringList &row : section.table->rows)
                lines << row.join(QLatin1String(" | "));
        }
    };
    add(report.body);
    add(report.appendix);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

/// Each of them with its answer, worked out once.
inline const std::vector<Answered> &everySampleAnswered()
{
    static const std::vector<Answered> known = [] {
        std::vector<Answered> all;
        for (const auto &sample : answeredSamples())
            all.push_back(answeredSample(sample));
        return all;
    }();
    return known;
}

} // namespace testsupport
