// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/columnwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <string>
#include <vector>

namespace tests::predictions_columnwords {

using namespace oneinn;

class TestColumnWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void name_isParted();
    void release_isNamed_data();
    void release_isNamed();
};

void TestColumnWords::name_isParted()
{
    using Words = std::vector<std::string>;
    QCOMPARE(wordsOf("appVersion"), (Words{"app", "version"}));
    QCOMPARE(wordsOf("APP_Version 2"), (Words{"app", "version", "2"}));
    QCOMPARE(wordsOf("--"), Words());
}

void TestColumnWords::release_isNamed_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("isRelease");
    QTest::newRow("alone") << std::string("Version") << true;
    QTest::newRow("of an app") << std::string("app_version") << true;
    QTest::newRow("in capitals") << std::string("RELEASE") << true;
    QTest::newRow("of a build") << std::string("buildNumber") << true;
    QTest::newRow("part of another word") << std::string("conversion_type") << false;
    QTest::newRow("another word") << std::string("channel") << false;
}

void TestColumnWords::release_isNamed()
{
    QFETCH(std::string, name);
    QFETCH(bool, isRelease);
    QCOMPARE(namesARelease(name), isRelease);
}

ONEINN_TEST(TestColumnWords)

} // namespace tests::predictions_columnwords

#include "tst_columnwords.moc"
