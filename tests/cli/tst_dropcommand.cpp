// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropcommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tests::cli_dropcommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestDropCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplePair_namesTheCausesPutIntoIt();
    void periodWithItself_findsNothing();
    void wrongFiles_areRefused();
};

namespace {

QString february()
{
    return testsupport::sampleData(u"payments-february.csv"_s);
}

QString march()
{
    return testsupport::sampleData(u"payments-march.csv"_s);
}

} // namespace

/// Empty channels, twice as much fraud, gift cards that the score tells little of.
void TestDropCommand::samplePair_namesTheCausesPutIntoIt()
{
    const auto run =
            runCommandLine({u"drop"_s, february(), march(), u"--preset"_s, u"fraudalert"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"first_cause"_s).toString(), u"missing"_s);
    QCOMPARE(run.at(u"causes"_s).toArray(),
             (QJsonArray{u"missing"_s, u"base-rate"_s, u"segment"_s}));
    QCOMPARE(run.at(u"layers"_s).toArray().size(), 5);
}

void TestDropCommand::periodWithItself_findsNothing()
{
    const auto run = runCommandLine({u"drop"_s, february(), february()});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"first_cause"_s).toString(), u"none"_s);
    QCOMPARE(run.at(u"before"_s).toDouble(), run.at(u"after"_s).toDouble());
}

void TestDropCommand::wrongFiles_areRefused()
{
    const auto one = runCommandLine({u"drop"_s, february()});
    QCOMPARE(one.code, 2);
    QVERIFY(one.err.contains(u"Two files"_s));
    const auto value =
            runCommandLine({u"drop"_s, february(), u"--split"_s, u"channel=web-card..boat"_s});
    QCOMPARE(value.code, 1);
    QVERIFY(value.err.contains(u"boat"_s));
}

ONEINN_TEST(TestDropCommand)

} // namespace tests::cli_dropcommand

#include "tst_dropcommand.moc"
