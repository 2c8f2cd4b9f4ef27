// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>

namespace testsupport {

/// A small table and a command line on it, made from a number: the same ones in every run and on
/// every system. Tables and options lie at the ends of what there can be: one row, one class, ties,
/// neighbouring scores, weights and latencies from 5e-324 to 1.8e308, empty cells, no user left.
struct GeneratedCase {
    QByteArray table;
    QStringList arguments; ///< the command first; the table's path is to follow it

    static GeneratedCase of(std::uint64_t number);
};

/// What is wrong with what the command line says; empty where nothing is. Its words hold no "inf",
/// "nan", "-0" or "none of 0"; JSON can be read; a refusal has a sentence.
QString problemWith(int code, const QString &out, const QString &err);

} // namespace testsupport
