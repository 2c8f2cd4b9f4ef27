// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oneinn {

/// The words of a column's name in lower case, of a-z and 0-9 alone: split where other characters
/// are and before capitals. "appVersion" and "app_version" are "app", "version".
std::vector<std::string> wordsOf(std::string_view name);

/// One of them is a word for a release: version, release, build, deployment, revision, checkpoint.
bool namesARelease(std::string_view name);

} // namespace oneinn
