// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/dials.h"

#include <QString>

namespace oneinn::report {

/// What a document with dials has beside one without; all empty for none.
struct DialsHtml {
    QString policy;  ///< for the head: which script and which styles the browser may use
    QString styles;  ///< after the styles of every document
    QString section; ///< hidden until the script shows it
    QString scripts; ///< last in the body: the table of what is said, and what looks it up
};
/// everyStyle: of every document, since the policy is of all styles together.
DialsHtml dialsHtml(const Dials &dials, const QString &everyStyle);

} // namespace oneinn::report
