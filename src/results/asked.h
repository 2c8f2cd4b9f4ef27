// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/frontierplaces.h"
#include "core/policies/scenariorows.h"
#include "core/questions.h"
#include "core/valueplane.h"

#include <memory>
#include <vector>

/// What is asked in the background: a question, and of which rows.
namespace oneinn {

/// A question asked of rows that are prepared for it, or of all that were read.
template<typename Of, typename Question> struct Asked {
    Of of;
    Question question;

    friend bool operator==(const Asked &, const Asked &) = default;
};
template<typename Question> using AskedOfRows = Asked<ScenarioRows::Ptr, Question>;
template<typename Question> using AskedOfAll = Asked<PredictionsPtr, Question>;

struct PlaneAsked {
    AskedOfRows<PlaneQuestion> plane;
    PlaneGrid grid;

    friend bool operator==(const PlaneAsked &, const PlaneAsked &) = default;
};

struct BestWithinAsked {
    AskedOfRows<BestWithinQuestion> within;
    std::vector<Budget> searched;

    friend bool operator==(const BestWithinAsked &, const BestWithinAsked &) = default;
};

struct PlacesAsked {
    std::shared_ptr<const ComparedPolicies> compared;
    FrontierView view;

    friend bool operator==(const PlacesAsked &, const PlacesAsked &) = default;
};

/// A fallback waits for its threshold as long as nobody changes what happens to late answers.
struct FallbackAsked {
    AskedOfAll<AloneQuestion> alone;
    RowsQuestion now;

    friend bool operator==(const FallbackAsked &, const FallbackAsked &) = default;
};

} // namespace oneinn
