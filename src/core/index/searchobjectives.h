// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/objectives.h"
#include "core/decision/promise.h"
#include "core/index/binscan.h"

#include <limits>

/// Objectives as a search needs them: at(tp, fp) is to be as large as possible, minus infinity
/// where it is undefined; most(range) is at least what any point in the range has.
namespace oneinn::search {

inline constexpr double undefined = -std::numeric_limits<double>::infinity();

struct Value {
    ValueGain gain;

    double at(double tp, double fp) const { return gain(tp, fp); }
    double most(const PointRange &r) const
    {
        return gain(gain.right > 0.0 ? r.tpHigh : r.tpLow, gain.wrong > 0.0 ? r.fpHigh : r.fpLow);
    }
};

struct F1 {
    double positives; ///< > 0

    double at(double tp, double fp) const { return 2.0 * tp / (tp + fp + positives); }
    double most(const PointRange &r) const { return at(r.tpHigh, r.fpLow); }
};

/// What is promised of the precision: it rises with what is right and falls with what is wrong.
struct PromisedPrecision {
    Promise promise;

    double at(double tp, double fp) const
    {
        return tp + fp > 0.0 ? promise.precision(tp, fp) : undefined;
    }
    double most(const PointRange &r) const { return r.tpHigh > 0.0 ? at(r.tpHigh, r.fpLow) : 0.0; }
};

struct Precision {
    double at(double tp, double fp) const { return tp + fp > 0.0 ? tp / (tp + fp) : undefined; }
    double most(const PointRange &r) const { return r.tpHigh > 0.0 ? at(r.tpHigh, r.fpLow) : 0.0; }
};

struct Recall {
    double positives;

    double at(double tp, double /*fp*/) const
    {
        return positives > 0.0 ? tp / positives : undefined;
    }
    double most(const PointRange &r) const { return at(r.tpHigh, 0.0); }
};

/// One objective where another reaches a level, undefined elsewhere.
template<typename Wanted, typename Limited> struct Where {
    Wanted wanted;
    Limited limited;
    double level;

    double at(double tp, double fp) const
    {
        return limited.at(tp, fp) >= level ? wanted.at(tp, fp) : undefined;
    }
    double most(const PointRange &r) const
    {
        return limited.most(r) >= level ? wanted.most(r) : undefined;
    }
};

} // namespace oneinn::search
