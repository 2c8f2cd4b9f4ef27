// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicetemplates.h"

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

QList<CardTemplate> designTemplates()
{
    return {
            {u"Design a feature that {verbs} {things}. {Base}. Where do you begin?"_s,
             u"Design a feature that {verbs} {things}. Where do you begin?"_s},
            {u"You are asked for a feature that {verbs} {things}, and nobody has said what a "
             "wrong one costs and what a missed one. Design it up to its launch."_s,
             {}},
            {u"Somebody wrote rules by hand that {verb} {things}. A team wants to replace them by "
             "a model. {Base}. Does it need one, and how would you find out?"_s,
             u"Somebody wrote rules by hand that {verb} {things}. A team wants to replace them by "
             "a model. Does it need one, and how would you find out?"_s},
            {u"Of a feature that {verbs} {things} this was measured: {late}. Design it anew, "
             "beginning with the wait."_s,
             u"Design a feature that {verbs} {things} for {people} who do not wait. What do you "
             "give up first?"_s,
             CardNeed::Waits},
            {u"The feature {acts}, and a person has to look at each of these. Design what the "
             "person decides and what the model decides."_s,
             u"A person has to look at what a feature that {verbs} {things} brings up. Design "
             "what the person decides and what the model decides."_s},
            {u"Of a feature that {verbs} {things} this was measured: {missed}. Nobody reports "
             "these. Design how the feature learns of them."_s,
             u"A feature {verbs} {things}, and nobody reports what it missed. Design how the "
             "feature learns of it."_s},
    };
}

QList<CardTemplate> failureTemplates()
{
    return {
            {u"At launch this was measured: {wrong}. This month {people} say that it is more. "
             "What do you look at, and in which order?"_s,
             u"This month {people} say that more {things} {done} are wrong than at launch. What do "
             "you look at, and in which order?"_s,
             CardNeed::None,
             u"In {before} this was measured: {usualWorse}. In {after} it is this: {worse}. What "
             "do you look at, and in which order?"_s},
            {u"At launch this was measured: {missed}. Since Monday it is clearly more, and "
             "nothing was released. What happened, and what do you do today?"_s,
             u"Since Monday clearly more is missed than at launch, and nothing was released. What "
             "happened, and what do you do today?"_s,
             CardNeed::None,
             u"In {before} this was measured: {usualMissed}. In {after} it is this: {missed}. "
             "Suppose that nothing was released in between. What happened, and what do you do "
             "today?"_s},
            {u"Before the last release this was measured: {late}. Since then it is more, and "
             "{people} leave. Do you send the release back?"_s,
             u"Since the last release answers take longer, and {people} leave. Do you send the "
             "release back?"_s,
             CardNeed::Waits,
             u"In {before}, before a release, this was measured: {usualLate}. In {after}, after "
             u"it, "
             "it is this: {late}. Do you send the release back?"_s},
            {u"The dashboard still says that the model is {accurate} accurate, and {people} say "
             "that it has become worse. Who is right?"_s,
             u"The dashboard says that nothing has changed, and {people} say that it has become "
             "worse. Who is right?"_s,
             CardNeed::None,
             u"The dashboard says that the model was {usualAccurate} accurate in {before}, and is "
             "{accurate} accurate in {after}. {People} say that it has become worse. Who is "
             "right?"_s},
            {u"When the threshold was set this was measured: {base}. Now there are more. What "
             "breaks first, and what do you change?"_s,
             u"There are more {positives} than when the threshold was set. What breaks first, and "
             "what do you change?"_s,
             CardNeed::None,
             u"In {before} the threshold was set, and this was measured: {usualBase}. In {after} "
             u"it "
             "is this: {base}. What breaks first, and what do you change?"_s},
            {u"Over all, {wrong}. Suppose that {part} it is far more, and that nobody noticed for "
             "a month. How could that be, how would you find it, and what would you do?"_s,
             u"Suppose that in one segment far more {things} {done} are wrong than over all, and "
             "that nobody noticed for a month. How could that be, how would you find it, and what "
             "would you do?"_s,
             CardNeed::Segments,
             u"Over all, in {before} {usualWorse}, and in {after} {worse}. Suppose that what comes "
             "{part} makes the difference. How would you find it, and what would you do?"_s},
    };
}

