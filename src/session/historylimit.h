// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/openeddata.h"

#include <cstddef>

QT_BEGIN_NAMESPACE
class QUndoStack;
QT_END_NAMESPACE

namespace oneinn {

/// Bytes that data and its index hold, by and large: words are counted by their codes.
std::size_t bytesOf(const OpenedData &data);

/// How many of the oldest steps (StateEdits) have to go so that the data sets that the others lead
/// to take no more than `most` bytes together. Two always stay: what is shown, and what was before.
int stepsOverLimit(const QUndoStack &history, std::size_t most);

} // namespace oneinn
