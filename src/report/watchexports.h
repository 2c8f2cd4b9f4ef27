// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "report/exports.h"
#include "report/reviewanswered.h"

#include <QByteArray>

/// What is to be watched after a release, for other programs; docs/operating-point.md describes all
/// of it.
namespace oneinn::report {

/// The operating point with what it is expected to do and the rule by which it is watched.
QByteArray operatingPointJson(const Assessment &assessment, const OperatingPointSource &source);

/// A band that is in force, and the setting at both its ends.
struct BandAssessed {
    ReviewAnswered review;
    Assessment from;
    Assessment to;
};
/// With a band: what is shown, and late, is told of what is shown without a person, and missed of
/// what nobody looks at.
QByteArray operatingPointJson(const BandAssessed &band, const OperatingPointSource &source);

/// The same rule as a file of Prometheus alerting rules, one for each limit.
QByteArray prometheusRules(const Assessment &assessment, const OperatingPointSource &source);
/// With a band: shares as in its operating point, with counters of their own, and the share that
/// goes to a person. What a reviewer finds is nobody's finding, and has no rule.
QByteArray prometheusRules(const BandAssessed &band, const OperatingPointSource &source);

/// The same as a table, a row for each share that is watched.
QByteArray watchCsv(const Assessment &assessment);
QByteArray watchCsv(const BandAssessed &band);

} // namespace oneinn::report
