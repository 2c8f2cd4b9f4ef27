// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn::cli {

/// From here on the process keeps memory that is given back, up to 2 GB of it, for what comes next.
/// An answer over many rows makes large columns by the hundred, one after the other; glibc maps
/// each anew, and that the system has to clear every page of it takes longer than the answer. For a
/// process that ends with its answers, once what is read is read. Nothing where there is no glibc.
void keepFreedMemory();

} // namespace oneinn::cli
