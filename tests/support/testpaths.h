// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace testsupport {

/// tests/data in the source tree.
QString testData(const QString &file);
/// sample_data in the source tree; the folder itself for an empty name.
QString sampleData(const QString &file = {});

} // namespace testsupport
