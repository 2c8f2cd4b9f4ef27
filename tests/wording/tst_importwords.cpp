// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/importwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <set>

namespace tests::wording_importwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestImportWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void certainty_isTold_byAWordAndAMark();
    void parts_haveNamesAndHints();
    void facts_wholeFile_sayWhatItComesTo();
    void facts_sample_sayOfWhat();
    void facts_turnedScore_isToldAsItStandsInTheFile();
    void facts_order_isToldAsItIs_data();
    void facts_order_isToldAsItIs();
    void things_areCounted();
    void columns_tooMany_sayHowManyMore();
};

namespace {

TrialNumbers numbers()
{
    TrialNumbers numbers;
    numbers.account.countUsed(15960);
    for (std::size_t line = 2; line < 42; ++line)
        numbers.account.setAside(SetAsideReason::ScoreMissing, line);
    numbers.positiveShare = 0.71;
    numbers.lowScore = 0.01;
    numbers.highScore = 0.99;
    numbers.auc = 0.84;
    numbers.medianWait = 44000.0;
    numbers.slowWait = 122000.0;
    return numbers;
}

} // namespace

void TestImportWords::certainty_isTold_byAWordAndAMark()
{
    std::set<QString> marks;
    std::set<QString> words;
    for (const auto certainty : {RoleCertainty::Sure, RoleCertainty::Likely, RoleCertainty::Ask}) {
        marks.insert(certaintyMark(certainty));
        words.insert(certaintyWord(certainty));
    }
    QCOMPARE(marks.size(), std::size_t(3));
    QVERIFY(words == (std::set<QString>{u"sure"_s, u"likely"_s, u"ask"_s}));
}

void TestImportWords::parts_haveNamesAndHints()
{
    std::set<QString> names;
    for (int i = 0; i <= static_cast<int>(ColumnPart::Segment); ++i) {
        const auto part = static_cast<ColumnPart>(i);
        names.insert(partName(part));
        QVERIFY(!partName(part).isEmpty() && !partHint(part).isEmpty());
    }
    QCOMPARE(names.size(), std::size_t(ColumnPart::Segment) + 1);
    QCOMPARE(partNames({ColumnPart::Day, ColumnPart::Segment}), u"day \u00b7 segment"_s);
    QCOMPARE(partNames({}), u"not used"_s);
}

void TestImportWords::facts_wholeFile_sayWhatItComesTo()
{
    const auto facts = importFacts(numbers(), 16000, 1, false);
    QCOMPARE(facts.size(), std::size_t(5));
    QCOMPARE(facts[0].value, u"15,960 used"_s);
    QCOMPARE(facts[0].detail, u"of 16,000 records"_s);
    QCOMPARE(facts[1].value, u"40 set aside"_s);
    QVERIFY2(facts[1].detail.startsWith(u"40 have no score (lines 2, 3, 4"_s),
             qPrintable(facts[1].detail));
    QCOMPARE(facts[2].value, u"71 of 100 positive"_s);
    QCOMPARE(facts[3].value, u"AUC 0.84"_s);
    QCOMPARE(facts[3].detail, u"higher is more often positive; scores from 0.01 to 0.99"_s);
    QCOMPARE(facts[4].value, u"median wait 44 s"_s);
    QCOMPARE(facts[4].detail, u"95 of 100 within 122 s"_s);
}

void TestImportWords::facts_sample_sayOfWhat()
{
    const auto facts = importFacts(numbers(), 160000, 10, false);
    QCOMPARE(facts[0].detail, u"of 16,000 records looked at, every tenth of 160,000"_s);
}

void TestImportWords::facts_turnedScore_isToldAsItStandsInTheFile()
{
    TrialNumbers turned = numbers();
    turned.lowScore = -850.0;
    turned.highScore = -300.0;
    turned.model = "large";
    const auto facts = importFacts(turned, 16000, 1, true);
    QCOMPARE(facts[3].detail, u"lower is more often positive; scores from 300 to 850"_s);
    QCOMPARE(facts[2].detail, u"of large; is that your traffic?"_s);
}

void TestImportWords::facts_order_isToldAsItIs_data()
{
    QTest::addColumn<double>("auc");
    QTest::addColumn<QString>("words");
    QTest::newRow("upwards") << 0.8 << u"higher is more often positive"_s;
    QTest::newRow("inverted") << 0.2 << u"higher is more often negative"_s;
    QTest::newRow("nothing") << 0.51 << u"it says nothing about the label"_s;
}

void TestImportWords::facts_order_isToldAsItIs()
{
    QFETCH(const double, auc);
    QFETCH(const QString, words);
    TrialNumbers ordered = numbers();
    ordered.auc = auc;
    QVERIFY(importFacts(ordered, 16000, 1, false)[3].detail.startsWith(words + u';'));
    ordered.auc.reset();
    ordered.medianWait.reset();
    const auto facts = importFacts(ordered, 16000, 1, false);
    QCOMPARE(facts[3].value, u"no AUC"_s);
    QCOMPARE(facts[4].value, u"no latency"_s);
}

void TestImportWords::things_areCounted()
{
    QCOMPARE(thingsToSay(1), u"One thing to say before anything is counted"_s);
    QCOMPARE(thingsToSay(2), u"Two things to say before anything is counted"_s);
    QCOMPARE(firstSayText(1, {}), u"First answer what is asked above."_s);
    QCOMPARE(firstSayText(2, u"seconds"_s),
             u"First answer the two things asked above. Meanwhile the numbers are those of "
             "\u201cseconds\u201d."_s);
}

void TestImportWords::columns_tooMany_sayHowManyMore()
{
    QVERIFY(columnsShownText(5, 5, false).isEmpty());
    QVERIFY(columnsShownText(60, 80001, false).startsWith(u"60 of 80,001 columns"_s));
    QCOMPARE(columnsShownText(1, 1, true), u"1 column found."_s);
    QCOMPARE(columnsShownText(60, 100, true), u"The first 60 of 100 columns found."_s);
    QCOMPARE(unitChoiceText(u"seconds"_s, 2010.0), u"seconds: half of them within 2.01 s"_s);
}

ONEINN_TEST(TestImportWords)

} // namespace tests::wording_importwords

#include "tst_importwords.moc"
