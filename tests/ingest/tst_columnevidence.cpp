// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnevidence.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::ingest_columnevidence {

using namespace oneinn;
using namespace oneinn::ingest;

class TestColumnEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderingOf_normalScores_intervalHoldsTheArea_data()
    {
        QTest::addColumn<int>("positives");
        QTest::addColumn<int>("negatives");
        QTest::addColumn<double>("shift");
        const auto row = [](const char *name, int positives, int negatives, double shift) {
            QTest::newRow(name) << positives << negatives << shift;
        };
        row("no order, few", 20, 60, 0.0);
        row("no order, many", 200, 600, 0.0);
        row("some order", 50, 150, 0.5);
        row("good order", 50, 150, 1.5);
        row("turned round", 50, 150, -0.8);
    }

    /// 95 of 100 are promised. The area of two normal scores is Phi(shift / sqrt 2).
    void orderingOf_normalScores_intervalHoldsTheArea()
    {
        QFETCH(int, positives);
        QFETCH(int, negatives);
        QFETCH(double, shift);
        const double area = 0.5 * std::erfc(-shift / 2.0);
        std::mt19937_64 random(7);
        std::normal_distribution<double> noise;
        constexpr int runs = 1000;
        int held = 0;
        for (int run = 0; run < runs; ++run) {
            std::vector<double> scores;
            std::vector<LabelClass> classes;
            for (int i = 0; i < positives + negatives; ++i) {
                scores.push_back(noise(random) + (i < positives ? shift : 0.0));
                classes.push_back(i < positives ? LabelClass::Positive : LabelClass::Negative);
            }
            const auto order = orderingOf(scores, classes);
            QVERIFY(order.has_value());
            held += order->low <= area && area <= order->high ? 1 : 0;
        }
        QVERIFY2(held >= 930 && held <= 975, qPrintable(QString::number(held)));
    }

    void orderingOf_fewerThanFiveOfAClass_isAbsent()
    {
        const std::vector<double> scores{1, 2, 3, 4, 5, 6, 7, 8, 9};
        std::vector<LabelClass> classes(9, LabelClass::Negative);
        std::fill_n(classes.begin(), 4, LabelClass::Positive);
        QVERIFY(!orderingOf(scores, classes));
    }

    void orderingOf_tiesCountHalf()
    {
        const std::vector<double> scores(12, 1.0);
        std::vector<LabelClass> classes(12, LabelClass::Negative);
        std::fill_n(classes.begin(), 6, LabelClass::Positive);
        QCOMPARE(orderingOf(scores, classes)->auc, 0.5);
    }
};

ONEINN_TEST(TestColumnEvidence)

} // namespace tests::ingest_columnevidence

#include "tst_columnevidence.moc"
