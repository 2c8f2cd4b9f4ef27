// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmenthints.h"

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

} // namespace oneinn::wording
