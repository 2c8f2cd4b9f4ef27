// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/bootstrap.h"

#include "core/comparison/groupedmeans.h"
#include "core/comparison/usegroups.h"
#include "core/eigenindex.h"
#include "core/parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

namespace oneinn {

namespace {

/// So many resamples are summed in one matrix product, which reads the columns once.
constexpr std::size_t resamplesPerBlock = 16;

constexpr double inUnitInterval = 0x1p-53;

/// The standard fixes what this gives, unlike the distributions built on it.
std::mt19937_64 engineFor(std::uint64_t seed, std::size_t resample)
{
    std::seed_seq sequence{static_cast<std::uint32_t>(seed),
                           static_cast<std::uint32_t>(seed >> 32U),
                           static_cast<std::uint32_t>(resample)};
    return std::mt19937_64(sequence);
}

/// Units x columns: each unit's summed weight x column, and its summed weight last.
Eigen::MatrixXd sumsByUnit(const PairedRows &rows, const ResampleUnits &units,
                           const std::vector<Eigen::ArrayXd> &columns)
{
    Eigen::MatrixXd sums =
            Eigen::MatrixXd::Zero(eigenIndex(units.size()), eigenIndex(columns.size()) + 1);
    for (std::size_t c = 0; c <= columns.size(); ++c) {
        const bool isWeight = c == columns.size();
        assert(isWeight || (columns[c].size() == rows.uses() && columns[c].allFinite()));
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            sums(eigenIndex(units.unitOf(use)), eigenIndex(c)) +=
                    rows.weight[use] * (isWeight ? 1.0 : columns[c][use]);
    }
    return sums;
}

class Resampling {
public:
    Resampling(const ResampleUnits &units, const Eigen::MatrixXd &unitSums,
               const BootstrapOptions &options, const JobControl &job)
        : m_units(units)
        , m_unitSums(unitSums)
        , m_options(options)
        , m_job(job)
    {
    }

    /// Resamples x columns; incomplete when stopped.
    Eigen::MatrixXd sums() const
    {
        const std::size_t resamples = m_options.resamples;
        const std::size_t blocks = (resamples + resamplesPerBlock - 1) / resamplesPerBlock;
        const auto parts = static_cast<unsigned>(std::min<std::size_t>(
                blocks, threadsFor(m_units.size() * resamples, m_options.threads)));
        Eigen::MatrixXd result(eigenIndex(resamples), m_unitSums.cols());
        inParts(blocks, parts, [&](unsigned part, std::size_t begin, std::size_t end) {
            for (std::size_t block = begin; block < end && !m_job.stopRequested(); ++block) {
                const std::size_t first = block * resamplesPerBlock;
                const std::size_t count = std::min(resamplesPerBlock, resamples - first);
                result.middleRows(eigenIndex(first), eigenIndex(count)) = sumsOf(first, count);
                if (part == 0)
                    m_job.report(static_cast<double>(block + 1 - begin)
                                 / static_cast<double>(end - begin));
            }
        });
        return result;
    }

private:
    Eigen::MatrixXd sumsOf(std::size_t first, std::size_t count) const
    {
        Eigen::MatrixXd times(eigenIndex(m_units.size()), eigenIndex(count));
        std::vector<std::uint16_t> drawn;
        for (std::size_t i = 0; i < count; ++i) {
            m_units.draw(m_options, first + i, drawn);
            for (std::size_t unit = 0; unit < drawn.size(); ++unit)
                times(eigenIndex(unit), eigenIndex(i)) = drawn[unit];
        }
        return times.transpose() * m_unitSums;
    }

