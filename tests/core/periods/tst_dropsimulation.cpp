// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <cstdio>
#include <map>
#include <random>
#include <string>

/// One cause is put into the second of two simulated periods, and has to be the first one named in
/// at least 95 of 100; without any, something may be named in at most 5 of 100. The bounds are
/// those that a promise just kept would miss in one of a thousand runs. ONEINN_DROP_PAIRS sets
/// how many pairs of each, and prints the table of docs/coverage.md.
namespace tests::periods_dropsimulation {

using namespace oneinn;

namespace {

constexpr int uses = 6000;
constexpr double budget = 900.0;

struct World {
    double intercept = -2.6;
    double goodTwice = 0.0; ///< chance that a bad use is dropped, so that good ones are more
    double riskyShare = 0.25;
    bool emptyCells = false, otherUnit = false, newValue = false, turned = false;
    bool brokenSegment = false, badRelease = false, slowTail = false, failures = false;
};

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

struct Drawn {
    std::vector<double> score, wait;
    std::vector<std::uint8_t> label, failed;
    std::vector<std::uint32_t> channel, version, user;
};

void addUse(Drawn &drawn, const World &world, bool later, std::mt19937 &random)
{
    std::uniform_real_distribution<double> uniform;
    std::normal_distribution<double> normal;
    for (;;) {
        const bool risky = uniform(random) < world.riskyShare;
        std::uint32_t channel = risky ? 2 : (uniform(random) < 0.6 ? 0 : 1);
        double logOdds = world.intercept + (risky ? 1.5 : 0.0) + 2.0 * normal(random);
        const double score = logOdds;
        if (world.turned && score > 0.0 && score < 2.5)
            logOdds = -logOdds;
        const bool good = uniform(random) < logistic(logOdds);
        if (!good && uniform(random) < world.goodTwice)
            continue;
        const bool newVersion = later && uniform(random) < 0.5;
        double told = score;
        if ((world.brokenSegment && channel == 1) || (world.badRelease && newVersion))
            told = 0.4 * score + 1.2 * normal(random) - 1.0;
        if (world.newValue && uniform(random) < 0.1)
            channel = 3;
        if (world.emptyCells && uniform(random) < 0.1)
            channel = 4;
        double wait = 300.0 * std::exp(0.4 * normal(random));
        if (world.slowTail && uniform(random) < 0.12)
            wait += 1500.0;
        if (world.otherUnit)
            wait /= 1000.0;
        const bool failed = uniform(random) < (world.failures ? 0.06 : 0.01);
        drawn.score.push_back(failed ? 0.0 : logistic(told));
        drawn.wait.push_back(failed ? std::nan("") : wait);
        drawn.label.push_back(good ? 1 : 0);
        drawn.failed.push_back(failed ? 1 : 0);
        drawn.channel.push_back(channel);
        drawn.version.push_back(newVersion ? 1 : 0);
        drawn.user.push_back(static_cast<std::uint32_t>(1500.0 * uniform(random)));
        return;
    }
}

template<typename Column, typename T> Column columnOf(const std::vector<T> &values)
{
    return Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>(
            values.data(), static_cast<Eigen::Index>(values.size()));
}

/// With the values that occur alone, as a file is read.
CategoryColumn category(const std::string &name, const std::vector<std::string> &names,
                        const std::vector<std::uint32_t> &drawn)
{
    CategoryColumn column{.name = name, .values = {}, .codes = {}};
    column.codes.resize(static_cast<Eigen::Index>(drawn.size()));
    std::map<std::uint32_t, std::uint32_t> places;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const auto [place, isNew] =
                places.try_emplace(drawn[i], static_cast<std::uint32_t>(column.values.size()));
        if (isNew)
            column.values.push_back(names[drawn[i]]);
        column.codes[static_cast<Eigen::Index>(i)] = place->second;
    }
    return column;
}

PredictionsPtr period(const World &world, bool later, std::mt19937 &random)
{
    Drawn drawn;
    for (int use = 0; use < uses; ++use)
        addUse(drawn, world, later, random);
    std::vector<std::string> users;
    for (int user = 0; user < 1500; ++user)
        users.push_back("u" + std::to_string(user));
    PredictionColumns columns{
            .label = columnOf<LabelColumn>(drawn.label),
            .score = columnOf<Eigen::ArrayXd>(drawn.score),
            .latency = columnOf<Eigen::ArrayXd>(drawn.wait),
            .weight = {},
            .failed = columnOf<LabelColumn>(drawn.failed),
            .model = {},
            .segments = {category("channel", {"web", "app", "phone", "tv", ""}, drawn.channel),
                         category("version", {"1.0", "1.1"}, drawn.version)},
            .exampleId = {},
            .userId = category("user", users, drawn.user)};
    RowAccount account;
    account.countUsed(uses);
    return std::make_shared<const Predictions>(std::move(columns), account);
}

DropCause firstCause(const World &world, std::uint32_t seed)
{
    std::mt19937 random(seed);
    Scenario scenario;
    scenario.values = {5.0, -2.0, 0.0, 0.0};
    scenario.budget = Milliseconds{budget};
    scenario.threshold = {0.3};
    const auto usesOf = [&](const PredictionsPtr &predictions) {
        return *periodUses(PredictionIndex::build(predictions, {}).value(), scenario,
                           DropMeasure::Value);
    };
    const PeriodUses before = usesOf(period({}, false, random));
    const PeriodUses after = usesOf(period(world, true, random));
    return diagnosedDrop(before, after, scenario).firstCause();
}

} // namespace

class TestDropSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cause_isTheFirstNamed_data();
    void cause_isTheFirstNamed();
};

void TestDropSimulation::cause_isTheFirstNamed_data()
{
    QTest::addColumn<World>("world");
    QTest::addColumn<DropCause>("cause");
    const auto row = [](DropCause cause, const World &world) {
        QTest::newRow(std::string(keyOf(cause)).c_str()) << world << cause;
    };
    row(DropCause::None, {});
    row(DropCause::Missing, {.emptyCells = true});
    row(DropCause::UnitOrSchema, {.otherUnit = true});
    row(DropCause::NewValues, {.newValue = true});
    row(DropCause::BaseRate, {.goodTwice = 0.55});
    row(DropCause::ScoreMix, {.riskyShare = 0.6});
    row(DropCause::Meaning, {.turned = true});
    row(DropCause::Segment, {.brokenSegment = true});
    row(DropCause::Release, {.badRelease = true});
    row(DropCause::Waits, {.slowTail = true});
    row(DropCause::Failures, {.failures = true});
}

void TestDropSimulation::cause_isTheFirstNamed()
{
    QFETCH(World, world);
    QFETCH(DropCause, cause);
    const int wanted = qEnvironmentVariableIntValue("ONEINN_DROP_PAIRS");
    const int pairs = wanted > 0 ? wanted : 40;
    std::map<DropCause, int> named;
    for (int pair = 0; pair < pairs; ++pair)
        ++named[firstCause(world, static_cast<std::uint32_t>(1000 + pair))];
    const int right = named[cause] + (cause == DropCause::None ? named[DropCause::CannotTell] : 0);
    std::string table;
    for (const auto &[each, count] : named) {
        if (count > 0)
            table += ' ' + std::string(keyOf(each)) + ' ' + std::to_string(count);
    }
    if (wanted > 0)
        std::printf("| %s | %d of %d |%s |\n", QTest::currentDataTag(), right, pairs,
                    table.c_str());
    // Of so many that are wrong with chance .05, more than this are in one of a thousand.
    const double mean = 0.05 * pairs;
    const double bound = mean + 3.5 * std::sqrt(0.95 * mean);
    QVERIFY2(pairs - right <= bound, table.c_str());
}

ONEINN_TEST(TestDropSimulation)

} // namespace tests::periods_dropsimulation

#include "tst_dropsimulation.moc"
