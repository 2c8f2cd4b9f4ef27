// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <memory>
#include <optional>
#include <utility>

/// An answer as the background hands it around.
namespace oneinn {

/// Null for a problem: being stopped, or nothing to work on.
template<typename Answer> std::shared_ptr<const Answer> kept(Result<Answer> result)
{
    return result ? std::make_shared<const Answer>(std::move(result).value()) : nullptr;
}

template<typename Answer> std::shared_ptr<const Answer> kept(std::optional<Answer> result)
{
    return result ? std::make_shared<const Answer>(std::move(*result)) : nullptr;
}

} // namespace oneinn
