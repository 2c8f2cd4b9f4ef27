// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn::cli {

class OptionReader;
struct Options;

/// Of the command answer: how long, what it is written to, the day and the earlier period.
void readAnswer(OptionReader &reader, Options &options);
/// The earlier period alone.
void readBefore(OptionReader &reader, Options &options);

} // namespace oneinn::cli
