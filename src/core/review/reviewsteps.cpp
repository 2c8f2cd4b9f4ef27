// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewsteps.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

/// What one use costs, by its class and who decides it.
struct UnitCosts {
    double reviewedPositive;
    double reviewedNegative;

    explicit UnitCosts(const ReviewTerms &terms)
        : reviewedPositive(terms.cost + terms.price + (1.0 - terms.recall) * terms.missed)
        , reviewedNegative(terms.cost + terms.price + terms.falseAlarms * terms.falsePositive)
    {
    }
};

/// Sums in another order differ in their last digits: these are equals.
bool noMoreThan(double cost, double least, double scale)
{
    constexpr double rounding = 1e-12;
    return cost <= least + rounding * scale;
}

} // namespace

ReviewSteps::ReviewSteps(std::vector<ReviewedUse> uses)
{
    assert(!uses.empty());
    std::ranges::stable_sort(uses, {}, &ReviewedUse::score);
    double positive = 0.0;
    double negative = 0.0;
    for (const ReviewedUse &use : uses)
        add(use, positive, negative);
    m_positive.push_back(positive);
    m_negative.push_back(negative);
}

ReviewSteps::ReviewSteps(const std::vector<ReviewedUse> &sorted, const Counts &counts)
{
    double positive = 0.0;
    double negative = 0.0;
    for (std::size_t use = 0; use < sorted.size(); ++use) {
        if (counts(use))
            add(sorted[use], positive, negative);
    }
    assert(!m_score.empty());
    m_positive.push_back(positive);
    m_negative.push_back(negative);
}

/// positive, negative: what is summed so far.
void ReviewSteps::add(const ReviewedUse &use, double &positive, double &negative)
{
    if (m_score.empty() || m_score.back() < use.score) {
        m_score.push_back(use.score);
        m_positive.push_back(positive);
        m_negative.push_back(negative);
    }
    (use.positive ? positive : negative) += use.weight;
}

std::size_t ReviewSteps::cutOf(Threshold threshold) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_score, threshold.value)
                                    - m_score.begin());
}

Threshold ReviewSteps::thresholdOf(std::size_t cut) const
{
    return {cut < m_score.size() ? m_score[cut] : std::numeric_limits<double>::infinity()};
}

ThresholdInterval ReviewSteps::alikeAt(std::size_t cut) const
{
    ThresholdInterval alike;
    if (cut > 0)
        alike.low = m_score[cut - 1];
    if (cut < m_score.size())
        alike.high = m_score[cut];
    return alike;
}

FoundBand ReviewSteps::between(std::size_t from, std::size_t to, const ReviewTerms &terms) const
{
    const UnitCosts costs(terms);
    const double all = m_positive.back() + m_negative.back();
    const double positive = m_positive[to] - m_positive[from];
    const double negative = m_negative[to] - m_negative[from];
    const double shownNegative = m_negative.back() - m_negative[to];
    const double shownPositive = m_positive.back() - m_positive[to];
    const double right = shownPositive + terms.recall * positive;
    const double wrong = shownNegative + terms.falseAlarms * negative;
    FoundBand band{.from = thresholdOf(from),
                   .to = thresholdOf(to),
                   .fromAlike = alikeAt(from),
                   .toAlike = alikeAt(to),
                   .cost = (terms.missed * m_positive[from] + costs.reviewedPositive * positive
                            + costs.reviewedNegative * negative
                            + terms.falsePositive * shownNegative)
                           / all,
                   .silent = (m_positive[from] + m_negative[from]) / all,
                   .reviewed = (positive + negative) / all,
                   .shown = (shownPositive + shownNegative) / all,
                   .wrongOfShown = {},
                   .missed = {}};
    if (right + wrong > 0.0)
        band.wrongOfShown = wrong / (right + wrong);
    if (const double positives = m_positive.back() + m_undecided; positives > 0.0)
        band.missed = std::max(0.0, 1.0 - right / positives);
    return band;
}

FoundBand ReviewSteps::at(Threshold from, Threshold to, const ReviewTerms &terms) const
{
    return between(cutOf(from), cutOf(to), terms);
}

