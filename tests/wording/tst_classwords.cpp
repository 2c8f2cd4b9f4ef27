// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/classwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_classwords {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

class TestClassWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void confusion_inItsForm_data();
    void confusion_inItsForm();
    void nothingConfused_isSaid();
    void troubles_nameOptionAndChoices();
};

namespace {

/// `wrong` of `rows` rows of the first class are put into the second.
ClassRows someWrong(const std::string &name, int rows, int wrong)
{
    ClassRows made{.names = {name, "receipt", "form"}, .actual = {}, .decided = {}, .weight = {}};
    for (int row = 0; row < rows; ++row) {
        made.actual.push_back(0);
        made.decided.push_back(row < wrong ? 1 : 0);
    }
    return made;
}

} // namespace

void TestClassWords::confusion_inItsForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<QString>("said");
    QTest::newRow("many") << u"invoice"_s << 1200 << 132
                          << u"11 of 100 invoices are called “receipt”: 132 of 1,200 (between 9 "
                             "and 13)."_s;
    QTest::newRow("half") << u"policy"_s << 1000 << 500
                          << u"50 of 100 policies are called “receipt”: 500 of 1,000 (between 47 "
                             "and 53)."_s;
    QTest::newRow("no noun") << u"low"_s << 1000 << 300
                             << u"30 of 100 rows that are “low” are called “receipt”: 300 of 1,000 "
                                "(between 27 and 33)."_s;
    QTest::newRow("wide")
            << u"invoice"_s << 200 << 8
            << u"4 of 100 invoices are called “receipt”: 8 of 200 (between 2 and 8)."_s;
    QTest::newRow("few")
            << u"invoice"_s << 7 << 3
            << u"3 of 7 invoices are called “receipt”: counts only, as there are few."_s;
    QTest::newRow("one of few")
            << u"invoice"_s << 7 << 1
            << u"1 of 7 invoices is called “receipt”: counts only, as there are "
               "few."_s;
    QTest::newRow("code")
            << u"A-7"_s << 7 << 3
            << u"3 of 7 rows that are “A-7” are called “receipt”: counts only, as there are "
               "few."_s;
}

void TestClassWords::confusion_inItsForm()
{
    QFETCH(QString, name);
    QFETCH(int, rows);
    QFETCH(int, wrong);
    QFETCH(QString, said);
    const ClassRows made = someWrong(name.toStdString(), rows, wrong);
    const ClassReport report = classReport(made, evenCosts(3));
    const wording::ToldClasses told{.report = report, .names = made.names};
    QCOMPARE(wording::confusionText(told, report.confusions.front()), said);
}

void TestClassWords::nothingConfused_isSaid()
{
    const ClassRows made = someWrong("invoice", 50, 0);
    const ClassReport report = classReport(made, evenCosts(3));
    const wording::ToldClasses told{.report = report, .names = made.names};
    QCOMPARE(wording::confusionSentences(told, 5),
             QStringList(u"No row is put into another class than its own."_s));
    const QStringList sentences = wording::classSentences(told);
    QVERIFY(sentences.first().startsWith(u"100 of 100 rows are put into their own class"_s));
    QCOMPARE(sentences[1],
             u"2 classes are never decided and have no precision, so the averages of precision are "
             "over 1 of 3 classes (“receipt”, “form”)."_s);
}

void TestClassWords::troubles_nameOptionAndChoices()
{
    using Kind = ClassTrouble::Kind;
    const auto said = [](Kind kind) {
        return wording::classTroubleText(
                {.kind = kind, .column = "kind", .names = {"a", "b"}, .found = 3});
    };
    for (const auto &[kind, option] :
         {std::pair(Kind::NoLabel, u"--label"_s), std::pair(Kind::LabelUnclear, u"--label"_s),
          std::pair(Kind::TwoValues, u"one-in-n-cli metrics"_s),
          std::pair(Kind::NothingDecided, u"--decision"_s),
          std::pair(Kind::ScoresUnclear, u"--scores"_s),
          std::pair(Kind::ScoreMissing, u"--scores"_s)}) {
        QVERIFY2(said(kind).contains(option), qPrintable(said(kind)));
        QVERIFY2(said(kind).contains(u"“a”, “b”"_s), qPrintable(said(kind)));
    }
}

ONEINN_TEST(TestClassWords)

} // namespace tests::wording_classwords

#include "tst_classwords.moc"
