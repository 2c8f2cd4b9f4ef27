// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/featurecolumn.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace tests::predictions_featurecolumn {

using oneinn::FeatureColumn;

class TestFeatureColumn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void number_isKeptToOnePartIn256_data();
    void number_isKeptToOnePartIn256();
    void cell_notSet_isEmpty();
    void cell_withoutNumber_isNotEmpty();
    void number_withoutEnd_staysSo();
    void rows_resized_keepTheirs();
};

void TestFeatureColumn::number_isKeptToOnePartIn256_data()
{
    QTest::addColumn<double>("number");
    for (const double number : {0.0, 1.0, -1.0, 0.1, 3.14159, -2.71828, 1e-30, 123456.789, -9.99e37,
                                255.99, 1.9999, 3.3e38})
        QTest::addRow("%g", number) << number;
}

void TestFeatureColumn::number_isKeptToOnePartIn256()
{
    QFETCH(double, number);
    FeatureColumn column("amount", 1);
    column.set(0, number);
    QVERIFY(!column.isEmpty(0));
    QVERIFY(std::abs(column.at(0) - number) <= std::abs(number) / 256.0);
}

void TestFeatureColumn::cell_notSet_isEmpty()
{
    const FeatureColumn column("amount", 1);
    QVERIFY(column.isEmpty(0));
    QVERIFY(std::isnan(column.at(0)));
}

void TestFeatureColumn::cell_withoutNumber_isNotEmpty()
{
    FeatureColumn column("amount", 2);
    column.setNoNumber(0);
    column.set(1, std::numeric_limits<double>::quiet_NaN());
    for (const int row : {0, 1}) {
        QVERIFY(!column.isEmpty(row));
        QVERIFY(std::isnan(column.at(row)));
    }
}

void TestFeatureColumn::number_withoutEnd_staysSo()
{
    FeatureColumn column("amount", 2);
    column.set(0, 1e300);
    column.set(1, -std::numeric_limits<double>::infinity());
    QVERIFY(std::isinf(column.at(0)) && column.at(0) > 0.0);
    QVERIFY(std::isinf(column.at(1)) && column.at(1) < 0.0);
}

void TestFeatureColumn::rows_resized_keepTheirs()
{
    FeatureColumn column("amount", 1);
    column.set(0, 2.0);
    column.resize(3);
    QCOMPARE(column.rows(), Eigen::Index{3});
    QCOMPARE(column.at(0), 2.0);
    QVERIFY(column.isEmpty(2));
    column.resize(1);
    QCOMPARE(column.at(0), 2.0);
}

ONEINN_TEST(TestFeatureColumn)

} // namespace tests::predictions_featurecolumn

#include "tst_featurecolumn.moc"
