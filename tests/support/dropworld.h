// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace testsupport {

/// A feature in one period, and what has happened to it.
struct DropWorld {
    double intercept = -2.6;
    double goodTwice = 0.0; ///< chance that a bad use is dropped, so that good ones are more
    double riskyShare = 0.25;
    bool emptyCells = false, otherUnit = false, newValue = false, turned = false;
    bool gaps = false, cents = false; ///< of the amount, a column of numbers
    bool gone = false;                ///< that column
    double scoreTimes = 1.0;          ///< that scores are written as so many times what they were
    double logOddsMore = 0.0;         ///< of scores, by another calibration
    double noise = 0.0;               ///< of the log-odds that the model tells
    /// Of one of four channels, which had a quarter; in each of them other shares are good and a
    /// score means something else. 0: there are no such channels.
    double telShare = 0.0;
    bool brokenSegment = false, badRelease = false, slowTail = false, failures = false;
    bool releaseByDay = false; ///< the release is of the later half of the days, and of all on them
    double copied = 0.0;       ///< chance that a use stands there twice
    bool hasUsers = true;      ///< else the day is all that is known of whose use it was
    double dayEffect = 0.0;    ///< standard deviation of the log-odds between days
};

inline double logisticOf(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// The period before whatever has happened.
inline DropWorld beforeIt(const DropWorld &world)
{
    return {.telShare = world.telShare > 0.0 ? 0.25 : 0.0,
            .hasUsers = world.hasUsers,
            .dayEffect = world.dayEffect};
}

inline constexpr std::size_t daysDrawn = 28;

struct DrawnUses {
    std::vector<double> score, wait;
    std::vector<std::uint8_t> label, failed;
    std::vector<std::uint32_t> channel, version, user, day;
    std::vector<double> amount;            ///< NaN: an empty cell
    std::array<double, daysDrawn> ofDay{}; ///< what its log-odds are more

    std::size_t nextDay() const { return day.size() % daysDrawn; }
    void repeatLast();
};

inline void DrawnUses::repeatLast()
{
    const auto again = [](auto &column) { column.push_back(column.back()); };
    again(score);
    again(wait);
    again(label);
    again(failed);
    again(channel);
    again(version);
    again(user);
    again(day);
    again(amount);
}

struct UseOfChannel {
    std::uint32_t channel = 0;
    bool good = false;
    double score = 0.0; ///< log-odds, as they are told
};

inline UseOfChannel drawnOfChannel(double telShare, std::mt19937 &random)
{
    constexpr std::array apart{2.2, 1.8, 1.0, 1.5};
    constexpr std::array goodShare{0.10, 0.15, 0.22, 0.15};
    std::uniform_real_distribution<double> uniform;
    std::normal_distribution<double> normal;
    UseOfChannel use{.channel = 2};
    if (uniform(random) >= telShare) {
        constexpr std::array<std::uint32_t, 3> others{0, 1, 3};
        use.channel = others[static_cast<std::size_t>(3.0 * uniform(random))];
    }
    use.good = uniform(random) < goodShare[use.channel];
    use.score = (use.good ? 1.0 : -1.0) * apart[use.channel] + 1.3 * normal(random) - 1.0;
    return use;
}

inline void addDrawnUse(DrawnUses &drawn, const DropWorld &world, bool later, std::mt19937 &random)
{
    std::uniform_real_distribution<double> uniform;
    std::normal_distribution<double> normal;
    for (;;) {
        const bool risky = uniform(random) < world.riskyShare;
        std::uint32_t channel = risky ? 2 : (uniform(random) < 0.6 ? 0 : 1);
        const std::size_t day = drawn.nextDay();
        double logOdds =
                world.intercept + (risky ? 1.5 : 0.0) + 2.0 * normal(random) + drawn.ofDay[day];
        double score = logOdds;
        if (world.turned && score > 0.0 && score < 2.5)
            logOdds = -logOdds;
        bool good = uniform(random) < logisticOf(logOdds);
        if (world.telShare > 0.0) {
            const UseOfChannel drawnUse = drawnOfChannel(world.telShare, random);
            channel = drawnUse.channel;
            good = drawnUse.good;
            score = drawnUse.score;
        }
        if (!good && uniform(random) < world.goodTwice)
            continue;
        const bool newVersion =
                later && (world.releaseByDay ? day >= daysDrawn / 2 : uniform(random) < 0.5);
        double told = score;
        if ((world.brokenSegment && channel == 1)
            || ((world.badRelease || world.releaseByDay) && newVersion))
            told = 0.4 * score + 1.2 * normal(random) - 1.0;
        if (world.noise > 0.0)
            told += world.noise * normal(random);
        if (world.newValue && uniform(random) < 0.1)
            channel = 3;
        if (world.emptyCells && uniform(random) < 0.1)
            channel = 4;
        const bool gap = world.gaps && drawn.day.size() % 12 == 0;
        if (gap)
            told = 0.0;
        double wait = 300.0 * std::exp(0.4 * normal(random));
        if (world.slowTail && uniform(random) < 0.12)
            wait += 1500.0;
        if (world.otherUnit)
            wait /= 1000.0;
        const bool failed = uniform(random) < (world.failures ? 0.06 : 0.01);
        drawn.score.push_back(failed ? 0.0
                                     : world.scoreTimes * logisticOf(told + world.logOddsMore));
        drawn.wait.push_back(failed ? std::nan("") : wait);
        drawn.label.push_back(good ? 1 : 0);
        drawn.failed.push_back(failed ? 1 : 0);
        drawn.channel.push_back(channel);
        drawn.version.push_back(newVersion ? 1 : 0);
        drawn.user.push_back(static_cast<std::uint32_t>(1500.0 * uniform(random)));
        drawn.amount.push_back(gap ? std::nan("")
                                   : 50.0 * std::exp(0.5 * score) * (world.cents ? 100.0 : 1.0));
        drawn.day.push_back(static_cast<std::uint32_t>(day));
        return;
    }
}

inline oneinn::FeatureColumn drawnFeature(const std::string &name, const std::vector<double> &drawn)
{
    oneinn::FeatureColumn column(name, static_cast<Eigen::Index>(drawn.size()));
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (!std::isnan(drawn[i]))
            column.set(static_cast<Eigen::Index>(i), drawn[i]);
    }
    return column;
}

