// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace oneinn::test {

using MakeTest = QObject *(*)();

/// Makes a test known to the program by its folder and file: tests/core/metrics/tst_sweep.cpp is
/// "metrics.sweep". At most one test a file.
class RegisteredTest {
public:
    RegisteredTest(const char *file, MakeTest make);
};

} // namespace oneinn::test

/// Instead of QTEST_MAIN: several tests share a program, and its first argument says which one
/// runs.
#define ONEINN_TEST(TestClass)                                                                     \
    static const oneinn::test::RegisteredTest registered##TestClass{                               \
            __FILE__, []() -> QObject * { return new TestClass; }};
