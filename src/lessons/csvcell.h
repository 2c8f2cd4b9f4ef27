// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace oneinn {

/// A cell's text without the apostrophe that report::csvText() guards it with in a spreadsheet.
QString csvCellText(std::string_view cell);

} // namespace oneinn
