// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/answerparts.h"

#include "core/comparedpolicies.h"
#include "document/columnphrases.h"
#include "document/dataplaces.h"
#include "presets/presetreviewers.h"
#include "report/dials.h"
#include "report/html.h"
#include "report/watchexports.h"
#include "results/kept.h"
#include "results/results.h"
#include "session/session.h"
#include "wording/columnwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/pinwords.h"
#include "wording/readingnotewords.h"

#include <algorithm>

namespace oneinn {

namespace {

/// known: the rows of now first; those that the pin needs besides are added, so that another
/// model's are prepared once and not for each of its pins.
AnswerParts::Pin pinAtOnce(const PinnedPoint &point, std::vector<ScenarioRows::Ptr> &known,
                           const Scenario &now)
{
    AnswerParts::Pin pin{point, {}, {}};
    auto assessed = assessedPin(point.choice, now, known);
    if (!assessed)
        return pin;
    pin.assessed = std::make_shared<const AssessedPin>(std::move(assessed).value());
    if (pin.assessed->misfit)
        return pin;
    if (std::find(known.begin(), known.end(), pin.assessed->rows) == known.end())
        known.push_back(pin.assessed->rows);
    auto differences = pinDifferences(*pin.assessed->rows, settingQuestion(pin.assessed->scenario),
                                      *known.front(), settingQuestion(now));
    if (differences)
        pin.differences = std::make_shared<const PinDifferences>(std::move(differences).value());
    return pin;
}

report::SegmentsTold toldOf(const PayingSegments &paying)
{
    report::SegmentsTold told{.table = &paying.table,
                              .set = paying.answer->set.get(),
                              .differences = &paying.answer->differences,
                              .worst = nullptr,
                              .share = Share::Missed};
    if (paying.worst) {
        told.worst = &paying.table.rows[paying.worst->row];
        told.share = paying.worst->share;
    }
    return told;
}

} // namespace

report::AnswerMaterial AnswerParts::material() const
{
    // What misses cost is made of labels that nobody gave.
    const bool unknown = now.labels && now.labels->silentUnknown();
    report::AnswerMaterial material{.assessment = now,
                                    .load = unknown ? nullptr : load.get(),
                                    .pins = {},
                                    .compared = compared.get(),
                                    .doubts = doubts.get(),
                                    .labels = unknown ? nullptr : labels.get(),
                                    .text = text,
                                    .provenance = provenance};
    if (dropped)
        material.drop = {dropped.get(), periods};
    if (paying)
        material.segments = toldOf(*paying);
    if (stages)
        material.stages = {&stages->losses, &stages->table.rows.names};
    if (review) {
        material.review = {&review->answer, &review->question, &review->alone};
        material.rollback = review->alone.rollback;
    }
    for (const Pin &pin : pins) {
        if (pin.assessed && pin.assessed->assessment)
            material.pins.push_back({pin.point, &*pin.assessed->assessment, pin.differences.get()});
    }
    return material;
}

report::Report AnswerParts::report(report::Length length, const QDate &date, Figures figures) const
{
    const report::AnswerMaterial material = this->material();
    report::Report report = report::makeReport(
            material, length,
            wording::displayLocale().toString(date, QStringLiteral("d MMMM yyyy")));
    if (figures == Figures::Drawn)
        report.figures = report::figuresOf(material);
    return report;
}

QByteArray AnswerParts::webPage(const QDate &date, PageDials drawn, const JobControl &job) const
{
    const report::Report brief = report(report::Length::Brief, date, Figures::Drawn);
    // What dials say is of one threshold.
    const auto dials = drawn == PageDials::Drawn && rows && !review
            ? report::dials(*rows, material(), job)
            : std::nullopt;
    return dials ? report::toHtml(brief, *dials) : report::toHtml(brief);
}

report::NamedPoints AnswerParts::points() const
{
    report::NamedPoints points{{wording::nowTitle(), &now, {}}};
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (pins[i].assessed && pins[i].assessed->assessment)
            points.append(
                    {wording::pinTitle(pins[i].point, i), &*pins[i].assessed->assessment, {}});
    }
    return points;
}

report::OperatingPointSource AnswerParts::source(const QDate &date) const
{
    return {.fileName = provenance.fileName,
            .sha256 = provenance.sha256,
            .date = date.toString(Qt::ISODate),
            .lowerIsPositive = provenance.lowerIsPositive};
}

QByteArray AnswerParts::operatingPoint(const QDate &date) const
{
    if (!review || !rows)
        return report::operatingPointJson(now, source(date));
    const auto at = [this](Threshold threshold) {
        Scenario scenario = now.scenario;
        scenario.threshold = threshold;
        return assess(*rows, scenario);
    };
    const FoundBand &band = review->answer.band;
    return report::operatingPointJson(
            {{&review->answer, &review->question, &review->alone}, at(band.from), at(band.to)},
            source(date));
}

