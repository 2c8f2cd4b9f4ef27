// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sourcetext.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_sourcetext {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

QByteArray packed(const char *base64)
{
    return QByteArray::fromBase64(base64);
}

/// The text, its line ends as "/".
QByteArray readAs(const QByteArray &bytes)
{
    const auto read = sourceText({bytes.constData(), std::size_t(bytes.size())});
    if (!read)
        return "PROBLEM";
    QByteArray text(read.value().text.data(), qsizetype(read.value().text.size()));
    return text.replace("\r\n", "/").replace('\n', '/');
}

} // namespace

class TestSourceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sourceText_anyFormat_becomesDelimitedText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QByteArray(expected);
        };
        row("plain", "a,b\n1,2\n", "a,b/1,2/");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a,b\n1,2\n",
            "a,b/1,2/");
        row("gzip", packed("H4sIAAAAAAACA8tJTErN0SlOzi9K5TLUMdAz5QIAMBX1OxIAAAA="),
            "label,score/1,0.5/");
        row("gzip of two members",
            packed("H4sIAAAAAAACA8tJTErN0SkGAGB/"
                   "KEwHAAAAH4sIAAAAAAACA0vOL0rlMtQx0DPlAgAEqngrCwAAAA=="),
            "label,score/1,0.5/");
        row("gzip, cut off",
            packed("H4sIAAAAAAACA8tJTErN0SlOzi9K5TLUMdAz5QIAMBX1OxIAAAA=").chopped(9), "PROBLEM");
        row("gzip of JSON in UTF-16",
            packed("H4sIAAAAAAACA/v/r5pBiSERiK0YFBgMGWoZuBiQRYzAIgDmovDlJgAAAA=="),
            "\"a\"/\"1\"/\"2\"/");
        row("Zstandard", packed("KLUv/QRYkQAAbGFiZWwsc2NvcmUKMSwwLjUKhDjz2g=="),
            "label,score/1,0.5/");
        row("Zstandard, cut off", packed("KLUv/QRYkQAAbGFiZWwsc2NvcmUKMSwwLjUKhDjz2g==").chopped(6),
            "PROBLEM");
        row("UTF-16, little endian",
            QByteArray("\xff\xfe"
                       "a\0,\0\xe9\0\n\0",
                       10),
            "a,\xc3\xa9/");
        row("UTF-16, no mark", QByteArray("\0a\0,\0b\0\n\0001\0,\0002\0\n", 16), "a,b/1,2/");
        row("UTF-16, half a character",
            QByteArray("\xff\xfe"
                       "a\0,",
                       5),
            "PROBLEM");
        row("Windows-1252", "a,b\nM\xfcller,\x80\n", "a,b/M\xc3\xbcller,\xe2\x82\xac/");
        row("neither UTF-8 nor accents", "a,b\n\xc4\xe3\xba\xc3\xca\xc0\xbd\xe7,1\n", "PROBLEM");
        row("sep line", "sep=;\r\na;b\r\n", "a;b/");
        row("nothing", "", "PROBLEM");

        row("JSON lines", "{\"a\": 1, \"b\": \"x\"}\n{\"b\": \"y\", \"a\": 2.5}\n",
            "\"a\",\"b\"/\"1\",\"x\"/\"2.5\",\"y\"/");
        row("a key that comes late", "{\"a\": 1}\n{\"a\": 2, \"b\": 3}\n",
            "\"a\",\"b\"/\"1\",\"\"/\"2\",\"3\"/");
        row("a list", "[{\"a\": 1},\n {\"a\": null}]", "\"a\"/\"1\"/\"\"/");
        row("one after another", "{\"a\": 1} {\"a\": 2}", "\"a\"/\"1\"/\"2\"/");
        row("each on its line", "[\n{\n\"a\": 1\n},\n{\n\"a\": 2\n}\n]", "\"a\"//\"1\"///\"2\"/");
        row("columns and data",
            "{\"columns\": [\"a\", \"b\"], \"index\": [0], \"data\": [[1, null]]}",
            "\"a\",\"b\"/\"1\",\"\"/");
        row("a list within", "{\"version\": 3, \"results\": [{\"a\": true}, {\"a\": false}]}",
            "\"a\"/\"true\"/\"false\"/");
        row("an object within", "{\"a\": {\"b\": 1, \"c\": {\"d\": 2}}, \"e\": 3}",
            "\"a.b\",\"e\"/\"1\",\"3\"/");
        row("a list of numbers", "{\"p\": [0.1, 0.9]}", "\"p\"/\"[0.1, 0.9]\"/");
        row("NaN, as Python writes it", "{\"a\": NaN, \"b\": \"NaN {\", \"c\": -Infinity}",
            "\"a\",\"b\",\"c\"/\"\",\"NaN {\",\"-inf\"/");
        row("quotes and line ends", "{\"a\": \"x\\\"y\\nz\"}", "\"a\"/\"x\"\"y\\nz\"/");
        row("all digits stay", "{\"a\": 12345678901234567890, \"b\": 0.1}",
            "\"a\",\"b\"/\"12345678901234567890\",\"0.1\"/");
        row("not closed", "{\"a\": 1}\n{\"a\": 2\n", "PROBLEM");
        row("not JSON after all", "[{\"a\" 1}]", "PROBLEM");
        row("a list of numbers alone", "[{\"a\": 1}, 2]", "PROBLEM");
        row("rows of unequal length", "{\"columns\": [\"a\"], \"data\": [[1, 2]]}", "PROBLEM");
        row("text that begins with a bracket", "[a],b\n1,2\n", "[a],b/1,2/");

        row("ARFF",
            "% by hand\n@RELATION r\n@attribute 'the label' {yes,no}\n@attribute score numeric\n\n"
            "@data\nyes,0.5\n% between\n'no',?\n",
            "\"the label\",\"score\"///////\"yes\",\"0.5\"//\"no\",\"\"/");
        row("ARFF, a field too many", "@relation r\n@attribute a numeric\n@data\n1,2\n", "PROBLEM");
        row("ARFF, sparse", "@relation r\n@attribute a numeric\n@data\n{0 1}\n", "PROBLEM");
        row("ARFF without data", "@relation r\n@attribute a numeric\n", "PROBLEM");
    }

    void sourceText_anyFormat_becomesDelimitedText()
    {
        QFETCH(QByteArray, bytes);
        QTEST(readAs(bytes), "expected");
    }

    void sourceText_broken_saysWhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const QByteArray &bytes, ProblemKind kind, int line) {
            QTest::newRow(name) << bytes << kind << line;
        };
        row("object not closed", "{\"a\": 1}\n{\"a\": 2\n", ProblemKind::JsonBroken, 2);
        row("comma missing", "[{\"a\": 1},\n\n{\"a\" 1}]", ProblemKind::JsonBroken, 3);
        row("no object", "[{\"a\": 1},\n2]", ProblemKind::JsonBroken, 2);
        row("row too long", "{\"columns\": [\"a\"],\n\"data\": [[1],\n[1, 2]]}",
            ProblemKind::FieldCount, 3);
        row("ARFF", "@relation r\n@attribute a numeric\n@data\n1\n'x\n", ProblemKind::ArffBroken,
            5);
        row("gzip", packed("H4sIAAAAAAACA8tJTErN0SlOzi9K5TLUMdAz5QIAMBX1OxIAAAA=").chopped(9),
            ProblemKind::FileDamaged, 0);
    }

    void sourceText_broken_saysWhere()
    {
        QFETCH(QByteArray, bytes);
        const auto read = sourceText({bytes.constData(), std::size_t(bytes.size())});
        QVERIFY(!read.ok());
        QTEST(read.problem().kind, "kind");
        QTEST(int(read.problem().line.value_or(0)), "line");
    }

    void sourceText_stopped_isCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        for (const QByteArray &bytes :
             {packed("H4sIAAAAAAACA8tJTErN0SlOzi9K5TLUMdAz5QIAMBX1OxIAAAA="),
              QByteArray("[{\"a\": 1}]"), QByteArray("a,b\nM\xfcller,1\n")}) {
            const auto read = sourceText({bytes.constData(), std::size_t(bytes.size())},
                                         {.stop = stop.get_token()});
            QVERIFY(!read.ok());
            QCOMPARE(read.problem().kind, ProblemKind::Cancelled);
        }
    }

    void sourceText_guessedEncoding_isNoted()
    {
        const auto read = sourceText("a,b\nM\xfcller,1\n");
        QCOMPARE(read.value().notes.size(), std::size_t{1});
        QCOMPARE(read.value().notes.front().kind, ReadingNote::Kind::Encoding);
    }

    void readablePatterns_allFormats_areNamed()
    {
        const auto patterns = readablePatterns();
        for (const auto &format : sourceFormats())
            QVERIFY(patterns.find(format.patterns) != std::string::npos);
        for (const auto &format : tableFormats())
            QVERIFY(patterns.find(format.patterns) != std::string::npos);
    }
};

ONEINN_TEST(TestSourceText)

} // namespace tests::ingest_sourcetext

#include "tst_sourcetext.moc"