    const ResampleUnits &m_units;
    const Eigen::MatrixXd &m_unitSums;
    const BootstrapOptions &m_options;
    const JobControl &m_job;
};

/// Independent standard normal numbers. Box & Muller 1958.
Eigen::VectorXd normalNumbers(std::mt19937_64 &engine, Eigen::Index count)
{
    const auto uniform = [&engine] {
        return (static_cast<double>(engine() >> 11U) + 0.5) * inUnitInterval;
    };
    Eigen::VectorXd numbers(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const double length = std::sqrt(-2.0 * std::log(uniform()));
        numbers[i] = length * std::cos(2.0 * std::numbers::pi * uniform());
    }
    return numbers;
}

/// Of sums of n of n units drawn: sum (x - mean)(x - mean)'.
Eigen::MatrixXd covarianceOf(Eigen::MatrixXd unitSums, const Eigen::RowVectorXd &total)
{
    unitSums.rowwise() -= total / static_cast<double>(unitSums.rows());
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(unitSums.cols(), unitSums.cols());
    covariance.selfadjointView<Eigen::Lower>().rankUpdate(unitSums.adjoint());
    return covariance;
}

Eigen::MatrixXd summedBy(const DenseUnits &units, const Eigen::MatrixXd &unitSums)
{
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(eigenIndex(units.count), unitSums.cols());
    for (std::size_t unit = 0; unit < units.unit.size(); ++unit)
        sums.row(eigenIndex(units.unit[unit])) += unitSums.row(eigenIndex(unit));
    return sums;
}

Eigen::MatrixXd covarianceOf(const ResampleUnits &units, const Eigen::MatrixXd &unitSums,
                             const Eigen::RowVectorXd &total)
{
    if (!units.areCrossed())
        return covarianceOf(unitSums, total);
    return covarianceOf(summedBy(units.userOf(), unitSums), total)
            + covarianceOf(summedBy(units.dayOf(), unitSums), total);
}

/// Groups x columns, as sumsByUnit().
Eigen::MatrixXd sumsByGroup(const UseGroups &groups, UseGroups::Kind kind,
                            const std::vector<Eigen::ArrayXd> &columns)
{
    const PairedRows &rows = groups.rows();
    Eigen::MatrixXd sums =
            Eigen::MatrixXd::Zero(eigenIndex(groups.groups(kind)), eigenIndex(columns.size()) + 1);
    constexpr unsigned columnThreads = 2;
    inParts(columns.size() + 1, columnThreads, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            const bool isWeight = c == columns.size();
            double *sum = sums.col(eigenIndex(c)).data();
            for (Eigen::Index use = 0; use < rows.uses(); ++use)
                sum[groups.groupOf(kind, use)] +=
                        rows.weight[use] * (isWeight ? 1.0 : columns[c][use]);
        }
    });
    return sums;
}

/// Of whole users, or days, as if each were by itself: several in a group are as independent.
Eigen::MatrixXd covarianceOf(const UseGroups &groups, UseGroups::Kind kind, Eigen::MatrixXd sums,
                             const Eigen::RowVectorXd &total)
{
    sums -= groups.clustersByGroup(kind).matrix() * (total / groups.clustersOf(kind));
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(sums.cols(), sums.cols());
    covariance.selfadjointView<Eigen::Lower>().rankUpdate(sums.adjoint());
    return covariance;
}

/// What sums of resamples tend to.
Eigen::MatrixXd normalSums(const Eigen::MatrixXd &covariance, const Eigen::RowVectorXd &total,
                           const BootstrapOptions &options)
{
    // Columns that depend on each other leave the covariance semidefinite: LDL' copes with that.
    const Eigen::LDLT<Eigen::MatrixXd> factors(covariance);
    const Eigen::VectorXd spread = factors.vectorD().cwiseMax(0.0).cwiseSqrt();
    const Eigen::MatrixXd lower = factors.matrixL();

    Eigen::MatrixXd result(eigenIndex(options.resamples), total.size());
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        auto engine = engineFor(options.seed, resample);
        const Eigen::VectorXd scaled =
                lower * spread.cwiseProduct(normalNumbers(engine, total.size()));
        const Eigen::VectorXd sums = factors.transpositionsP().transpose() * scaled;
        result.row(eigenIndex(resample)) = total + sums.transpose();
    }
    return result;
}

} // namespace

ResampleUnits::ResampleUnits(const PairedRows &rows)
    : m_size(static_cast<std::size_t>(rows.uses()))
{
    const bool users = rows.user.size() > 0;
    const bool days = rows.day.size() > 0;
    if (!users && !days)
        return;
    const bool crossed = users && days;
    DenseUnits units =
            crossed ? denseUnits(rows.user, rows.day) : denseUnits(users ? rows.user : rows.day);
    if (crossed)
        cross(units, rows);
    if (units.count < m_size)
        m_unitOfUse = std::move(units.unit);
    m_size = units.count;
}

/// By unit, a user and a day.
void ResampleUnits::cross(const DenseUnits &units, const PairedRows &rows)
{
    const auto byUnit = [&](const CodeColumn &codes) {
        CodeColumn ofUnit(eigenIndex(units.count));
        for (std::size_t use = 0; use < units.unit.size(); ++use)
            ofUnit[eigenIndex(units.unit[use])] = codes[eigenIndex(use)];
        return denseUnits(ofUnit);
    };
    m_userOf = byUnit(rows.user);
    m_dayOf = byUnit(rows.day);
}

