// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/policiescommand.h"

#include "cli/assessmentjson.h"
#include "cli/bandoptions.h"
#include "cli/policiescsv.h"
#include "core/comparedpolicies.h"
#include "presets/scenariojson.h"
#include "results/answerparts.h"
#include "wording/bandpolicywords.h"
#include "wording/frontierwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

using PolicyIndex = std::size_t;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

Json shareJson(const std::optional<Proportion> &share)
{
    return valueOf(share);
}

/// The settings of a policy, its thresholds in the file's units.
class Settings {
public:
    Settings(const ComparedPolicies &compared, ScoreUnits units)
        : m_compared(compared)
        , m_units(units)
    {
    }

    Json operator()(const SingleModel &policy) const
    {
        Json::Object settings = point(policy.point);
        settings.emplace_back(u"budget_ms"_s, policy.budget ? Json(policy.budget->value) : Json());
        settings.emplace_back(u"late"_s,
                              policy.budget ? Json(latePolicyWord(policy.late)) : Json());
        if (policy.budget && policy.late == LatePolicy::FallBack)
            settings.emplace_back(u"fallback"_s, point(policy.fallback.point));
        return settings;
    }
    Json operator()(const Cascade &policy) const
    {
        const auto [low, high] = policy.deferBetween;
        return Json::Object{
                {u"first"_s, model(policy.small)},
                {u"defers_between"_s, intervalJson(m_units.inFile(ThresholdInterval{low, high}))},
                {u"then"_s, point(policy.large)},
                {u"parallel"_s, policy.parallel},
        };
    }
    Json operator()(const Hedged &policy) const
    {
        Json::Object settings = point(policy.point);
        settings.emplace_back(u"asked_again_after_ms"_s, policy.hedgeAfter.value);
        return settings;
    }
    Json operator()(const Mixture &policy) const
    {
        return Json::Object{{u"share_of_first"_s, policy.share},
                            {u"first"_s, point(policy.first)},
                            {u"second"_s, point(policy.second)}};
    }

private:
    Json model(Eigen::Index index) const
    {
        const std::string &name = m_compared.models[static_cast<PolicyIndex>(index)];
        return name.empty() ? Json() : Json(text(name));
    }
    Json::Object point(const ModelPoint &point) const
    {
        return {{u"model"_s, model(point.model)},
                {u"threshold"_s, Json(m_units.inFile(point.threshold))}};
    }

    const ComparedPolicies &m_compared;
    ScoreUnits m_units;
};

Json waitsJson(const PolicySummary &summary)
{
    Json::Object waits;
    for (const WaitPercentile &wait : summary.waits) {
        const auto end = [](const std::optional<Milliseconds> &ms) {
            return ms ? Json(ms->value) : Json();
        };
        waits.emplace_back(
                wording::percentileName(wait.p),
                wait.tooFew ? Json()
                            : Json(Json::Object{
                                    {u"ms"_s, wait.wait.value},
                                    {u"interval"_s, Json::Array{end(wait.low), end(wait.high)}}}));
    }
    return waits;
}

template<typename Verdict> QString verdictName(Verdict verdict)
{
    return text(std::string(codeOf(verdict)));
}

Json measureJson(const MeasureComparison &measure, double scale)
{
    return Json::Object{
            {u"difference"_s, scale * measure.difference},
            {u"expected"_s, measure.optimism.isKnown() ? Json(scale * measure.expected()) : Json()},
            {u"interval"_s,
             intervalJson({scale * measure.interval.low, scale * measure.interval.high})},
            {u"verdict"_s, verdictName(measure.verdict)},
            {u"decided_alone"_s, measure.decidedAlone},
            {u"more_uses_needed"_s, measure.moreUses},
    };
}

/// null where nothing is late, as the shares are.
Json lateJson(const ComparedPolicies &compared, const ModelComparison &against)
{
    return compared.budget ? measureJson(against.lateShare, 1.0) : Json();
}

