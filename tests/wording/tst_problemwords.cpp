// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/rowaccount.h"
#include "wording/problemwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <cerrno>

namespace tests::wording_problemwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

class TestProblemWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problemWords_everyKind_saysWhatAndWhatToDo();
    void problemWords_everyKind_readsWithoutPlace();
    void nothingUsable_everyReason_isNoKey();
    void writing_everyReason_isSaidInWords();
    void problemWords_fieldsBelowAFewAbove_mayBeBelowATitle();
    void problemWords_place_isNamed_data();
    void problemWords_place_isNamed();
    void problemWords_hostileNames_stayOneShortLine();
    void problemWords_manyNames_areCounted();
};

void TestProblemWords::problemWords_everyKind_saysWhatAndWhatToDo()
{
    QStringList sentences;
    for (int kind = 0; kind <= static_cast<int>(ProblemKind::Cancelled); ++kind) {
        const Problem problem{static_cast<ProblemKind>(kind),
                              "scores.csv",
                              14,
                              "label",
                              "spam, ham",
                              6,
                              5,
                              0,
                              {"spam", "ham"}};
        const auto words = problemWords(problem, Reader::CommandLine);
        QVERIFY2(!words.what.isEmpty() && !words.remedy.isEmpty(),
                 qPrintable(QString::number(kind)));
        QVERIFY(!words.what.endsWith(u'.') && !words.remedy.endsWith(u'.'));
        const QString sentence = words.sentence();
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u".."_s) && !sentence.contains(u'%'),
                 qPrintable(sentence));
        QVERIFY(!sentence.at(0).isLower());
        sentences.append(sentence);
        // Whoever looks at the window types no options.
        QVERIFY2(!problemWords(problem).sentence().contains(u"--"_s), qPrintable(sentence));
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestProblemWords::problemWords_everyKind_readsWithoutPlace()
{
    for (int kind = 0; kind <= static_cast<int>(ProblemKind::Cancelled); ++kind) {
        const QString sentence =
                problemWords({static_cast<ProblemKind>(kind)}, Reader::CommandLine).sentence();
        QVERIFY2(!sentence.contains(u"  "_s) && !sentence.contains(u" :"_s)
                         && !sentence.contains(u"; its values are ."_s),
                 qPrintable(sentence));
    }
}

void TestProblemWords::nothingUsable_everyReason_isNoKey()
{
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const std::string key(keyOf(static_cast<SetAsideReason>(i)));
        const auto words = problemWords(
                {.kind = ProblemKind::NothingUsable, .file = "scores.csv", .detail = key},
                Reader::CommandLine);
        QVERIFY2(!words.sentence().contains(u'_'), qPrintable(words.sentence()));
        QCOMPARE(words.remedy.contains(u"--weight"_s), key.starts_with("weight"));
    }
    const Problem light{
            .kind = ProblemKind::NothingUsable, .file = "scores.csv", .detail = "weight_zero"};
    QCOMPARE(problemWords(light, Reader::CommandLine).what,
             u"no record of “scores.csv” can be used, most often because it weighs nothing"_s);
}

void TestProblemWords::writing_everyReason_isSaidInWords()
{
    const Problem full{
            .kind = ProblemKind::FileNotSaved, .file = "a.md", .found = 1, .systemError = ENOSPC};
    QCOMPARE(problemWords(full, Reader::CommandLine).sentence(),
             u"“a.md” could not be saved: the disk is full. What was there before has not changed. "
             "Make room on it, or save it somewhere else."_s);
    const Problem output{.kind = ProblemKind::OutputNotWritten, .systemError = ENOSPC};
    QCOMPARE(problemWords(output, Reader::CommandLine).sentence(),
             u"Standard output could not be written to: the disk is full. Make room on it, or save "
             "it somewhere else."_s);
    QStringList whats;
    for (const int error : {ENOSPC, EDQUOT, EFBIG, ENOMEM, EIO, EACCES, EROFS, EBUSY, EISDIR,
                            ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP, EPIPE, EDOM, 0}) {
        const auto words = problemWords(
                {.kind = ProblemKind::FileNotSaved, .file = "a.md", .systemError = error},
                Reader::CommandLine);
        QVERIFY(!words.what.contains(u"has not changed"_s)); // nothing was there
        QCOMPARE(words.what.contains(u"the system says: "_s), error == EDOM);
        whats.append(words.what);
    }
    QCOMPARE(whats.removeDuplicates(), 0);
}

