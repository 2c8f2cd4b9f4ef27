// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmenthints.h"

#include "wording/names.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString noWorstSegmentText()
{
    return u"The largest come first: each has too few of either class to say which is the worst."_s;
}

QString segmentsHint()
{
    return u"Choose a row to read of that segment, and to set its threshold."_s;
}

QString segmentOnlyHint()
{
    return u"The whole window of these alone, or of everyone again. Enter or a double click on a row does the same."_s;
}

QString segmentsPendingText()
{
    return u"Dividing the data\u2026"_s;
}

QString segmentsCancelledText()
{
    return u"Stopped before the segments were known."_s;
}

QString manyGroupsItem(const std::string &column)
{
    return u"%1 (many values)"_s.arg(nameText(column));
}

QString manyGroupsHint()
{
    return u"Columns of many values are read once one of them is chosen above."_s;
}

} // namespace oneinn::wording