Json againstNowJson(const ComparedPolicies &compared, const std::optional<ModelComparison> &against)
{
    if (!against)
        return {};
    const auto optional = [](const std::optional<MeasureComparison> &measure) {
        return measure ? measureJson(*measure, 1.0) : Json();
    };
    return Json::Object{
            {u"value_per_1000_uses"_s, measureJson(against->valuePerUse, 1000.0)},
            {u"precision"_s, optional(against->precision)},
            {u"recall"_s, optional(against->recall)},
            {u"late"_s, lateJson(compared, *against)},
            {u"negative_flips"_s, shareJson(against->negativeFlips.ofUses)},
            {u"positive_flips"_s, shareJson(against->positiveFlips.ofUses)},
    };
}

/// Two models against each other.
Json pairJson(const ComparedPolicies &compared, std::size_t index, const FeatureWords &words)
{
    const ModelPair &pair = compared.pairs[index];
    const auto optional = [](const std::optional<MeasureComparison> &measure) {
        return measure ? measureJson(*measure, 1.0) : Json();
    };
    const ModelComparison &against = pair.comparison;
    return Json::Object{
            {u"a"_s, text(compared.policies[pair.a].candidate.id)},
            {u"b"_s, text(compared.policies[pair.b].candidate.id)},
            {u"at"_s, pair.at == ModelPair::At::Best ? u"best"_s : u"precision-limit"_s},
            {u"value_per_1000_uses"_s, measureJson(against.valuePerUse, 1000.0)},
            {u"precision"_s, optional(against.precision)},
            {u"recall"_s, optional(against.recall)},
            {u"false_alarm_rate"_s, optional(against.falseAlarmRate)},
            {u"late"_s, lateJson(compared, against)},
            {u"negative_flips"_s, shareJson(against.negativeFlips.ofUses)},
            {u"positive_flips"_s, shareJson(against.positiveFlips.ofUses)},
            {u"sentences"_s, Json::strings(wording::pairSentences(compared, index, words))},
    };
}

Json missesJson(const PolicySummary &summary)
{
    const Waterfall &uses = summary.shares.uses();
    return Json::Object{{u"by_model"_s, uses[UsePart::MissedByModel].weight},
                        {u"by_lateness"_s, uses[UsePart::MissedByLateness].weight},
                        {u"gone"_s, uses[UsePart::GoneGood].weight},
                        {u"failed"_s, uses[UsePart::FailedGood].weight},
                        {u"refused"_s, uses[UsePart::RefusedGood].weight}};
}

/// By limits that hold for the whole table; null of now itself.
Json againstFirstJson(const std::optional<FrontierPlace::AgainstFirst> &against)
{
    if (!against)
        return {};
    return Json::Object{
            {u"quality"_s, verdictName(against->quality)},
            {u"burden"_s, against->burden ? Json(verdictName(*against->burden)) : Json()},
            {u"calls"_s, against->price ? Json(verdictName(*against->price)) : Json()},
            {u"overall"_s, verdictName(against->overall)},
    };
}

Json placeJson(const FrontierPlace &place, const ComparedPolicies &compared)
{
    return Json::Object{
            {u"on_front"_s, place.onFront},
            {u"dominated_by"_s,
             place.dominatedBy ? Json(text(compared.policies[*place.dominatedBy].candidate.id))
                               : Json()},
            {u"dominated_for_sure"_s, place.dominatedForSure},
            {u"against_now"_s, againstFirstJson(place.againstFirst)},
    };
}

/// In which units and words.
struct ToldPolicies {
    ScoreUnits units;
    const FeatureWords &words;
    wording::ToldOfNow now;
};

/// Of its own value, as `doubts` has it of the best threshold; never negative.
std::optional<double> optimismOf(const ComparedPolicy &policy)
{
    return policy.optimism ? std::optional(std::max(0.0, *policy.optimism)) : std::nullopt;
}