void TestProblemWords::problemWords_fieldsBelowAFewAbove_mayBeBelowATitle()
{
    const auto remedy = [](std::size_t line, std::size_t expected, std::size_t found) {
        return problemWords({.kind = ProblemKind::FieldCount,
                             .file = "scores.csv",
                             .line = line,
                             .expected = expected,
                             .found = found})
                .remedy;
    };
    QVERIFY(remedy(3, 1, 4).startsWith(u"if this line is the header, take away what stands above"));
    for (const QString &other : {remedy(3, 4, 1), remedy(3, 3, 4), remedy(300, 1, 4)})
        QVERIFY2(other.startsWith(u"give every record as many fields as the header"),
                 qPrintable(other));
}

void TestProblemWords::problemWords_place_isNamed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("detail");
    // A detail that looks like a place marker must come out as it went in.
    const auto row = [](ProblemKind kind, const QString &text,
                        const QByteArray &detail = "100%1, b") {
        QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind) << text << detail;
    };
    row(ProblemKind::FileMissing, u"“scores.csv” does not exist. Check the name and the folder."_s);
    row(ProblemKind::FieldCount,
        u"“scores.csv”, line 1,014 has 5 fields where 6 are expected. Give every record as many "
        "fields as the header; a value that holds the delimiter must stand in quotes (--delimiter "
        "if another one was meant)."_s);
    row(ProblemKind::NoLabelColumn,
        u"No column of “scores.csv” looks like a label; its columns are 100%1, b. Choose the "
        u"column "
        "that says what was really so (--label); if that is “kind”, which has more than two "
        "values, say which one is positive, against all the others (--positive)."_s);
    row(ProblemKind::LabelNotBinary,
        u"As a label, the column “kind” has 5 different values where two are needed: “100%1” in "
        u"100 records and “b” in 7. Say which one is positive, against all the others "
        u"(--positive), or choose another label column (--label); the command classes tells "
        "of all of them."_s,
        "100,7");
}

void TestProblemWords::problemWords_place_isNamed()
{
    QFETCH(int, kind);
    QFETCH(const QByteArray, detail);
    const Problem problem{static_cast<ProblemKind>(kind),
                          "scores.csv",
                          1014,
                          "kind",
                          detail.toStdString(),
                          6,
                          5,
                          0,
                          {"100%1", "b"}};
    QTEST(problemWords(problem, Reader::CommandLine).sentence(), "text");
}

/// Whatever stands in a file's names, a problem is one line that nobody has to scroll through.
void TestProblemWords::problemWords_hostileNames_stayOneShortLine()
{
    const std::string hostile = "a\r\nb\x1b[2J\xe2\x80\xae \xff" + std::string(100'000, 'x');
    const std::vector<std::string> names(100, hostile);
    for (int kind = 0; kind <= static_cast<int>(ProblemKind::Cancelled); ++kind) {
        const Problem problem{
                static_cast<ProblemKind>(kind), hostile, 14, hostile, hostile, 6, 5, 0, names};
        const QString sentence = problemWords(problem, Reader::CommandLine).sentence();
        QVERIFY2(sentence.size() < 2000, qPrintable(QString::number(sentence.size())));
        for (const QChar c : sentence)
            QVERIFY(c.category() != QChar::Other_Control && c != QChar(0x202E));
    }
}

void TestProblemWords::problemWords_manyNames_areCounted()
{
    std::vector<std::string> names;
    for (int i = 0; i < 100'000; ++i)
        names.push_back("column_" + std::to_string(i));
    const QString sentence =
            problemWords({.kind = ProblemKind::NoLabelColumn, .names = names}, Reader::CommandLine)
                    .sentence();
    QVERIFY2(sentence.contains(u"its columns are column_0, column_1, "_s)
                     && sentence.contains(u" and 99,992 more. "_s),
             qPrintable(sentence));
}

ONEINN_TEST(TestProblemWords)

} // namespace tests::wording_problemwords

#include "tst_problemwords.moc"
