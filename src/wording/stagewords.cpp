// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/stagewords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharecomparisonwords.h"
#include "wording/statement.h"

#include <algorithm>
#include <cstddef>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString rangeOfThousand(const Interval &interval)
{
    return u"95 % interval from %1 to %2"_s.arg(ofThousand(interval.low),
                                                ofThousand(interval.high));
}

std::vector<std::size_t> byWorth(const PipelineLosses &losses)
{
    std::vector<std::size_t> order;
    for (std::size_t stage = 0; stage < losses.stages.size(); ++stage) {
        if (losses.stages[stage].worth)
            order.push_back(stage);
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t stage) { return *losses.stages[stage].worth; });
    return order;
}

QString endToEndSentence(const ToldPipeline &told)
{
    return u"From end to end %1 of 1,000 %2 are right (%3)."_s.arg(
            ofThousand(told.losses.right), featureOf(told.words).useCase.plural,
            rangeOfThousand(told.losses.rightInterval));
}

} // namespace

QString stageLossSentence(const ToldPipeline &told, std::size_t stage)
{
    const StageLoss &loss = told.losses.stages[stage];
    QString sentence = u"%1: of 1,000 %2 %3 come to it and %4 %6 lost there (%5)"_s.arg(
            nameText(told.names[stage]), featureOf(told.words).useCase.plural,
            ofThousand(loss.reached), ofThousand(loss.lost), rangeOfThousand(loss.lostInterval),
            ofThousand(loss.lost) == u"1" ? u"is"_s : u"are"_s);
    if (loss.lostOf)
        sentence += u", %1 of those that come"_s.arg(shareText(*loss.lostOf));
    if (loss.worth && loss.worthInterval)
        return sentence
                + u"; mended, with the others as they are, %1 more would be right (%2)."_s.arg(
                        ofThousand(*loss.worth), rangeOfThousand(*loss.worthInterval));
    return sentence
            + u"; what mending it would bring is not known, as nothing is seen to get through "
              "after it."_s;
}

QString mendFirstSentence(const ToldPipeline &told)
{
    const std::vector<std::size_t> order = byWorth(told.losses);
    const std::vector<StageLoss> &stages = told.losses.stages;
    if (order.empty() || !(*stages[order.front()].worth > 0.0))
        return u"No stage is known to be worth mending by itself."_s;
    const StageLoss &first = stages[order.front()];
    QString sentence =
            u"Mend %1 first: that brings the most, %2 more right ones per 1,000 %3."_s.arg(
                    quotedName(told.names[order.front()]), ofThousand(*first.worth),
                    featureOf(told.words).useCase.plural);
    if (order.size() < 2)
        return sentence;
    const StageLoss &second = stages[order[1]];
    if (second.worthInterval->high >= first.worthInterval->low)
        sentence += u" That it brings more than %1 (%2) is not sure: their intervals meet."_s.arg(
                quotedName(told.names[order[1]]), ofThousand(*second.worth));
    return sentence;
}

QString mendingValueSentence(const ToldPipeline &told)
{
    if (!told.values)
        return {};
    const Feature feature = featureOf(told.words);
    QStringList parts;
    for (const std::size_t stage : byWorth(told.losses)) {
        const auto value = mendingValue(told.losses.stages[stage], *told.values);
        if (!value)
            continue;
        const QString name = quotedName(told.names[stage]);
        const QString amount = signedText(thousand * *value);
        parts.append(parts.isEmpty() ? u"mending %1 is worth %2%3"_s.arg(name, amount,
                                                                         feature.perThousand())
                                     : u"%1 %2"_s.arg(name, amount));
    }
    if (parts.isEmpty())
        return {};
    return u"Where each of these is %1 and nothing was before, %2, by %3 values; more where it takes the place of a wrong one."_s
            .arg(feature.done, joined(parts, u"and"_s), whose(told.voice));
}

QString stageTimeSentence(const ToldPipeline &told)
{
    QStringList parts;
    double most = 0.0;
    QString longest;
    for (std::size_t stage = 0; stage < told.names.size(); ++stage) {
        const StageLoss &loss = told.losses.stages[stage];
        if (!loss.wait || !loss.timeShare)
            continue;
        parts.append(u"%1 takes %2 on average, %3 of all the waiting"_s.arg(
                nameText(told.names[stage]), millisecondsText(*loss.wait),
                shareText(*loss.timeShare)));
        if (*loss.timeShare > most) {
            most = *loss.timeShare;
            longest = quotedName(told.names[stage]);
        }
    }
    if (parts.isEmpty())
        return {};
    return u"Where the time goes: %1."_s.arg(parts.join(u"; "_s))
            + (parts.size() > 1 ? u" Most of it goes to %1."_s.arg(longest) : QString());
}

QStringList stageLeadSentences(const ToldPipeline &told)
{
    QStringList sentences{endToEndSentence(told), mendFirstSentence(told),
                          mendingValueSentence(told)};
    sentences.removeAll(QString());
    return sentences;
}

QStringList stageSentences(const ToldPipeline &told)
{
    QStringList sentences{endToEndSentence(told)};
    for (std::size_t stage = 0; stage < told.names.size(); ++stage)
        sentences.append(stageLossSentence(told, stage));
    sentences.append(mendFirstSentence(told));
    sentences.append(mendingValueSentence(told));
    sentences.append(stageTimeSentence(told));
    sentences.append(u"Assumed: what a mended stage saves does as well at the later ones as what "
                     "gets there now."_s);
    sentences.removeAll(QString());
    return sentences;
}

QStringList pipelineHeadings(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {u"Stage"_s,
            u"Of 1,000 %1\ncome to it"_s.arg(feature.useCaseBriefly()),
            u"Lost\nthere"_s,
            u"If mended:\nmore right"_s,
            u"If mended:\n%1 more"_s.arg(feature.unit.isEmpty() ? u"worth"_s : feature.unit),
            u"Takes on\naverage"_s,
            u"Of all\nwaiting"_s};
}

QStringList pipelineCells(const ToldPipeline &told, std::size_t stage)
{
    const StageLoss &loss = told.losses.stages[stage];
    const auto value = told.values ? mendingValue(loss, *told.values) : std::nullopt;
    return {nameText(told.names[stage]),
            ofThousand(loss.reached),
            ofThousand(loss.lost),
            loss.worth ? ofThousand(*loss.worth) : undefinedDash(),
            value ? signedText(thousand * *value) : undefinedDash(),
            loss.wait ? millisecondsText(*loss.wait) : undefinedDash(),
            loss.timeShare ? shareText(*loss.timeShare) : undefinedDash()};
}

QString stagesGuessedNote(const std::vector<std::string> &columns)
{
    QStringList quoted;
    for (const std::string &column : columns)
        quoted.append(quotedName(column));
    return u"Reading stages from %1, by their names"_s.arg(joined(quoted, u"and"_s));
}

QString stageUnitNote(const std::string &column)
{
    return u"%1 is taken for milliseconds, as its name says no unit."_s.arg(quotedName(column));
}

QString stagesAsideNote(std::size_t records)
{
    if (records == 0)
        return {};
    return u"%1 %2 set aside: not known at a stage that is come to, or without a weight."_s.arg(
            countText(double(records)), records == 1 ? u"record is"_s : u"records are"_s);
}

} // namespace oneinn::wording
