// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "session/session.h"

#include <QString>

/// What a session says, worked out again from nothing.
namespace testsupport {

/// From rows sorted anew: shares nothing with what the session keeps between edits.
inline oneinn::Assessment freshAssessment(const oneinn::Session &session)
{
    const oneinn::Scenario &scenario = session.scenario();
    const auto index =
            oneinn::PredictionIndex::build(session.index().predictions(), scenario.selection);
    return oneinn::assess(*index.value(), scenario);
}

inline bool sameSweep(const oneinn::ThresholdSweep &a, const oneinn::ThresholdSweep &b)
{
    return a.size() == b.size() && (a.threshold == b.threshold).all() && (a.tp == b.tp).all()
            && (a.fp == b.fp).all() && a.positives == b.positives && a.negatives == b.negatives;
}

/// The first part in which two assessments differ; empty if they say the same.
inline QString difference(const oneinn::Assessment &a, const oneinn::Assessment &b)
{
    const auto sameShare = [](const auto &x, const auto &y) {
        return x.has_value() == y.has_value()
                && (!x || (x->value == y->value && x->interval == y->interval));
    };
    if (!(a.scenario == b.scenario))
        return QStringLiteral("scenario");
    if (!(a.counts == b.counts))
        return QStringLiteral("counts");
    if (!(a.sameDecisions == b.sameDecisions))
        return QStringLiteral("sameDecisions");
    if (!sameSweep(a.slice->sweep(), b.slice->sweep()))
        return QStringLiteral("slice");
    if (!sameSweep(a.outlook->sweep, b.outlook->sweep))
        return QStringLiteral("outlook");
    for (const oneinn::ShareKind &kind : oneinn::shareKinds) {
        if (!sameShare(a.experience[kind.share], b.experience[kind.share]))
            return QString::fromUtf8(kind.key.data(), static_cast<qsizetype>(kind.key.size()));
    }
    if (a.experience.badUseRate != b.experience.badUseRate)
        return QStringLiteral("experience");
    if (a.value.perUse != b.value.perUse || !(a.value.best.threshold == b.value.best.threshold)
        || a.value.best.best != b.value.best.best)
        return QStringLiteral("value");
    const auto &limitA = a.recommendations.recallAtPrecision.found;
    const auto &limitB = b.recommendations.recallAtPrecision.found;
    if (limitA.has_value() != limitB.has_value()
        || (limitA && !(limitA->threshold == limitB->threshold)))
        return QStringLiteral("recommendations");
    return {};
}

} // namespace testsupport