QList<CardTemplate> tradeoffTemplates()
{
    return {
            {u"At the threshold in use, {wrong}, and {missed}. Which of the two would you make "
             "fewer, and what do you pay for it?"_s,
             u"A feature {verbs} {things}. Would you make the wrong ones fewer or the missed ones, "
             "and what do you pay for it?"_s},
            {u"A slower model would be right more often. Today, {late}. Do you take it?"_s,
             u"A slower model would be right more often, and {people} would wait longer for "
             "{things}. Do you take it?"_s,
             CardNeed::Waits},
            {u"Somebody asks you to halve the wrong ones. Today, {wrong}. What do you say?"_s,
             u"Somebody asks you to halve the wrong ones. What do you say?"_s},
            {u"Somebody asks that nothing is missed any more. Today, {missed}. What do you say?"_s,
             u"Somebody asks that nothing is missed any more. What do you say?"_s},
            {u"Today the rule is: {choice}. One threshold for all, or one for each value of "
             "{segment}?"_s,
             u"A feature {verbs} {things}. One threshold for all, or one for each segment?"_s,
             CardNeed::Segments},
            {u"What should happen where there is no answer within {budget}: nothing, a quicker "
             "guess, or a longer wait?"_s,
             u"What should happen where the answer is not there in time: nothing, a quicker "
             "guess, or a longer wait?"_s,
             CardNeed::Waits},
    };
}

QList<CardTemplate> executiveTemplates()
{
    return {
            {u"Explain to the board what this means: {wrong}."_s,
             u"Explain to the board what a feature that {verbs} {things} "
             "can get wrong."_s},
            {u"The head of the business asks whether it is good enough to launch. You know this: "
             "{missed}."_s,
             u"The head of the business asks whether a feature that {verbs} {things} is good "
             "enough to launch."_s},
            {u"A director has read that the model is {accurate} accurate, and asks why anybody "
             "complains. Explain it."_s,
             u"A director asks why anybody complains about a model that is right most of the time. "
             "Explain it."_s},
            {u"Finance asks what a feature that {verbs} {things} is worth, and how sure you are. "
             "Explain it without the name of a metric."_s,
             {}},
            {u"Legal asks who is hurt when it is wrong, how often, and who would notice. You know "
             "this: {wrong}."_s,
             u"Legal asks who is hurt when a feature that {verbs} {things} is wrong, how often, "
             u"and "
             "who would notice."_s},
            {u"Support asks why the feature {acts}, and neither more nor fewer. Explain the "
             "threshold without using the word."_s,
             u"Support asks why it does not {verb} more {things}. Explain the threshold without "
             "using the word."_s},
    };
}

QList<CardTemplate> metricTemplates()
{
    return {
            {u"Your model is {accurate} accurate. What do {people} notice?"_s,
             u"Your model's accuracy is high. What do {people} notice?"_s},
            {u"Precision is {precision}. What does one of your {people} notice in a month?"_s,
             u"Precision fell by a few points. What does one of your {people} notice in a month?"_s},
            {u"Recall is {recall}. Who notices the rest, and when?"_s,
             u"Recall fell by a few points. Who notices, and when?"_s},
            {u"The area under the ROC curve rose, and nothing else was changed. What do {people} "
             "notice?"_s,
             {}},
            {u"The dashboard says: {late}. What do {people} do meanwhile?"_s,
             u"The slowest answers became slower. What do {people} notice of it?"_s,
             CardNeed::Waits},
            {u"The feature {acts}. Is that many or few, and for whom?"_s,
             u"A feature {verbs} more {things} than a month ago. Is that many or few, and for "
             "whom?"_s},
    };
}

QList<CardTemplate> anyProductTemplates()
{
    return {
            {u"Take a product you used today that chose something for you. What does it learn "
             "from, and where does its threshold stand?"_s,
             {}},
            {u"Take a product that keeps something from you, such as mail, comments or calls. "
             "Which of its failures do you never notice?"_s,
             {}},
            {u"Take a product that answers in words. When should it say nothing?"_s, {}},
            {u"Take a product that became slower as it became better. Was it worth it, and for "
             "whom?"_s,
             {}},
            {u"Take a product that asks you to confirm what it is about to do. What would it cost "
             "to stop asking?"_s,
             {}},
            {u"Take a product that warns you too often. What did you stop reading, and who pays "
             "for that?"_s,
             {}},
    };
}

} // namespace

const QList<CardTemplate> &cardTemplates(CardKind kind)
{
    static const std::array<QList<CardTemplate>, cardKinds.size()> all{
            designTemplates(),    failureTemplates(), tradeoffTemplates(),
            executiveTemplates(), metricTemplates(),  anyProductTemplates()};
    return all.at(static_cast<std::size_t>(kind));
}

} // namespace oneinn
