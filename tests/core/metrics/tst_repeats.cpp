// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/repeats.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <bit>
#include <random>
#include <vector>

namespace tests::core_repeats {

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

std::vector<Tries> triesOf(const QJsonObject &input)
{
    const auto right = input["right"_L1].toArray();
    const auto runs = input["runs"_L1].toArray();
    std::vector<Tries> cases;
    for (qsizetype i = 0; i < runs.size(); ++i)
        cases.push_back({right[i].toDouble(), runs[i].toDouble()});
    return cases;
}

/// Over all choices of k of the tries, counted one by one.
double shareOfChoices(unsigned right, unsigned all, int k)
{
    int choices = 0;
    int allRight = 0;
    for (unsigned chosen = 0; chosen < (1U << all); ++chosen) {
        if (std::popcount(chosen) != k)
            continue;
        ++choices;
        allRight += (chosen >> right) == 0 ? 1 : 0; // the right ones come first
    }
    return double(allRight) / choices;
}

} // namespace

class TestRepeats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTryRight_vectors_areMet()
    {
        const auto vector = testsupport::vector(u"T9.llm.repeats"_s);
        const auto expected = vector.expected.toObject();
        const auto every = everyTryRight(triesOf(vector.input), vector.input["k"_L1].toDouble());
        QVERIFY(every.has_value());
        QVERIFY(std::abs(every->share - expected["pass_hat_k"_L1].toDouble()) <= vector.tolerance);
        QCOMPARE(every->leftOut, expected["left_out"_L1].toDouble());
        QVERIFY(!every->interval.has_value());

        const auto single = testsupport::vector(u"T9.llm.single_runs"_s);
        QVERIFY(!everyTryRight(triesOf(single.input), single.input["k"_L1].toDouble()).has_value());
    }

    void everyTryRight_anyNumbers_isTheShareOfChoices()
    {
        for (unsigned all = 2; all <= 8; ++all) {
            for (unsigned right = 0; right <= all; ++right) {
                for (unsigned k = 2; k <= all; ++k) {
                    const std::vector<Tries> one{{double(right), double(all)}};
                    const auto every = everyTryRight(one, k);
                    QVERIFY(every.has_value());
                    const double expected = shareOfChoices(right, all, int(k));
                    QVERIFY2(std::abs(every->share - expected) < 1e-12,
                             qPrintable(u"%1 of %2, %3"_s.arg(right).arg(all).arg(k)));
                }
            }
        }
        QVERIFY(!everyTryRight({}, 2.0).has_value());
    }

    /// 95 of 100 intervals hold the truth: cases are right with a chance of their own each.
    void everyTryRight_interval_holdsTheTruth()
    {
        constexpr int tries = 3;
        constexpr int worlds = 2000;
        std::mt19937 random(7);
        std::uniform_real_distribution<double> unit(0.0, 1.0);
        int held = 0;
        for (int world = 0; world < worlds; ++world) {
            std::vector<Tries> cases(60, Tries{0.0, tries});
            for (Tries &each : cases) {
                const double chance = unit(random);
                for (int i = 0; i < tries; ++i)
                    each.right += unit(random) < chance ? 1.0 : 0.0;
            }
            const auto every = everyTryRight(cases, tries);
            constexpr double truth = 0.25; // the mean of p^3 for p uniform
            held += every->interval && every->interval->low <= truth
                            && truth <= every->interval->high
                    ? 1
                    : 0;
        }
        // Of 2000 with a chance of 0.95, fewer are held in one of 20,000 runs.
        QVERIFY2(held >= 1860, qPrintable(QString::number(held)));
    }
};

ONEINN_TEST(TestRepeats)

} // namespace tests::core_repeats

#include "tst_repeats.moc"
