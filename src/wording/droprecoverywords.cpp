// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/droprecoverywords.h"

#include "wording/dropnames.h"
#include "wording/feature.h"
#include "wording/limitwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/phrases.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString remedyText(DropRemedy remedy)
{
    switch (remedy) {
    case DropRemedy::MendData:
        return u"Escalate to data engineering and stop retraining until it is mended: a model "
               "trained on it learns the fault."_s;
    case DropRemedy::AwaitLabels:
        return u"Wait for the labels, or label a random part: what is labelled first is not like "
               "the rest."_s;
    case DropRemedy::FollowScale:
        return u"Find what changed the scale of the scores (a release, a calibration, an export) "
               "and take it back, or move the threshold along with it."_s;
    case DropRemedy::RollBack:
        return u"Roll back. That does not help if the old version does worse today as well."_s;
    case DropRemedy::AddCapacity:
        return u"Add capacity, or let something quicker stand in; roll back if it began with a "
               "release."_s;
    case DropRemedy::CollectAndRetrain:
        return u"Collect labels where the new ones lie, then retrain."_s;
    case DropRemedy::Retrain:
        return u"Retrain on recent labels and recalibrate until then."_s;
    case DropRemedy::MendSegment:
        return u"Collect labels in that segment and give it a threshold of its own until then, if "
               "that gains anything."_s;
    case DropRemedy::FollowMix:
        return u"Find what brings the others that come in, and reckon with their share: in each "
               "part the model does what it did."_s;
    case DropRemedy::SetThreshold:
        return u"Set the threshold anew."_s;
    case DropRemedy::KeepThreshold:
        return u"Leave the threshold where it is: that another would be worth more is not sure."_s;
    case DropRemedy::TraceModel:
        return u"Look for what changed in the model, or in what it is fed with, and take that "
               "back; retrain on recent labels only if nothing did."_s;
    case DropRemedy::Watch:
        return u"Watch it: what it makes cannot be told apart from none yet."_s;
    case DropRemedy::CollectToTell:
        return u"Collect more labels: the cause cannot be told yet."_s;
    case DropRemedy::DoNothing:
        break;
    }
    return u"Do nothing, as no cause was found."_s;
}

/// Why rolling back is in vain.
QString rollingBackText(DropRemedy instead)
{
    return instead == DropRemedy::Retrain
            ? u"Rolling back does not help if it is the world that changed, or the label: only if the model or its scores were changed in between."_s
            : instead == DropRemedy::CollectAndRetrain || instead == DropRemedy::FollowMix
            ? u"Rolling back does not help if others come in."_s
            : u"Rolling back does not help: the old model meets the same world."_s;
}

QString inVainText(const DropRecovery &recovery, DropRemedy inVain)
{
    if (inVain == DropRemedy::RollBack)
        return rollingBackText(recovery.remedy);
    if (inVain == DropRemedy::SetThreshold)
        return recovery.remedy == DropRemedy::MendSegment
                ? u"A new threshold for all does not help the others: they are as they were."_s
                : u"Moving the threshold does not help."_s;
    if (recovery.remedy == DropRemedy::FollowMix)
        return u"Retraining does not help either: what a score means in each part did not change."_s;
    if (recovery.remedy == DropRemedy::AwaitLabels)
        return u"Retraining on it does not help."_s;
    return recovery.remedy == DropRemedy::AddCapacity ? u"Retraining does not help."_s
                                                      : u"Retraining is not needed."_s;
}