template<typename Column, typename T> Column columnOfDrawn(const std::vector<T> &values)
{
    return Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>(
            values.data(), static_cast<Eigen::Index>(values.size()));
}

/// With the values that occur alone, as a file is read.
inline oneinn::CategoryColumn drawnCategory(const std::string &name,
                                            const std::vector<std::string> &names,
                                            const std::vector<std::uint32_t> &drawn)
{
    oneinn::CategoryColumn column{.name = name, .values = {}, .codes = {}};
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

inline oneinn::PredictionsPtr drawnPeriod(const DropWorld &world, bool later, int uses,
                                          std::mt19937 &random)
{
    DrawnUses drawn;
    if (world.dayEffect > 0.0) {
        std::normal_distribution<double> normal(0.0, world.dayEffect);
        std::ranges::generate(drawn.ofDay, [&] { return normal(random); });
    }
    std::uniform_real_distribution<double> uniform;
    while (drawn.score.size() < static_cast<std::size_t>(uses)) {
        addDrawnUse(drawn, world, later, random);
        if (world.copied > 0.0 && uniform(random) < world.copied)
            drawn.repeatLast();
    }
    std::vector<std::string> users;
    for (int user = 0; user < 1500; ++user)
        users.push_back("u" + std::to_string(user));
    std::vector<std::string> days; // each period has its own, as files of two months have
    for (std::size_t day = 1; day <= daysDrawn; ++day)
        days.push_back((later ? "2026-04-" : "2026-03-") + std::to_string(100 + day).substr(1));
    oneinn::PredictionColumns columns{
            .label = columnOfDrawn<oneinn::LabelColumn>(drawn.label),
            .score = columnOfDrawn<Eigen::ArrayXd>(drawn.score),
            .latency = columnOfDrawn<Eigen::ArrayXd>(drawn.wait),
            .weight = {},
            .failed = columnOfDrawn<oneinn::LabelColumn>(drawn.failed),
            .model = {},
            .segments = {drawnCategory("channel", {"web", "app", "phone", "tv", ""}, drawn.channel),
                         drawnCategory("version", {"1.0", "1.1"}, drawn.version),
                         drawnCategory("day", days, drawn.day)},
            .features = {},
            .exampleId = {},
            .userId = drawnCategory("user", users, drawn.user)};
    if (!world.hasUsers) {
        columns.userId.reset();
        columns.day = columns.segments.back();
    }
    if (!world.gone)
        columns.features.push_back(drawnFeature("amount", drawn.amount));
    oneinn::RowAccount account;
    for (std::size_t use = 0; use < drawn.score.size(); ++use)
        account.countUsed();
    return std::make_shared<const oneinn::Predictions>(std::move(columns), account);
}

} // namespace testsupport
