// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimitedreader.h"

#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace tests::ingest_delimitedreader {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

using Record = std::vector<std::string>;
using Table = std::vector<Record>;
using Lines = std::vector<std::size_t>;

struct Reading {
    Table records;
    Lines lines;
    std::optional<Problem> problem;
};

Reading readAll(const std::string &text, char delimiter = ',',
                std::optional<std::size_t> expected = {})
{
    DelimitedReader reader(text, delimiter);
    if (expected)
        reader.expectFields(*expected);
    Reading reading;
    while (reader.next()) {
        reading.records.emplace_back(reader.fields().begin(), reader.fields().end());
        reading.lines.push_back(reader.line());
    }
    reading.problem = reader.problem();
    return reading;
}

/// A table as some program might write it: needless quotes, mixed line ends, blank lines.
std::string write(const Table &table, char delimiter, std::mt19937 &random)
{
    const auto chance = [&random](unsigned oneIn) { return random() % oneIn == 0; };
    static constexpr std::array<std::string_view, 3> lineEnds{"\n", "\r\n", "\r"};
    std::string text;
    for (std::size_t r = 0; r < table.size(); ++r) {
        for (std::size_t f = 0; f < table[r].size(); ++f) {
            const auto &cell = table[r][f];
            if (f > 0)
                text += delimiter;
            const bool must =
                    cell.find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
            const bool blankLine =
                    table[r].size() == 1 && cell.find_first_not_of(" \t") == std::string::npos;
            if (!must && !blankLine && !chance(4)) {
                text += cell;
                continue;
            }
            text += '"';
            for (const char c : cell)
                text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        // "\r" before a record that starts with "\n" is not written: no record starts so unquoted.
        if (r + 1 < table.size() || chance(2))
            text += lineEnds[random() % lineEnds.size()];
        if (r + 1 < table.size() && chance(5))
            text += "\r\n";
    }
    return text;
}

} // namespace

class TestDelimitedReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void next_text_givesRecordsAndLines_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Table>("records");
        QTest::addColumn<Lines>("lines");
        const auto row = [](const char *name, std::string text, Table records, Lines lines) {
            QTest::newRow(name) << std::move(text) << std::move(records) << std::move(lines);
        };
        row("empty", "", {}, {});
        row("one field", "a", {{"a"}}, {1});
        row("no last line end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}, {1, 2});
        row("last line end", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}, {1, 2});
        row("CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}, {1, 2});
        row("CR", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}, {1, 2});
        row("mixed", "a,b\r1,2\r\n3,4\n5,6", {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}},
            {1, 2, 3, 4});
        row("empty cells", ",\n,\n", {{"", ""}, {"", ""}}, {1, 2});
        row("empty last cell at the end", "a,", {{"a", ""}}, {1});
        row("blank lines", "\n\na,b\n\n \t \n1,2\n\n", {{"a", "b"}, {"1", "2"}}, {3, 6});
        row("quoted empty cell is a record", "a\n\"\"\n\n1\n", {{"a"}, {""}, {"1"}}, {1, 2, 4});
        row("quoted", "\"a\",\"b,c\"\n", {{"a", "b,c"}}, {1});
        row("doubled quotes", "\"say \"\"hi\"\"\",\"\"\"\"\n", {{"say \"hi\"", "\""}}, {1});
        row("quoted line ends", "a,b\n\"x\ny\r\nz\",1\n2,3\n",
            {{"a", "b"}, {"x\ny\r\nz", "1"}, {"2", "3"}}, {1, 2, 5});
        row("quote within a plain field", "5\" disk,a\"\"b\n", {{"5\" disk", "a\"\"b"}}, {1});
        row("spaces are kept", " a , b\n", {{" a ", " b"}}, {1});
        row("quoted at the end", "a,\"b\"", {{"a", "b"}}, {1});
        row("UTF-8", "größe,日本\n", {{"größe", "日本"}}, {1});
    }

    void next_text_givesRecordsAndLines()
    {
        QFETCH(std::string, text);
        QFETCH(Table, records);
        QFETCH(Lines, lines);
        const auto reading = readAll(text);
        QVERIFY(!reading.problem);
        QCOMPARE(reading.records, records);
        QCOMPARE(reading.lines, lines);
    }

    void next_brokenText_saysWhatAndWhere_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<std::size_t>("line");
        QTest::addColumn<std::size_t>("found");
        const auto row = [](const char *name, std::string text, ProblemKind kind, std::size_t line,
                            std::size_t found = 0) {
            QTest::newRow(name) << std::move(text) << kind << line << found;
        };
        using enum ProblemKind;
        row("too few fields", "a,b\n1,2\n3\n", FieldCount, 3, 1);
        row("too many fields", "a,b\n1,2,3\n", FieldCount, 2, 3);
        row("after a quoted line end", "a,b\n\"x\ny\",2\n3\n", FieldCount, 4, 1);
        row("after blank lines", "a,b\n\n\n3\n", FieldCount, 4, 1);
        row("blank cells are not a blank line", "a,b\n,,\n", FieldCount, 2, 3);
        row("quoted nothing is no blank line", "a,b\n\"\"\n", FieldCount, 2, 1);
        row("unclosed quote", "a,b\n1,2\n3,\"x\ny\nz\n", UnclosedQuote, 3);
        row("unclosed quote on a later line of the record", "a,b\n\"x\ny\",\"z\n", UnclosedQuote,
            3);
        row("lone quote at the end", "a,b\n1,\"", UnclosedQuote, 2);
        row("text after quote", "a,b\n\"x\"y,2\n", TextAfterQuote, 2);
        row("text after a quote over lines", "a,b\n\"x\ny\" ,2\n", TextAfterQuote, 3);
    }

    void next_brokenText_saysWhatAndWhere()
    {
        QFETCH(std::string, text);
        QFETCH(ProblemKind, kind);
        QFETCH(std::size_t, line);
        QFETCH(std::size_t, found);
        const auto reading = readAll(text, ',', 2);
        QVERIFY(reading.problem);
        QCOMPARE(reading.problem->kind, kind);
        QCOMPARE(reading.problem->line.value_or(0), line);
        QCOMPARE(reading.problem->found, found);
        QCOMPARE(reading.problem->expected, kind == ProblemKind::FieldCount ? 2U : 0U);
    }

    void next_afterProblem_staysAtTheEnd()
    {
        const std::string text = "a,b\n1\n2,3\n";
        DelimitedReader reader(text, ',');
        reader.expectFields(2);
        QVERIFY(reader.next());
        QVERIFY(!reader.next());
        QVERIFY(!reader.next());
        QVERIFY(reader.fields().empty());
    }

    void next_randomTables_comeBackUnchanged()
    {
        std::mt19937 random(20240611);
        static constexpr std::array<std::string_view, 14> pieces{
                "a", "0.5", "\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", " ", "ü", "-1", ""};
        for (int run = 0; run < 2000; ++run) {
            const std::size_t fields = 1 + random() % 5;
            Table table(1 + random() % 8, Record(fields));
            for (auto &record : table) {
                for (auto &cell : record) {
                    for (auto piece = random() % 4; piece > 0; --piece)
                        cell += pieces[random() % pieces.size()];
                }
            }
            const char delimiter = ",;\t|"[random() % 4];
            const auto text = write(table, delimiter, random);
            const auto reading = readAll(text, delimiter, fields);
            QVERIFY2(!reading.problem, text.c_str());
            QVERIFY2(reading.records == table, text.c_str());
        }
    }

    /// Longer than what is read between two looks at the token.
    void next_longQuotedCell_countsItsLines()
    {
        std::string cell;
        for (int i = 0; i < 400000; ++i)
            cell += i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "x\r" : "\"\"\n";
        const std::size_t lines = 400000;
        const std::string text = "a,\"" + cell + "\"\n1,\"2";
        DelimitedReader reader(text, ',');
        QVERIFY(reader.next());
        QCOMPARE(reader.fields().size(), std::size_t{2});
        QCOMPARE(reader.line(), std::size_t{1});
        QVERIFY(!reader.next());
        QCOMPARE(reader.problem()->kind, ProblemKind::UnclosedQuote);
        QCOMPARE(reader.problem()->line.value_or(0), 2 + lines);
    }

    void next_stopped_givesUpWithinARecord_data()
    {
        QTest::addColumn<std::string>("text");
        const std::size_t size = 8U << 20U;
        QTest::newRow("one cell") << std::string(size, 'x');
        QTest::newRow("one quoted cell") << '"' + std::string(size, 'x') + '"';
        QTest::newRow("doubled quotes") << '"' + std::string(size, '"') + '"';
        QTest::newRow("empty cells") << std::string(size, ',');
        QTest::newRow("blank lines") << std::string(size, '\n');
    }

    void next_stopped_givesUpWithinARecord()
    {
        QFETCH(std::string, text);
        std::stop_source stop;
        DelimitedReader reader(text, ',', stop.get_token());
        stop.request_stop();
        QVERIFY(!reader.next());
        QVERIFY(reader.problem());
        QCOMPARE(reader.problem()->kind, ProblemKind::Cancelled);
        QVERIFY(reader.offset() < text.size() / 8);
    }
};

ONEINN_TEST(TestDelimitedReader)

} // namespace tests::ingest_delimitedreader

#include "tst_delimitedreader.moc"
