// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/exactintervals.h"

#include <atomic>
#include <cassert>

namespace oneinn {

namespace {

std::atomic<bool> given = false;

} // namespace

ExactIntervals::ExactIntervals()
{
    assert(!given);
    given = true;
}

ExactIntervals::~ExactIntervals()
{
    given = false;
}

bool ExactIntervals::areGiven()
{
    return given;
}

} // namespace oneinn
