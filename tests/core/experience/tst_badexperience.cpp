// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/badexperience.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QTest>

#include <deque>
#include <random>

namespace tests::experience_badexperience {

using namespace oneinn;
using testsupport::number;
using testsupport::Vector;

namespace {

/// Each check takes what it looked at out of `expected`, so that what is left was not checked.
double take(QJsonObject &expected, const char *key)
{
    return number(expected.take(QLatin1String(key)));
}

double input(const Vector &vector, const char *key)
{
    return number(vector.input.value(QLatin1String(key)));
}

void checkBadUseRate(const Vector &vector, QJsonObject &expected)
{
    const Noticed noticed{input(vector, "visible_fp"), input(vector, "visible_fn"),
                          input(vector, "visible_late")};
    COMPARE_NEAR(badUseRate(input(vector, "fp_share"), input(vector, "fn_share"),
                            input(vector, "late_share"), noticed),
                 take(expected, "p_bad"), vector.tolerance);
}

void checkQuantiles(const UsesUntil &actual, QJsonObject &expected)
{
    QCOMPARE(actual.p10, take(expected, "q10"));
    QCOMPARE(actual.median, take(expected, "median"));
    QCOMPARE(actual.p90, take(expected, "q90"));
}

void checkNegativeBinomial(const Vector &vector, QJsonObject &expected)
{
    const auto actual = usesUntilBad(input(vector, "p"), static_cast<int>(input(vector, "k")));
    QVERIFY(actual);
    COMPARE_NEAR(actual->mean, take(expected, "mean"), vector.tolerance);
    COMPARE_NEAR(actual->standardDeviation, take(expected, "sd"), vector.tolerance);
    QCOMPARE(actual->p25, take(expected, "q25"));
    QCOMPARE(actual->p75, take(expected, "q75"));
    checkQuantiles(*actual, expected);
}

void checkWeek(const Vector &vector, QJsonObject &expected)
{
    const double p = input(vector, "p");
    const auto uses = static_cast<int>(input(vector, "uses"));
    const auto k = testsupport::numbers(vector.input.value(QLatin1String("k")));
    const auto fixedUses = testsupport::numbers(expected.take(QLatin1String("binomial")));
    const auto varying = testsupport::numbers(expected.take(QLatin1String("poisson_usage")));
    QCOMPARE(fixedUses.size(), k.size());
    QCOMPARE(varying.size(), k.size());
    for (Eigen::Index i = 0; i < k.size(); ++i) {
        const auto bad = static_cast<int>(k[i]);
        COMPARE_NEAR(shareMeeting(p, uses, bad), fixedUses[i], vector.tolerance);
        COMPARE_NEAR(shareMeetingVaryingUses(p, uses, bad), varying[i], vector.tolerance);
    }
}

void checkUsersDiffer(const Vector &vector, QJsonObject &expected)
{
    const double p = input(vector, "p");
    const double rho = input(vector, "rho");
    const double alpha = take(expected, "alpha");
    COMPARE_NEAR(p * (1.0 / rho - 1.0), alpha, vector.tolerance);
    COMPARE_NEAR(1.0 / rho - 1.0 - alpha, take(expected, "beta"), vector.tolerance);
    const auto k = testsupport::numbers(vector.input.value(QLatin1String("k")));
    const auto share = testsupport::numbers(expected.take(QLatin1String("p_at_least_k")));
    QCOMPARE(share.size(), k.size());
    for (Eigen::Index i = 0; i < k.size(); ++i)
        COMPARE_NEAR(shareMeeting(p, static_cast<int>(input(vector, "uses")),
                                  static_cast<int>(k[i]), rho),
                     share[i], vector.tolerance);
    auto third = expected.take(QLatin1String("until_3rd")).toObject();
    const auto actual = usesUntilBad(p, 3, rho);
    QVERIFY(actual);
    COMPARE_NEAR(actual->mean, take(third, "mean"), vector.tolerance);
    checkQuantiles(*actual, third);
    QVERIFY(third.isEmpty());
}

void checkWindow(const Vector &vector, QJsonObject &expected)
{
    const auto actual = usesUntilBadWithin(input(vector, "p"), static_cast<int>(input(vector, "k")),
                                           static_cast<int>(input(vector, "window")));
    COMPARE_NEAR(actual.mean, take(expected, "mean"), vector.tolerance);
    QCOMPARE(actual.p10, take(expected, "q10"));
    QCOMPARE(actual.median, take(expected, "median"));
    QCOMPARE(actual.p90, take(expected, "q90"));
}

void checkRetention(const Vector &vector, QJsonObject &expected)
{
    const double alpha = input(vector, "alpha");
    const double beta = input(vector, "beta");
    const auto t = testsupport::numbers(vector.input.value(QLatin1String("t")));
    const auto survival = testsupport::numbers(expected.take(QLatin1String("survival")));
    const auto retention = testsupport::numbers(expected.take(QLatin1String("retention")));
    QCOMPARE(survival.size(), t.size());
    QCOMPARE(retention.size(), t.size());
    for (Eigen::Index i = 0; i < t.size(); ++i) {
        COMPARE_NEAR(retentionSurvival(alpha, beta, t[i]), survival[i], vector.tolerance);
        COMPARE_NEAR(retentionRate(alpha, beta, t[i]), retention[i], vector.tolerance);
    }
}

using Check = void (*)(const Vector &, QJsonObject &);

/// The check for a vector; nothing for one that nobody has written yet.
Check checkFor(const QString &id)
{
    static const QList<std::pair<QString, Check>> checks{
            {QStringLiteral("T4.p_bad"), checkBadUseRate},
            {QStringLiteral("T4.nbinom."), checkNegativeBinomial},
            {QStringLiteral("T4.week"), checkWeek},
            {QStringLiteral("T4.heterogeneous"), checkUsersDiffer},
            {QStringLiteral("T4.window"), checkWindow},
            {QStringLiteral("T4.sbg"), checkRetention},
    };
    for (const auto &[prefix, check] : checks) {
        if (id.startsWith(prefix))
            return check;
    }
    return nullptr;
}

/// P(at least k bad among n uses) for users who all have rate p, by adding up one use at a time.
std::vector<double> tailsByAddingUp(double p, int k, int most)
{
    std::vector<double> bad(static_cast<std::size_t>(k) + 1, 0.0);
    bad[0] = 1.0;
    std::vector<double> tails{0.0};
    for (int n = 1; n <= most; ++n) {
        bad[static_cast<std::size_t>(k)] += bad[static_cast<std::size_t>(k) - 1] * p;
        for (auto i = static_cast<std::size_t>(k) - 1; i > 0; --i)
            bad[i] = bad[i] * (1.0 - p) + bad[i - 1] * p;
        bad[0] *= 1.0 - p;
        tails.push_back(bad[static_cast<std::size_t>(k)]);
    }
    return tails;
}

double firstReaching(const std::vector<double> &tails, double q)
{
    for (std::size_t n = 0; n < tails.size(); ++n) {
        if (tails[n] >= q - 1e-12)
            return static_cast<double>(n);
    }
    return std::numeric_limits<double>::infinity();
}

/// P(at least k bad among n uses) where rates differ: Polya's urn, one use at a time.
std::vector<double> tailsByUrn(double alpha, double beta, int k, int most)
{
    std::vector<double> bad(static_cast<std::size_t>(k) + 1, 0.0);
    bad[0] = 1.0;
    std::vector<double> tails{0.0};
    for (int n = 0; n < most; ++n) {
        auto next = bad;
        for (int i = 0; i < k; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const double moving = bad[at] * (alpha + i) / (alpha + beta + n);
            next[at] -= moving;
            next[at + 1] += moving;
        }
        bad = next;
        tails.push_back(bad[static_cast<std::size_t>(k)]);
    }
    return tails;
}

} // namespace

class TestBadExperience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_everyOneOfTheFamily_agrees_data();
    void vectors_everyOneOfTheFamily_agrees();
    void usesUntilBad_manyRates_agreesWithAddingUp_data();
    void usesUntilBad_manyRates_agreesWithAddingUp();
    void usesUntilBad_usersDiffer_agreesWithUrn_data();
    void usesUntilBad_usersDiffer_agreesWithUrn();
    void usesUntilBad_neverBad_isAbsent();
    void badUseRate_sharesOfOneWhole_neverExceedIt();
    void usesUntilBad_alwaysBad_isK();
    void usesUntilBad_tinyRate_isFastAndExact();
    void usesUntilBad_heavyTail_hasNoMeanAndMayBeInfinite();
    void usesUntilBad_hardlyDiffering_approachesAlike();
    void shareMeeting_extremes_areExact();
    void usesUntilBadWithin_knownForms_agree_data();
    void usesUntilBadWithin_knownForms_agree();
    void usesUntilBadWithin_simulation_agrees();
    void usesUntilBadWithin_rareEvents_areFast();
};