FoundBand ReviewSteps::best(const ReviewTerms &terms) const
{
    const UnitCosts costs(terms);
    const double scale = terms.missed * m_positive.back() + terms.falsePositive * m_negative.back();
    std::size_t start = 0;
    double leastBefore = std::numeric_limits<double>::infinity();
    double least = leastBefore;
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t cut = 0; cut < cuts(); ++cut) {
        const double reviewed =
                costs.reviewedPositive * m_positive[cut] + costs.reviewedNegative * m_negative[cut];
        const double before = terms.missed * m_positive[cut] - reviewed;
        if (noMoreThan(before, leastBefore, scale)) {
            leastBefore = before;
            start = cut;
        }
        const double cost = leastBefore + reviewed
                + terms.falsePositive * (m_negative.back() - m_negative[cut]);
        if (noMoreThan(cost, least, scale)) {
            least = cost;
            from = start;
            to = cut;
        }
    }
    return between(from, to, terms);
}

FoundBand ReviewSteps::bestWithout(const ReviewTerms &terms) const
{
    const double scale = terms.missed * m_positive.back() + terms.falsePositive * m_negative.back();
    double least = std::numeric_limits<double>::infinity();
    std::size_t best = 0;
    for (std::size_t cut = 0; cut < cuts(); ++cut) {
        const double cost = terms.missed * m_positive[cut]
                + terms.falsePositive * (m_negative.back() - m_negative[cut]);
        if (noMoreThan(cost, least, scale)) {
            least = cost;
            best = cut;
        }
    }
    return between(best, best, terms);
}

FoundBand ReviewSteps::cheapestOfFew(double mostReviewed, const ReviewTerms &terms) const
{
    const UnitCosts costs(terms);
    const double most = mostReviewed * (m_positive.back() + m_negative.back());
    const auto below = [this](std::size_t cut) { return m_positive[cut] + m_negative[cut]; };
    const auto reviewed = [&](std::size_t cut) {
        return costs.reviewedPositive * m_positive[cut] + costs.reviewedNegative * m_negative[cut];
    };
    const auto before = [&](std::size_t cut) {
        return terms.missed * m_positive[cut] - reviewed(cut);
    };
    std::deque<std::size_t> starts; // near enough, the cheapest first and each dearer than the last
    double least = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t cut = 0; cut < cuts(); ++cut) {
        while (!starts.empty() && before(starts.back()) >= before(cut))
            starts.pop_back();
        starts.push_back(cut);
        while (below(cut) - below(starts.front()) > most)
            starts.pop_front();
        const double cost = before(starts.front()) + reviewed(cut)
                + terms.falsePositive * (m_negative.back() - m_negative[cut]);
        if (cost <= least) {
            least = cost;
            from = starts.front();
            to = cut;
        }
    }
    return between(from, to, terms);
}

FoundBand ReviewSteps::bestOfAtMost(double mostReviewed, const ReviewTerms &terms) const
{
    const FoundBand free = best(terms);
    return free.reviewed <= mostReviewed ? free : cheapestOfFew(mostReviewed, terms);
}

double ReviewSteps::closesAt(ReviewTerms terms) const
{
    terms.price = 0.0;
    const double alone = bestWithout(terms).cost;
    const auto gainPerReview = [&](const FoundBand &band) {
        return (alone - at(band.from, band.to, terms).cost) / band.reviewed;
    };
    double price = gainPerReview(between(0, cuts() - 1, terms));
    // Each is the gain of another band, and more than the last.
    while (true) {
        ReviewTerms priced = terms;
        priced.price = price;
        const FoundBand band = best(priced);
        const double gain = band.isOpen() ? gainPerReview(band) : price;
        if (!(gain > price))
            return price;
        price = gain;
    }
}

ScarceBand ReviewSteps::bestWithin(double mostReviewed, ReviewTerms terms) const
{
    constexpr int halvings = 60;
    terms.price = 0.0;
    const FoundBand free = best(terms);
    if (free.reviewed <= mostReviewed)
        return {free, 0.0};
    const FoundBand found = cheapestOfFew(mostReviewed, terms);
    double tooLow = 0.0;
    double enough = closingPrice(terms);
    for (int i = 0; i < halvings; ++i) {
        terms.price = std::midpoint(tooLow, enough);
        (best(terms).reviewed <= mostReviewed ? enough : tooLow) = terms.price;
    }
    return {found, enough};
}

} // namespace oneinn
