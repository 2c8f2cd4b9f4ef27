// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/curvewords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/translated.h"

#include <QStringList>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

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

/// As coarse as shares are told in words: of 100, near the ends of 1,000.
QString percentOf(double share)
{
    constexpr double near = 0.02;
    const bool isFine = (share > 0.0 && share < near) || (share > 1.0 - near && share < 1.0);
    return numberText(share * inPercent, isFine ? 1 : 0) + QStringLiteral(" %");
}

/// What stands before a share and behind it: "Of the good ones," and "are shown".
struct ShareClause {
    QString before;
    QString behind;

    QString with(const QString &share) const
    {
        return before + u' ' + share + (behind.isEmpty() ? QString() : u' ' + behind);
    }
};

/// Of two shares, "first; second."; of one that is undefined, what that means.
QString twoShares(const ShareClause &one, const ShareClause &other,
                  const std::optional<Proportion> &first, const std::optional<Proportion> &second,
                  const QString &undefined)
{
    if (!first || !second)
        return undefined;
    return one.with(toldShare(*first)) + u"; "_s + other.with(toldShare(*second)) + u'.';
}

/// "62 % found, 3 % of bad ones"; empty where one of them is undefined.
QString bothInPercent(const std::optional<double> &first, const QString &ofFirst,
                      const std::optional<double> &second, const QString &ofSecond)
{
    if (!first || !second)
        return {};
    return u"%1 %2, %3 %4"_s.arg(percentOf(*first), ofFirst, percentOf(*second), ofSecond);
}

/// "are shown", "raise an alert": of all that it is asked about.
QString actedMany(const Feature &feature)
{
    return feature.namesUseCase || feature.raisesCases ? feature.acted().many
                                                       : u"are "_s + feature.done;
}

QString itTakesBoth(const Feature &feature)
{
    return translated("It takes %1 and %2.").arg(feature.positivesSaid(), feature.negativesSaid());
}

QString gainText(const Assessment &assessment, const Feature &feature)
{
    const auto &intervals = assessment.intervals;
    if (!intervals.recall || !intervals.alertRate)
        return translated("There are no %1 to find.").arg(feature.positivesSaid());
    const QString text =
            translated("Of all %1, %2 %3; of the %4, %5 are among them")
                    .arg(feature.useCase.plural, toldShare(*intervals.alertRate),
                         actedMany(feature), feature.positivesSaid(), toldShare(*intervals.recall));
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

QString priceText(ModelCurve curve, const CurvePlace &place, const Feature &feature)
{
    if (!place.suited)
        return translated("It takes %1 and %2 to weigh them against each other.")
                .arg(feature.positivesSaid(), feature.negativesSaid());
    const bool cost = curve == ModelCurve::Cost;
    const QString where = cost ? translated("missed ones make %1 of 100 of all that can go wrong")
                                         .arg(of100(place.suited->weights))
                               : translated("a right one %1 is worth %2 wrong ones")
                                         .arg(feature.done, wrongOnesText(place.suited->weights));
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

/// As if everybody waited.
QString modelsPointText(ModelCurve curve, const Assessment &assessment, const CurvePlace &place)
{
    const auto &intervals = assessment.intervals;
    const Feature feature = featureOf(assessment.scenario.words);
    const QString positives = feature.positivesSaid();
    const QString negatives = feature.negativesSaid();
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return twoShares({translated("Of those %1,").arg(feature.done), translated("are right")},
                         {translated("of the %1,").arg(positives), translated("are found")},
                         intervals.precision, intervals.recall,
                         translated("Nothing is %1 here, so there is nothing to be right or wrong "
                                    "about.")
                                 .arg(feature.done));
    case ModelCurve::Roc:
        return twoShares({translated("Of the %1,").arg(positives), feature.found.many},
                         {translated("of the %1,").arg(negatives), QString()}, intervals.recall,
                         intervals.fpr, itTakesBoth(feature));
    case ModelCurve::DetectionErrors:
        return twoShares({translated("Of the %1,").arg(positives), translated("are missed")},
                         {translated("of the %1,").arg(negatives), feature.found.many},
                         intervals.fnr, intervals.fpr, itTakesBoth(feature));
    case ModelCurve::Gain:
        return gainText(assessment, feature);
    case ModelCurve::NetBenefit:
    case ModelCurve::Cost:
        return priceText(curve, place, feature);
    }
    Q_UNREACHABLE();
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

QString curvePurpose(ModelCurve curve, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const QString positives = feature.positivesSaid();
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return translated("Good for weighing wrong ones among those %1 against %2 missed, where "
                          "%2 are as common as here.")
                .arg(feature.done, positives);
    case ModelCurve::Roc:
        return translated("Good for judging the scores however common %1 are: how many of the %1 "
                          "%2, for how many of the %3.")
                .arg(positives, feature.found.many, feature.negativesSaid());
    case ModelCurve::DetectionErrors:
        return translated("Good for telling good models apart: both errors against each other, on "
                          "scales that stretch where errors are rare.");
    case ModelCurve::Gain:
        return translated("Good where only so many can be looked at: how many of the %1 are among "
                          "the highest scores.")
                .arg(positives);
    case ModelCurve::NetBenefit:
        return translated("Good for asking whether the model helps at all: at your price its line "
                          "has to lie above that of everything %1 and that of nothing %1.")
                .arg(feature.done);
    case ModelCurve::Cost:
        return translated("Good where nobody can name what mistakes cost: how much goes wrong at "
                          "best, however missed ones weigh against wrong ones.");
    }
    Q_UNREACHABLE();
}

CurveAxes curveAxes(ModelCurve curve, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const QString shown = feature.foundBriefly();
    const QString positives = feature.positivesBriefly();
    const QString negatives = feature.negativesBriefly();
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return precisionRecallAxes(product);
    case ModelCurve::Roc:
        return {translated("%1, of the %2 (false-positive rate)").arg(shown, negatives),
                translated("%1, of the %2 (recall)").arg(shown, positives)};
    case ModelCurve::DetectionErrors:
        return {translated("%1, of the %2").arg(shown, negatives),
                translated("missed, of the %1").arg(positives)};
    case ModelCurve::Gain:
        return {translated("%1, of all %2").arg(shown, feature.useCaseBriefly()),
                translated("found, of the %1").arg(positives)};
    case ModelCurve::NetBenefit:
        return {translated("chance of %1 from which it pays to %2 %3")
                        .arg(withArticle(feature.positiveSaid()), feature.verb,
                             feature.namesPositives ? withArticle(feature.raised.singular)
                                                    : translated("it")),
                translated("right less wrong at their price, per 1,000 %1")
                        .arg(feature.useCaseBriefly())};
    case ModelCurve::Cost:
        return {translated("weight of missed ones in all that can go wrong"),
                translated("goes wrong, of all that can")};
    }
    Q_UNREACHABLE();
}

