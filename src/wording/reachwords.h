// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/targets/reachtargets.h"

#include <QString>
#include <QStringList>

/// Which settings reach the targets, which target binds, and what would have to improve.
namespace oneinn::wording {

/// "cloud-large, nothing shown after 400 ms".
QString routeName(const Route &route);

/// The targets as they are read back, a line for each that is asked; none where nothing is.
QStringList targetLines(const Targets &targets, const FeatureWords &product);

/// The answer in two or three sentences: how many ways there are, the one worth most, and what
/// binds or what it would help most to drop.
QStringList reachSummary(const ReachAnswer &answer, const FeatureWords &product = {});
/// Everything about one way: what it brings towards each target, how sure that is, what binds it;
/// or what cannot be had together, how far each could go, and what would have to
/// improve. noun: what is shown.
QStringList routeSentences(const ReachAnswer &answer, std::size_t route,
                           const FeatureWords &product);
/// What was left out, and which numbers are the person's own.
QStringList reachNotes(const ReachAnswer &answer, const FeatureWords &product = {});

/// In place of an answer: nothing is asked yet; it is being worked out.
QString noTargetText();
QString reachingText();

} // namespace oneinn::wording
