// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optiontable.h"

namespace oneinn::cli {

/// The option of a field. `help` is followed by what is usual, where that is a number.
OptionEntry fieldOption(OptionGroup group, Field field, const QString &value, const QString &help);

/// Those of every command that reads a file, and of every one that asks what is experienced.
QList<OptionEntry> columnOptions();
QList<OptionEntry> scenarioOptions();

} // namespace oneinn::cli
