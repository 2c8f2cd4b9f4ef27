// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/optiontable.h"

#include <QCommandLineParser>
#include <QList>
#include <QStringList>

#include <variant>

/// Numbers in place of a file: --table, or --rates.
namespace oneinn::cli {

/// metrics of a table or of rates: nothing is read. What would need the rows of a file is refused.
/// known: the options of metrics; files: those given, of which there should be none.
std::variant<Options, Information, UsageError> numbersInsteadOfFile(
        const QCommandLineParser &parser, const QList<OptionEntry> &known, Options options,
        const QStringList &files);

} // namespace oneinn::cli
