// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"

#include <QString>

#include <vector>

namespace oneinn::wording {

/// The numbers of a drop as they are told: per 1,000 uses, all in as many decimals as three digits
/// of the largest take, so that who adds them up comes out: before and the change make
/// after, and the parts make the change.
class DropNumbers {
public:
    explicit DropNumbers(const Dropped &dropped);

    QString before() const;
    QString after() const;
    QString change() const;
    /// The same as numbers, of 1,000 uses: what `of` tells, and what they add up to.
    double told(const DropAmount &amount) const;
    double toldChange() const { return m_after - m_before; }
    /// One of the waterfall's.
    QString of(const DropAmount &amount) const;
    QString signedOf(double perUse) const;
    /// "95 % interval from -90 to +10"
    QString range(const Interval &interval) const;

private:
    double rounded(double perUse) const;
    QString text(double perThousand, bool withSign) const;

    DropMeasure m_measure;
    int m_decimals = 0;
    double m_before = 0.0;
    double m_after = 0.0;
    std::vector<DropAmount> m_parts;
    std::vector<double> m_told; ///< of each part
};

} // namespace oneinn::wording
