// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace testsupport {

/// tests/data in the source tree.
QString testData(const QString &file);
/// sample_data in the source tree; the folder itself for an empty name.
QString sampleData(const QString &file = {});
/// A folder of the source tree: "src/views".
QString sourceFolder(const QString &folder);

} // namespace testsupport
