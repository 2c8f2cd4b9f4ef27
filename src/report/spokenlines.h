// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace oneinn::report {

/// A sentence, and how soon it may be left out where the whole gets too long.
struct SpokenLine {
    QString text;
    int rank = 0; ///< 0: never left out; the highest goes first
};
using SpokenParagraph = QList<SpokenLine>;

/// Its sentences in a row, with units as they are said.
QString spokenText(const SpokenParagraph &paragraph);

/// Leaves out what matters least until all can be said in two minutes: in 300 words.
void keepToTwoMinutes(QList<SpokenParagraph> &paragraphs);

} // namespace oneinn::report
