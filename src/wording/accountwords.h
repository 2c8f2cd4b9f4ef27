// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/rowaccount.h"

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// "20,000 records: 19,988 used, 12 set aside"; those of other models, or outside the filter, are
/// "not looked at".
QString accountSentence(const RowAccount &account);

/// "12 set aside: no label, unusable score": those that could not be used of what is looked at, and
/// why; where there are none, "5 of other models set aside"; "" where there are none either. whole:
/// the account of the whole file.
QString setAsideBrief(const RowAccount &account, const RowAccount &whole);

/// "5 of other models are set aside"; "" where none are.
QString othersSetAside(const RowAccount &account, const RowAccount &whole);

/// "weighs nothing": what it says of one record.
QString reasonText(SetAsideReason reason);

/// One line for each reason that occurred: "9 have no label (lines 14, 22, 31 and 6 more)"; then
/// what is known of the latencies of those used.
QStringList accountDetails(const RowAccount &account);

/// "412 have no usable latency; they take part only while no budget is set"; empty for a file
/// without any latency.
QStringList latencyDetails(const LatencyAccount &latency);

/// "3 timed out: late for every budget, and known only to have taken at least their limit"; count
/// >= 1.
/// "14 are of calls that failed: ..."; one or more.
QString failedText(std::size_t count);
/// "4 of 100 calls were refused by the model: ..."; one or more.
QString refusedText(std::size_t count, std::size_t of);
/// "8 came out of a cache: what they took is no wait"; one or more.
QString cachedText(std::size_t count);
QString timedOutText(std::size_t count);

/// What to ask of latencies before they are believed: where they were measured, and how. Tene 2013
/// on load tests (coordinated omission).
QString measuredWhereText();

} // namespace oneinn::wording
