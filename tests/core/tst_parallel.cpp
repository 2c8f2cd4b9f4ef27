// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/parallel.h"

#include "support/testprogram.h"

#include <QTest>

#include <atomic>
#include <new>

namespace tests::core_parallel {

using namespace oneinn;

class TestParallel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parts_any_coverAllOnce_data();
    void parts_any_coverAllOnce();
    void part_throws_isThrownOnceAllAreDone_data();
    void part_throws_isThrownOnceAllAreDone();
};

void TestParallel::parts_any_coverAllOnce_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<unsigned>("parts");
    QTest::newRow("one") << std::size_t{7} << 1U;
    QTest::newRow("three") << std::size_t{7} << 3U;
    QTest::newRow("more than there is") << std::size_t{2} << 5U;
    QTest::newRow("nothing") << std::size_t{0} << 2U;
}

void TestParallel::parts_any_coverAllOnce()
{
    QFETCH(std::size_t, size);
    QFETCH(unsigned, parts);
    std::vector<std::atomic<int>> seen(size);
    inParts(size, parts, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            ++seen[i];
    });
    for (const std::atomic<int> &each : seen)
        QCOMPARE(each.load(), 1);
}

void TestParallel::part_throws_isThrownOnceAllAreDone_data()
{
    QTest::addColumn<unsigned>("thrower");
    QTest::newRow("the caller's thread") << 0U;
    QTest::newRow("another") << 2U;
}

void TestParallel::part_throws_isThrownOnceAllAreDone()
{
    QFETCH(unsigned, thrower);
    std::atomic<int> done = 0;
    bool thrown = false;
    try {
        inParts(8, 4, [&](unsigned part, std::size_t, std::size_t) {
            if (part == thrower)
                throw std::bad_alloc();
            ++done;
        });
    } catch (const std::bad_alloc &) {
        thrown = true;
    }
    QVERIFY(thrown);
    QCOMPARE(done.load(), 3);
}

ONEINN_TEST(TestParallel)

} // namespace tests::core_parallel

#include "tst_parallel.moc"
