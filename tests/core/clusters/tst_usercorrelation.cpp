// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/usercorrelation.h"

#include "core/clusters/clustermoments.h"
#include "core/eigenindex.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::clusters_usercorrelation {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestUserCorrelation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sums_theVectors_data();
    void sums_theVectors();
    void usersDrawnAtACorrelation_tellIt();
};

namespace {

/// Each use is a bad one or not: wrongly shown, or rightly silent.
std::optional<UserCorrelation> correlationOf(
        const std::vector<std::pair<std::uint32_t, bool>> &uses, std::size_t users)
{
    ClusterTallies tallies(users, std::nullopt, uses.size());
    Waterfall all;
    for (const auto &[user, bad] : uses) {
        const UsePart part = bad ? UsePart::WrongShown : UsePart::RightlySilent;
        UseEntries entries;
        entries.add(ClusterColumns::columnOf(part), 1.0);
        tallies.add(user, 0, entries);
        all[part] += Tally{1.0, 1.0, 1.0};
    }
    Eigen::VectorXd bad = Eigen::VectorXd::Zero(eigenIndex(clusterColumns));
    bad[eigenIndex(ClusterColumns::columnOf(UsePart::WrongShown))] = 1.0;
    return ClusterMoments(tallies, all).userCorrelation(bad);
}

} // namespace

void TestUserCorrelation::sums_theVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T9.baserate_ci.icc"_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestUserCorrelation::sums_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const QJsonArray values = vector.input["value"_L1].toArray();
    const QJsonArray names = vector.input["user"_L1].toArray();
    std::vector<std::pair<std::uint32_t, bool>> uses;
    for (qsizetype i = 0; i < values.size(); ++i)
        uses.emplace_back(names[i].toString().mid(1).toUInt(), values[i].toInt() == 1);
    const auto found = correlationOf(uses, 100);
    QVERIFY(found.has_value());
    const auto number = [&](const char *key) {
        return vector.expected[QLatin1String(key)].toDouble();
    };
    COMPARE_NEAR(found->meanOfUses, number("mean_use"), 1e-9);
    COMPARE_NEAR(found->meanOfUsers, number("mean_user"), 1e-9);
    COMPARE_NEAR(found->betweenUsers, number("msb"), 1e-9);
    COMPARE_NEAR(found->withinUsers, number("msw"), 1e-9);
    COMPARE_NEAR(found->usesAUser, number("m0"), 1e-9);
    QCOMPARE(found->correlation.has_value(), !vector.expected["rho"_L1].isNull());
    if (found->correlation)
        COMPARE_NEAR(*found->correlation, number("rho"), 1e-9);
    QCOMPARE(found->usable, vector.expected["usable"_L1].toBool());
}

void TestUserCorrelation::usersDrawnAtACorrelation_tellIt()
{
    std::mt19937_64 random(12);
    std::gamma_distribution<double> a(0.2 * 9.0);
    std::gamma_distribution<double> b(0.8 * 9.0); // 1 / 0.1 - 1
    std::vector<std::pair<std::uint32_t, bool>> uses;
    for (std::uint32_t user = 0; user < 4000; ++user) {
        const double x = a(random);
        const double rate = x / (x + b(random));
        for (unsigned i = 0; i < 6 + user % 7; ++i)
            uses.emplace_back(user, std::uniform_real_distribution<double>()(random) < rate);
    }
    const auto found = correlationOf(uses, 4000);
    QVERIFY(found->usable);
    QVERIFY2(std::abs(*found->correlation - 0.1) < 0.01,
             qPrintable(QString::number(*found->correlation)));
    QVERIFY(std::abs(found->meanOfUsers - 0.2) < 0.01);
}

ONEINN_TEST(TestUserCorrelation)

} // namespace tests::clusters_usercorrelation

#include "tst_usercorrelation.moc"
