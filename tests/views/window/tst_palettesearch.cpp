// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/window/palettesearch.h"

#include <QTest>

namespace tests::window_palettesearch {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPaletteSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void search_typed_findsBestFirst_data();
    void search_typed_findsBestFirst();
    void search_alike_keepsTheirOrder();
    void rank_nothingTyped_fitsEverything();
};

void TestPaletteSearch::search_typed_findsBestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const QString &typed, const QStringList &found) {
        QTest::newRow(name) << typed << found;
    };
    row("beginning of a name before one of a word", u"pin"_s,
        {u"Pin this point"_s, u"Return to pin"_s, u"Sharpin"_s});
    row("a whole name before the beginning of one", u"a-b"_s, {u"A-b"_s, u"A-B test"_s});
    row("capitals do not matter", u"PIN THIS"_s, {u"Pin this point"_s});
    row("any order", u"point pin"_s, {u"Pin this point"_s});
    row("all words", u"pin nonsense"_s, {});
    row("part of a word, last but for key words", u"harp"_s, {u"Sharpin"_s});
    row("by the way to it", u"dials"_s, {u"Threshold"_s});
    row("by a key word", u"cutoff"_s, {u"Threshold"_s});
    row("name and key words together", u"cutoff thresh"_s, {u"Threshold"_s});
    row("by its shortcut", u"ctrl+d"_s, {u"Pin this point"_s});
    row("spaces around and between", u"  pin   this  "_s, {u"Pin this point"_s});
    row("what is no letter parts words", u"b"_s, {u"A-B test"_s, u"A-b"_s});
    row("signs of patterns are signs", u".*"_s, {});
}

void TestPaletteSearch::search_typed_findsBestFirst()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    const QList<PaletteEntry> entries{
            {u"Sharpin"_s, u"view"_s, {}, {}, {}},
            {u"Return to pin"_s, u"Edit"_s, {}, {}, {}},
            {u"Threshold"_s, u"Dials"_s, u"cutoff"_s, {}, {}},
            {u"A-B test"_s, u"view"_s, {}, {}, {}},
            {u"A-b"_s, u"view"_s, {}, {}, {}},
            {u"Pin this point"_s, u"Edit"_s, u"keep"_s, u"Ctrl+D"_s, {}},
    };
    QStringList names;
    for (const qsizetype i : paletteSearch(entries, typed))
        names.append(entries.at(i).name);
    QCOMPARE(names, found);
}

void TestPaletteSearch::search_alike_keepsTheirOrder()
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < 40; ++i)
        entries.append({u"Same %1"_s.arg(40 - i), {}, {}, {}, {}});
    const QList<qsizetype> found = paletteSearch(entries, u"same"_s);
    QCOMPARE(found.size(), 40);
    QVERIFY(std::is_sorted(found.cbegin(), found.cend()));
}

void TestPaletteSearch::rank_nothingTyped_fitsEverything()
{
    QVERIFY(paletteRank({u"Anything"_s, {}, {}, {}, {}}, {}));
    QVERIFY(paletteRank({{}, {}, {}, {}, {}}, u"  "_s));
}

ONEINN_TEST(TestPaletteSearch)

} // namespace tests::window_palettesearch

#include "tst_palettesearch.moc"
