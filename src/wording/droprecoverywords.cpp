// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/droprecoverywords.h"

#include "wording/dropnames.h"
#include "wording/phrases.h"

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
        return u"Collect labels in that segment and give it a threshold of its own until then."_s;
    case DropRemedy::SetThreshold:
        return u"Set the threshold anew."_s;
    case DropRemedy::KeepThreshold:
        return u"Leave the threshold where it is: that another would be worth more is not sure."_s;
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
            ? u"Rolling back does not help: it is the world that changed, or the label."_s
            : instead == DropRemedy::CollectAndRetrain
            ? u"Rolling back does not help."_s
            : u"Rolling back does not help: the old model meets the same world."_s;
}

QString inVainText(const DropRecovery &recovery, DropRemedy inVain)
{
    if (inVain == DropRemedy::RollBack)
        return rollingBackText(recovery.remedy);
    if (inVain == DropRemedy::SetThreshold)
        return recovery.remedy == DropRemedy::MendSegment
                ? u"A new threshold for all does not help the others."_s
                : u"Moving the threshold does not help."_s;
    if (recovery.remedy == DropRemedy::AwaitLabels)
        return u"Retraining on it does not help."_s;
    return recovery.remedy == DropRemedy::AddCapacity ? u"Retraining does not help."_s
                                                      : u"Retraining is not needed."_s;
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

} // namespace

QString dropRecoveryText(const DropRecovery &recovery)
{
    QString text = remedyText(recovery.remedy);
    if (recovery.onceDataAreMended)
        text = u"Once the data are mended: "_s + uncapitalised(text);
    for (const DropRemedy inVain : recovery.insteadInVain)
        text += u' ' + inVainText(recovery, inVain);
    return text;
}

/// Named where there are several: what helps against one may not help against another.
QString dropRecoveriesText(const std::vector<DropRecovery> &recoveries)
{
    if (recoveries.size() == 1)
        return dropRecoveryText(recoveries.front());
    QStringList steps;
    for (const DropRecovery &recovery : recoveries)
        steps.append(u"%1. About %2: %3"_s.arg(QString::number(steps.size() + 1),
                                               subjectOf(recovery),
                                               uncapitalised(dropRecoveryText(recovery))));
    return steps.join(u' ');
}

QString dropRecovery(DropCause cause)
{
    const auto recovery = recoveryOf(cause);
    return recovery ? dropRecoveryText(*recovery) : QString();
}

} // namespace oneinn::wording