AnswerParts answerParts(Results &results)
{
    const Session &session = *results.session();
    AnswerParts parts;
    parts.now = session.assessment();
    parts.rows = session.rows();
    parts.load = results.load().current();
    const auto &pins = results.pins().pins();
    const auto &points = session.state().pins;
    for (std::size_t i = 0; i < std::min(pins.size(), points.size()); ++i)
        parts.pins.push_back({points[i], pins[i].isCurrent ? pins[i].assessed : nullptr,
                              pins[i].isCompared ? pins[i].differences : nullptr});
    parts.compared = results.policies().current();
    parts.doubts = results.doubts().current();
    parts.labels = results.labelWorth().current();
    const PeriodComparison &periods = results.periods();
    if (const auto answer = periods.current(); answer && answer->dropped) {
        parts.dropped = {answer, &*answer->dropped};
        parts.periods = periodNames(*periods.earlier(), session.data().source.path);
    }
    parts.paying = results.paying().current();
    parts.stages = results.file().stages().reading().current();
    const auto review = results.review().current();
    if (results.review().isInForce() && review && review->answer && review->alone)
        parts.review = {review->asked.question, *review->answer, *review->alone};
    parts.text = session.state().text;
    parts.provenance = provenanceOf(session.data().source.path, session.data().reference.sha256,
                                    accountOf(session.index()), session.data().file.mapping);
    return parts;
}

bool isAnswerComplete(Results &results)
{
    return results.session()->hasData() && !results.load().isPending()
            && results.pins().isComplete() && results.policies().isAnswered()
            && results.doubts().isAnswered() && results.labelWorth().isAnswered()
            && results.paying().isAnswered() && !results.periods().isPending()
            && !results.file().stages().reading().isPending()
            && !(results.review().isInForce() && !results.review().current());
}

std::optional<AnswerParts::Review> reviewInForce(const ScenarioRows &rows, const Scenario &scenario,
                                                 const ReviewSetting &setting)
{
    if (!setting.isInForce)
        return std::nullopt;
    const ReviewQuestion question = reviewQuestion(scenario, setting);
    const auto answer = reviewAnswer(*rows.at(question), question);
    if (!answer)
        return std::nullopt;
    return AnswerParts::Review{question, *answer, shownAlone(rows, scenario, answer->band.to)};
}

AnswerParts answerParts(const ScenarioRows::Ptr &rows, const Scenario &scenario,
                        const std::vector<PinnedPoint> &pins)
{
    AnswerParts parts;
    parts.now = assess(*rows, scenario);
    parts.rows = rows;
    std::vector<ScenarioRows::Ptr> known{rows};
    for (const PinnedPoint &point : pins)
        parts.pins.push_back(pinAtOnce(point, known, scenario));
    if (auto load = scenarioLoad(*rows, loadQuestion(scenario)))
        parts.load = std::make_shared<const ScenarioLoad>(std::move(load).value());
    if (auto doubts = thresholdDoubts(*rows, doubtsQuestion(scenario)))
        parts.doubts = std::make_shared<const ThresholdDoubts>(std::move(doubts).value());
    if (parts.doubts) {
        if (auto labels = labelWorthOfNow(*rows, *parts.doubts, scenario.threshold))
            parts.labels = kept(std::move(labels).value());
    }
    parts.paying = payingSegments({rows->source(), payingQuestion(scenario)}, rows);
    const PoliciesQuestion question = policiesQuestion(scenario);
    if (auto compared = comparedPolicies(*rows, question, {}, parts.doubts.get()))
        parts.compared = std::make_shared<const ComparedPolicies>(std::move(compared).value());
    return parts;
}

report::Provenance provenanceOf(const QString &path, const QByteArray &sha256,
                                const RowAccount &account, const ingest::ResolvedMapping &mapping)
{
    QStringList assumptions;
    for (const RoleJudgement &judgement : mapping.judgements) {
        if (wording::isToBeSaid(judgement))
            assumptions.append(wording::asSentence(wording::roleReasonText(judgement)));
    }
    QStringList columns = columnPhrases(mapping);
    for (const ReadingNote &note : mapping.notes)
        columns.append(wording::asSentence(wording::readingNoteText(note)).chopped(1));
    return {.fileName = dataName(path),
            .sha256 = sha256,
            .account = account,
            .columns = std::move(columns),
            .assumptions = std::move(assumptions),
            .lowerIsPositive = mapping.lowerIsPositive.value};
}

} // namespace oneinn
