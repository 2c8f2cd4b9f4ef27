// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/dials.h"

#include <QByteArray>

namespace oneinn::report {

/// All that is said, as JSON for a script element of HTML and XML. "fragments" is the one table: a
/// string, or the numbers of those that a text is put together from. A position has for each
/// DialText the number of a fragment, or several where nothing else is made of them. Most sentences
/// differ from their neighbours in a clause or a number, so that this is a fraction of what it
/// says.
QByteArray dialTable(const Dials &dials);

} // namespace oneinn::report