void TestBadExperience::vectors_everyOneOfTheFamily_agrees_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : testsupport::vectorIds(QStringLiteral("T4."))) {
        if (id != QLatin1String("T4.wording")) // tst_naturalfrequency
            QTest::addRow("%s", qPrintable(id)) << id;
    }
}

void TestBadExperience::vectors_everyOneOfTheFamily_agrees()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    const auto check = checkFor(id);
    QVERIFY2(check, "no check for this vector");
    auto expected = vector.expected.toObject();
    QVERIFY(!expected.isEmpty());
    check(vector, expected);
    QVERIFY2(expected.isEmpty(), qPrintable(expected.keys().join(QLatin1Char(' '))));
}

void TestBadExperience::usesUntilBad_manyRates_agreesWithAddingUp_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("k");
    for (const double p : {0.003, 0.05, 0.125, 0.25, 0.5, 0.75, 0.999}) {
        for (const int k : {1, 2, 3, 5, 10})
            QTest::addRow("p %g k %d", p, k) << p << k;
    }
}

void TestBadExperience::usesUntilBad_manyRates_agreesWithAddingUp()
{
    QFETCH(double, p);
    QFETCH(int, k);
    const auto tails = tailsByAddingUp(p, k, 8000);
    const auto actual = usesUntilBad(p, k);
    QVERIFY(actual);
    QCOMPARE(actual->p10, firstReaching(tails, 0.1));
    QCOMPARE(actual->p25, firstReaching(tails, 0.25));
    QCOMPARE(actual->median, firstReaching(tails, 0.5));
    QCOMPARE(actual->p75, firstReaching(tails, 0.75));
    QCOMPARE(actual->p90, firstReaching(tails, 0.9));
    for (const int uses : {0, 1, k, 20, 400})
        COMPARE_NEAR(shareMeeting(p, uses, k), tails[static_cast<std::size_t>(uses)], 1e-11);
}

