// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optiontable.h"

#include <QList>

namespace oneinn::cli {

/// Of the command doubts, without those that other commands have as well.
QList<OptionEntry> doubtsOptions();

} // namespace oneinn::cli
