// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Where data are, as Qt has texts: the path of a file or the address of a database.
namespace oneinn {

bool isDatabaseAddress(const QString &place);
/// The name of the file, or of the table. For people: to be made visible where it is shown.
QString dataName(const QString &place);
/// A file's path from the root on; an address is one already.
QString absolutePlace(const QString &place);
/// A path in whose folder, and by whose name, files about these data are suggested to be saved. Of
/// a database: the person's documents, and the table's name.
QString savingPlace(const QString &place);

} // namespace oneinn