void TestBadExperience::usesUntilBad_usersDiffer_agreesWithUrn_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("rho");
    for (const double p : {0.13, 0.5, 0.9}) {
        for (const int k : {1, 3, 7}) {
            for (const double rho : {0.0001, 0.05, 0.4})
                QTest::addRow("p %g k %d rho %g", p, k, rho) << p << k << rho;
        }
    }
}

void TestBadExperience::usesUntilBad_usersDiffer_agreesWithUrn()
{
    QFETCH(double, p);
    QFETCH(int, k);
    QFETCH(double, rho);
    const double sum = 1.0 / rho - 1.0;
    const auto tails = tailsByUrn(p * sum, (1.0 - p) * sum, k, 4000);
    const auto actual = usesUntilBad(p, k, rho);
    QVERIFY(actual);
    const std::pair<double, double> quantiles[]{
            {actual->p10, 0.1}, {actual->p25, 0.25}, {actual->median, 0.5}, {actual->p75, 0.75}};
    for (const auto &[quantile, q] : quantiles) {
        const double expected = firstReaching(tails, q);
        if (std::isinf(expected))
            QVERIFY(quantile > 4000);
        else
            QCOMPARE(quantile, expected);
    }
    for (const int uses : {0, 1, k, 20, 400})
        COMPARE_NEAR(shareMeeting(p, uses, k, rho), tails[static_cast<std::size_t>(uses)], 1e-10);
}

