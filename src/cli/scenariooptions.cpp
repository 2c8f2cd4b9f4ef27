// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/scenariooptions.h"

#include "cli/optionvalues.h"
#include "core/latency/patiencetext.h"
#include "core/limits.h"
#include "presets/scenariojson.h"
#include "results/namedpreset.h"
#include "wording/numbers.h"
#include "wording/patiencewords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

void readPreset(OptionReader &reader, Scenario &scenario)
{
    const auto name = reader.text(u"preset"_s);
    if (!name)
        return;
    const auto found = presetNamed(*name);
    if (const auto *sentence = std::get_if<QString>(&found))
        return reader.fail(*sentence);
    const Preset &preset = std::get<Preset>(found);
    scenario = withPreset(scenario, preset);
    // What cannot be computed yet is refused, not passed over.
    scenario.latePolicy = preset.scenario.latePolicy;
}

void readPatienceOption(OptionReader &reader, PatienceCurve &patience)
{
    PatienceShape shape = PatienceShape::Piecewise;
    const auto points = reader.text(u"patience"_s);
    // A shape alone is for the points of the preset.
    if (!points)
        shape = patience.shape();
    reader.takeChoice<PatienceShape>(u"patience-shape"_s,
                                     {{u"points"_s, PatienceShape::Piecewise},
                                      {u"weibull"_s, PatienceShape::Weibull},
                                      {u"lognormal"_s, PatienceShape::Lognormal}},
                                     shape);
    const auto read = oneinn::readPatience(
            points ? points->toStdString() : patienceText(patience.points()), shape);
    if (const auto *fault = std::get_if<PatienceTextFault>(&read))
        reader.fail(u"--patience: "_s + wording::patienceProblem(*fault));
    else
        patience = std::get<PatienceCurve>(read);
}

void readLate(OptionReader &reader, Options &options)
{
    Scenario &scenario = options.scenario;
    reader.takeChoice<LatePolicy>(u"late"_s, latePolicyWords(), scenario.latePolicy);
    reader.take(u"fallback"_s, u"a model, or a model and its threshold, as in small or small:0.4"_s,
                fallbackNamed,
                [&](const FallbackOption &fallback) { options.fallback = fallback; });
    if (scenario.latePolicy == LatePolicy::FallBack && !options.fallback && !scenario.fallback)
        reader.fail(u"--late fall-back needs --fallback: the model that answers instead, as in "
                    "small, or with its threshold, as in small:0.4."_s);
}

void readMix(OptionReader &reader, Options &options)
{
    reader.take(u"mix"_s, u"a column and shares of 100, as in country:NL=30,DE=70"_s, mixNamed,
                [&](const TrafficMix &mix) {
                    options.scenario.mix = mix;
                    options.columns.extraSegments.push_back(mix.column);
                });
}

void readScenario(OptionReader &reader, Scenario &scenario)
{
    for (const FieldRow &row : fieldRows) {
        if (row.group != FieldGroup::Targets && row.group != FieldGroup::Answered)
            reader.takeField(row, scenario);
    }
    reader.take(u"cost-per-call"_s,
                u"a model and a cost from 0 to %1, as in large=0.002"_s.arg(
                        wording::boundText(limits::largestCostPerCall)),
                callCost,
                [&](const CallCost &call) { scenario.costPerCall[call.model] = call.cost; });
    if (scenario.costPerCall.size() > mostModelCosts)
        reader.fail(u"--cost-per-call is for at most %1 models."_s.arg(mostModelCosts));
    const auto word = [](const QString &text) {
        return text.trimmed().isEmpty() ? std::nullopt : std::optional(text.trimmed());
    };
    for (const FeatureWordRow &row : featureWordRows)
        reader.take(QString::fromLatin1(row.option), u"a word"_s, word, [&](const QString &chosen) {
            scenario.words.*row.word = chosen.toStdString();
        });
}

} // namespace oneinn::cli
