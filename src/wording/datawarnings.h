// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

/// What is said of data that may be read in another way than was meant.
namespace oneinn::wording {

/// A column that is called like one with models has too many values to be taken for one unasked,
/// so that the rows of all its models are looked at together.
QString modelsPooledText(const std::string &column);

} // namespace oneinn::wording
