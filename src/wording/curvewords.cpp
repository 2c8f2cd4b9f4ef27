// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/curvewords.h"

#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/translated.h"

#include <QStringList>

#include <cmath>

namespace oneinn::wording {

namespace {

constexpr double inPercent = 100.0;

/// "62 of 100", "3 of 7", "somewhere between 35 and 85 of every 100", "none".
QString toldShare(const Proportion &share)
{
    switch (shareFormOf(share)) {
    case ShareForm::Counts:
        return translated("%1 of %2").arg(countText(share.yes.rows), countText(share.all.rows));
    case ShareForm::TooFew:
        return somewhereText(share.interval);
    case ShareForm::None:
        return translated("none of %1").arg(countText(share.all.rows));
    case ShareForm::Every:
        return translated("all %1").arg(countText(share.all.rows));
    case ShareForm::Wide:
    case ShareForm::Stated:
        break;
    }
    return shareText(share.value);
}

QString percentOf(double share)
{
    return numberText(share * inPercent, 1) + QStringLiteral(" %");
}

/// Of two shares, "first; second."; of one that is undefined, what that means.
QString twoShares(const QString &sentence, const std::optional<Proportion> &first,
                  const std::optional<Proportion> &second, const QString &undefined)
{
    if (!first || !second)
        return undefined;
    return sentence.arg(toldShare(*first), toldShare(*second));
}

QString gainText(const Assessment &assessment)
{
    const auto &intervals = assessment.intervals;
    if (!intervals.recall || !intervals.alertRate)
        return translated("There are no good ones to find.");
    const QString text =
            translated("Of all uses, %1 are shown; of the good ones, %2 are among them")
                    .arg(toldShare(*intervals.alertRate), toldShare(*intervals.recall));
    const auto &lift = assessment.metrics.lift;
    const bool isTold =
            lift && intervals.precision && intervals.precision->reliability == Reliability::Stated;
    if (!isTold)
        return text + QLatin1Char('.');
    return text
            + translated(", %1 times as many as without looking (lift).").arg(numberText(*lift, 1));
}

/// Of both ends as they are said: "about 2", "at least 2", "at most 5", "between 2 and 5".
QString between(const QString &low, const QString &high, bool fromBelow, bool toAbove)
{
    if (fromBelow && toAbove)
        return translated("any number of");
    if (toAbove)
        return translated("at least %1").arg(low);
    if (fromBelow)
        return translated("at most %1").arg(high);
    return low == high ? translated("about %1").arg(low)
                       : translated("between %1 and %2").arg(low, high);
}

/// So many wrong ones are worth a right one.
QString wrongOnesText(const Interval &weights)
{
    const auto odds = [](double weight) { return weight / (1.0 - weight); };
    const bool open = weights.high >= 1.0;
    return between(plainNumberText(odds(weights.low)),
                   open ? QString() : plainNumberText(odds(weights.high)), weights.low <= 0.0,
                   open);
}

QString of100(const Interval &weights)
{
    const auto text = [](double weight) { return numberText(weight * inPercent, 0); };
    return between(text(weights.low), text(weights.high), weights.low <= 0.0, weights.high >= 1.0);
}

QString priceText(ModelCurve curve, const CurvePlace &place)
{
    if (!place.suited)
        return translated("It takes good ones and bad ones to weigh them against each other.");
    const bool cost = curve == ModelCurve::Cost;
    const QString where = cost ? translated("missed ones make %1 of 100 of all that can go wrong")
                                         .arg(of100(place.suited->weights))
                               : translated("a right one shown is worth %1 wrong ones")
                                         .arg(wrongOnesText(place.suited->weights));
    QString text = place.suited->isBest
            ? translated("This threshold is the best one where %1.").arg(where)
            : translated("At every price another threshold is better; this one comes nearest where "
                         "%1.")
                      .arg(where);
    if (!place.ownPrice)
        return text;
    const double own = *place.ownPrice;
    return text + QLatin1Char(' ')
            + (cost ? translated("By your values they make %1 of 100.")
                               .arg(numberText(own * inPercent, 0))
                    : translated("By your values it is worth %1.")
                               .arg(plainNumberText((1.0 - own) / own)));
}

} // namespace

QString curveName(ModelCurve curve)
{
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return translated("Precision and recall");
    case ModelCurve::Roc:
        return translated("ROC");
    case ModelCurve::DetectionErrors:
        return translated("Both errors (DET)");
    case ModelCurve::Gain:
        return translated("Gain and lift");
    case ModelCurve::NetBenefit:
        return translated("Decision curve (net benefit)");
    case ModelCurve::Cost:
        return translated("Cost curve");
    }
    Q_UNREACHABLE();
}