Json policyJson(const ComparedPolicies &compared, PolicyIndex index, const FrontierPlace &place,
                const ToldPolicies &told)
{
    const ComparedPolicy &policy = compared.policies[index];
    const PolicySummary &summary = policy.summary;
    const Interval &value = policy.valuePerUse;
    return Json::Object{
            {u"id"_s, text(policy.candidate.id)},
            {u"name"_s, wording::policyName(policy.candidate, compared.models)},
            {u"settings"_s, std::visit(Settings(compared, told.units), policy.candidate.policy)},
            {u"value_per_1000_uses"_s, 1000.0 * summary.valuePerUse},
            {u"value_interval"_s, intervalJson({1000.0 * value.low, 1000.0 * value.high})},
            {u"optimism_per_1000_uses"_s, perThousand(optimismOf(policy))},
            {u"wrong_of_shown"_s, shareJson(summary.shares[Share::WrongOfShown])},
            {u"missed"_s, shareJson(summary.shares[Share::Missed])},
            {u"late"_s, compared.budget ? shareJson(summary.shares[Share::Late]) : Json()},
            {u"left"_s, summary.shares.ofUses(goneUses)},
            {u"failed"_s, shareJson(summary.shares[Share::Failed])},
            {u"refused"_s, shareJson(summary.shares[Share::Refused])},
            {u"misses"_s, missesJson(summary)},
            {u"wait"_s, waitsJson(summary)},
            {costKey(compared), summary.costPerThousandUses},
            {u"against_now"_s, againstNowJson(compared, policy.againstNow)},
            {u"frontier"_s, placeJson(place, compared)},
            {u"sentences"_s,
             Json::strings(wording::policySentences(compared, index, told.words, told.now))},
    };
}

wording::ReviewSaid saidOf(const Input &input, const Scenario &scenario)
{
    return wording::reviewSaid(scenario.combination, input.units.lowerIsPositive());
}

/// Of a band in force: no policy, and beside them.
Json withPersonJson(const std::optional<AnswerParts::Review> &review, const Input &input,
                    const Scenario &scenario)
{
    if (!review)
        return {};
    const ReviewAnswer &answer = review->answer;
    const auto interval = wording::bandDifferenceInterval(answer);
    return Json::Object{
            {u"name"_s, wording::bandPolicyTitle(answer.band, saidOf(input, scenario))},
            {u"from"_s, Json(input.units.inFile(answer.band.from))},
            {u"to"_s, Json(input.units.inFile(answer.band.to))},
            {u"value_per_1000_uses"_s, 1000.0 * (answer.withoutPerUse + answer.gainPerUse)},
            {u"wrong_of_shown"_s, Json(answer.band.wrongOfShown)},
            {u"missed"_s, Json(answer.band.missed)},
            {u"difference_to_now"_s, 1000.0 * wording::bandDifferencePerUse(answer)},
            {u"held_out"_s, answer.heldOut ? Json(1000.0 * answer.heldOut->perUse) : Json()},
            {u"held_out_interval"_s,
             interval ? intervalJson({1000.0 * interval->low, 1000.0 * interval->high}) : Json()},
            {u"sentences"_s,
             Json::strings(wording::bandPolicySentences(answer, review->question,
                                                        saidOf(input, scenario), scenario.words))},
    };
}

wording::ToldOfNow toldOfNow(const std::optional<AnswerParts::Review> &inForce)
{
    return inForce ? wording::ToldOfNow::WithoutPerson : wording::ToldOfNow::Whole;
}

