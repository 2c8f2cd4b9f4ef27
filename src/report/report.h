// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// A tradeoff answer as a reader gets it, before it is Markdown, HTML or PDF.
namespace oneinn::report {

/// Cells are plain text; the first column is read from the left, the others are numbers.
struct Table {
    QStringList header;
    QList<QStringList> rows;
};

struct Section {
    QString heading; ///< empty: none is written
    QStringList paragraphs;
    QStringList bullets;
    std::optional<Table> table = {};
};

/// A chart: drawn once, whatever it comes to stand in. It reads in grey.
struct Figure {
    QString title;
    QString caption; ///< what one sees in it, as a sentence; also for those who cannot see it
    pictures::Picture picture;
};

/// How much is told, and to whom.
enum class Length {
    Sentence,  ///< said in ten seconds
    Spoken,    ///< said in about two minutes
    Brief,     ///< one page to take to a meeting, with an appendix
    Executive, ///< value first, what it is like, how it works, what it cannot
};

struct Report {
    QString title;
    QString date; ///< the date line; the only part that differs between two runs
    QString lead; ///< the answer in one sentence
    QList<Section> body;
    QList<Section> appendix; ///< empty but for a brief
    QList<Figure> figures;   ///< of the appendix
};

} // namespace oneinn::report
