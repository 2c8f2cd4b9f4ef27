// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/memoryneed.h"

#include "core/predictions/predictionindex.h"
#include "ingest/predictionsfile.h"
#include "support/sanitized.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QTest>

#include <sys/resource.h>

namespace tests::ingest_memoryneed {

using namespace oneinn;
using namespace oneinn::ingest;

class TestMemoryNeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void need_moreColumns_isMore();
    void need_isMoreThanWhatIsKept();
    void problem_needUnknownOrMet_isNone();
    void problem_tooLittle_saysBoth();
    void load_underALimit_refusesBeforehand();
    void withinMemory_refused_isAProblem();
    void groups_theTightestCounts();
};

void TestMemoryNeed::need_moreColumns_isMore()
{
    ResolvedMapping mapping;
    const std::size_t bare = memoryNeed(1000000, mapping);
    mapping.latency = ResolvedColumn{};
    const std::size_t timed = memoryNeed(1000000, mapping);
    mapping.exampleId = ResolvedColumn{};
    mapping.segments = {{}, {}};
    QVERIFY(bare < timed && timed < memoryNeed(1000000, mapping));
    QVERIFY(bare < memoryNeed(2000000, {}));
}

void TestMemoryNeed::need_isMoreThanWhatIsKept()
{
    const testsupport::TableFiles files;
    const auto file = load(files.write(QStringLiteral("mixed.csv"), testsupport::mixedTable(200000))
                                   .toStdString());
    QVERIFY(file.ok());
    const auto index = PredictionIndex::build(file.value().predictions).value();
    const std::size_t kept = index->memory().rows + index->memory().table + 200000 * (8 + 8 + 1);
    QVERIFY(memoryNeed(200000, file.value().mapping) > kept);
}

void TestMemoryNeed::problem_needUnknownOrMet_isNone()
{
    QVERIFY(!memoryProblem(1000, {}));
    QVERIFY(!memoryProblem(1000, 1000));
}

void TestMemoryNeed::problem_tooLittle_saysBoth()
{
    const auto problem = memoryProblem(1001, 1000);
    QVERIFY(problem.has_value());
    QCOMPARE(problem->kind, ProblemKind::NotEnoughMemory);
    QCOMPARE(problem->expected, std::size_t(1001));
    QCOMPARE(problem->found, std::size_t(1000));
}

/// The process may only grow by a little: the file is read, its columns are not made.
void TestMemoryNeed::load_underALimit_refusesBeforehand()
{
    if (testsupport::isSanitized)
        QSKIP("Sanitizers need address space of their own.");
    const testsupport::TableFiles files;
    const QString path = files.write(QStringLiteral("mixed.csv"), testsupport::mixedTable(200000));
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_AS, &before), 0);
    const std::size_t available = memoryAvailable().value_or(0);
    QVERIFY(available > 0);
    rlimit tight = before;
    QFile status(QStringLiteral("/proc/self/statm"));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const auto pages = status.readAll().split(' ').first().toULongLong();
    tight.rlim_cur = pages * 4096 + (60U << 20U);
    QCOMPARE(setrlimit(RLIMIT_AS, &tight), 0);
    const auto file = load(path.toStdString());
    QCOMPARE(setrlimit(RLIMIT_AS, &before), 0);
    QVERIFY(!file.ok());
    QCOMPARE(file.problem().kind, ProblemKind::NotEnoughMemory);
    QVERIFY(file.problem().found < file.problem().expected);
    QCOMPARE(QString::fromStdString(file.problem().file), path);
}

void TestMemoryNeed::withinMemory_refused_isAProblem()
{
    const auto nothing = withinMemory([]() -> Result<int> { throw std::bad_alloc(); });
    QVERIFY(!nothing);
    QCOMPARE(nothing.problem().kind, ProblemKind::NotEnoughMemory);
    const auto tooLong = withinMemory([]() -> Result<int> {
        std::vector<int> vector;
        vector.reserve(vector.max_size() + 1);
        return 1;
    });
    QVERIFY(!tooLong);
    QCOMPARE(withinMemory([] { return Result<int>(3); }).value(), 3);
}

void TestMemoryNeed::groups_theTightestCounts()
{
    const testsupport::TableFiles files;
    const auto at = [&](const char *name) { return files.path(QString::fromLatin1(name)); };
    for (const char *folder : {"memory/outer/inner", "outer"})
        QVERIFY(QDir().mkpath(at(folder)));
    const auto tree = at("").toStdString();
    files.write(QStringLiteral("list"), "9:name=systemd:/x\n4:memory:/outer/inner\n0::/outer\n");
    const auto left = [&] { return memoryLeftInGroups(at("list").toStdString(), tree); };
    QVERIFY(!left());

    files.write(QStringLiteral("outer/memory.max"), "max\n");
    files.write(QStringLiteral("outer/memory.current"), "1000\n");
    QVERIFY(!left());
    files.write(QStringLiteral("outer/memory.max"), "9000\n");
    QCOMPARE(left(), std::optional<std::size_t>(8000));
    files.write(QStringLiteral("memory/outer/memory.limit_in_bytes"), "5000\n");
    files.write(QStringLiteral("memory/outer/memory.usage_in_bytes"), "4500\n");
    QCOMPARE(left(), std::optional<std::size_t>(500));
    // Pages of files are given back.
    files.write(QStringLiteral("memory/outer/memory.stat"),
                "cache 7\ntotal_inactive_file 200\ntotal_active_file 100\nactive_file 1\n");
    QCOMPARE(left(), std::optional<std::size_t>(800));
}

ONEINN_TEST(TestMemoryNeed)

} // namespace tests::ingest_memoryneed

#include "tst_memoryneed.moc"