QString curvePurpose(ModelCurve curve)
{
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return translated("Good for weighing wrong ones among those shown against good ones "
                          "missed, where good ones are as common as here.");
    case ModelCurve::Roc:
        return translated("Good for judging the scores however common good ones are: how many of "
                          "the good ones are shown, for how many of the bad ones.");
    case ModelCurve::DetectionErrors:
        return translated("Good for telling good models apart: both errors against each other, on "
                          "scales that stretch where errors are rare.");
    case ModelCurve::Gain:
        return translated("Good where only so many can be looked at: how many of the good ones "
                          "are among the highest scores.");
    case ModelCurve::NetBenefit:
        return translated("Good for asking whether the model helps at all: at your price its line "
                          "has to lie above showing everything and above showing nothing.");
    case ModelCurve::Cost:
        return translated("Good where nobody can name what mistakes cost: how much goes wrong at "
                          "best, however missed ones weigh against wrong ones.");
    }
    Q_UNREACHABLE();
}

CurveAxes curveAxes(ModelCurve curve)
{
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return precisionRecallAxes();
    case ModelCurve::Roc:
        return {translated("shown, of the bad ones (false-positive rate)"),
                translated("shown, of the good ones (recall)")};
    case ModelCurve::DetectionErrors:
        return {translated("shown, of the bad ones"), translated("missed, of the good ones")};
    case ModelCurve::Gain:
        return {translated("shown, of all uses"), translated("found, of the good ones")};
    case ModelCurve::NetBenefit:
        return {translated("chance of a good one from which showing pays"),
                translated("right less wrong at their price, per 1,000 uses")};
    case ModelCurve::Cost:
        return {translated("weight of missed ones in all that can go wrong"),
                translated("goes wrong, of all that can")};
    }
    Q_UNREACHABLE();
}

QString curvePointText(ModelCurve curve, const Assessment &assessment, const CurvePlace &place)
{
    const auto &intervals = assessment.intervals;
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return twoShares(
                translated("Of those shown, %1 are right; of the good ones, %2 are found."),
                intervals.precision, intervals.recall,
                translated(
                        "Nothing is shown here, so there is nothing to be right or wrong about."));
    case ModelCurve::Roc:
        return twoShares(translated("Of the good ones, %1 are shown; of the bad ones, %2."),
                         intervals.recall, intervals.fpr,
                         translated("It takes good ones and bad ones."));
    case ModelCurve::DetectionErrors:
        return twoShares(
                translated("Of the good ones, %1 are missed; of the bad ones, %2 are shown."),
                intervals.fnr, intervals.fpr, translated("It takes good ones and bad ones."));
    case ModelCurve::Gain:
        return gainText(assessment);
    case ModelCurve::NetBenefit:
    case ModelCurve::Cost:
        return priceText(curve, place);
    }
    Q_UNREACHABLE();
}

QString curvePointLabel(ModelCurve curve, const Assessment &assessment)
{
    const PointMetrics &metrics = assessment.metrics;
    const auto both = [](const QString &text, const std::optional<double> &first,
                         const std::optional<double> &second) {
        return first && second ? text.arg(percentOf(*first), percentOf(*second)) : QString();
    };
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return operatingPointLabel(assessment);
    case ModelCurve::Roc:
        return both(translated("%1 of good ones, %2 of bad ones"), metrics.recall, metrics.fpr);
    case ModelCurve::DetectionErrors:
        return both(translated("%1 missed, %2 of bad ones shown"), metrics.fnr, metrics.fpr);
    case ModelCurve::Gain:
        return both(translated("%1 shown, %2 found"), metrics.alertRate, metrics.recall);
    case ModelCurve::NetBenefit:
    case ModelCurve::Cost:
        return translated("this threshold");
    }
    Q_UNREACHABLE();
}

