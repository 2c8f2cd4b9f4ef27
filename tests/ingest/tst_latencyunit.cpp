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

    void plausibleUnits_median_areThoseOfAWait()
    {
        using enum LatencyUnit;
        using Units = std::vector<LatencyUnit>;
        QCOMPARE(plausibleUnits(0.35, "latency"), Units{Seconds});
        QCOMPARE(plausibleUnits(4.2, "latency"), (Units{Seconds, Milliseconds}));
        QCOMPARE(plausibleUnits(4.2, "total_time"), (Units{Seconds, Milliseconds}));
        QCOMPARE(plausibleUnits(90.0, "latency"), Units{Milliseconds});
        QCOMPARE(plausibleUnits(90.0, "runtime"), (Units{Seconds, Milliseconds}));
        QCOMPARE(plausibleUnits(350.0, "total_time"), Units{Milliseconds});
        QCOMPARE(plausibleUnits(250000.0, "latency"), Units{Microseconds});
        QCOMPARE(plausibleUnits(3e7, "duration"), (Units{Microseconds, Nanoseconds}));
        QCOMPARE(plausibleUnits(6e8, "duration"), Units{Nanoseconds});
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
