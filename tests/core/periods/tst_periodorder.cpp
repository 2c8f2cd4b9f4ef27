// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/periodorder.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::periods_periodorder {

using namespace oneinn;
using Days = std::vector<std::string>;

class TestPeriodOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void days_otherWayRound_areTold_data();
    void days_otherWayRound_areTold();
};

void TestPeriodOrder::days_otherWayRound_areTold_data()
{
    QTest::addColumn<Days>("earlier");
    QTest::addColumn<Days>("later");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("ends");
    QTest::newRow("in order") << Days{"2026-02-01", "2026-02-28"} << Days{"2026-03-01"} << QString()
                              << QString();
    QTest::newRow("the other way round")
            << Days{"2026-03-02", "2026-03-01"} << Days{"2026-02-28", "2026-02-01"}
            << QStringLiteral("2026-03-01") << QStringLiteral("2026-02-28");
    QTest::newRow("with times") << Days{"2026-03-01T09:00"} << Days{"2026-02-28T23:59"}
                                << QStringLiteral("2026-03-01T09:00")
                                << QStringLiteral("2026-02-28T23:59");
    QTest::newRow("on one day, with times")
            << Days{"2026-03-01T23:00"} << Days{"2026-03-01T09:00"} << QString() << QString();
    QTest::newRow("they overlap") << Days{"2026-02-20", "2026-03-20"} << Days{"2026-03-01"}
                                  << QString() << QString();
    QTest::newRow("the same") << Days{"2026-03-01"} << Days{"2026-03-01"} << QString() << QString();
    QTest::newRow("one has none") << Days{"2026-03-01"} << Days{} << QString() << QString();
    QTest::newRow("weekdays") << Days{"Tuesday"} << Days{"Monday"} << QString() << QString();
    QTest::newRow("one cell is empty")
            << Days{"2026-03-01", ""} << Days{"2026-02-01"} << QString() << QString();
}

void TestPeriodOrder::days_otherWayRound_areTold()
{
    QFETCH(Days, earlier);
    QFETCH(Days, later);
    const auto reversed = reversedPeriods(earlier, later);
    QTEST(reversed ? QString::fromStdString(reversed->earlierBegins) : QString(), "begins");
    QTEST(reversed ? QString::fromStdString(reversed->laterEnds) : QString(), "ends");
}

ONEINN_TEST(TestPeriodOrder)

} // namespace tests::periods_periodorder

#include "tst_periodorder.moc"
