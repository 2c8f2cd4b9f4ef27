// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "wording/sharewords.h"

#include <QList>
#include <QString>

namespace oneinn::wording {

/// Those that a person can have told besides what the window tells of itself.
QList<Share> offeredShares();
/// What it is called, and of what: "Accuracy", "right, of all uses". Empty for what is not offered.
struct ShareName {
    QString name;
    QString meaning;
};
ShareName shareName(Share share, const FeatureWords &product = {});
/// Its key in JSON, options and preferences.
QString shareKey(Share share);

/// The words of a share that a person can ask for by its key.
ShareGrammar grammarOf(Share share, const Assessment &assessment);
/// What accuracy hides where good ones are fewer than bad ones: "showing nothing at all would be
/// right in 97 of 100 uses". Empty elsewhere, and where too few uses are known.
QString accuracyOfSilence(const Assessment &assessment);
/// One sentence on it, for accuracy with what it hides: "94 of every 100 uses end right, 6 do not;
/// between 93 and 95 (...)." A dash and why, where it is undefined.
QString shareLine(Share share, const Assessment &assessment);

} // namespace oneinn::wording
