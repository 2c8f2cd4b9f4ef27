// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/timecolumn.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::predictions_timecolumn {

using namespace oneinn;
using Values = std::vector<std::string>;

class TestTimeColumn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void column_tellsTime_data();
    void column_tellsTime();
};

void TestTimeColumn::column_tellsTime_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<Values>("values");
    QTest::addColumn<bool>("tells");
    const auto row = [](const char *name, const Values &values, bool tells) {
        QTest::newRow(name) << std::string(name) << values << tells;
    };
    row("day", {"1", "2"}, true);
    row("Order_Date", {"a"}, true);
    row("weeks", {"12"}, true);
    row("created", {"2026-03-01", ""}, true);
    row("at", {"09:30", "9:15"}, true);
    row("when", {"01.03.2026"}, true);
    row("channel", {"web", "app"}, false);
    row("weekday_type", {"work", "free"}, false);
    row("holiday", {"yes", "no"}, false);
    row("daytime", {"a"}, false);
    row("some", {"2026-03-01", "later"}, false);
    row("age", {"10", "20"}, false);
    row("none", {""}, false);
}

void TestTimeColumn::column_tellsTime()
{
    QFETCH(std::string, name);
    QFETCH(Values, values);
    QFETCH(bool, tells);
    QCOMPARE(tellsTime(CategoryColumn{.name = name, .values = values, .codes = {}}), tells);
}

ONEINN_TEST(TestTimeColumn)

} // namespace tests::predictions_timecolumn

#include "tst_timecolumn.moc"
