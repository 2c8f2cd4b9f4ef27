// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/rowsalikewords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// "uses of one user are alike here"; empty where the file does not say.
QString alikeText(ClusterSource found, const Feature &feature)
{
    const QString &uses = feature.useCase.plural;
    switch (found) {
    case ClusterSource::Users:
        return u"%1 of one %2 are alike"_s.arg(uses, feature.person.singular);
    case ClusterSource::Days:
        return uses + u" of one day are alike"_s;
    case ClusterSource::UsersAndDays:
        return u"%1 of one %2, and of one day, are alike"_s.arg(uses, feature.person.singular);
    case ClusterSource::Cases:
        return u"the same cases are asked again"_s;
    case ClusterSource::Groups:
        return uses + u" of one group are alike"_s;
    case ClusterSource::Rows:
        break;
    }
    return {};
}

} // namespace

QString eachUseAloneText(bool exact, ClusterSource found, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const QString each = feature.useCase.singular;
    const QString whose = exact
            ? u"Intervals of shares are exact (Clopper and Pearson's), and each %1 is taken as independent of all others (your assumption)"_s
                      .arg(each)
            : u"Each %1 is taken as independent of all others (your assumption)"_s.arg(each);
    const QString alike = alikeText(found, feature);
    const QString narrow = alike.isEmpty()
            ? QString()
            : u", though %1 in this file: intervals are too narrow"_s.arg(alike);
    const QString others = exact
            ? u" Differences, values and waits have no exact interval; theirs are as ever."_s
            : QString();
    return whose + narrow + u'.' + others;
}

QString groupedText(const CategoryColumn &groups, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    return u"%3 with one value of '%1' are taken to hang together (your assumption), %2 "
           "in all, and intervals are as wide as that makes them; %4 and days play no part in "
           "them."_s.arg(nameText(groups.name),
                         counted(static_cast<double>(groups.values.size()),
                                 Noun{u"value"_s, u"values"_s}),
                         capitalised(feature.useCase.plural), feature.person.plural);
}

} // namespace oneinn::wording