QString ownCurveText(const Assessment &assessment)
{
    return assessment.scenario.budget
            ? translated("The model\u2019s own curve: as if everybody waited; late answers end as "
                         "you have set.")
            : translated("The model\u2019s own curve: as if everybody waited.");
}

QString noCurveText(ModelCurve curve)
{
    const bool needsBoth = curve == ModelCurve::Roc || curve == ModelCurve::DetectionErrors
            || curve == ModelCurve::Cost;
    return needsBoth ? translated("No curve: it takes good ones and bad ones, and one of them is "
                                  "missing here.")
                     : translated("No curve: there are no good ones here.");
}

QString referenceName(CurveReference reference)
{
    switch (reference) {
    case CurveReference::Chance:
        return translated("without looking");
    case CurveReference::ShowAll:
        return translated("showing everything");
    case CurveReference::ShowNothing:
        return translated("showing nothing");
    case CurveReference::AtItsWord:
        return translated("scores taken for probabilities");
    }
    Q_UNREACHABLE();
}

QString ownPriceLabel()
{
    return translated("your values");
}

QString ownPriceOffer()
{
    return translated("Take the threshold that is the best one at the price of your values.");
}

QString thresholdLineName()
{
    return translated("this threshold");
}

QString bestLineName()
{
    return translated("the best threshold at each price");
}

QString curveLegend(ModelCurve curve, const std::vector<CurveReference> &references)
{
    QStringList dashed;
    bool isAtItsWord = false;
    for (const CurveReference each : references) {
        if (each == CurveReference::AtItsWord)
            isAtItsWord = true;
        else
            dashed.append(referenceName(each));
    }
    QStringList lines;
    if (isByPrice(curve))
        lines.append(translated("Solid: %1. Dotted: %2.").arg(bestLineName(), thresholdLineName()));
    lines.append(translated("Dashed: %1.").arg(joined(dashed, translated("and"))));
    if (isAtItsWord)
        lines.append(translated("Dash-dotted: %1.").arg(referenceName(CurveReference::AtItsWord)));
    return lines.join(QLatin1Char(' '));
}

QString bandName(std::optional<BandKind> kind)
{
    if (!kind)
        return translated("no band");
    return *kind == BandKind::Pointwise ? translated("band for one threshold (pointwise)")
                                        : translated("band for all thresholds (drag-safe)");
}

QString bandText(const CurveBand &band)
{
    if (band.tooFewUnits)
        return translated("No band: users or days are too few to say how different others would "
                          "be.");
    if (band.rows.empty())
        return translated("No band: it takes good ones and bad ones.");
    switch (band.source) {
    case BandSource::EachThreshold:
        return translated("Pointwise band: at a threshold fixed beforehand the truth lies within "
                          "in 95 of 100 such files; not so at one picked for its looks.");
    case BandSource::IndependentUses:
        return translated("Drag-safe band: in 95 of 100 such files the truth lies within at every "
                          "threshold at once, also at the one you pick (Dvoretzky, Kiefer and "
                          "Wolfowitz; uses independent).");
    case BandSource::DrawnAgain:
        break;
    }
    return translated("Drag-safe band: in about 95 of 100 such files the truth lies within at "
                      "every threshold at once, also at the one you pick (users, days or uses "
                      "drawn again 1,000 times).");
}

QString bandPendingText()
{
    return translated("The band is being worked out\u2026");
}

QString bandCancelledText()
{
    return translated("The band was not worked out.");
}

QString noBandText(ModelCurve curve)
{
    return hasBand(curve)
            ? QString()
            : translated("Bands are drawn around precision and recall, and around ROC.");
}

} // namespace oneinn::wording
