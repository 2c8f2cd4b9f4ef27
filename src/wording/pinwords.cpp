// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pinwords.h"

#include "wording/combinationwords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/untilbadwords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t letters = 26;
constexpr int letterHundred = 100;
constexpr int thousandUses = 1000;

QString nameOrNone(const std::string &name)
{
    return name.empty() ? u"(no name)"_s : nameText(name);
}

/// "(1 in 8)", where it can be said in so few words.
QString oneInText(double share)
{
    const NaturalFrequency frequency = naturalFrequency(share);
    const bool isShort = frequency.kind == NaturalFrequency::Kind::AInB
            || frequency.kind == NaturalFrequency::Kind::Half;
    return isShort ? u" (%1)"_s.arg(frequencyText(frequency)) : QString();
}

QString rangeCell(const Interval &interval, int of)
{
    const int low = countOf(interval.low, of);
    const int high = countOf(interval.high, of);
    if (low == high)
        return shareText((interval.low + interval.high) / 2.0, of);
    return u"%1 to %2 of %3"_s.arg(countText(low), countText(high), countText(of));
}

QString shareCell(const std::optional<Proportion> &share, int of, bool withOneIn)
{
    if (!share)
        return undefinedDash();
    const QString rows = countText(share->all.rows);
    switch (shareFormOf(*share)) {
    case ShareForm::Counts:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), rows);
    case ShareForm::None:
        return u"none of %1"_s.arg(rows);
    case ShareForm::Every:
        return u"all of %1"_s.arg(rows);
    case ShareForm::TooFew:
    case ShareForm::Wide:
        return rangeCell(share->interval, of);
    case ShareForm::Stated:
        return shareText(share->value, of) + (withOneIn ? oneInText(share->value) : QString());
    }
    Q_UNREACHABLE();
}

QString untilBadCell(const Experience &experience, const FeatureWords &words)
{
    const Noun useCase = featureOf(words).useCase;
    if (!experience[Share::WrongOfUses])
        return undefinedDash();
    if (experience[Share::WrongOfUses]->reliability != Reliability::Stated)
        return u"too few cases"_s;
    if (!experience.usesUntilBad)
        return undefinedDash();
    if (experience.usesUntilBad->median > mostCountableUses)
        return u"not in %1 %2"_s.arg(countText(mostCountableUses), useCase.plural);
    return useCase.singular + u' ' + countText(experience.usesUntilBad->median);
}

QString whenLateText(const Choice &choice)
{
    switch (choice.latePolicy) {
    case LatePolicy::Wait:
        return u"late ones waited for"_s;
    case LatePolicy::Unanswered:
        return u"unanswered when late"_s;
    case LatePolicy::FallBack:
        if (choice.fallback)
            return u"%1 when late"_s.arg(nameOrNone(choice.fallback->model));
        break;
    case LatePolicy::ShowNothing:
        break;
    }
    return u"nothing when late"_s;
}

} // namespace

QString pinLetter(std::size_t place)
{
    const QChar letter(u'A' + static_cast<char16_t>(place % letters));
    return place < letters ? QString(letter) : pinLetter(place / letters - 1) + letter;
}

QString pinName(const PinnedPoint &pin)
{
    if (!pin.name.empty())
        return nameText(pin.name);
    return pin.origin == PinnedPoint::Origin::Default ? u"the default 0.5"_s : QString();
}

QString pinTitle(const PinnedPoint &pin, std::size_t place)
{
    const QString name = pinName(pin);
    const QString title =
            name.isEmpty() ? pinLetter(place) : u"%1 — %2"_s.arg(pinLetter(place), name);
    return pin.band ? title + u", without a person"_s : title;
}

QString pinOnChartText(const PinnedPoint &pin, std::size_t place)
{
    const QString choice = choiceText(pin.choice);
    const QString title = pinTitle(pin, place);
    return choice == undefinedDash() ? title : u"%1 (%2)"_s.arg(title, choice);
}

QString nowTitle()
{
    return u"Now"_s;
}

QString nowWithoutAPersonTitle()
{
    return u"Now, without a person"_s;
}

QString pinColumnTitle(PinColumn column, int badBeforeLeaving, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (column) {
    case PinColumn::Name:
        return u"Point"_s;
    case PinColumn::Threshold:
        return u"Threshold"_s;
    case PinColumn::Budget:
        return u"Budget"_s;
    case PinColumn::Policy:
        return u"Model,\nlate answers"_s;
    case PinColumn::Wrong:
        return u"Wrong,\nof "_s + feature.done;
    case PinColumn::Missed:
        return u"Missed,\nof "_s + feature.positivesBriefly();
    case PinColumn::Late:
        return u"Too late,\nof "_s + feature.useCaseBriefly();
    case PinColumn::UntilBad:
        return u"Half meet a\n%1 bad one by"_s.arg(ordinal(badBeforeLeaving));
    case PinColumn::Value:
        return feature.valueHeading();
    }
    Q_UNREACHABLE();
}

std::optional<Proportion> pinShare(const Assessment &option, PinColumn column)
{
    switch (column) {
    case PinColumn::Wrong:
        return option.experience[Share::WrongOfShown];
    case PinColumn::Missed:
        return option.experience[Share::Missed];
    default:
        return option.experience[Share::Late];
    }
}