Json answerJson(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                const FrontierView &view, const Input &input,
                const std::optional<AnswerParts::Review> &review, const Scenario &scenario)
{
    const FeatureWords &words = scenario.words;
    const wording::ToldOfNow now = toldOfNow(review);
    Json::Array policies;
    for (PolicyIndex i = 0; i < compared.policies.size(); ++i)
        policies.push_back(policyJson(compared, i, places[i], {input.units, words, now}));
    Json::Array pairs;
    for (std::size_t i = 0; i < compared.pairs.size(); ++i)
        pairs.push_back(pairJson(compared, i, words));
    return Json::Object{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(input.warnings)},
            {u"selection"_s, selectionJson(input.index->selection())},
            {u"budget_ms"_s, compared.budget ? Json(compared.budget->value) : Json()},
            {u"uses"_s, static_cast<std::size_t>(compared.uses)},
            {u"rows_left_out"_s, compared.rowsLeftOut},
            {u"uses_resampled"_s, static_cast<std::size_t>(compared.resampled.uses())},
            {u"policies"_s, std::move(policies)},
            {u"with_person"_s, withPersonJson(review, input, scenario)},
            {u"precision_limit"_s, compared.precisionLimit},
            {u"model_against_model"_s, std::move(pairs)},
            {u"frontier"_s, wording::frontierSummary(compared, places, view, words, now)},
            {u"notes"_s, Json::strings(wording::comparisonNotes(compared, words))},
    };
}

/// No row has a known latency.
QString nothingToCompare(Format format, const Input &input)
{
    if (format == Format::Csv)
        return policiesCsv({}, {});
    const QString sentence = wording::nothingToCompareText();
    if (format == Format::Text)
        return sentence + u'\n';
    const Json answer = Json::Object{{u"account"_s, accountJson(input)},
                                     {u"warnings"_s, Json::strings(input.warnings)},
                                     {u"policies"_s, Json::Array{}},
                                     {u"notes"_s, Json::strings({sentence})}};
    return answer.text() + u'\n';
}

QString answerText(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                   const FrontierView &view, const FeatureWords &words, wording::ToldOfNow now)
{
    QString answer;
    for (PolicyIndex i = 0; i < compared.policies.size(); ++i) {
        if (wording::isNowAgain(compared.policies[i], compared.policies.front()))
            continue;
        QStringList sentences = wording::policySentences(compared, i, words, now);
        if (const QString same = wording::sameAsNowText(compared); i == 0 && !same.isEmpty())
            sentences.append(same);
        answer += sentences.join(u"\n  "_s) + u"\n\n"_s;
    }
    for (std::size_t pair = 0; pair < compared.pairs.size(); ++pair)
        answer += wording::pairSentences(compared, pair, words).join(u"\n  "_s) + u"\n\n"_s;
    answer += wording::frontierSummary(compared, places, view, words, now) + u'\n';
    return answer + wording::comparisonNotes(compared, words).join(u'\n') + u'\n';
}

} // namespace

Outcome policiesCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input, u"Now is at the threshold"_s);
    const Scenario &scenario = decided.scenario;
    Outcome outcome;
    outcome.notes = decided.notes + reviewerNotes(options);
    const PoliciesQuestion question = policiesQuestion(scenario);
    const auto compared = comparedPolicies(*decided.rows, question);
    if (!compared) {
        outcome.text = nothingToCompare(options.format, input);
        return outcome;
    }
    const FrontierView view{QualityMeasure::Value,
                            compared.value().hasLatency ? BurdenMeasure::WaitP95
                                                        : BurdenMeasure::Cost};
    const auto places = placesOf(compared.value(), view);
    auto review = reviewInForce(*decided.rows, scenario, reviewSettingOf(options, input));
    if (review && !review->answer.band.isOpen())
        review.reset();
    switch (options.format) {
    case Format::Json:
        outcome.text =
                answerJson(compared.value(), places.value(), view, input, review, scenario).text()
                + u'\n';
        break;
    case Format::Csv:
        outcome.text = policiesCsv(compared.value(), places.value());
        if (review)
            outcome.text += withPersonCsv(review->answer, saidOf(input, scenario));
        break;
    case Format::Text:
        if (review)
            outcome.text = wording::bandPolicySentences(review->answer, review->question,
                                                        saidOf(input, scenario), scenario.words)
                                   .join(u"\n  "_s)
                    + u"\n\n"_s;
        outcome.text += answerText(compared.value(), places.value(), view, scenario.words,
                                   toldOfNow(review));
        break;
    case Format::Svg: // not asked for
        break;
    }
    return outcome;
}

} // namespace oneinn::cli
