// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/valueorder.h"

#include "core/predictions/selection.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::predictions_valueorder {

using namespace oneinn;
using Match = Selection::Match;

class TestValueOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_hasOneOrder_data();
    void pair_hasOneOrder();
    void pair_withoutOrder_isNeitherBeforeNorFrom_data();
    void pair_withoutOrder_isNeitherBeforeNorFrom();
    void values_rise_data();
    void values_rise();
    void values_ofTwoKinds_haveNoOrder();
    void naturally_digitsAreWhatTheyAre();
};

void TestValueOrder::pair_hasOneOrder_data()
{
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    const auto row = [](const char *first, const char *second) {
        QTest::newRow(first) << std::string(first) << std::string(second);
    };
    row("9", "10");
    row("-1", "-0.5");
    row("2025-12-31", "2026-01-01");
    row("2026-03-01", "2026-03-01T00:00:00Z");
    row("2026-03-01 09:59", "2026-03-01 10:00");
    row("28.02.2026", "01.03.2026");
    row("day 9", "day 10");
}

void TestValueOrder::pair_hasOneOrder()
{
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QCOMPARE(comesBefore(first, second), std::optional(true));
    QCOMPARE(comesBefore(second, first), std::optional(false));
    QCOMPARE(comesBefore(first, first), std::optional(false));
    const Selection::Where before{"day", second, Match::Before};
    const Selection::Where from{"day", second, Match::From};
    QVERIFY(before.admits(first) && !before.admits(second));
    QVERIFY(!from.admits(first) && from.admits(second));
}

void TestValueOrder::pair_withoutOrder_isNeitherBeforeNorFrom_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("bound");
    QTest::newRow("empty") << std::string() << std::string("2026-03-01");
    QTest::newRow("word") << std::string("web") << std::string("2026-03-01");
    QTest::newRow("two words") << std::string("a") << std::string("b");
    QTest::newRow("day and number") << std::string("2026-03-01") << std::string("7");
    QTest::newRow("American") << std::string("03/04/2026") << std::string("03/05/2026");
    QTest::newRow("no number") << std::string("nan") << std::string("1");
}

void TestValueOrder::pair_withoutOrder_isNeitherBeforeNorFrom()
{
    QFETCH(std::string, cell);
    QFETCH(std::string, bound);
    QVERIFY(!comesBefore(cell, bound));
    QVERIFY(!(Selection::Where{"day", bound, Match::Before}.admits(cell)));
    QVERIFY(!(Selection::Where{"day", bound, Match::From}.admits(cell)));
}

void TestValueOrder::values_rise_data()
{
    using Values = std::vector<std::string>;
    QTest::addColumn<Values>("values");
    QTest::addColumn<Values>("expected");
    QTest::newRow("numbers") << Values{"10", "9", "", "-1.5"} << Values{"-1.5", "9", "10"};
    QTest::newRow("days") << Values{"2026-01-02", "2025-12-31"}
                          << Values{"2025-12-31", "2026-01-02"};
    QTest::newRow("days first") << Values{"01.03.2026", "28.02.2026"}
                                << Values{"28.02.2026", "01.03.2026"};
}

void TestValueOrder::values_rise()
{
    QFETCH(std::vector<std::string>, values);
    QFETCH(std::vector<std::string>, expected);
    QCOMPARE(inOrder(values), std::optional(expected));
}

void TestValueOrder::values_ofTwoKinds_haveNoOrder()
{
    QVERIFY(!inOrder({"1", "web"}));
    QVERIFY(!inOrder({"2026-03-01", "01.03.2026"}));
    QVERIFY(!inOrder({""}));
    QVERIFY(!inOrder({}));
}

void TestValueOrder::naturally_digitsAreWhatTheyAre()
{
    std::vector<std::string> names{"class10", "class2", "b", "class1a", "class", "class02", "a3"};
    std::ranges::sort(names, naturallyBefore);
    QCOMPARE(names,
             (std::vector<std::string>{"a3", "b", "class", "class1a", "class02", "class2",
                                       "class10"}));
    QVERIFY(!naturallyBefore("class2", "class2"));
}

ONEINN_TEST(TestValueOrder)

} // namespace tests::predictions_valueorder

#include "tst_valueorder.moc"
