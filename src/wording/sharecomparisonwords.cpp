// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sharecomparisonwords.h"

#include "wording/numbers.h"
#include "wording/policynames.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Two digits are all that such a number is good for.
QString moreText(double more)
{
    const double scale = std::pow(10.0, std::max(0.0, std::floor(std::log10(more)) - 1.0));
    return countText(std::round(more / scale) * scale);
}

/// Nothing says that they are alike: there is too little to say anything.
QString tooFewToTellText(const MeasureComparison &measure, const ComparedPolicies &compared,
                         const Feature &feature)
{
    const QString uses = theseUses(compared, feature);
    return measure.tooFewDiffer
            ? u"too few of %1 differ to tell which is better"_s.arg(uses)
            : u"%1, or the %2 they are of, are too few to tell which is better"_s.arg(
                    uses, feature.person.plural);
}

QString notToldApart(const MeasureComparison &measure, const ComparedPolicies &compared,
                     const Feature &feature, const QString &from)
{
    QString text = u"cannot be told apart%1 on %2"_s.arg(from, theseUses(compared, feature));
    if (measure.decidedAlone)
        text += u" among all that are compared"_s;
    constexpr double tenTimes = 10.0;
    if (measure.moreUses) {
        const bool farMore = *measure.moreUses > tenTimes * static_cast<double>(compared.uses);
        text += u"; %1 would tell in 80 of 100 cases if the difference is as large as it seems"_s
                        .arg(farMore ? u"only more than ten times as many"_s
                                     : u"about %1 more"_s.arg(moreText(*measure.moreUses)));
    }
    return text;
}

bool isStated(const Proportion &share)
{
    return share.reliability == Reliability::Stated;
}

} // namespace

QString theseUses(const ComparedPolicies &compared, const Feature &feature)
{
    const auto uses = static_cast<double>(compared.uses);
    return (uses == 1.0 ? u"this "_s : u"these "_s) + usesText(uses, feature);
}

QString ofThousand(double share)
{
    const double count = std::round(thousand * share);
    if (count == 0.0 && share > 0.0)
        return u"under 1"_s;
    if (count == thousand && share < 1.0)
        return u"over 999"_s;
    return countText(count);
}

QString undecidedText(const MeasureComparison &measure, const ComparedPolicies &compared,
                      const Feature &feature, const QString &from)
{
    if (measure.tooFewToTell())
        return tooFewToTellText(measure, compared, feature);
    return measure.verdict == ComparisonVerdict::NoDifferenceThatMatters
            ? u"no difference that matters"_s
            : notToldApart(measure, compared, feature, from);
}

QString comparisonLine(const ShareComparison &shares, const ComparedPolicies &compared,
                       const Other &other, const Feature &feature)
{
    const auto &[of, holds, a, b, measure] = shares;
    if (measure.isNone() || a.value == b.value)
        return {};
    if (!isStated(a) || !isStated(b)) {
        return u"%1 of %2 %3 %4, %5 of %6 %7: too few cases to say more"_s.arg(
                countText(a.yes.rows), countText(a.all.rows), of, holds, countText(b.yes.rows),
                countText(b.all.rows), other.with);
    }
    const QString start = u"%1 of 1,000 %2 %3, %4 %5: "_s.arg(ofThousand(a.value), of, holds,
                                                              ofThousand(b.value), other.with);
    if (!isDecided(measure.verdict))
        return start + undecidedText(measure, compared, feature, other.from);
    const double low = std::min(std::abs(measure.interval.low), std::abs(measure.interval.high));
    const double high = std::max(std::abs(measure.interval.low), std::abs(measure.interval.high));
    return start
            + u"%1 to %2 %3 (95 % interval)"_s.arg(ofThousand(low), ofThousand(high),
                                                   a.value < b.value ? u"fewer"_s : u"more"_s);
}

QStringList shareLines(const ComparedPolicies &compared, const ModelComparison &against,
                       const PolicySummary &here, const PolicySummary &now, const Other &other,
                       const Feature &feature)
{
    QStringList lines;
    const auto add = [&](Share share, const QString &of, const QString &holds,
                         const std::optional<MeasureComparison> &measure) {
        const auto a = here.shares[share];
        const auto b = now.shares[share];
        if (measure && a && b)
            lines << comparisonLine({of, holds, *a, *b, *measure}, compared, other, feature);
    };
    add(Share::WrongOfShown, feature.done, u"are wrong"_s, against.precision);
    add(Share::Missed, feature.positivesSaid(), u"are missed"_s, against.recall);
    if (compared.budget)
        add(Share::Late, feature.useCase.plural, u"are late"_s, against.lateShare);
    return lines;
}

} // namespace oneinn::wording
