// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/patience.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// Patience as others have measured something like it, on products of their own.
namespace oneinn {

struct PatiencePreset {
    QString id;
    QString title;             ///< "search"
    QString source;            ///< who and when, what they found, and on which other product
    QString caution;           ///< what the numbers are not
    bool illustrative = false; ///< the source gives the direction; the numbers are made up
    PatienceCurve patience;
};

/// Entries without title, source, or points that make a curve are left out.
QList<PatiencePreset> readPatiencePresets(const QByteArray &json);
/// Those that come with the program (resources/patience.json).
QList<PatiencePreset> patiencePresets();

} // namespace oneinn
