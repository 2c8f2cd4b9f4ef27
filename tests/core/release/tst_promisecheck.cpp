// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/promisecheck.h"
#include "support/releasevectors.h"
#include "support/testprogram.h"

#include <boost/math/distributions/binomial.hpp>

#include <QTest>

namespace tests::release_promisecheck {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::optionalNumber;
using testsupport::releaseVector;

namespace {

Tally rows(double count)
{
    return {.rows = count, .weight = count, .squaredWeight = count};
}

PromisedShare promised(double yes, double all, double atMost)
{
    return {.yes = rows(yes), .no = rows(all - yes), .clusters = {}, .atMost = atMost};
}

CheckOutcome outcomeNamed(const QString &name)
{
    return name == u"holds"      ? CheckOutcome::Holds
            : name == u"outside" ? CheckOutcome::Outside
                                 : CheckOutcome::CannotTellYet;
}

struct Errors {
    double outside = 0.0;
    double holds = 0.0;
};

/// How often a look says so of a share, exactly.
Errors saidOf(double share, int uses, double atMost)
{
    const boost::math::binomial counts(uses, share);
    Errors said;
    for (int yes = 0; yes <= uses; ++yes) {
        const auto outcome = checkPromises({promised(yes, uses, atMost)}).front().outcome;
        const double chance = boost::math::pdf(counts, yes);
        said.outside += outcome == CheckOutcome::Outside ? chance : 0.0;
        said.holds += outcome == CheckOutcome::Holds ? chance : 0.0;
    }
    return said;
}

} // namespace

class TestPromiseCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_check_asExpected_data();
    void vector_check_asExpected();
    void vector_size_asExpected();
    void errors_ofOneLook_areAsToldOrFewer_data();
    void errors_ofOneLook_areAsToldOrFewer();
    void size_saysHoldsEightTimesOfTen();
};

void TestPromiseCheck::vector_check_asExpected_data()
{
    QTest::addColumn<QString>("id");
    for (int i = 0; i < 4; ++i)
        QTest::addRow("%d", i) << u"T9.release.check.%1"_s.arg(i);
}

void TestPromiseCheck::vector_check_asExpected()
{
    QFETCH(const QString, id);
    const QJsonObject vector = releaseVector(id);
    std::vector<PromisedShare> promises;
    for (const auto &one : vector["input"_L1]["promises"_L1].toArray())
        promises.push_back(promised(one["bad"_L1].toDouble(), one["n"_L1].toDouble(),
                                    one["at_most"_L1].toDouble()));
    const auto checked = checkPromises(promises);
    const QJsonValue expected = vector["expected"_L1];
    const QJsonArray each = expected["promises"_L1].toArray();
    QCOMPARE(qsizetype(checked.size()), each.size());
    for (std::size_t i = 0; i < checked.size(); ++i) {
        const QJsonValue one = each.at(qsizetype(i));
        QCOMPARE(int(checked[i].outcome), int(outcomeNamed(one["outcome"_L1].toString())));
        QCOMPARE(checked[i].interval.has_value(), !one["interval"_L1].isNull());
        if (!checked[i].interval)
            continue;
        COMPARE_NEAR(checked[i].interval->low, one["interval"_L1][0].toDouble(), 1e-9);
        COMPARE_NEAR(checked[i].interval->high, one["interval"_L1][1].toDouble(), 1e-9);
    }
    QCOMPARE(int(overall(checked)), int(outcomeNamed(expected["outcome"_L1].toString())));
}

void TestPromiseCheck::vector_size_asExpected()
{
    COMPARE_NEAR(usesToHold(0.15, 0.12), 1053.0, 0.0);
    QVERIFY(!usesToHold(0.15, 0.15));
}

void TestPromiseCheck::errors_ofOneLook_areAsToldOrFewer_data()
{
    QTest::addColumn<double>("atMost");
    QTest::addColumn<int>("uses");
    for (const double atMost : {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95}) {
        for (const int uses : {50, 100, 200, 500, 1000})
            QTest::addRow("%g in %d", atMost, uses) << atMost << uses;
    }
}

/// At a share right at what was promised both errors are as large as they get.
void TestPromiseCheck::errors_ofOneLook_areAsToldOrFewer()
{
    QFETCH(const double, atMost);
    QFETCH(const int, uses);
    const Errors at = saidOf(atMost, uses, atMost);
    QVERIFY2(at.outside <= 0.025, qPrintable(QString::number(at.outside)));
    QVERIFY2(at.holds <= 0.025, qPrintable(QString::number(at.holds)));
    QVERIFY(saidOf(0.9 * atMost, uses, atMost).outside <= at.outside + 1e-12);
    QVERIFY(saidOf(std::min(1.0, 1.1 * atMost), uses, atMost).holds <= at.holds + 1e-12);
}

void TestPromiseCheck::size_saysHoldsEightTimesOfTen()
{
    for (const auto &[atMost, share] : {std::pair(0.15, 0.12), std::pair(0.2, 0.13),
                                        std::pair(0.8, 0.72), std::pair(0.05, 0.03)}) {
        const double holds = saidOf(share, int(*usesToHold(atMost, share)), atMost).holds;
        QVERIFY2(holds > 0.75 && holds < 0.85, qPrintable(QString::number(holds)));
    }
}

ONEINN_TEST(TestPromiseCheck)

} // namespace tests::release_promisecheck

#include "tst_promisecheck.moc"
