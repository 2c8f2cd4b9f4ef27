// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnnames.h"

#include "ingest/daynames.h"
#include "ingest/numbers.h"
#include "ingest/waitnames.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace oneinn::ingest {

namespace {

using Names = std::span<const std::string_view>;

// Earlier names are preferred to later ones.
// What was really so, by names that say it; then the usual ones, then those of a verdict on an
// answer.
constexpr std::string_view truthNames[]{"truelabel",   "ytrue",       "truth",     "true",
                                        "trueclass",   "groundtruth", "gt",        "gold",
                                        "goldlabel",   "goldclass",   "actual",    "actuallabel",
                                        "actualclass", "realclass",   "reallabel", "truevalue",
                                        "obs",         "observed",    "reference", "references"};
constexpr std::string_view labelNames[]{"label",    "labels",        "target",  "y",
                                        "expected", "expectedlabel", "outcome", "class"};
constexpr std::string_view verdictNames[]{"correct", "iscorrect", "success",
                                          "passed",  "acc",       "exactmatch"};
constexpr std::string_view outcomeWords[]{
        "fraud",     "churn",      "default", "converted", "recid",      "spam",      "toxic",
        "cancer",    "died",       "event",   "churned",   "fraudulent", "defaulted", "recidivism",
        "malignant", "readmitted", "clicked", "purchased", "conversion", "chargeback"};
constexpr std::string_view truthFirstWords[]{"true", "actual", "gold", "real", "observed"};
constexpr std::string_view labelLastWords[]{"label", "target", "truth", "outcome"};
constexpr std::string_view scoreNames[]{"score",
                                        "prob",
                                        "proba",
                                        "probability",
                                        "yscore",
                                        "yprob",
                                        "yproba",
                                        "ypredproba",
                                        "predproba",
                                        "predictionproba",
                                        "predictionscore",
                                        "predictedprobability",
                                        "confidence",
                                        "conf",
                                        "p1",
                                        "risk",
                                        "riskscore",
                                        "likelihood",
                                        "logit",
                                        "similarity",
                                        "scoredprobabilities",
                                        "logits",
                                        "logodds",
                                        "decisionfunction",
                                        "margin",
                                        "anomalyscore"};
constexpr std::string_view scorePrefixes[]{"score", "prob", "proba", "probability", "confidence"};
constexpr std::string_view scoreSuffixes[]{"score",       "prob",  "proba",
                                           "probability", "probs", "confidence"};
constexpr std::string_view distanceNames[]{"distance", "dist"};
constexpr std::string_view decisionNames[]{
        "pred",      "ypred",    "predicted", "prediction", "predict",       "predictedlabel",
        "predclass", "response", "guess",     "answer",     "picked",        "scoredlabels",
        "flagged",   "alerted",  "blocked",   "decision",   "predictedclass"};
constexpr std::string_view modelNames[]{"model",        "modelname",  "modelid",
                                        "modelversion", "classifier", "llm"};
constexpr std::string_view perhapsModelNames[]{"provider", "engine", "variant",    "arm",
                                               "run",      "runid",  "experiment", "system",
                                               "router",   "method"};
constexpr std::string_view segmentNames[]{
        "segment",  "group",  "slice",    "cohort", "category", "country", "region",  "lang",
        "language", "device", "platform", "site",   "tier",     "plan",    "channel", "sex",
        "gender",   "race",   "age",      "agecat", "split",    "fold",    "dataset"};
// Shorter ones (w, n, count) are as often something else, and a wrong weight is not seen.
constexpr std::string_view weightNames[]{"sampleweight",  "instanceweight", "exampleweight",
                                         "sampleweights", "caseweight",     "weight",
                                         "freq",          "frequency"};
constexpr std::string_view weakWeightNames[]{"w", "count", "n"};
constexpr std::string_view exampleIdNames[]{"exampleid",    "itemid",    "docid",
                                            "predictionid", "requestid", "uuid",
                                            "id",           "rowid",     "index"};
constexpr std::string_view userIdNames[]{"userid",    "user",      "customerid", "accountid",
                                         "memberid",  "visitorid", "clientid",   "patientid",
                                         "subjectid", "customer",  "patient",    "uid"};
constexpr std::string_view personalNames[]{
        "name",  "firstname", "lastname", "surname", "fullname",  "username",
        "email", "mail",      "phone",    "address", "birthdate", "dateofbirth",
        "dob",   "comment",   "text",     "message", "prompt"};

constexpr std::string_view failureNames[]{
        "error",          "errorcode",  "errortype",  "errormessage", "errormsg", "err",
        "errors",         "exception",  "exceptions", "failure",      "failed",   "failurereason",
        "failuremessage", "iserror",    "haserror",   "isfailed",     "fail",     "timedout",
        "istimeout",      "errorclass", "errorname",  "fault"};
// The status of a call; "status" alone is as often that of an order or a loan.
constexpr std::string_view statusNames[]{
        "statuscode", "httpstatus",   "httpstatuscode", "httpcode", "responsecode",
        "grpcstatus", "grpccode",     "resultcode",     "code",     "status",
        "outcome",    "finishreason", "stopreason"};

constexpr std::string_view refusalNames[]{"refusal",         "isrefusal",      "refusals",
                                          "modelrefused",    "modelrefusal",   "refusalflag",
                                          "hasrefusal",      "refusedbymodel", "refusalreason",
                                          "contentfiltered", "contentfilter"};
// As often what a bank or a customer did.
constexpr std::string_view weakRefusalNames[]{"refused", "isrefused", "wasrefused", "declined",
                                              "isdeclined"};

bool contains(Names names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<NameFit> known(Names names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return NameFit{knownName - static_cast<int>(found - names.begin()), GuessReason::Name};
}

std::optional<NameFit> weak(Names names, std::string_view name)
{
    return contains(names, name) ? std::optional(NameFit{weakName, GuessReason::Name})
                                 : std::nullopt;
}

/// KNIME's "P (target=yes)", tidymodels' ".pred_yes", DataRobot's "target_yes_PREDICTION", and
/// words such as proba at either end.
bool hasScorePart(std::string_view raw, const std::vector<std::string> &words)
{
    if ((raw.starts_with("P (") || raw.starts_with("P(")) && raw.ends_with(')')
        && raw.find('=') != std::string_view::npos)
        return true;
    if (raw.starts_with(".pred_"))
        return normalised(raw) != "predclass";
    if (raw.size() > 11 && raw.ends_with("_PREDICTION"))
        return true;
    return words.size() > 1
            && (contains(scorePrefixes, words.front()) || contains(scoreSuffixes, words.back()));
}

/// KNIME's "Prediction (target)".
bool hasDecisionPart(const std::vector<std::string> &words)
{
    constexpr std::array<std::string_view, 3> decisionWords{"pred", "predicted", "prediction"};
    return words.size() > 1
            && (contains(decisionWords, words.front()) || contains(decisionWords, words.back()));
}

std::optional<NameFit> part(bool present)
{
    return present ? std::optional(NameFit{knownPart, GuessReason::NamePart}) : std::nullopt;
}

std::optional<NameFit> firstOf(std::initializer_list<std::optional<NameFit>> fits)
{
    for (const auto &fit : fits) {
        if (fit)
            return fit;
    }
    return std::nullopt;
}

/// A name as it is written, and what is looked up of it.
struct Name {
    std::string_view raw;
    std::string whole; ///< normalised
    std::vector<std::string> words;

    explicit Name(std::string_view name)
        : raw(name)
        , whole(normalised(name))
        , words(wordsOf(name))
    {
    }
};

bool hasIdPart(const Name &name)
{
    return name.words.size() > 1 && (name.words.back() == "id" || name.words.back() == "uuid")
            && !contains(userIdNames, name.whole) && !contains(modelNames, name.whole);
}

std::optional<NameFit> lowered(std::optional<NameFit> fit, int by)
{
    if (fit)
        fit->strength -= by;
    return fit;
}

/// "is_fraud", "two_year_recid", "fraud_label", "true_class".
std::optional<NameFit> labelPart(const Name &name)
{
    if (name.words.size() < 2 || hasIdPart(name) || hasDecisionPart(name.words)
        || hasScorePart(name.raw, name.words))
        return std::nullopt;
    if (contains(truthFirstWords, name.words.front()))
        return NameFit{truthPartName, GuessReason::NamePart};
    if (contains(labelLastWords, name.words.back()))
        return NameFit{labelPartName, GuessReason::NamePart};
    const bool outcome = std::any_of(name.words.begin(), name.words.end(),
                                     [](const auto &word) { return contains(outcomeWords, word); });
    return outcome ? std::optional(NameFit{weakName - 1, GuessReason::NamePart}) : std::nullopt;
}

std::optional<NameFit> labelFit(const Name &name)
{
    return firstOf({known(truthNames, name.whole),
                    lowered(known(labelNames, name.whole), knownName - labelName),
                    lowered(known(verdictNames, name.whole), knownName - verdictName),
                    weak(outcomeWords, name.whole), labelPart(name)});
}

std::optional<NameFit> fit(ColumnRole role, const Name &name)
{
    switch (role) {
    case ColumnRole::Label:
        return labelFit(name);
    case ColumnRole::Score:
        return firstOf({known(scoreNames, name.whole), part(hasScorePart(name.raw, name.words))});
    case ColumnRole::Distance:
        return weak(distanceNames, name.whole);
    case ColumnRole::Decision:
        return firstOf({known(decisionNames, name.whole), part(hasDecisionPart(name.words))});
    case ColumnRole::Latency:
        return waitNameFit(name.whole, name.words);
    case ColumnRole::Model:
        return firstOf({known(modelNames, name.whole), weak(perhapsModelNames, name.whole)});
    case ColumnRole::Segment:
        return known(segmentNames, name.whole);
    case ColumnRole::Weight:
        return firstOf({known(weightNames, name.whole), weak(weakWeightNames, name.whole)});
    case ColumnRole::Timestamp:
        return known(timestampNames(), name.whole);
    case ColumnRole::ExampleId:
        return firstOf({known(exampleIdNames, name.whole), part(hasIdPart(name))});
    case ColumnRole::UserId:
        return known(userIdNames, name.whole);
    case ColumnRole::Day:
        return firstOf({known(dayNames(), name.whole), known(timestampNames(), name.whole),
                        part(isDayOfUse(name.words))});
    case ColumnRole::Personal:
        return known(personalNames, name.whole);
    case ColumnRole::Failure:
        return known(failureNames, name.whole);
    case ColumnRole::Status:
        return known(statusNames, name.whole);
    case ColumnRole::Refusal:
        return firstOf({known(refusalNames, name.whole), weak(weakRefusalNames, name.whole)});
    }
    return std::nullopt;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

std::string normalised(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        if (isLetter(lowerCased(c)))
            result.push_back(lowerCased(c));
    }
    return result;
}

NameFits::NameFits(std::string_view name)
{
    const Name looked(name);
    for (std::size_t role = 0; role < columnRoleCount; ++role)
        m_fits[role] = fit(static_cast<ColumnRole>(role), looked);
}

bool NameFits::isSpokenFor() const
{
    constexpr std::array roles{ColumnRole::Decision,  ColumnRole::Latency, ColumnRole::Model,
                               ColumnRole::Segment,   ColumnRole::Weight,  ColumnRole::Timestamp,
                               ColumnRole::ExampleId, ColumnRole::UserId,  ColumnRole::Personal};
    return std::any_of(roles.begin(), roles.end(),
                       [this](ColumnRole role) { return of(role).has_value(); });
}

} // namespace oneinn::ingest
