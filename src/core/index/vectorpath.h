// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// The instructions that rows are summed with. What ships runs on every processor of its kind and
/// takes the wider ones where they are; both give the same bits.
enum class VectorPath {
    Baseline,
    Avx2,
};

/// Whether this processor can; Baseline always can.
inline bool isAvailable(VectorPath path)
{
#if defined(__x86_64__)
    return path == VectorPath::Baseline || __builtin_cpu_supports("avx2") > 0;
#else
    return path == VectorPath::Baseline;
#endif
}

inline VectorPath widestPath()
{
    static const VectorPath widest =
            isAvailable(VectorPath::Avx2) ? VectorPath::Avx2 : VectorPath::Baseline;
    return widest;
}

} // namespace oneinn