void TestBadExperience::usesUntilBad_neverBad_isAbsent()
{
    QVERIFY(!usesUntilBad(0.0, 3));
    QVERIFY(!usesUntilBad(0.0, 3, 0.1));
}

void TestBadExperience::badUseRate_sharesOfOneWhole_neverExceedIt()
{
    const double third = 0.33333333333333337; // as rounded up, thrice
    QCOMPARE(badUseRate(third, third, third, {1.0, 1.0, 1.0}), 1.0);
    QVERIFY(!usesUntilBad(5e-324, 3));
    QVERIFY(!usesUntilBad(5e-324, 3, 0.1));
}

void TestBadExperience::usesUntilBad_alwaysBad_isK()
{
    for (const auto &actual : {usesUntilBad(1.0, 4), usesUntilBad(1.0, 4, 0.1)}) {
        QVERIFY(actual);
        COMPARE_NEAR(actual->mean, 4.0, 0.0);
        COMPARE_NEAR(actual->standardDeviation, 0.0, 0.0);
        QCOMPARE(actual->p10, 4.0);
        QCOMPARE(actual->median, 4.0);
        QCOMPARE(actual->p90, 4.0);
    }
}

void TestBadExperience::usesUntilBad_tinyRate_isFastAndExact()
{
    QElapsedTimer timer;
    timer.start();
    const auto once = usesUntilBad(1e-7, 1);
    const auto third = usesUntilBad(1e-7, 3);
    const auto rarest = usesUntilBad(1e-12, 3);
    QVERIFY(timer.elapsed() < 200);
    // 1 - (1 - p)^n >= 1/2, n = ln 2 / -ln(1 - p)
    QCOMPARE(once->median, std::ceil(std::log(0.5) / std::log1p(-1e-7)));
    // The k-th event of a rare process: gamma(3) has its median at 2.6740603.
    QVERIFY(std::abs(third->median - 2.67406031372e7) < 10.0);
    QVERIFY(std::abs(rarest->median - 2.67406031372e12) < 1e5);
}

void TestBadExperience::usesUntilBad_heavyTail_hasNoMeanAndMayBeInfinite()
{
    const auto rare = usesUntilBad(0.001, 3, 0.1); // alpha = 0.009
    QVERIFY(rare);
    QVERIFY(!rare->mean);
    QVERIFY(!rare->standardDeviation);
    QVERIFY(std::isinf(rare->median));
    const auto wide = usesUntilBad(0.13, 3, 0.1); // alpha = 1.17: a mean, no variance
    QVERIFY(wide->mean);
    QVERIFY(!wide->standardDeviation);
}

void TestBadExperience::usesUntilBad_hardlyDiffering_approachesAlike()
{
    const auto alike = usesUntilBad(0.13, 3);
    const auto differing = usesUntilBad(0.13, 3, 1e-9);
    QCOMPARE(differing->median, alike->median);
    QCOMPARE(differing->p90, alike->p90);
    COMPARE_NEAR(differing->mean, alike->mean, 1e-5);
    COMPARE_NEAR(differing->standardDeviation, alike->standardDeviation, 1e-5);
    // A thousand bad ones in two thousand uses: single terms underflow, their sum does not.
    COMPARE_NEAR(shareMeeting(0.5, 2000, 1000, 1e-9), shareMeeting(0.5, 2000, 1000), 1e-5);
}

