// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/stagewords.h"

#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharecomparisonwords.h"

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

} // namespace

QString stageLossSentence(const StageLoss &loss, const std::string &name)
{
    QString sentence = u"%1: of 1,000 uses %2 come to it and %3 are lost there (%4)"_s.arg(
            nameText(name), ofThousand(loss.reached), ofThousand(loss.lost),
            rangeOfThousand(loss.lostInterval));
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

QString mendFirstSentence(const PipelineLosses &losses, const std::vector<std::string> &names)
{
    const std::vector<std::size_t> order = byWorth(losses);
    if (order.empty() || !(*losses.stages[order.front()].worth > 0.0))
        return u"No stage is known to be worth mending by itself."_s;
    const StageLoss &first = losses.stages[order.front()];
    const QString name = quotedName(names[order.front()]);
    QString sentence =
            u"Mend %1 first: that brings the most, %2 more right ones per 1,000 uses."_s.arg(
                    name, ofThousand(*first.worth));
    if (order.size() < 2)
        return sentence;
    const StageLoss &second = losses.stages[order[1]];
    if (second.worthInterval->high >= first.worthInterval->low)
        sentence += u" That it brings more than %1 (%2) is not sure: their intervals meet."_s.arg(
                quotedName(names[order[1]]), ofThousand(*second.worth));
    return sentence;
}

QString stageTimeSentence(const PipelineLosses &losses, const std::vector<std::string> &names)
{
    QStringList parts;
    double most = 0.0;
    QString longest;
    for (std::size_t stage = 0; stage < names.size(); ++stage) {
        const StageLoss &loss = losses.stages[stage];
        if (!loss.wait || !loss.timeShare)
            continue;
        parts.append(u"%1 takes %2 on average, %3 of all the waiting"_s.arg(
                nameText(names[stage]), millisecondsText(*loss.wait), shareText(*loss.timeShare)));
        if (*loss.timeShare > most) {
            most = *loss.timeShare;
            longest = quotedName(names[stage]);
        }
    }
    if (parts.isEmpty())
        return {};
    return u"Where the time goes: %1."_s.arg(parts.join(u"; "_s))
            + (parts.size() > 1 ? u" Most of it goes to %1."_s.arg(longest) : QString());
}

QStringList stageSentences(const PipelineLosses &losses, const std::vector<std::string> &names)
{
    QStringList sentences{u"From end to end %1 of 1,000 uses are right (%2)."_s.arg(
            ofThousand(losses.right), rangeOfThousand(losses.rightInterval))};
    for (std::size_t stage = 0; stage < names.size(); ++stage)
        sentences.append(stageLossSentence(losses.stages[stage], names[stage]));
    sentences.append(mendFirstSentence(losses, names));
    sentences.append(stageTimeSentence(losses, names));
    sentences.append(u"Assumed: what a mended stage saves does as well at the later ones as what "
                     "gets there now."_s);
    sentences.removeAll(QString());
    return sentences;
}

} // namespace oneinn::wording
