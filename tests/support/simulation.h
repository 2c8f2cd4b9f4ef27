// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/sanitized.h"

#include <QString>
#include <QTest>

#include <algorithm>
#include <cstdio>

/// Simulations that scripts/simulate runs longer than the tests do: ONEINN_SIMULATE_TIMES says how
/// many times as many files are drawn, and has their numbers printed as rows of docs/coverage.md.
namespace testsupport {

inline bool isSimulatedLonger()
{
    return qEnvironmentVariableIsSet("ONEINN_SIMULATE_TIMES");
}

/// Of `usual` files; under a sanitizer of `few`, which find its faults as well.
inline int simulatedFiles(int usual, int few)
{
    if (isSanitized)
        return few;
    return usual * std::max(1, qEnvironmentVariableIntValue("ONEINN_SIMULATE_TIMES"));
}

/// One row: what was promised, in which world (that of the test where it has several), what held.
inline void tellSimulated(const QString &promise, const QString &held)
{
    if (!isSimulatedLonger())
        return;
    const char *world = QTest::currentDataTag();
    std::printf("| %s | %s | %s |\n", qUtf8Printable(promise), world ? world : "",
                qUtf8Printable(held));
    std::fflush(stdout);
}

/// "95.2 of 100 (1,142 of 1,200)".
inline QString ofHundred(int held, int files)
{
    return QStringLiteral("%1 of 100 (%2 of %3)")
            .arg(QString::number(100.0 * held / files, 'f', 1), QString::number(held),
                 QString::number(files));
}

} // namespace testsupport
