// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/generatedcase.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::cli_generatedtables {

using namespace Qt::StringLiterals;
using namespace testsupport;

/// Every command on tables and with options that nobody would think of, above all under the
/// sanitizers. ONEINN_GENERATED sets how many cases there are, from ONEINN_GENERATED_FROM on.
class TestGeneratedTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyCommand_anyTable_saysWhatCanBeSaid_data();
    void anyCommand_anyTable_saysWhatCanBeSaid();

private:
    TableFiles m_files;
};

namespace {

constexpr int perSlot = 25;

int setting(const char *name, int usual)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(name, &isSet);
    return isSet ? value : usual;
}

} // namespace

void TestGeneratedTables::anyCommand_anyTable_saysWhatCanBeSaid_data()
{
    QTest::addColumn<int>("from");
    const int first = setting("ONEINN_GENERATED_FROM", 0);
    const int count = setting("ONEINN_GENERATED", 200);
    for (int from = first; from < first + count; from += perSlot)
        QTest::addRow("from %d", from) << from;
}

void TestGeneratedTables::anyCommand_anyTable_saysWhatCanBeSaid()
{
    QFETCH(int, from);
    for (int number = from; number < from + perSlot; ++number) {
        const auto generated = GeneratedCase::of(std::uint64_t(number));
        const QString path = m_files.write(u"t.csv"_s, generated.table);
        QStringList arguments = generated.arguments;
        arguments.insert(1, path);
        const CommandLineRun run = runCommandLine(arguments);
        const QString problem = problemWith(run.code, run.out, run.err);
        QVERIFY2(problem.isEmpty(),
                 qPrintable(u"case %1: %2\n%3\n%4"_s.arg(
                         QString::number(number), problem, arguments.join(u' '),
                         QString::fromUtf8(generated.table.left(600)))));
    }
}

ONEINN_TEST(TestGeneratedTables)

} // namespace tests::cli_generatedtables

#include "tst_generatedtables.moc"
