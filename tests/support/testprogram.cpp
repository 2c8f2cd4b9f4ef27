// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"

#include "support/startedthreads.h"

#include <QFileInfo>
#include <QMap>
#include <QObject>
#include <QTest>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

#include <cstdio>
#include <memory>
#include <vector>

namespace {

QMap<QString, oneinn::test::MakeTest> &registered()
{
    static QMap<QString, oneinn::test::MakeTest> tests;
    return tests;
}

QString nameOf(const QString &file)
{
    const QFileInfo info(file);
    return QFileInfo(info.path()).fileName() + u'.'
            + info.completeBaseName().mid(QStringLiteral("tst_").size());
}

/// A test that says it starts none is not run where races would be found.
bool keepsToOneThread()
{
    constexpr int ofQtTest = 1; // it watches for tests that do not end
    if (!qEnvironmentVariableIsSet("ONEINN_ONE_THREAD")
        || testsupport::startedThreads() <= ofQtTest)
        return true;
    std::puts("This test starts threads: say THREADS in its line of CMakeLists.txt, so that the "
              "thread sanitizer watches it.");
    return false;
}

} // namespace

oneinn::test::RegisteredTest::RegisteredTest(const char *file, MakeTest make)
{
    registered().insert(nameOf(QString::fromUtf8(file)), make);
}

int main(int argc, char **argv)
{
    const auto &tests = registered();
    auto chosen = tests.constBegin();
    if (tests.size() > 1) {
        chosen = tests.constFind(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
        if (chosen == tests.constEnd()) {
            std::puts("Name one of these tests, then the options of Qt Test:");
            for (const QString &name : tests.keys())
                std::puts(qPrintable(name));
            return 2;
        }
    }
    // What follows the name is Qt Test's.
    std::vector<char *> arguments(argv, argv + argc);
    if (argc > 1 && chosen.key() == QString::fromLocal8Bit(argv[1]))
        arguments.erase(arguments.begin() + 1);
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);

    Application application(count, arguments.data());
    QTEST_SET_MAIN_SOURCE_PATH
    const std::unique_ptr<QObject> test(chosen.value()());
    const int failed = QTest::qExec(test.get(), count, arguments.data());
    return failed == 0 && !keepsToOneThread() ? 1 : failed;
}
