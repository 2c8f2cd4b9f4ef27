// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmentnames.h"

#include "wording/names.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString segmentName(const std::vector<std::string> &values)
{
    QStringList names;
    for (const std::string &value : values)
        names.append(value.empty() ? u"(empty)"_s : nameText(value));
    return names.join(u" \u00b7 "_s);
}

QString segmentsByName(const SegmentsBy &by)
{
    QStringList names;
    for (const std::string &column : by.columns)
        names.append(nameText(column));
    return names.join(u" \u00d7 "_s);
}

} // namespace oneinn::wording
