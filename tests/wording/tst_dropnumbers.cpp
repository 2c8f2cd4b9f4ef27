// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropnumbers.h"

#include "support/testprogram.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

namespace tests::wording_dropnumbers {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestDropNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTold_addsUp_data();
    void whatIsTold_addsUp();
    void decimals_areThoseOfTheLargest();
};

namespace {

Dropped droppedBy(double before, std::vector<double> parts,
                  DropMeasure measure = DropMeasure::Value)
{
    Dropped dropped{.measure = measure};
    dropped.diagnosis.measureBefore = dropped.diagnosis.measureAfter = before;
    const std::array causes{DropCause::BaseRate, DropCause::ScoreMix, DropCause::Meaning,
                            DropCause::Segment, DropCause::Waits};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        dropped.waterfall.amounts.push_back(
                {.cause = causes.at(i), .amount = parts[i], .interval = {}});
        dropped.waterfall.change += parts[i];
        dropped.diagnosis.measureAfter += parts[i];
    }
    return dropped;
}

/// As its reader does.
double read(QString text)
{
    return text.remove(u',').replace(u'\u2212', u'-').toDouble();
}

} // namespace

void TestDropNumbers::whatIsTold_addsUp_data()
{
    QTest::addColumn<double>("size");
    for (const double size : {0.0005, 0.02, 0.3, 4.0})
        QTest::addRow("%g", size) << size;
}

void TestDropNumbers::whatIsTold_addsUp()
{
    QFETCH(const double, size);
    std::mt19937_64 random(2);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 300; ++i) {
        std::vector<double> parts(5);
        for (double &part : parts)
            part = 0.3 * size * normal(random);
        const Dropped dropped = droppedBy(size, parts);
        const wording::DropNumbers numbers(dropped);
        const double change = read(numbers.change());
        QVERIFY(std::abs(read(numbers.before()) + change - read(numbers.after())) < 1e-9);
        double sum = 0.0;
        for (const DropAmount &amount : dropped.waterfall.amounts)
            sum += read(numbers.of(amount));
        QVERIFY2(std::abs(sum - change) < 1e-9, qPrintable(u"%1 %2"_s.arg(sum).arg(change)));
    }
}

void TestDropNumbers::decimals_areThoseOfTheLargest()
{
    const Dropped dropped = droppedBy(0.0374, {0.0099, 0.00512}, DropMeasure::Wrong);
    const wording::DropNumbers numbers(dropped);
    QCOMPARE(numbers.before(), u"37.4"_s);
    QCOMPARE(numbers.after(), u"52.4"_s);
    QCOMPARE(numbers.change(), u"+15"_s);
    QCOMPARE(numbers.of(dropped.waterfall.amounts[0]), u"+9.9"_s);
    QCOMPARE(numbers.of(dropped.waterfall.amounts[1]), u"+5.1"_s);
    QCOMPARE(numbers.range({-0.00249, 0.01}), u"95 % interval from \u22122.5 to +10"_s);
}

ONEINN_TEST(TestDropNumbers)

} // namespace tests::wording_dropnumbers

#include "tst_dropnumbers.moc"