int sharedDenominator(const std::vector<const Assessment *> &options, PinColumn column)
{
    int of = 100;
    for (const Assessment *option : options) {
        const auto &share = pinShare(*option, column);
        if (!share)
            continue;
        const ShareForm form = shareFormOf(*share);
        if (form == ShareForm::Stated || form == ShareForm::Wide)
            of = std::max(of, denominatorOf(*share));
    }
    return of;
}

QString pinCell(const Assessment &option, PinColumn column, int denominator)
{
    switch (column) {
    case PinColumn::Threshold:
        return thresholdText(option.scenario.threshold, option.sameDecisions);
    case PinColumn::Wrong:
    case PinColumn::Missed:
    case PinColumn::Late:
        return shareCell(pinShare(option, column), denominator, column == PinColumn::Wrong);
    case PinColumn::UntilBad:
        return untilBadCell(option.experience, option.scenario.words);
    case PinColumn::Value:
        return signedText(thousand * option.value.perUse, 3);
    default:
        return pinCell(choiceOf(option.scenario), column);
    }
}

QString widestPinCell(PinColumn column)
{
    switch (column) {
    case PinColumn::Threshold:
        return scoreText(0.6494);
    case PinColumn::Budget:
        return budgetText(Milliseconds{1250.0});
    case PinColumn::Wrong:
        return shareText(0.088, 1000) + oneInText(0.088);
    case PinColumn::Missed:
    case PinColumn::Late:
        // Of what does not change as a dial moves: where these are few, they already are.
        return shareText(0.1, 1000);
    case PinColumn::UntilBad:
        return u"use "_s + countText(99999.0);
    case PinColumn::Value:
        return signedText(-1000.0);
    case PinColumn::Name:
    case PinColumn::Policy:
        break;
    }
    return {};
}

QString pinCell(const Choice &choice, PinColumn column)
{
    switch (column) {
    case PinColumn::Threshold:
        return scoreText(choice.threshold.value);
    case PinColumn::Budget:
        return budgetText(choice.budget);
    case PinColumn::Policy:
        return choiceText(choice);
    default:
        return undefinedDash();
    }
}

QString choiceText(const Choice &choice)
{
    QStringList parts;
    if (choice.combination)
        parts << answererName(choice.model, choice.combination);
    else if (choice.model)
        parts << nameOrNone(*choice.model);
    UsesQuestion operated;
    operated.budget = choice.budget;
    operated.budgets = choice.budgets;
    if (const QString budgets = ownBudgetsName(operated); !budgets.isEmpty())
        parts << budgets;
    if (choice.budget)
        parts << whenLateText(choice);
    return parts.isEmpty() ? undefinedDash() : parts.join(u", "_s);
}

QString pinMisfitText(PinMisfit misfit, const Choice &choice)
{
    switch (misfit) {
    case PinMisfit::ModelMissing:
        return choice.model
                ? u"None of the rows that are looked at is from %1, so this point has no numbers here."_s
                          .arg(nameOrNone(*choice.model))
                : u"No rows are looked at, so this point has no numbers here."_s;
    case PinMisfit::BudgetWithoutLatencies:
        return u"This point has a latency budget, and the file does not say how long answers take."_s;
    case PinMisfit::OtherModelMissing:
        return u"One of its models has no answers in the same cases in the rows that are looked at, so this point has no numbers here."_s;
    case PinMisfit::FallbackMissing:
        return u"Late answers would come from %1, which has no answers in the same cases in the rows that are looked at."_s
                .arg(choice.fallback ? nameOrNone(choice.fallback->model) : u"another model"_s);
    }
    Q_UNREACHABLE();
}

QString pinChipNumber(const std::optional<Proportion> &share)
{
    constexpr double smallest = 0.02; // told to a tenth below
    if (!share)
        return undefinedDash();
    switch (shareFormOf(*share)) {
    case ShareForm::Counts:
    case ShareForm::TooFew:
        return shareCell(share, letterHundred, false);
    case ShareForm::None:
    case ShareForm::Every:
    case ShareForm::Wide:
    case ShareForm::Stated:
        return numberText(share->value * letterHundred,
                          share->value > 0.0 && share->value < smallest);
    }
    Q_UNREACHABLE();
}

QString pinChipText(const QString &title, const Assessment &option, bool named, bool late)
{
    QStringList parts{title};
    const auto add = [&](const QString &name, PinColumn column) {
        const auto share = pinShare(option, column);
        const bool noBudget = !share && column == PinColumn::Late;
        const QString number = noBudget ? u"no budget"_s : pinChipNumber(share);
        parts.append(named && !noBudget ? name + u' ' + number : number);
    };
    add(u"wrong"_s, PinColumn::Wrong);
    add(u"missed"_s, PinColumn::Missed);
    if (late)
        add(u"late"_s, PinColumn::Late);
    parts.append(pinCell(option, PinColumn::Value, thousandUses));
    return parts.join(u" \u00b7 "_s);
}

QString compareAllPinsText(qsizetype pins)
{
    return u"Compare all %1"_s.arg(countText(static_cast<double>(pins)));
}

QString comparePinsText()
{
    return u"Compare"_s;
}

QString noPinsText()
{
    return u"Nothing is pinned. “Pin this point” (Ctrl+D) keeps what is on the dials, to compare it with and to return to."_s;
}

QString pinsHint()
{
    return u"Click a row to return to it; double-click its name to change it."_s;
}

QString pinsPendingText()
{
    return u"Working it out…"_s;
}

QString pinHasNoNumbersYet()
{
    return u"…"_s;
}

} // namespace oneinn::wording
