// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/benchdata.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace bench {

namespace {

/// Fast and the same on every machine. Steele, Lea & Flood 2014.
class SplitMix {
public:
    explicit SplitMix(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    double share() { return double(next() >> 11U) * 0x1p-53; }
    /// Nearly normal: the sum of four uniform numbers, standardised.
    double bell() { return (share() + share() + share() + share() - 2.0) * std::sqrt(3.0); }

private:
    std::uint64_t m_state;
};

template<typename T>
void writeColumn(const std::filesystem::path &path, const T *values, Eigen::Index size)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(values),
               static_cast<std::streamsize>(static_cast<std::size_t>(size) * sizeof(T)));
    if (!file.flush())
        throw std::runtime_error("cannot write " + path.string());
}

} // namespace

oneinn::PredictionColumns predictions(std::size_t rows)
{
    const auto n = static_cast<Eigen::Index>(rows);
    oneinn::PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    columns.latency = Eigen::ArrayXd(n);
    columns.model = oneinn::CategoryColumn{"model", {"small", "large"}, oneinn::CodeColumn(n)};
    columns.segments.push_back({"segment", {}, oneinn::CodeColumn(n)});
    for (unsigned i = 0; i < segments; ++i)
        columns.segments[0].values.push_back(std::to_string(i));
    SplitMix random(rows);
    for (Eigen::Index i = 0; i < n; ++i) {
        const bool positive = random.share() < 0.1;
        columns.label[i] = positive ? 1 : 0;
        columns.score[i] = 1.0 / (1.0 + std::exp(2.0 - random.bell() - (positive ? 1.8 : 0.0)));
        (*columns.latency)[i] = 120.0 * std::exp(0.6 * random.bell());
        columns.model->codes[i] = static_cast<std::uint32_t>(random.next() % models);
        columns.segments[0].codes[i] = static_cast<std::uint32_t>(random.next() % segments);
    }
    return columns;
}

Eigen::ArrayXd weights(std::size_t rows)
{
    Eigen::ArrayXd weight(static_cast<Eigen::Index>(rows));
    SplitMix random(rows + 1);
    for (double &w : weight)
        w = 0.5 + random.share();
    return weight;
}

void addUsersAndDays(oneinn::PredictionColumns &columns)
{
    const Eigen::Index rows = columns.score.size();
    const auto fill = [rows](std::optional<oneinn::CategoryColumn> &column, const char *name,
                             Eigen::Index values, std::uint64_t seed) {
        column = oneinn::CategoryColumn{name, {}, oneinn::CodeColumn(rows)};
        for (Eigen::Index value = 0; value < values; ++value)
            column->values.push_back(name + std::to_string(value));
        SplitMix random(seed);
        for (std::uint32_t &code : column->codes)
            code = static_cast<std::uint32_t>(random.next() % static_cast<std::uint64_t>(values));
    };
    constexpr Eigen::Index usesAUser = 20;
    constexpr Eigen::Index days = 90;
    fill(columns.userId, "user", std::max<Eigen::Index>(1, rows / usesAUser), 5);
    fill(columns.day, "day", days, 6);
}

void write(const oneinn::PredictionColumns &columns, const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    writeColumn(folder / "label.u8", columns.label.data(), columns.label.size());
    writeColumn(folder / "score.f64", columns.score.data(), columns.score.size());
    writeColumn(folder / "latency.f64", columns.latency->data(), columns.latency->size());
}

} // namespace bench
