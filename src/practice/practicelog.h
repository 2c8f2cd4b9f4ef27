// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "practice/practicecard.h"

#include <QByteArray>
#include <QDate>

#include <optional>
#include <variant>

/// What was practised, kept on this machine alone.
namespace oneinn {

struct PracticeEntry {
    QDate date;
    CardKind kind = CardKind::Design;
    int number = 1;
    QString product; ///< the name of the file, or of a product that the person typed; may be empty
    int seconds = 0;
    QStringList said; ///< keys of the checklist
    QStringList left; ///< those that were not said
};

/// Where the log is kept.
QString practiceLogPath();

/// Oldest first; none where there is no file. A sentence where it cannot be read.
std::variant<QList<PracticeEntry>, QString> readPracticeLog(const QString &path);
/// A sentence where it cannot be kept, empty else: an unreadable log is never written over.
QString keepPractice(const QString &path, const PracticeEntry &entry);
/// With the entries it holds. A sentence where it cannot be; empty: there is none any more.
QString deletePracticeLog(const QString &path);

/// As it is kept, and as it is exported: texts are guarded for spreadsheets.
QByteArray practiceCsv(const QList<PracticeEntry> &entries);

struct UnsaidItem {
    QString key;
    int times = 0;
    int of = 0; ///< cards whose list has it
};

struct PracticeSummary {
    int days = 0;
    int cards = 0;
    int products = 0; ///< that have a name, whatever its capitals
    int seconds = 0;
    QList<UnsaidItem> left; ///< most often first, then by the greater share, then as they came
};

/// Of so many days up to a day, which is one of them.
PracticeSummary practiceSummary(const QList<PracticeEntry> &entries, const QDate &today,
                                int days = 14);
/// "10 products in two weeks: 14 cards, 3 h 20 min. Left out most: ..."
QStringList practiceSentences(const PracticeSummary &summary);

} // namespace oneinn
