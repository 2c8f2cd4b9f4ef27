// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/textcheck.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::ingest_textcheck {

using namespace oneinn;
using namespace oneinn::ingest;
using namespace std::string_literals;

class TestTextCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textProblem_badBytes_areNamed_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<std::size_t>("line");
        QTest::addColumn<std::string>("detail");
        const auto row = [](const char *name, std::string bytes, ProblemKind kind, std::size_t line,
                            std::string detail) {
            QTest::newRow(name) << std::move(bytes) << kind << line << std::move(detail);
        };
        using enum ProblemKind;
        row("empty", "", FileEmpty, 0, "");
        row("gzip", "\x1f\x8b\x08rest", FileBinary, 0, "gzip");
        row("xlsx", "PK\x03\x04rest", FileBinary, 0, "ZIP");
        row("parquet", "PAR1 data PAR1", FileBinary, 0, "Parquet");
        row("png", "\x89PNG\r\n\x1a\n...", FileBinary, 0, "PNG");
        row("pdf", "%PDF-1.7\n", FileBinary, 0, "PDF");
        row("sqlite", "SQLite format 3\0..."s, FileBinary, 0, "SQLite");
        row("NUL", "a,b\n1,\0\n"s, FileBinary, 0, "NUL");
        row("UTF-16 little endian", "\xff\xfe"s + "a\0,\0"s, NotUtf8, 1, "UTF-16");
        row("UTF-16 big endian", "\xfe\xff"s + "\0a\0,"s, NotUtf8, 1, "UTF-16");
        row("Latin-1", "name\nx\r\ny\rM\xfcller\n", NotUtf8, 4, "");
        row("continuation alone", "a\n\x80\n", NotUtf8, 2, "");
        row("cut off at the end", "a\nb\n\xe2\x82", NotUtf8, 3, "");
        row("overlong", "\xc0\xaf", NotUtf8, 1, "");
        row("overlong of three", "\xe0\x80\xaf", NotUtf8, 1, "");
        row("surrogate", "\xed\xa0\x80", NotUtf8, 1, "");
        row("beyond Unicode", "\xf4\x90\x80\x80", NotUtf8, 1, "");
        std::string goodThenBad(1000, 'a');
        goodThenBad.append("\nb\xff");
        row("after many good bytes", goodThenBad, NotUtf8, 2, "");
    }

    void textProblem_badBytes_areNamed()
    {
        QFETCH(std::string, bytes);
        QFETCH(ProblemKind, kind);
        QFETCH(std::size_t, line);
        QFETCH(std::string, detail);
        const auto problem = textProblem(bytes);
        QVERIFY(problem);
        QCOMPARE(problem->kind, kind);
        QCOMPARE(problem->line.value_or(0), line);
        QCOMPARE(problem->detail, detail);
    }

    void textProblem_goodText_isNone()
    {
        for (const auto &text : {"a"s, "größe,日本,\xf0\x9f\x98\x80\n"s,
                                 "\xef\xbb\xbflabel,score\n"s, "\xf4\x8f\xbf\xbf"s, "\xed\x9f\xbf"s,
                                 "PAR1,label,score\n"s, "%PDF,label\n"s, "PK,label\n"s})
            QVERIFY2(!textProblem(text), text.c_str());
    }

    void withoutByteOrderMark_mark_isDropped()
    {
        QVERIFY(withoutByteOrderMark("\xef\xbb\xbfx") == "x");
        QVERIFY(withoutByteOrderMark("x") == "x");
        QVERIFY(withoutByteOrderMark("").empty());
    }

    void lineEnds_mixed_countOnceEach()
    {
        QCOMPARE(lineEnds("a\nb\r\nc\rd"), std::size_t{3});
        QCOMPARE(lineEnds("\r\r\n\n"), std::size_t{3});
        QCOMPARE(lineEnds(""), std::size_t{0});
    }

    void textProblem_stopped_isCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto problem = textProblem(std::string(9U << 20U, 'x'), stop.get_token());
        QVERIFY(problem.has_value());
        QCOMPARE(problem->kind, ProblemKind::Cancelled);
    }

    /// Characters that lie on both sides of where the token is looked at.
    void textProblem_longText_isCheckedToItsEnd()
    {
        for (std::size_t shift = 0; shift < 4; ++shift) {
            std::string text(shift, 'x');
            while (text.size() < (5U << 20U))
                text += "\xf0\x9f\x99\x82\n";
            QVERIFY(!textProblem(text));
            const auto lines = std::size_t(std::count(text.begin(), text.end(), '\n'));
            text += "\xff";
            const auto problem = textProblem(text);
            QVERIFY(problem.has_value());
            QCOMPARE(problem->line.value_or(0), 1 + lines);
        }
    }
};

ONEINN_TEST(TestTextCheck)

} // namespace tests::ingest_textcheck

#include "tst_textcheck.moc"
