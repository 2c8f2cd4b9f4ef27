// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace testsupport {

/// How many threads this process has started; 0 where they are not counted (under a sanitizer,
/// which watches them itself).
int startedThreads();

} // namespace testsupport