void TestBadExperience::shareMeeting_extremes_areExact()
{
    QCOMPARE(shareMeeting(0.0, 20, 1), 0.0);
    QCOMPARE(shareMeeting(1.0, 20, 20), 1.0);
    QCOMPARE(shareMeeting(1.0, 20, 21), 0.0);
    QCOMPARE(shareMeeting(0.3, 2, 3), 0.0);
    QCOMPARE(shareMeeting(0.0, 20, 1, 0.1), 0.0);
    QCOMPARE(shareMeeting(1.0, 20, 3, 0.1), 1.0);
    QCOMPARE(shareMeetingVaryingUses(0.0, 20, 1), 0.0);
    QCOMPARE(shareMeetingVaryingUses(0.3, 0.0, 1), 0.0);
    COMPARE_NEAR(shareMeetingVaryingUses(0.3, 10.0, 1), 1.0 - std::exp(-3.0), 1e-12);
}

void TestBadExperience::usesUntilBadWithin_knownForms_agree_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("window");
    QTest::addColumn<double>("mean");
    for (const double p : {0.9, 0.5, 0.13, 0.01, 1e-5}) {
        // k = 1 is geometric; k = window = 2 and runs of k have closed forms (Feller 1968, XIII.7).
        QTest::addRow("first, p %g", p) << p << 1 << 7 << 1.0 / p;
        QTest::addRow("memory of one, p %g", p) << p << 1 << 1 << 1.0 / p;
        QTest::addRow("pair, p %g", p) << p << 2 << 2 << (1.0 + p) / (p * p);
        QTest::addRow("run of 5, p %g", p)
                << p << 5 << 5 << (1.0 - std::pow(p, 5)) / (std::pow(p, 5) * (1.0 - p));
    }
}

void TestBadExperience::usesUntilBadWithin_knownForms_agree()
{
    QFETCH(double, p);
    QFETCH(int, k);
    QFETCH(int, window);
    QFETCH(double, mean);
    const auto actual = usesUntilBadWithin(p, k, window);
    COMPARE_NEAR(actual.mean, mean, 1e-9 * mean);
    if (k == 1) {
        const auto geometric = usesUntilBad(p, 1);
        QCOMPARE(actual.p10, geometric->p10);
        QCOMPARE(actual.median, geometric->median);
        QCOMPARE(actual.p90, geometric->p90);
    }
}

void TestBadExperience::usesUntilBadWithin_simulation_agrees()
{
    std::mt19937 random(7);
    std::bernoulli_distribution bad(0.2);
    const int users = 20000;
    double sum = 0.0;
    int byMedian = 0;
    const auto actual = usesUntilBadWithin(0.2, 3, 8);
    for (int user = 0; user < users; ++user) {
        std::deque<int> when;
        int use = 0;
        while (when.size() < 3) {
            ++use;
            if (!when.empty() && when.front() <= use - 8)
                when.pop_front();
            if (bad(random))
                when.push_back(use);
        }
        sum += use;
        byMedian += use <= actual.median ? 1 : 0;
    }
    COMPARE_NEAR(actual.mean, sum / users, 0.03 * actual.mean); // five standard errors
    QVERIFY(byMedian >= users / 2 - 400);
    QVERIFY(byMedian <= users * 55 / 100 + 400);
}

void TestBadExperience::usesUntilBadWithin_rareEvents_areFast()
{
    QElapsedTimer timer;
    timer.start();
    const auto rare = usesUntilBadWithin(1e-6, 5, 10);
    QVERIFY(timer.elapsed() < 2000);
    // Rare clumps: one in p^5 times the ways the last four can lie in the nine uses before, 126.
    QVERIFY(std::abs(rare.mean * 126e-30 - 1.0) < 1e-3);
    QVERIFY(std::abs(rare.median / (std::log(2.0) * rare.mean) - 1.0) < 1e-6);
    QVERIFY(std::isinf(usesUntilBadWithin(1e-30, 12, 12).mean));
}

ONEINN_TEST(TestBadExperience)

} // namespace tests::experience_badexperience

#include "tst_badexperience.moc"