namespace {

/// As many of so many units, with replacement.
void drawUnits(std::mt19937_64 &engine, std::size_t size, std::vector<std::uint16_t> &times)
{
    times.assign(size, 0);
    // A unit from 32 random bits by multiplication (Lemire 2019); 2^32 is so many times the number
    // of units that no unit is favoured noticeably.
    const auto unitOf = [size](std::uint64_t bits) { return (bits * size) >> 32U; };
    for (std::size_t i = 0; i + 1 < size; i += 2) {
        const std::uint64_t bits = engine();
        ++times[unitOf(bits >> 32U)];
        ++times[unitOf(bits & 0xffffffffU)];
    }
    if (size % 2 == 1)
        ++times[unitOf(engine() >> 32U)];
}

} // namespace

void ResampleUnits::draw(const BootstrapOptions &options, std::size_t resample,
                         std::vector<std::uint16_t> &times) const
{
    auto engine = engineFor(options.seed, resample);
    if (!areCrossed())
        return drawUnits(engine, m_size, times);
    std::vector<std::uint16_t> users;
    std::vector<std::uint16_t> days;
    drawUnits(engine, m_userOf.count, users);
    drawUnits(engine, m_dayOf.count, days);
    times.resize(m_size);
    for (std::size_t unit = 0; unit < m_size; ++unit)
        times[unit] =
                static_cast<std::uint16_t>(users[m_userOf.unit[unit]] * days[m_dayOf.unit[unit]]);
}

namespace {

ResampledMeans withSums(const Eigen::RowVectorXd &total, const Eigen::MatrixXd &sums)
{
    const Eigen::Index width = total.size() - 1;
    ResampledMeans result;
    result.weight = total[width];
    result.sum = total.head(width).transpose().array();
    result.resampledWeight = sums.col(width).array();
    result.resampledSum = sums.leftCols(width).array();
    return result;
}

} // namespace

std::optional<UseGroups> groupsForMeans(const PairedRows &rows, const BootstrapOptions &options)
{
    auto groups = UseGroups::of(rows);
    if (!groups || !groups->has(UseGroups::Both)
        || groups->clustersOf(UseGroups::Users) * groups->clustersOf(UseGroups::Days)
                <= static_cast<double>(options.mostDrawn))
        return std::nullopt;
    return groups;
}

Result<ResampledMeans> resampledMeans(const UseGroups &groups, const SumsByGroup &sums,
                                      const BootstrapOptions &options, const JobControl &job)
{
    const Eigen::MatrixXd byDay = sums(UseGroups::Days);
    job.report(0.5); // two passes
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    const Eigen::RowVectorXd total = byDay.colwise().sum();
    const Eigen::MatrixXd covariance =
            covarianceOf(groups, UseGroups::Users, sums(UseGroups::Users), total)
            + covarianceOf(groups, UseGroups::Days, byDay, total);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    ResampledMeans result = withSums(total, normalSums(covariance, total, options));
    result.drawn = false;
    job.report(1.0);
    return result;
}

namespace {

Result<ResampledMeans> meansOfUnits(const PairedRows &rows,
                                    const std::vector<Eigen::ArrayXd> &columns,
                                    const BootstrapOptions &options, const JobControl &job)
{
    const ResampleUnits units(rows);
    const Eigen::MatrixXd unitSums = sumsByUnit(rows, units, columns);
    const Eigen::RowVectorXd total = unitSums.colwise().sum();
    const bool drawn = units.size() <= options.mostDrawn;
    const Eigen::MatrixXd sums = drawn
            ? Resampling(units, unitSums, options, job).sums()
            : normalSums(covarianceOf(units, unitSums, total), total, options);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    ResampledMeans result = withSums(total, sums);
    result.drawn = drawn;
    job.report(1.0);
    return result;
}

} // namespace

Result<ResampledMeans> resampledMeans(const PairedRows &rows,
                                      const std::vector<Eigen::ArrayXd> &columns,
                                      const BootstrapOptions &options, const JobControl &job)
{
    assert(rows.uses() > 0 && options.resamples > 0);
    const auto groups = groupsForMeans(rows, options);
    if (!groups)
        return meansOfUnits(rows, columns, options, job);
    return resampledMeans(
            *groups, [&](UseGroups::Kind kind) { return sumsByGroup(*groups, kind, columns); },
            options, job);
}

bool areDrawn(const PairedRows &rows, const BootstrapOptions &options)
{
    return !groupsForMeans(rows, options) && ResampleUnits(rows).size() <= options.mostDrawn;
}

std::optional<Interval> percentileInterval(std::vector<double> values, double confidence)
{
    assert(confidence > 0.0 && confidence < 1.0);
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto outside =
            static_cast<std::size_t>(static_cast<double>(values.size()) * (1.0 - confidence) / 2.0);
    return Interval{values[outside], values[values.size() - 1 - outside]};
}

std::optional<Interval> percentileInterval(const Eigen::ArrayXd &values, double confidence)
{
    return percentileInterval(std::vector<double>(values.begin(), values.end()), confidence);
}

} // namespace oneinn
