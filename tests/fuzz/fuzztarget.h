// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What every fuzz target shares. Built by clang with libFuzzer each target is a program of its
/// own; without it (ordinary tests) all are in one program that replays seeds and mutates them.
namespace fuzz {

using Target = void (*)(std::string_view input);

/// Makes a target known to replay.cpp.
struct Known {
    Known(const char *name, Target target);
};

/// Ends the program, with an abort that the fuzzer sees, unless it holds.
void require(bool holds, const char *what, std::string_view about = {});

} // namespace fuzz

#ifdef ONEINN_LIBFUZZER
#define ONEINN_FUZZ_TARGET(name, function)                                                         \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);             \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)              \
    {                                                                                              \
        function({reinterpret_cast<const char *>(data), size});                                    \
        return 0;                                                                                  \
    }
#else
#define ONEINN_FUZZ_TARGET(name, function) static const fuzz::Known known(#name, function)
#endif
