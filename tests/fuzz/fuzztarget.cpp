// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzztarget.h"

#include <cstdio>
#include <cstdlib>

namespace fuzz {

void require(bool holds, const char *what, std::string_view about)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN: %s\n%.*s\n", what, int(about.size()), about.data());
    std::abort();
}

} // namespace fuzz
