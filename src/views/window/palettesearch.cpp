// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/palettesearch.h"

#include <QStringList>

#include <algorithm>

namespace oneinn {

namespace {

enum PaletteRank : int { Exactly, NameBegins, WordsBegin, InName, Elsewhere };

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return text.contains(word); });
}

bool beginsAWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

std::optional<int> paletteRank(const PaletteEntry &entry, const QString &typed)
{
    const QString sought = typed.simplified().toCaseFolded();
    const QStringList words = sought.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString name = entry.name.simplified().toCaseFolded();
    const QStringList all{name, entry.where, entry.words, entry.keys};
    if (!holdsAll(all.join(QLatin1Char('\n')).toCaseFolded(), words))
        return {};
    if (name == sought)
        return Exactly;
    if (name.startsWith(sought))
        return NameBegins;
    if (std::all_of(words.cbegin(), words.cend(),
                    [&name](const QString &word) { return beginsAWord(name, word); }))
        return WordsBegin;
    return holdsAll(name, words) ? InName : Elsewhere;
}

QList<qsizetype> paletteSearch(const QList<PaletteEntry> &entries, const QString &typed)
{
    struct Found {
        qsizetype entry;
        int rank;
    };
    QList<Found> found;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (const auto rank = paletteRank(entries.at(i), typed))
            found.append({i, *rank});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.rank < b.rank; });
    QList<qsizetype> order;
    for (const Found &each : std::as_const(found))
        order.append(each.entry);
    return order;
}

} // namespace oneinn
