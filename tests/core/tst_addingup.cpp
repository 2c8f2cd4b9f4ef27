// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/addingup.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace tests::core_addingup {

using namespace oneinn;

class TestAddingUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOver_goesToTheNearest();
    void nothing_staysNothing();
    void anyParts_addUpNearThemselves();
};

void TestAddingUp::whatIsOver_goesToTheNearest()
{
    // Rounded by themselves they are -2,062.
    QCOMPARE(addingUp({-22.4, -1548.6, -31.2, 24.4, -483.6}, -2061.0, 1.0),
             (std::vector<double>{-22.0, -1548.0, -31.0, 24.0, -484.0}));
    QCOMPARE(addingUp({0.14, 0.14, 0.14}, 0.4, 0.1), (std::vector<double>{0.2, 0.1, 0.1}));
}

void TestAddingUp::nothing_staysNothing()
{
    QCOMPARE(addingUp({}, 0.0, 1.0), std::vector<double>());
    QCOMPARE(addingUp({0.0, 0.4, 0.0}, 1.0, 1.0), (std::vector<double>{0.0, 1.0, 0.0}));
    QCOMPARE(addingUp({0.0, 0.0}, 1.0, 1.0), (std::vector<double>{0.0, 0.0}));
    QCOMPARE(addingUp({0.4, 7.2}, 300.0, 1.0), (std::vector<double>{0.0, 7.0})); // of another
    QVERIFY(!std::signbit(addingUp({-0.2, 3.2}, 3.0, 1.0).front()));
}

void TestAddingUp::anyParts_addUpNearThemselves()
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 1000; ++i) {
        std::vector<double> parts(1 + random() % 9);
        for (double &part : parts)
            part = 30.0 * normal(random);
        const double step = i % 2 == 0 ? 1.0 : 0.01;
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
        const double whole = std::round(sum / step) * step;
        const auto told = addingUp(parts, whole, step);
        QVERIFY(std::abs(std::accumulate(told.begin(), told.end(), 0.0) - whole) < 1e-9);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            QVERIFY(std::abs(told[part] - parts[part]) < step);
            QVERIFY(std::abs(told[part] / step - std::round(told[part] / step)) < 1e-6);
        }
    }
}

ONEINN_TEST(TestAddingUp)

} // namespace tests::core_addingup

#include "tst_addingup.moc"
