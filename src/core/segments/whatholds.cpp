// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/normal.h"
#include "core/segments/holm.h"
#include "core/segments/segmentdifferences.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

/// Of the part of a difference that is not optimism; 0 where nothing is left of it.
double distanceFromNone(const MeasureComparison &measure)
{
    const double taken = measure.difference > 0.0 ? measure.optimism.a.value_or(0.0)
                                                  : measure.optimism.b.value_or(0.0);
    return std::max(0.0, std::abs(measure.difference) - taken);
}

/// Two-sided, of the measure's own interval: linearised by Student's t, else as it was counted,
/// else as far as the interval reaches towards 0.
double pOf(const MeasureComparison &measure)
{
    using boost::math::cdf;
    using boost::math::complement;
    const double distance = distanceFromNone(measure);
    if (!(distance > 0.0))
        return 1.0;
    if (measure.standardError && measure.freedom) {
        if (!(*measure.standardError > 0.0))
            return 0.0;
        const boost::math::students_t t(*measure.freedom);
        return 2.0 * cdf(complement(t, distance / *measure.standardError));
    }
    if (measure.p)
        return *measure.p;
    const double reach = measure.difference > 0.0 ? measure.difference - measure.interval.low
                                                  : measure.interval.high - measure.difference;
    if (!(reach > 0.0))
        return 0.0;
    const double z = normal::reach(0.95) * std::abs(measure.difference) / reach;
    return 2.0 * cdf(complement(boost::math::normal(), z));
}

bool leavesOutNone(const Interval &interval)
{
    return interval.low > 0.0 || interval.high < 0.0;
}

/// Differences that are looked at together, and where to say what holds.
class Family {
public:
    void add(const std::optional<MeasureComparison> &measure, DifferenceHolds &holds)
    {
        holds = DifferenceHolds::No;
        if (!measure || measure->isNone() || measure->tooFewDiffer)
            return;
        m_p.push_back(pOf(*measure));
        m_members.push_back({&*measure, &holds});
    }
    void tell() const
    {
        const std::vector<bool> all = holmHolds(m_p);
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            if (leavesOutNone(m_members[i].measure->interval))
                *m_members[i].holds = all[i] ? DifferenceHolds::InTable : DifferenceHolds::Alone;
        }
    }

private:
    struct Member {
        const MeasureComparison *measure;
        DifferenceHolds *holds;
    };
    std::vector<double> m_p;
    std::vector<Member> m_members;
};

} // namespace

void tellWhatHolds(std::vector<SegmentDifferences> &segments)
{
    Family shares;
    Family values;
    for (SegmentDifferences &segment : segments) {
        shares.add(segment.missed, segment.missedHolds);
        shares.add(segment.wrongOfShown, segment.wrongHolds);
        values.add(segment.valuePerUse, segment.valueHolds);
    }
    shares.tell();
    values.tell();
}

} // namespace oneinn
