// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/labelvalues.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_labelvalues {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

using Counts = std::vector<std::pair<std::string, std::size_t>>;
using Given = std::optional<std::string>;

ColumnProfile columnOf(const Counts &counts)
{
    ColumnProfile column;
    column.name = "label";
    for (const auto &[text, records] : counts)
        column.values.push_back({text, records});
    return column;
}

} // namespace

class TestLabelValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelValues_twoValues_areSplit_data()
    {
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<Given>("given");
        QTest::addColumn<std::string>("positive");
        QTest::addColumn<std::string>("negative");
        QTest::addColumn<bool>("clear");
        const auto row = [](const char *name, Counts counts, const char *positive,
                            const char *negative, bool clear = true, Given given = {}) {
            QTest::newRow(name) << std::move(counts) << given << std::string(positive)
                                << std::string(negative) << clear;
        };
        row("0 and 1", {{"0", 9}, {"1", 1}}, "1", "0");
        row("as floats, with gaps", {{"0.0", 9}, {"", 3}, {"1.0", 5}, {"1", 2}}, "1.0", "0.0");
        row("-1 and 1", {{"1", 9}, {"-1", 1}}, "1", "-1");
        row("false and true", {{"False", 2}, {"true", 1}, {"TRUE", 1}}, "true", "False");
        row("C and I", {{"C", 8}, {"I", 2}}, "C", "I");
        row("spam and ham", {{"ham", 8}, {"spam", 2}}, "spam", "ham");
        row("fraud and another word", {{"genuine", 8}, {"fraud", 2}}, "fraud", "genuine");
        row("good and bad", {{"good", 8}, {"bad", 2}}, "bad", "good");
        row("plus and minus", {{"+", 8}, {"-", 2}}, "+", "-");
        row("toxic and none", {{"None", 8}, {"toxic", 2}}, "toxic", "None");
        row("only positives", {{"1", 8}}, "1", "");
        row("only negatives", {{"0", 8}}, "", "0");
        row("one stray", {{"0", 2}, {"2", 1}, {"1", 2}}, "1", "0");
        row("few strays", {{"0", 50}, {"1", 45}, {"2", 5}, {"?", 5}}, "1", "0");
        row("two unknown words: the rarer", {{"cat", 8}, {"dog", 2}}, "dog", "cat", false);
        row("1 and 2", {{"1", 8}, {"2", 2}}, "2", "1", false);
        row("yes in German", {{"nein", 8}, {"ja", 2}}, "ja", "nein");
        row("yes in French", {{"Oui", 8}, {"Non", 2}}, "Oui", "Non");
        row("yes in Spanish", {{"no", 8}, {"s\u00ed", 2}}, "s\u00ed", "no");
        row("true in Italian", {{"falso", 8}, {"vero", 2}}, "vero", "falso");
        row("two words for yes", {{"yes", 8}, {"fraud", 2}}, "fraud", "yes", false);
        row("given", {{"cat", 8}, {"dog", 2}}, "cat", "dog", true, "cat");
        row("given against custom", {{"0", 8}, {"1", 2}}, "0", "1", true, "0");
        row("given in another spelling", {{"0.0", 8}, {"1.0", 2}}, "1.0", "0.0", true, "1");
        row("given with strays", {{"0", 80}, {"1", 20}, {"?", 3}}, "1", "0", true, "1");
        row("given no with strays", {{"0", 80}, {"1", 20}, {"?", 3}}, "0", "1", true, "0");
        row("given, of three", {{"cat", 3}, {"dog", 3}, {"cow", 3}}, "cat", "dog, cow", true,
            "cat");
        row("given, of three of which one is rare", {{"cat", 80}, {"dog", 20}, {"cow", 3}}, "dog",
            "cat, cow", true, "dog");
        row("given, of six", {{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}, {"f", 1}}, "a",
            "b, c, d, e, ...", true, "a");
    }

    void labelValues_twoValues_areSplit()
    {
        QFETCH(Counts, counts);
        QFETCH(Given, given);
        QFETCH(std::string, positive);
        QFETCH(std::string, negative);
        QFETCH(bool, clear);
        const auto result = labelValues(columnOf(counts), given);
        QVERIFY(result.ok());
        QCOMPARE(result.value().positive.value, positive);
        QCOMPARE(result.value().negative, negative);
        QCOMPARE(result.value().clear, clear);
        QCOMPARE(result.value().classes.size(), counts.size());
    }

    void labelValues_eachValue_hasAClass()
    {
        const auto result = labelValues(
                columnOf({{"yes", 40}, {"NA", 1}, {"no", 50}, {"maybe", 2}, {"YES", 1}}));
        QVERIFY(result.ok());
        using enum LabelClass;
        QCOMPARE(result.value().classes,
                 (std::vector{Positive, Missing, Negative, Unknown, Positive}));
    }

    void labelValues_oneOfSeveral_isAgainstAllOthers()
    {
        const auto result =
                labelValues(columnOf({{"cat", 9}, {"NA", 1}, {"dog", 9}, {"cow", 2}}), "dog");
        QVERIFY(result.ok());
        QVERIFY(result.value().againstRest);
        using enum LabelClass;
        QCOMPARE(result.value().classes, (std::vector{Negative, Missing, Positive, Negative}));
    }

    void labelValues_severalAndNoneGiven_offersThem()
    {
        const auto result = labelValues(columnOf({{"cat", 3}, {"dog", 5}, {"cow", 4}}));
        QCOMPARE(result.problem().names, (std::vector<std::string>{"dog", "cow", "cat"}));
        QCOMPARE(result.problem().detail, std::string("5,4,3"));
    }

    void labelValues_noTwoValues_isAProblem_data()
    {
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<Given>("given");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<std::size_t>("found");
        const auto row = [](const char *name, Counts counts, Given given, ProblemKind kind,
                            std::size_t found) {
            QTest::newRow(name) << std::move(counts) << given << kind << found;
        };
        using enum ProblemKind;
        row("three classes", {{"cat", 3}, {"dog", 3}, {"cow", 3}}, {}, LabelNotBinary, 3);
        row("digits", {{"0", 5}, {"1", 5}, {"2", 5}, {"3", 5}}, {}, LabelNotBinary, 4);
        row("one unknown word", {{"cat", 3}}, {}, LabelNotBinary, 1);
        row("nothing", {{"", 3}, {"NA", 2}}, {}, LabelNotBinary, 0);
        row("given, not there", {{"0", 5}, {"1", 5}}, "yes", PositiveValueMissing, 0);
    }

    void labelValues_noTwoValues_isAProblem()
    {
        QFETCH(Counts, counts);
        QFETCH(Given, given);
        QFETCH(ProblemKind, kind);
        QFETCH(std::size_t, found);
        const auto result = labelValues(columnOf(counts), given);
        QVERIFY(!result.ok());
        QCOMPARE(result.problem().kind, kind);
        QCOMPARE(result.problem().found, found);
        QCOMPARE(result.problem().column, std::string("label"));
    }

    void labelValues_manyValues_isNotBinary()
    {
        Counts counts;
        for (int i = 0; i <= 50; ++i)
            counts.emplace_back(std::to_string(i), 1);
        const auto result = labelValues(columnOf(counts));
        QVERIFY(!result.ok());
        QCOMPARE(result.problem().kind, ProblemKind::LabelNotBinary);
    }
};

ONEINN_TEST(TestLabelValues)

} // namespace tests::ingest_labelvalues

#include "tst_labelvalues.moc"
