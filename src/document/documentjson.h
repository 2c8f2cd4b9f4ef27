// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "document/document.h"

#include <QByteArray>
#include <QString>

/// A session as JSON text; docs/session-format.md says what each key means.
namespace oneinn {

/// The newest schema that this program reads. It writes 1 where no models are combined.
inline constexpr int combinationSchema = 2;
inline constexpr int trafficSchema = 3;
inline constexpr int comparedSchema = 4;
inline constexpr int thresholdsSchema = comparedSchema;
inline constexpr int budgetsSchema = 5;
inline constexpr int orderedSchema = 6;
inline constexpr int reviewSchema = 7;
inline constexpr int paceSchema = reviewSchema;
inline constexpr int ownBandsSchema = 8;
inline constexpr int sessionSchema = ownBandsSchema;

/// Every key is written, in the order of the alphabet, null where nothing is set. Numbers read back
/// as the same double.
QByteArray documentJson(const Document &document);

/// The document, or the first thing that keeps the text from being one. What is not written stands
/// for what is usual, but the path of the data and every threshold have to be there. `fileName` is
/// for problems: JsonBroken, NotASession, SessionNewer, SettingWrong, SettingUnknown.
Result<Document> readDocument(const QByteArray &json, const QString &fileName);

} // namespace oneinn
