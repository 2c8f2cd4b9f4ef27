// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/conventionwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_conventionwords {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

class TestConventionWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allTheSame_isSaid();
    void oneReason_inOneSentence();
    void severalReasons_eachInASentence();
    void lines_haveACellForEachTool();
    void notes_explainWhatIsThere();
};

namespace {

/// A table in which every tool prints what we do.
ToolTable sameTable()
{
    ToolTable table;
    table.ours.fill(0.5);
    for (ToolCells &cells : table.tools)
        cells.fill({.status = ToolCell::Status::Number, .value = 0.5});
    return table;
}

void makeOther(ToolTable &table, Tool tool, ToolMetric metric, double value, ToolReason reason)
{
    table.tools[static_cast<std::size_t>(tool)][static_cast<std::size_t>(metric)] = {
            .status = ToolCell::Status::Number,
            .value = value,
            .differs = true,
            .reasons = {reason}};
}

} // namespace

void TestConventionWords::allTheSame_isSaid()
{
    const QStringList sentences = wording::conventionSentences(sameTable());
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.first().startsWith(u"All six print the same precision, recall, F1"_s));
    QVERIFY(sentences.first().endsWith(u"and so does One in N."_s));
}

void TestConventionWords::oneReason_inOneSentence()
{
    ToolTable table = sameTable();
    table.nearestScore = 0.4983;
    makeOther(table, Tool::H2O, ToolMetric::F1, 0.6, ToolReason::NearestScore);
    const QStringList sentences = wording::conventionSentences(table);
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.first().startsWith(
            u"All six print the same precision, recall, specificity"_s));
    QVERIFY2(sentences.first().endsWith(
                     u"; H2O prints another F1, because it takes the score nearest "
                     "to the threshold instead, 0.4983."_s),
             qPrintable(sentences.first()));
}

void TestConventionWords::severalReasons_eachInASentence()
{
    ToolTable table = sameTable();
    table.tied = 1.0;
    makeOther(table, Tool::DataRobot, ToolMetric::Recall, 0.4, ToolReason::TieNotShown);
    makeOther(table, Tool::Torchmetrics, ToolMetric::Recall, 0.4, ToolReason::TieNotShown);
    makeOther(table, Tool::Orange, ToolMetric::F1, 0.6, ToolReason::Averaged);
    const QStringList sentences = wording::conventionSentences(table);
    QCOMPARE(sentences.size(), 3);
    QVERIFY(sentences[0].endsWith(u"there are two reasons why recall and F1 differ."_s));
    QCOMPARE(sentences[1],
             u"DataRobot and torchmetrics print another recall, because a score of exactly the "
             "threshold is not shown there (1 row has it)."_s);
    QCOMPARE(sentences[2],
             u"Orange prints another F1, because both classes are averaged there, "
             "weighted by their sizes."_s);
}

void TestConventionWords::lines_haveACellForEachTool()
{
    ToolTable table = sameTable();
    makeOther(table, Tool::H2O, ToolMetric::F1, 0.500004, ToolReason::NearestScore);
    const auto lines = wording::conventionLines(table);
    QCOMPARE(lines.size(), toolMetricCount + 1);
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), qsizetype(toolCount) + 2);
    // As many decimals as tell them apart.
    QCOMPARE(lines[3][1], u"0.500000 "_s);
    QCOMPARE(lines[3][6], u"0.500004*"_s);
    QCOMPARE(lines[1][1], u"0.5000 "_s);
}

void TestConventionWords::notes_explainWhatIsThere()
{
    ToolTable table = sameTable();
    table.distinctScores = 20000;
    QVERIFY(!wording::conventionNotes(table).join(u' ').contains(u'~'));
    table.tools[2][0].about = true;
    const QString notes = wording::conventionNotes(table).join(u' ');
    QVERIFY(notes.contains(u"~ near, not exact"_s));
    QVERIFY(notes.contains(u"DataRobot keeps at most 120 of the 20,000 different scores"_s));
}

ONEINN_TEST(TestConventionWords)

} // namespace tests::wording_conventionwords

#include "tst_conventionwords.moc"
