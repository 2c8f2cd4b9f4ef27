// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "core/scenario/fields.h"

#include <QList>

/// Every option there is, once: what is parsed and what --help shows.
namespace oneinn::cli {

enum class OptionGroup { Command, Columns, Scenario, General };

struct OptionEntry {
    OptionGroup group;
    QString name;
    QString value; ///< what stands after it; empty for a switch
    QString help;
    QString shortName = {}; ///< one letter, or none
};

/// The option of a field, without the dashes.
QString optionOf(const FieldRow &row);

QList<Command> allCommands();
QString nameOf(Command command);
/// "metrics FILE --threshold T", and what it does.
QString usageOf(Command command);
QString summaryOf(Command command);
std::optional<Command> commandNamed(const QString &name);

QList<OptionEntry> optionsOf(Command command);

} // namespace oneinn::cli