QString curvePointText(ModelCurve curve, const Assessment &assessment, const CurvePlace &place)
{
    const QString text = modelsPointText(curve, assessment, place);
    const bool weighsPrices = curve == ModelCurve::NetBenefit || curve == ModelCurve::Cost;
    const QString gone = weighsPrices ? QString() : countingThoseGoneText(assessment);
    return gone.isEmpty() ? text : text + u' ' + gone;
}

QString curvePointLabel(ModelCurve curve, const Assessment &assessment)
{
    const PointMetrics &metrics = assessment.metrics;
    const Feature feature = featureOf(assessment.scenario.words);
    const QString negatives = feature.negativesBriefly();
    switch (curve) {
    case ModelCurve::PrecisionRecall:
        return operatingPointLabel(assessment);
    case ModelCurve::Roc:
        return bothInPercent(metrics.recall, translated("of %1").arg(feature.positivesBriefly()),
                             metrics.fpr, translated("of %1").arg(negatives));
    case ModelCurve::DetectionErrors:
        return bothInPercent(metrics.fnr, translated("missed"), metrics.fpr,
                             translated("of %1 %2").arg(negatives, feature.foundBriefly()));
    case ModelCurve::Gain:
        return bothInPercent(metrics.alertRate, feature.done, metrics.recall, translated("found"));
    case ModelCurve::NetBenefit:
    case ModelCurve::Cost:
        return translated("this threshold");
    }
    Q_UNREACHABLE();
}

QString ownCurveText(const Assessment &assessment)
{
    if (tellsNoWaits(assessment))
        return translated("The model\u2019s own curve.");
    return assessment.scenario.budget
            ? translated("The model\u2019s own curve: as if everybody waited; late answers end as "
                         "you have set.")
            : translated("The model\u2019s own curve: as if everybody waited.");
}

QString noCurveText(ModelCurve curve, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const bool needsBoth = curve == ModelCurve::Roc || curve == ModelCurve::DetectionErrors
            || curve == ModelCurve::Cost;
    return needsBoth ? translated("No curve: it takes %1 and %2, and one of them is missing here.")
                               .arg(feature.positivesSaid(), feature.negativesSaid())
                     : translated("No curve: there are no %1 here.").arg(feature.positivesSaid());
}

QString referenceName(CurveReference reference, const FeatureWords &product)
{
    switch (reference) {
    case CurveReference::Chance:
        return translated("without looking");
    case CurveReference::ShowAll:
        return translated("everything %1").arg(featureOf(product).done);
    case CurveReference::ShowNothing:
        return translated("nothing %1").arg(featureOf(product).done);
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

QString curveLegend(ModelCurve curve, const std::vector<CurveReference> &references,
                    const FeatureWords &product)
{
    QStringList dashed;
    bool isAtItsWord = false;
    for (const CurveReference each : references) {
        if (each == CurveReference::AtItsWord)
            isAtItsWord = true;
        else
            dashed.append(referenceName(each, product));
    }
    QStringList lines;
    if (isByPrice(curve))
        lines.append(translated("Solid: %1. Dotted: %2.").arg(bestLineName(), thresholdLineName()));
    lines.append(translated("Dashed: %1.").arg(joined(dashed, translated("and"))));
    if (isAtItsWord)
        lines.append(translated("Dash-dotted: %1.")
                             .arg(referenceName(CurveReference::AtItsWord, product)));
    return lines.join(QLatin1Char(' '));
}

} // namespace oneinn::wording
