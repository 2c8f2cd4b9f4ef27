// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reviewbeside.h"

#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString bandHarms(const FoundBand &band, const Feature &feature)
{
    QStringList parts;
    if (band.wrongOfShown)
        parts.append(u"%1 %2 are wrong"_s.arg(shareText(*band.wrongOfShown, 100),
                                              feature.raised.plural));
    if (band.missed)
        parts.append(
                u"%1 %2 are missed"_s.arg(shareText(*band.missed, 100), feature.positivesSaid()));
    return parts.join(u", and "_s);
}

QString withoutAPerson(const QString &what)
{
    return what.isEmpty() ? what : what + u", without a person"_s;
}

QString reviewBesideNumbers(const FoundBand &band, const FeatureWords &words)
{
    const QString without = u"All of this is without a person"_s;
    const QString harms = bandHarms(band, featureOf(words));
    return harms.isEmpty() ? without + u'.' : u"%1; with one, %2."_s.arg(without, harms);
}

QString reviewBeside(const ReviewParts &parts)
{
    QStringList said{parts.beyond, parts.decides, parts.value,
                     u"That is no row of the table: what a reviewer decides is a chance, and the "
                     "table compares each use with itself."_s};
    said.removeAll(QString());
    return said.join(u' ');
}

} // namespace oneinn::wording
