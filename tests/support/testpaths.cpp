// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpaths.h"

/// The only file that knows where the source tree is, so that the others compile to the same in
/// every clone and come out of the compiler's cache.
namespace testsupport {

QString testData(const QString &file)
{
    return QStringLiteral(ONEINN_SOURCE "/tests/data/") + file;
}

QString sampleData(const QString &file)
{
    const auto folder = QStringLiteral(ONEINN_SOURCE "/sample_data");
    return file.isEmpty() ? folder : folder + u'/' + file;
}

QString sourceFolder(const QString &folder)
{
    return QStringLiteral(ONEINN_SOURCE "/") + folder;
}

} // namespace testsupport