/// As it is typed after --threshold-by.
QString typedName(const std::string &name)
{
    QString text = nameText(name);
    if (!text.contains(QRegularExpression(u"[,:=\"]|^\\s|\\s$"_s)))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString inShell(QString text)
{
    if (!text.contains(QRegularExpression(u"[^\\w.:=,+/-]"_s)))
        return text;
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString typedThresholds(const OwnThresholdGain &own, bool lowerIsPositive)
{
    const auto number = [&](Threshold threshold) {
        QString text = ownThresholdText(threshold, lowerIsPositive);
        return text.replace(u"−"_s, u"-"_s);
    };
    return u"--threshold %1 --threshold-by %2"_s.arg(
            number(own.others),
            inShell(u"%1:%2=%3"_s.arg(typedName(own.column), typedName(own.value),
                                      number(own.threshold))));
}

/// "+40 euros per 1,000 payments"; it may stand beside a measure in counts.
QString gainText(double perUse, const Feature &feature)
{
    return signedText(thousand * perUse) + (feature.unit.isEmpty() ? u" in value"_s : QString())
            + feature.perThousand();
}

/// What a threshold of its own brings, as far as that is sure.
QString mendSegmentText(const OwnThresholdGain &own, const FeatureWords &words,
                        bool lowerIsPositive)
{
    const Feature feature = featureOf(words);
    const QString number = ownThresholdText(own.threshold, lowerIsPositive);
    const QString judged = fromLowToHigh(own.heldOut.interval);
    const QString where = u"where %1 is %2"_s.arg(quotedName(own.column), quotedName(own.value));
    const QString now = ownThresholdText(own.now.value_or(own.others), lowerIsPositive);
    const bool hasOwn = own.now && *own.now != own.others;
    if (hasOwn && (number == now || signedText(thousand * own.looks) == u"0"_s))
        return u"Collect labels %1. It has a threshold of its own, %2, and none is known to do better."_s
                .arg(where, now);
    if (!own.gains() && hasOwn)
        return u"Collect labels %1. It has a threshold of its own, %2. That another would gain anything there cannot be told: the best one, %3, looks to bring %4, and %5 judged on others than those that chose it (%6)."_s
                .arg(where, now, number, gainText(own.looks, feature),
                     signedText(thousand * own.heldOut.cost), judged);
    if (!own.gains())
        return u"Collect labels %1. That a threshold of its own would gain anything there cannot "
               "be told: the best one, %2, looks to bring %3, and %4 judged on others than those "
               "that chose it (%5)."_s.arg(where, number, gainText(own.looks, feature),
                                           signedText(thousand * own.heldOut.cost), judged);
    return u"Collect labels %1, and until then %2. That looks to bring %3; judged on others than "
           "those that chose it, %4 (%5).%6"_s.arg(
                   where,
                   own.showsAny ? u"give these a threshold of their own, %1 in place of %2"_s.arg(
                           number, now)
                                : u"let nothing be %1 there (a threshold of %2)"_s.arg(feature.done,
                                                                                       number),
                   gainText(own.looks, feature), signedText(thousand * own.heldOut.cost), judged,
                   // Where segments have thresholds already, all of them would have to be typed.
                   own.now ? QString()
                           : u" To try it: %1."_s.arg(typedThresholds(own, lowerIsPositive)));
}

QString followScaleText(const ScoreScale &scale, bool lowerIsPositive)
{
    return u"Find what changed the scale of the scores (a release, a calibration, an export) and "
           "take it back, or set the threshold to %2, where %1 was on the old scale."_s.arg(
                   ownThresholdText(scale.before, lowerIsPositive),
                   ownThresholdText(scale.after, lowerIsPositive));
}

QString uncapitalised(QString text)
{
    text[0] = text.at(0).toLower();
    return text;
}

QString subjectOf(const DropRecovery &recovery)
{
    QStringList layers;
    for (const DropCause cause : recovery.mends)
        layers.append(dropLayerName(layerOf(cause)).toLower());
    layers.removeDuplicates();
    return layers.isEmpty() ? u"what is left"_s : joined(layers, u"and"_s);
}

/// Worth is not all that is asked of a threshold.
QString beyondWhereKept(const DropRecovery &recovery, const Dropped &dropped, bool lowerIsPositive)
{
    if (recovery.remedy != DropRemedy::KeepThreshold || !dropped.now)
        return {};
    const QString beyond = beyondLimitsText(*dropped.now);
    if (beyond.isEmpty())
        return {};
    const auto &within = dropped.threshold.withinLimits;
    return u" A limit is broken there, though: %1. %2"_s.arg(
            beyond,
            within ? u"To keep it, set the threshold to %1, which is worth most of those that do."_s
                             .arg(thresholdText(within->threshold, within->intervals.front(),
                                                lowerIsPositive))
                   : u"No threshold keeps it on the later data."_s);
}

} // namespace

QString dropRecoveryText(const DropRecovery &recovery, const FeatureWords &words,
                         bool lowerIsPositive)
{
    QString text = recovery.own ? mendSegmentText(*recovery.own, words, lowerIsPositive)
            : recovery.scale    ? followScaleText(*recovery.scale, lowerIsPositive)
                                : remedyText(recovery.remedy);
    if (recovery.onceDataAreMended)
        text = u"Once the data are mended: "_s + uncapitalised(text);
    for (const DropRemedy inVain : recovery.insteadInVain)
        text += u' ' + inVainText(recovery, inVain);
    return text;
}

QStringList dropRecoverySteps(const Dropped &dropped, const FeatureWords &words,
                              bool lowerIsPositive)
{
    QStringList steps;
    for (const DropRecovery &recovery : dropped.recoveries)
        steps.append(dropRecoveryText(recovery, words, lowerIsPositive)
                     + beyondWhereKept(recovery, dropped, lowerIsPositive));
    if (steps.size() == 1)
        return steps;
    // What helps against one may not help against another.
    for (qsizetype i = 0; i < steps.size(); ++i)
        steps[i] = u"%1. About %2: %3"_s.arg(QString::number(i + 1),
                                             subjectOf(dropped.recoveries[std::size_t(i)]),
                                             uncapitalised(steps[i]));
    return steps;
}

QString dropRecoveriesText(const Dropped &dropped, const FeatureWords &words, bool lowerIsPositive)
{
    return dropRecoverySteps(dropped, words, lowerIsPositive).join(u' ');
}

QString dropRecovery(DropCause cause)
{
    const auto recovery = recoveryOf(cause);
    return recovery ? dropRecoveryText(*recovery) : QString();
}

} // namespace oneinn::wording
