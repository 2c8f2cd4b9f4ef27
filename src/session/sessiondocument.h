// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "session/stateedit.h"

namespace oneinn {

/// What is to be saved of a state with data. The columns are those that were used, guessed or not,
/// so that a later guess cannot read the same file in another way.
Document documentOf(const SessionState &state, const DataReference &data);

/// The columns of opened data as they were used: with it another file is read in the same way.
ingest::ColumnMapping usedColumns(const OpenedData &data);

/// A saved session to open, with its data where that is now.
Source sourceOf(const Document &document, const QString &dataPath, SessionOrigin origin);

/// Whether closing would lose what took thought: a point a person pinned or named, words, or, of
/// data of their own, anything they assumed. Moved dials are not worth a question: they are there
/// to be moved. `opened` is the state when the data was opened.
bool holdsWork(const SessionState &opened, const SessionState &now, bool isSample);

} // namespace oneinn
