// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>

/// Questions to be answered aloud, with the numbers of a product, and what strong answers do.
namespace oneinn {

enum class CardKind : std::uint8_t {
    Design,
    Failure, ///< in production
    Tradeoff,
    Executive, ///< an explanation to those who decide
    Metric,    ///< from a metric to what people notice
    AnyProduct ///< that the person uses: no data are asked
};
inline constexpr std::array<CardKind, 6> cardKinds{CardKind::Design,   CardKind::Failure,
                                                   CardKind::Tradeoff, CardKind::Executive,
                                                   CardKind::Metric,   CardKind::AnyProduct};

/// "design", in options, logs and JSON; and "Design", to be read.
QString keyOf(CardKind kind);
QString nameOf(CardKind kind);
std::optional<CardKind> cardKindOf(const QString &key);

/// What a strong answer does.
struct ChecklistItem {
    QString key;  ///< in logs: "hurt"
    QString says; ///< "Says who is hurt by which failure."
    QString here; ///< what these data say of it, in sentences; empty where they say nothing
    /// In the program's own answer: what these data say, or that none can and what one would say.
    QString said = {};
};

struct PracticeCard {
    CardKind kind = CardKind::Design;
    int number = 1; ///< 1-based, of its kind: the same question whatever the data
    QString question;
    QList<ChecklistItem> checklist = {};
    QStringList answer = {}; ///< the program's own, paragraph by paragraph
};

inline constexpr int secondsForLong = 15 * 60;
inline constexpr int secondsForShort = 90;

} // namespace oneinn
