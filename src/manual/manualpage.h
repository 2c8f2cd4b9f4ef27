// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace oneinn::manual {

/// Something that can be typed, and what it does.
struct Entry {
    QString usage;
    QString help;
};

struct Section {
    QString title; ///< plain words; in capitals at the outermost level
    QString text;  ///< above the entries; empty: none. "\n\n" parts paragraphs
    QList<Entry> entries;
    bool isInner = false; ///< a part of the section before it
};

struct Page {
    QString program;
    QString summary;      ///< behind its name: without a capital and a full stop
    QStringList synopsis; ///< one call each, without the program
    QList<Section> sections;
};

/// A page of the manual's section 1, as source for troff (man(7)). Without a day, so that the same
/// program gives the same bytes.
QString manualPage(const Page &page);

} // namespace oneinn::manual
