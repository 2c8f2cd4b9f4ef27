// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicelog.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::practice_practicelog {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPracticeLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keep_entries_comeBackAsTheyWere();
    void keep_theFirst_makesAPrivateFolder();
    void keep_damaged_isLeftAsItIs_data();
    void keep_damaged_isLeftAsItIs();
    void csv_textsLikeFormulas_areGuarded();
    void delete_log_isGone();
    void summary_twoWeeks_countsProductsAndWhatIsLeftOut();
    void summary_days_endAndBegin();
    void sentences_numbers_agree();
    void sentences_moreThanThreeLeftOut_saysHowManyMore();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(u"deep/er/log.csv"_s); }
};

namespace {

const QDate today(2026, 11, 29);

PracticeEntry entry(const QDate &date, const QString &product, const QStringList &said = {},
                    const QStringList &left = {})
{
    return {.date = date,
            .kind = CardKind::Tradeoff,
            .number = 3,
            .product = product,
            .seconds = 90,
            .said = said,
            .left = left};
}

QList<PracticeEntry> readAll(const QString &path)
{
    const auto read = readPracticeLog(path);
    const auto *entries = std::get_if<QList<PracticeEntry>>(&read);
    if (!entries)
        qFatal("%s", qPrintable(std::get<QString>(read)));
    return *entries;
}

} // namespace

void TestPracticeLog::keep_entries_comeBackAsTheyWere()
{
    QVERIFY(readAll(path()).isEmpty());
    const QString odd = u"=my, \"own\" app.csv"_s;
    QCOMPARE(keepPractice(path(), entry(today, odd, {u"hurt"_s, u"choice"_s}, {u"unknown"_s})),
             QString());
    QCOMPARE(keepPractice(path(), entry(today.addDays(1), {})), QString());
    const auto entries = readAll(path());
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().date, today);
    QCOMPARE(entries.first().kind, CardKind::Tradeoff);
    QCOMPARE(entries.first().number, 3);
    QCOMPARE(entries.first().product, odd);
    QCOMPARE(entries.first().seconds, 90);
    QCOMPARE(entries.first().said, QStringList({u"hurt"_s, u"choice"_s}));
    QCOMPARE(entries.first().left, QStringList(u"unknown"_s));
    QVERIFY(entries.last().product.isEmpty() && entries.last().said.isEmpty());
}

void TestPracticeLog::keep_theFirst_makesAPrivateFolder()
{
    const QString path = m_folder.filePath(u"private/log.csv"_s);
    QCOMPARE(keepPractice(path, entry(today, u"a"_s)), QString());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_folder.filePath(u"private"_s)) & others));
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestPracticeLog::keep_damaged_isLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another table") << QByteArray("label,score\n1,0.5\n0,0.1\n");
    QTest::newRow("a kind that there is not")
            << QByteArray("date,kind,card,product,seconds,said,left_out\n"
                          "2026-11-29,riddle,1,a,90,hurt,\n");
    QTest::newRow("no day") << QByteArray("date,kind,card,product,seconds,said,left_out\n"
                                          "yesterday,design,1,a,90,hurt,\n");
    QTest::newRow("seconds in words") << QByteArray("date,kind,card,product,seconds,said,left_out\n"
                                                    "2026-11-29,design,1,a,long,hurt,\n");
}

void TestPracticeLog::keep_damaged_isLeftAsItIs()
{
    QFETCH(const QByteArray, bytes);
    const QString path = m_folder.filePath(u"damaged.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    const QString sentence = keepPractice(path, entry(today, u"a"_s));
    QVERIFY2(sentence.contains(u"damaged.csv"), qPrintable(sentence));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestPracticeLog::csv_textsLikeFormulas_areGuarded()
{
    QCOMPARE(practiceCsv({entry(today, u"=1+1"_s, {u"hurt"_s}, {u"loop"_s, u"other"_s})}),
             QByteArray("date,kind,card,product,seconds,said,left_out\n"
                        "2026-11-29,tradeoff,3,'=1+1,90,hurt,loop other\n"));
}

void TestPracticeLog::delete_log_isGone()
{
    const QString path = m_folder.filePath(u"gone/log.csv"_s);
    QCOMPARE(keepPractice(path, entry(today, u"a"_s)), QString());
    QCOMPARE(deletePracticeLog(path), QString());
    QVERIFY(!QFile::exists(path) && readAll(path).isEmpty());
    QCOMPARE(deletePracticeLog(path), QString());
}

void TestPracticeLog::summary_twoWeeks_countsProductsAndWhatIsLeftOut()
{
    QList<PracticeEntry> entries;
    for (int i = 0; i < 10; ++i)
        entries.append(entry(today.addDays(-i), u"App %1"_s.arg(i), {u"hurt"_s}, {u"unknown"_s}));
    entries.append(entry(today, u"app 3"_s, {u"unknown"_s}, {u"hurt"_s}));
    const auto summary = practiceSummary(entries, today);
    QCOMPARE(summary.cards, 11);
    QCOMPARE(summary.products, 10);
    QCOMPARE(summary.seconds, 990);
    QCOMPARE(summary.left.size(), 2);
    QCOMPARE(summary.left.first().key, u"unknown"_s);
    QCOMPARE(summary.left.first().times, 10);
    QCOMPARE(summary.left.first().of, 11);
    const QStringList sentences = practiceSentences(summary);
    QCOMPARE(sentences.first(), u"10 products in two weeks: 11 cards, 17 min."_s);
    QCOMPARE(sentences.at(1), u"Left out in 10 of 11 cards: Says what is not known."_s);
}

void TestPracticeLog::summary_days_endAndBegin()
{
    const QList<PracticeEntry> entries{
            entry(today.addDays(-14), u"before"_s), entry(today.addDays(-13), u"first"_s),
            entry(today, u"last"_s), entry(today.addDays(1), u"after"_s)};
    QCOMPARE(practiceSummary(entries, today).products, 2);
    QCOMPARE(practiceSummary(entries, today, 1).products, 1);
}

void TestPracticeLog::sentences_numbers_agree()
{
    QCOMPARE(practiceSentences(practiceSummary({}, today)),
             QStringList(u"Nothing was practised in two weeks."_s));
    QCOMPARE(practiceSentences(practiceSummary({entry(today, u"a"_s)}, today, 7)),
             QStringList(u"1 product in a week: 1 card, 2 min."_s));
    QCOMPARE(
            practiceSentences({.days = 10, .cards = 2, .products = 0, .seconds = 3600, .left = {}}),
            QStringList(u"0 products in ten days: 2 cards, 1 h 0 min."_s));
}

void TestPracticeLog::sentences_moreThanThreeLeftOut_saysHowManyMore()
{
    PracticeSummary summary{.days = 14, .cards = 9, .products = 1, .seconds = 60, .left = {}};
    for (const QString &key : {u"hurt"_s, u"unknown"_s, u"a"_s, u"b"_s})
        summary.left.append({.key = key, .times = 2, .of = 9});
    QCOMPARE(practiceSentences(summary).size(), 5);
    QCOMPARE(practiceSentences(summary).last(), u"1 more was left out, as often or less."_s);
    summary.left.append({.key = u"c"_s, .times = 1, .of = 9});
    QCOMPARE(practiceSentences(summary).last(), u"2 more were left out, as often or less."_s);
    summary.left.resize(3);
    QVERIFY(!practiceSentences(summary).last().contains(u"more w"_s));
}

ONEINN_TEST(TestPracticeLog)

} // namespace tests::practice_practicelog

#include "tst_practicelog.moc"
