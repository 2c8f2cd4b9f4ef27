// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optiontable.h"

namespace oneinn::cli {

/// `help` is followed by what is usual, where that is a number.
OptionEntry fieldOption(OptionGroup group, Field field, const QString &value, const QString &help);

/// What a person assumes about the product.
QList<OptionEntry> scenarioEntries();

} // namespace oneinn::cli
