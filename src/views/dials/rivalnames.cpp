// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/rivalnames.h"

#include "wording/chartwords.h"
#include "wording/names.h"

namespace oneinn {

QString rivalsAside(const RivalsPtr &rivals)
{
    if (!rivals || rivals->empty())
        return {};
    QStringList models;
    for (const Rival &rival : *rivals)
        models.append(wording::nameText(rival.model));
    return QLatin1Char(' ') + wording::rivalsSummary(models);
}

QString earlierAside(const EarlierDrawn &earlier, bool drawn)
{
    return drawn ? QLatin1Char(' ') + wording::earlierSummary(earlier.name) : QString();
}

} // namespace oneinn
