// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/dials.h"

#include <QByteArray>

namespace oneinn::report {

/// All that is said, as JSON for a script element of HTML and XML: pieces of text, each once; texts
/// as numbers of pieces; positions as numbers of texts, in the order of DialText. Most sentences
/// differ from their neighbours in a clause or two, so that this is a fraction of what it says.
QByteArray dialTable(const Dials &dials);

} // namespace oneinn::report
