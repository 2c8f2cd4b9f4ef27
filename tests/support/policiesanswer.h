// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/results.h"
#include "support/openedwindow.h"
#include "views/options/frontierpoints.h"

#include <memory>

namespace testsupport {

using PoliciesAnswerPtr = std::shared_ptr<const oneinn::PoliciesAnswer>;

/// What the policies panel shows after something was done, once that has been worked out.
template<typename Act> PoliciesAnswerPtr policiesAfter(const OpenedWindow &opened, Act act)
{
    auto *results = opened.child<oneinn::Results>();
    act();
    QCoreApplication::processEvents(); // a click on a point is heeded after the point is done
    const auto isThere = [results] {
        return !results->session()->loading().isPreparing() && results->policies().isAnswered()
                && (!results->policies().answer() || results->places().current());
    };
    if (!QTest::qWaitFor(isThere, 20000))
        return nullptr;
    QCoreApplication::processEvents();
    oneinn::PoliciesAnswer answer{{}, results->policies().answer(), {}};
    if (answer.compared) {
        answer.view = results->places().asked()->view;
        answer.places = *results->places().current();
    }
    return std::make_shared<const oneinn::PoliciesAnswer>(std::move(answer));
}

} // namespace testsupport
