// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

namespace oneinn::print {

/// A PDF as QPdfWriter writes it, with another date of creation (UTC; an invalid one: none). The
/// writer itself takes the clock's. What is no such PDF comes back as it is.
QByteArray withCreationDate(const QByteArray &pdf, const QDateTime &createdAt);

} // namespace oneinn::print
