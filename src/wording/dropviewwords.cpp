// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropviewwords.h"

#include "wording/dropamounts.h"
#include "wording/droplayerwords.h"
#include "wording/droprecoverywords.h"
#include "wording/dropwords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString dropChangedText(const Dropped &dropped, const FeatureWords &words)
{
    QString text = dropChangeSentence(dropped, words);
    if (const QString largest = largestPartText(dropped); !largest.isEmpty())
        text += u' ' + asSentence(largest);
    return text;
}

QString dropDoText(const Dropped &dropped, const FeatureWords &words, bool lowerIsPositive)
{
    QStringList lines = dropRecoverySteps(dropped, words, lowerIsPositive);
    lines.append(u"Not ruled out: %1"_s.arg(dropNotRuledOut(dropped)));
    return lines.join(u'\n');
}

QString judgeAtBestText(double threshold)
{
    return u"Judge at the threshold that was best then: %1"_s.arg(plainNumberText(threshold, 4));
}

QString judgeAtDialsText(double threshold)
{
    return u"Judge at the threshold on the dials: %1"_s.arg(plainNumberText(threshold, 4));
}

QString bestBeforeText(double threshold)
{
    return u"Put %1 on the dials"_s.arg(plainNumberText(threshold, 4));
}

QString bestBeforeName(double threshold)
{
    return u"Put the threshold that was best then on the dials, %1"_s.arg(
            plainNumberText(threshold, 4));
}

QString otherRoleNote(const QString &role, const std::string &earlier, const std::string &later)
{
    const auto said = [](const std::string &name) {
        return name.empty() ? u"none"_s : quotedName(name);
    };
    return u"The %1 of the earlier file is taken to be %2, where this one has %3."_s.arg(
            role, said(earlier), said(later));
}

QString dropNothingChosenText(const FeatureWords &words)
{
    return u"What is open is the later period. Choose what it was before: an earlier file with the "
           "same columns, or the %1 in this file before a day, or with another value of a column."_s
                   .arg(featureOf(words).useCase.plural);
}

QString dropPendingText()
{
    return u"Comparing the two periods…"_s;
}

QString dropCancelledText()
{
    return u"The periods are not compared: it was cancelled."_s;
}

QString dropNoUsesText(const FeatureWords &words)
{
    return u"One of the two periods has no labelled %1 that are looked at here: choose others, "
           "or look at everyone and every model."_s.arg(featureOf(words).useCase.plural);
}

} // namespace oneinn::wording
