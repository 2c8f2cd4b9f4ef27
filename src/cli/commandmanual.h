// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manual/manualpage.h"

/// What is said of the command line where it is installed, from the tables that are parsed by.
namespace oneinn::cli {

manual::Page commandLinePage();
QString commandLineCompletion();

} // namespace oneinn::cli
