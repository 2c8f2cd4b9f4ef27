// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace oneinn::cli {

/// Every command, option and setting as Markdown, made from the tables that are parsed by:
/// docs/command-line.md holds it.
QString referenceText();

/// What an option makes for a package from the same tables: "--reference" the Markdown,
/// "--reference=man" and "=man-window" pages of the manual, "=completion" and "=completion-window"
/// what bash completes. Absent for any other.
std::optional<QString> referenceNamed(const QString &option);

} // namespace oneinn::cli
