// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::cli {

/// Every command, option and setting as Markdown, made from the tables that are parsed by:
/// docs/command-line.md holds it.
QString referenceText();

} // namespace oneinn::cli
