// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/accountwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_accountwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

namespace {

RowAccount accountOf(int used, SetAsideReason reason, const std::vector<std::size_t> &lines)
{
    RowAccount account;
    for (int i = 0; i < used; ++i)
        account.countUsed();
    for (const std::size_t line : lines)
        account.setAside(reason, line);
    return account;
}

} // namespace

class TestAccountWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accountSentence_accounts_addUp_data();
    void accountSentence_accounts_addUp();
    void accountDetails_lines_areListedBriefly_data();
    void accountDetails_lines_areListedBriefly();
    void accountDetails_everyReason_hasItsOwnWords();
    void latencyDetails_accounts_sayWhenTheyCount();
    void timedOut_one_isSingular();
};

void TestAccountWords::accountSentence_accounts_addUp_data()
{
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("setAside");
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << 20000 << 0 << u"20,000 records, all used"_s;
    QTest::newRow("some") << 19988 << 12 << u"20,000 records: 19,988 used, 12 set aside"_s;
    QTest::newRow("none") << 0 << 2 << u"2 records: none used, 2 set aside"_s;
    QTest::newRow("one") << 1 << 0 << u"1 record, and it is used"_s;
    QTest::newRow("one, not used") << 0 << 1 << u"1 record: none used, 1 set aside"_s;
    QTest::newRow("empty") << 0 << 0 << u"no records"_s;
}

void TestAccountWords::accountSentence_accounts_addUp()
{
    QFETCH(int, used);
    QFETCH(int, setAside);
    const std::vector<std::size_t> lines(static_cast<std::size_t>(setAside), 3);
    QTEST(accountSentence(accountOf(used, SetAsideReason::LabelMissing, lines)), "text");
}

void TestAccountWords::accountDetails_lines_areListedBriefly_data()
{
    QTest::addColumn<QList<int>>("lines");
    QTest::addColumn<QString>("text");
    QTest::newRow("1") << QList<int>{14} << u"1 has no label (line 14)"_s;
    QTest::newRow("2") << QList<int>{14, 1022} << u"2 have no label (lines 14 and 1,022)"_s;
    QTest::newRow("3") << QList<int>{14, 22, 31} << u"3 have no label (lines 14, 22 and 31)"_s;
    QTest::newRow("5") << QList<int>{14, 22, 31, 40, 41}
                       << u"5 have no label (lines 14, 22, 31 and 2 more)"_s;
    QTest::newRow("without lines") << QList<int>{0, 0} << u"2 have no label"_s;
}

void TestAccountWords::accountDetails_lines_areListedBriefly()
{
    QFETCH(QList<int>, lines);
    const std::vector<std::size_t> at(lines.begin(), lines.end());
    const auto details = accountDetails(accountOf(3, SetAsideReason::LabelMissing, at));
    QCOMPARE(details.size(), 1);
    QTEST(details.first(), "text");
}

void TestAccountWords::accountDetails_everyReason_hasItsOwnWords()
{
    for (const std::size_t times : {std::size_t{1}, std::size_t{2}}) {
        QStringList texts;
        for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
            const std::vector<std::size_t> lines(times, 7);
            const auto details =
                    accountDetails(accountOf(1, static_cast<SetAsideReason>(i), lines));
            QCOMPARE(details.size(), 1);
            QVERIFY(details.first().size() > 12);
            texts.append(details);
        }
        QCOMPARE(texts.removeDuplicates(), 0);
    }
}

void TestAccountWords::latencyDetails_accounts_sayWhenTheyCount()
{
    QCOMPARE(latencyDetails({}), QStringList());
    QCOMPARE(latencyDetails({0, 500, 0, 0}), QStringList()); // a file without latencies
    QCOMPARE(latencyDetails({1000, 400, 12, 0}),
             QStringList{
                     u"412 have no usable latency; they take part only while no budget is set"_s});
    QCOMPARE(latencyDetails({1000, 1, 0, 3}),
             (QStringList{u"1 has no usable latency; it takes part only while no budget is set"_s,
                          u"3 timed out: late for every budget, and known only to have taken at "
                          "least their limit"_s}));
}

void TestAccountWords::timedOut_one_isSingular()
{
    QCOMPARE(
            timedOutText(1),
            u"1 timed out: late for every budget, and known only to have taken at least its limit"_s);
    QVERIFY(timedOutText(1200).startsWith(u"1,200 timed out"_s));
}

ONEINN_TEST(TestAccountWords)

} // namespace tests::wording_accountwords

#include "tst_accountwords.moc"
