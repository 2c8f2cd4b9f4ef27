// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/columntrial.h"

#include "session/opening.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::session_columntrial {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// What a choice would do is what opening the file so does.
class TestColumnTrial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void try_sureFile_isWhatOpeningDoes();
    void try_doubtfulFile_tellsWhatSeemsBest();
    void try_withoutScore_tellsWhy();
    void try_largeFile_looksAtASampleOfAllOfIt();
    void head_records_areAsTheyStand();
    void head_manyColumns_showsThoseUsedAndFindsTheRest();

private:
    ingest::TableFile::Ptr tableOf(const QByteArray &text) const
    {
        return readTableOf({.path = m_files.write(u"table.csv"_s, text)}, {}).value();
    }
    static ingest::TableFile::Ptr corpus(const QString &name)
    {
        return readTableOf({.path = testsupport::testData(u"columns/"_s + name)}, {}).value();
    }

    testsupport::TableFiles m_files;
};

void TestColumnTrial::try_sureFile_isWhatOpeningDoes()
{
    const auto table = tableOf(testsupport::mixedTable());
    const ColumnTrial trial = tryColumns(*table, {});
    QVERIFY(trial.mayBeOpened());
    QCOMPARE(trial.every, std::size_t(1));
    QCOMPARE(trial.records, std::size_t(120));
    const auto loaded = table->load({});
    QVERIFY(trial.mapping == loaded.value().mapping);
    const auto numbers = trialNumbers(loaded.value().predictions).value();
    QCOMPARE(trial.numbers->account.used(), numbers.account.used());
    QCOMPARE(*trial.numbers->auc, *numbers.auc);
    QCOMPARE(*trial.numbers->medianWait, *numbers.medianWait);
    QCOMPARE(*trial.numbers->model, std::string("large"));
}

void TestColumnTrial::try_doubtfulFile_tellsWhatSeemsBest()
{
    const auto table = corpus(u"latency-in-seconds.csv"_s);
    const ColumnTrial asked = tryColumns(*table, {});
    QVERIFY(!asked.mayBeOpened() && !asked.problem);
    QCOMPARE(asked.mapping->doubt()->role, Role::LatencyUnit);
    const ColumnTrial seconds = tryColumns(*table, {.unit = ingest::LatencyUnit::Seconds});
    const ColumnTrial milliseconds =
            tryColumns(*table, {.unit = ingest::LatencyUnit::Milliseconds});
    QVERIFY(seconds.mayBeOpened() && milliseconds.mayBeOpened());
    QCOMPARE(*seconds.numbers->medianWait, 1000.0 * *milliseconds.numbers->medianWait);
}

void TestColumnTrial::try_withoutScore_tellsWhy()
{
    const ColumnTrial trial = tryColumns(*tableOf("label,city\n1,a\n0,b\n1,a\n"), {});
    QVERIFY(!trial.mapping && !trial.numbers && !trial.mayBeOpened());
    QCOMPARE(trial.problem->kind, ProblemKind::NoScoreColumn);
}

/// Sorted by label: the first records alone would hold one class.
void TestColumnTrial::try_largeFile_looksAtASampleOfAllOfIt()
{
    const std::size_t rows = 2 * ColumnTrial::mostRecords + 5;
    QByteArray text = "label,score\n";
    for (std::size_t row = 0; row < rows; ++row)
        text += (row < rows / 4 ? "1,0." : "0,0.") + QByteArray::number(qulonglong(row % 1009 + 1))
                + '\n';
    const ColumnTrial trial = tryColumns(*tableOf(text), {});
    QCOMPARE(trial.every, std::size_t(3));
    QCOMPARE(trial.records, rows);
    QCOMPARE(trial.numbers->account.records(), (rows + 2) / 3);
    QVERIFY(std::abs(trial.numbers->positiveShare - 0.25) < 0.001);
}

void TestColumnTrial::head_records_areAsTheyStand()
{
    const auto table = tableOf("label,score,note\n1, 0.50 ,\"a,\"\"b\"\"\"\n0,0.1,NA\n");
    const TableHead head = tableHead(*table, {}, {});
    QCOMPARE(head.columns.size(), std::size_t(3));
    QCOMPARE(head.cells.size(), std::size_t(2));
    QCOMPARE(head.cells[0][1], std::string(" 0.50 "));
    QCOMPARE(head.cells[0][2], std::string("a,\"b\""));
    QCOMPARE(head.cells[1][2], std::string("NA"));
}

void TestColumnTrial::head_manyColumns_showsThoseUsedAndFindsTheRest()
{
    QByteArray header;
    QByteArray row;
    constexpr int columns = 20000;
    for (int i = 0; i < columns; ++i) {
        header += "feature_" + QByteArray::number(i) + ',';
        row += "0.5,";
    }
    QByteArray text = header + "label,score\n";
    for (int i = 0; i < 60; ++i)
        text += row + (i % 2 == 0 ? "1,0.9\n" : "0,0.1\n");
    const auto table = tableOf(text);
    const TableHead head = tableHead(*table, {}, {"label", "score"});
    QCOMPARE(head.columns.size(), TableHead::mostColumns);
    QCOMPARE(head.matching, std::size_t(columns + 2));
    QCOMPARE(table->columns()[head.columns.back()].name, std::string("score"));
    QCOMPARE(head.cells.size(), TableHead::mostRecords);
    const TableHead found = tableHead(*table, u"FEATURE_1999"_s, {});
    QCOMPARE(found.matching, std::size_t(11));
    QCOMPARE(table->columns()[found.columns.front()].name, std::string("feature_1999"));
}

ONEINN_TEST(TestColumnTrial)

} // namespace tests::session_columntrial

#include "tst_columntrial.moc"
