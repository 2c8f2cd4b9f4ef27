// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/options.h"

#include <QString>

#include <variant>

namespace oneinn::cli {

/// A session file as the options that it stands for, and where its data are now.
std::variant<Options, Unusable> sessionOptions(const QString &path);

} // namespace oneinn::cli
