// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/trafficwords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/translated.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double mixHundred = 100.0;
constexpr double balancedFrom = 0.4;
constexpr double balancedTo = 0.6;

QString mixPercent(double share)
{
    constexpr double fewDigits = 10.0;
    const double percent = share * mixHundred;
    return plainNumberText(percent, percent < fewDigits ? 2 : 3);
}

/// "NL 30, DE 70 of 100".
QString mixPartsText(const TrafficMix &mix)
{
    constexpr qsizetype mostParts = 3;
    auto parts = mix.parts;
    if (std::ssize(parts) > mostParts)
        std::ranges::stable_sort(parts, std::greater(), &TrafficMix::Part::share);
    QStringList texts;
    for (const TrafficMix::Part &part : parts)
        texts.append((part.value.empty() ? u"(empty)"_s : nameText(part.value)) + u' '
                     + mixPercent(part.share));
    return listed(texts, mostParts) + u" of 100"_s;
}

} // namespace

QString mixText(const TrafficMix &mix)
{
    return nameText(mix.column) + u": "_s + mixPartsText(mix);
}

QString mixClause(const Scenario &scenario, Voice voice)
{
    if (!scenario.mix)
        return {};
    const QString name = u"with %1 mix by %2"_s.arg(whose(voice), nameText(scenario.mix->column));
    return voice == Voice::Yours ? name : name + u" (%1)"_s.arg(mixPartsText(*scenario.mix));
}

QString mixName(const Scenario &scenario)
{
    return scenario.mix ? u"the mix by "_s + nameText(scenario.mix->column) : QString();
}

QString trafficText(const Assessment &assessment, Voice voice)
{
    QStringList parts{baseRateText(assessment, voice), mixClause(assessment.scenario, voice)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString mixProblemText(const TrafficMix &named, const MixProblem &problem)
{
    const QString column = nameText(named.column);
    switch (problem.fault) {
    case MixFault::NoColumn:
        return translated("there is no column %1 to mix by.").arg(column);
    case MixFault::NoValue:
        return translated("%1 has no value %2.").arg(column, nameText(problem.value));
    case MixFault::Twice:
        return translated("%1 is named twice.").arg(nameText(problem.value));
    case MixFault::Sum:
        return translated("its shares add up to %1, not to 100.").arg(mixPercent(problem.sum));
    case MixFault::ManyValues:
        return translated("%1 has too many values to be mixed by.").arg(column);
    case MixFault::NothingLeft:
        return translated("no value of %1 that this model has gets a share.").arg(column);
    }
    Q_UNREACHABLE();
}

bool isBalanced(double share)
{
    return share >= balancedFrom && share <= balancedTo;
}

std::optional<double> fileShareOf(const Assessment &assessment)
{
    const double good = assessment.counts.positives().weight;
    const double all = good + assessment.counts.negatives().weight;
    return all > 0.0 ? std::optional(good / all) : std::nullopt;
}

namespace {

/// Of positives in the file, where production's is to be asked for.
std::optional<double> askedShare(const Assessment &assessment)
{
    const Scenario &scenario = assessment.scenario;
    const auto share = fileShareOf(assessment);
    const bool asked =
            share && isBalanced(*share) && !scenario.baseRate && !scenario.fileIsLikeProduction;
    return asked ? share : std::nullopt;
}

} // namespace

QString balancedQuestion(const Assessment &assessment)
{
    const auto share = askedShare(assessment);
    if (!share)
        return {};
    const Feature feature = featureOf(assessment.scenario.words);
    return u"%1 %2 in this file are %3. A test file is often balanced on purpose; production "
           u"seldom "
           "is, and where fewer are, more of what is %4 is wrong. Say how many there are in "
           "production, or that it is like this file."_s.arg(shareText(*share),
                                                             feature.useCase.plural,
                                                             feature.positivesSaid(), feature.done);
}

QString balancedHint(const Assessment &assessment)
{
    const auto share = askedShare(assessment);
    return share ? u"%1 are %2 here. And in production?"_s.arg(
                   shareText(*share), featureOf(assessment.scenario.words).positivesBriefly())
                 : QString();
}

QString fileShareText(double fileShare, const Scenario &scenario)
{
    return (scenario.mix ? u"with this mix: "_s : u"in the file: "_s) + rateText(fileShare);
}

QString typedShareHint()
{
    return translated("1 in 200, 0.5 %");
}

QString shareAsTyped(double share)
{
    constexpr double sameShare = 1e-9; // relative
    constexpr double fewest = 2.0;
    const double one = std::round(1.0 / share);
    if (one >= fewest && std::abs(share * one - 1.0) < sameShare)
        return u"1 in "_s + countText(one);
    constexpr int mostDigits = 15;
    for (int digits = 1; digits < mostDigits; ++digits) {
        const double percent = QString::number(share * mixHundred, 'g', digits).toDouble();
        if (std::abs(percent / (share * mixHundred) - 1.0) < sameShare)
            return QString::number(percent, 'f', QLocale::FloatingPointShortest) + u" %"_s;
    }
    return QString::number(share * mixHundred, 'f', QLocale::FloatingPointShortest) + u" %"_s;
}

} // namespace oneinn::wording
