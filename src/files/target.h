// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <variant>

namespace oneinn::files {

/// A file, existing or not, that is replaced as a whole.
struct Replaceable {
    std::string path; ///< links followed
    bool exists = false;
    unsigned permissions = 0; ///< of one that exists, as are its owners
    unsigned user = 0;
    unsigned group = 0;
};
/// A device or a pipe: written to as it is.
struct Stream {
    std::string path;
};
/// A descriptor that the program already holds, such as /dev/stdout.
struct OwnDescriptor {
    int descriptor;
};
/// errno.
struct Refused {
    int systemError;
};
using Target = std::variant<Replaceable, Stream, OwnDescriptor, Refused>;

/// What writing to a path would write to.
Target targetOf(const std::string &path);

} // namespace oneinn::files
