// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/latencyunit.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_latencyunit {

using namespace oneinn::ingest;

class TestLatencyUnit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unitInName_column_isFound_data()
    {
        QTest::addColumn<std::string>("column");
        QTest::addColumn<std::optional<LatencyUnit>>("expected");
        const auto row = [](const char *column, std::optional<LatencyUnit> expected) {
            QTest::newRow(column) << std::string(column) << expected;
        };
        row("latency_ms", LatencyUnit::Milliseconds);
        row("latencyMs", LatencyUnit::Milliseconds);
        row("latencyms", LatencyUnit::Milliseconds);
        row("Latency (ms)", LatencyUnit::Milliseconds);
        row("latency_ms_median", LatencyUnit::Milliseconds);
        row("ttft_s", LatencyUnit::Seconds);
        row("end_to_end_latency_s", LatencyUnit::Seconds);
        row("duration_seconds", LatencyUnit::Seconds);
        row("latency_us", LatencyUnit::Microseconds);
        row("latencyus", LatencyUnit::Microseconds);
        row("latency_ns", LatencyUnit::Nanoseconds);
        row("latency", std::nullopt);
        row("elapsed", std::nullopt);
        row("latencies", std::nullopt);
        row("durations", std::nullopt);
    }

    void unitInName_column_isFound()
    {
        QFETCH(std::string, column);
        QFETCH(std::optional<LatencyUnit>, expected);
        QVERIFY(unitInName(column) == expected);
    }

    void unitFromMedian_median_isPlausible()
    {
        QCOMPARE(unitFromMedian(0.35, "latency"), LatencyUnit::Seconds);
        QCOMPARE(unitFromMedian(4.2, "latency"), LatencyUnit::Milliseconds);
        QCOMPARE(unitFromMedian(4.2, "total_time"), LatencyUnit::Seconds);
        QCOMPARE(unitFromMedian(350.0, "total_time"), LatencyUnit::Milliseconds);
        QCOMPARE(unitFromMedian(250000.0, "latency"), LatencyUnit::Microseconds);
    }

    void toMilliseconds_eachUnit_isScaled()
    {
        QCOMPARE(toMilliseconds(2.5, LatencyUnit::Seconds), 2500.0);
        QCOMPARE(toMilliseconds(2.5, LatencyUnit::Milliseconds), 2.5);
        QCOMPARE(toMilliseconds(2.5, LatencyUnit::Microseconds), 0.0025);
        QCOMPARE(toMilliseconds(2500000.0, LatencyUnit::Nanoseconds), 2.5);
    }
};

ONEINN_TEST(TestLatencyUnit)

} // namespace tests::ingest_latencyunit

#include "tst_latencyunit.moc"
