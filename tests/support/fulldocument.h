// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

namespace testsupport {

/// A session in which nothing is as usual, with names and numbers that are easily mangled.
inline oneinn::Document fullDocument()
{
    using namespace oneinn;
    Document document;
    document.data = {.path = QStringLiteral("/data/a \"b\" \u00e9/scores.csv"),
                     .relative = QStringLiteral("../b/scores.csv"),
                     .sha256 = QByteArray(64, 'a'),
                     .bytes = 5000000000LL};
    document.mapping = {.label = "was so",
                        .positive = " yes ",
                        .score = "p\n1",
                        .latency = "",
                        .model = "model",
                        .weight = "w",
                        .exampleId = "id",
                        .userId = "user",
                        .unit = ingest::LatencyUnit::Microseconds,
                        .lowerIsPositive = true,
                        .decision = "guess\t",
                        .refused = std::vector<ingest::FailedCells>{{"how", "no"}, {"why", {}}},
                        .table = "scored \"rows\"",
                        .delimiter = '\t',
                        .segments = {"country", ""},
                        .extraSegments = {"zip"}};
    Scenario &scenario = document.scenario;
    scenario.threshold = {0.1 + 0.2};
    scenario.budget = Milliseconds{1.0 / 3.0};
    scenario.latePolicy = LatePolicy::FallBack;
    scenario.fallback =
            FallbackModel{" small", Threshold::alertOnNothing(), Fallback::Start::AtDeadline};
    scenario.patience =
            PatienceCurve({{{333.3}, 0.29}, {{2000.0}, 1.0 / 7.0}}, PatienceShape::Weibull);
    scenario.selection = {.model = "large", .where = {{"country", " nl"}, {"zip", ""}}};
    scenario.values = {5e-324, -1.0 / 3.0, -7.1, 0.1, -123456.789};
    scenario.baseRate = 1e-9;
    scenario.usesPerWeek = 70.0;
    scenario.badBeforeLeaving = 4;
    scenario.noticed = {0.1, 0.7, 1.0 / 3.0};
    scenario.precisionLimit = 0.95;
    scenario.words.raised = "flagged  message";
    scenario.costPerCall = {{"large", 0.003}, {"", 1e6}};
    scenario.cascade = CascadeBounds{"small", "large: 2", {0.125, 0.1 + 0.2}};
    scenario.targets.wrongOfShown = 0.05;
    scenario.targets.missed = 0.0;
    scenario.targets.answered = Targets::AnsweredWithin{{800.0}, 0.99};
    scenario.targets.shownPerDay = 12.5;
    scenario.targets.usesPerDay = 1e7;
    document.pins = {
            {.name = {},
             .choice = {.threshold = {0.5},
                        .budget = {},
                        .latePolicy = LatePolicy::ShowNothing,
                        .fallback = {},
                        .model = "large"},
             .origin = PinnedPoint::Origin::Default},
            {.name = "careful\u2028 \U0001F600",
             .choice = {.threshold = Threshold::alertOnNothing(),
                        .budget = Milliseconds{250.0},
                        .latePolicy = LatePolicy::FallBack,
                        .fallback = FallbackModel{"small", {-2.5}},
                        .model = {}}},
    };
    document.text = {"Title", "line one\nline two", "users \"all\"", "\\metric", "who \u2014 acts"};
    document.recoveryOf = QStringLiteral("/home/me/a.oneinn");
    return document;
}

} // namespace testsupport
