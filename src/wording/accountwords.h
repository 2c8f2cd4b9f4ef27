// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/rowaccount.h"

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// "20,000 records: 19,988 used, 12 set aside".
QString accountSentence(const RowAccount &account);

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
QString timedOutText(std::size_t count);

/// What to ask of latencies before they are believed: where they were measured, and how. Tene 2013
/// on load tests (coordinated omission).
QString measuredWhereText();

} // namespace oneinn::wording
