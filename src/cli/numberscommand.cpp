// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/numberscommand.h"

#include "cli/answertext.h"
#include "cli/assessmentjson.h"
#include "wording/fournumberswords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// Per 1,000 uses: as it is, and beside showing nothing and everything.
Json valueJson(const ConfusionMatrix &matrix, const OutcomeValues &values)
{
    const auto worth = [&](const ConfusionMatrix &cells) {
        return 1000.0 * values.of(cells) / matrix.total();
    };
    const double positives = matrix.positives();
    const double negatives = matrix.negatives();
    return Json::Object{{u"per_1000_uses"_s, worth(matrix)},
                        {u"show_nothing_per_1000_uses"_s, worth({0.0, 0.0, positives, negatives})},
                        {u"show_all_per_1000_uses"_s, worth({positives, negatives, 0.0, 0.0})},
                        {u"all_uses"_s, values.of(matrix)}};
}

Outcome tableOutcome(const Options &options)
{
    const Assessment assessment = assess(countsOf(*options.counted), options.scenario);
    const QStringList sentences = wording::countedSentences(assessment);
    if (options.format == Format::Text)
        return {sentences.join(u'\n') + u"\n\n"_s + metricsTableText(assessment), {}};
    const Json json = Json::Object{
            {u"uses"_s, options.counted->total()},
            {u"confusion_matrix"_s, matrixJson(assessment.matrix)},
            {u"metrics"_s, pointMetricsJson(assessment.metrics)},
            {u"intervals"_s, metricIntervalsJson(assessment.intervals)},
            {u"experience"_s, experienceJson(assessment)},
            {u"value"_s, valueJson(assessment.restated, options.scenario.values)},
            {u"sentences"_s, Json::strings(sentences)},
    };
    return {json.text() + u'\n', {}};
}

Outcome ratesOutcome(const Options &options)
{
    const FourNumbers &numbers = *options.rates;
    const ConfusionMatrix matrix = matrixOf(numbers);
    const QStringList sentences = wording::ratesSentences(numbers, options.scenario);
    if (options.format == Format::Text)
        return {sentences.join(u'\n') + u'\n', {}};
    const Json json = Json::Object{
            {u"uses"_s, numbers.uses},
            {u"confusion_matrix"_s, matrixJson(matrix)},
            {u"metrics"_s, pointMetricsJson(pointMetrics(matrix))},
            {u"intervals"_s, Json()},
            {u"value"_s, valueJson(matrix, options.scenario.values)},
            {u"sentences"_s, Json::strings(sentences)},
    };
    return {json.text() + u'\n', {}};
}

} // namespace

Outcome numbersCommand(const Options &options)
{
    return options.counted ? tableOutcome(options) : ratesOutcome(options);
}

} // namespace oneinn::cli
