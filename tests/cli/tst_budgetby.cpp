// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/budgetoptions.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace tests::cli_budgetby {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

/// Segments with latency budgets of their own, on the command line.
class TestBudgetBy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrong_isRefused_data();
    void wrong_isRefused();
    void others_sayWhyNot_data();
    void others_sayWhyNot();
    void metrics_countsEachRowUnderItsBudget_data();
    void metrics_countsEachRowUnderItsBudget();
    void dial_movesAllInProportion();
    void rows_areLateByTheirOwn();
    void segments_tellTheBudgets();
    void segments_tellEachBeforeAndAfterItsBudget();
    void answer_namesNoBudgetForAll();
    void operatingPoint_isReadBackByCheck();

private:
    QStringList timed(const QString &command, const QStringList &more = {}) const;

    testsupport::WrittenFiles m_files;
    QString m_payments;
};

namespace {

double number(const QJsonValue &value)
{
    return value.toDouble(-1e300);
}

/// Made up: ties with budgets are among them.
int latencyOf(qsizetype row)
{
    return static_cast<int>(20 + 20 * ((row * 37) % 45));
}

double budgetOf(const QByteArray &channel)
{
    return channel == "bank-transfer" ? 300.0 : channel == "web-card" ? 800.0 : 500.0;
}

/// The ends of the payments, row by row.
struct Ends {
    double right = 0.0, wrong = 0.0, good = 0.0, late = 0.0, all = 0.0;

    explicit Ends(bool waits, double scale = 1.0)
    {
        QFile file(testsupport::sampleData(u"payments-february.csv"_s));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QList<QByteArray> cells = lines[i].trimmed().split(',');
            const bool isLate = latencyOf(i) > scale * budgetOf(cells[3]);
            const bool shown = cells[5].toDouble() >= 0.3 && (waits || !isLate);
            const bool isGood = cells[4] == "1";
            all += 1.0;
            late += isLate ? 1.0 : 0.0;
            good += isGood ? 1.0 : 0.0;
            right += shown && isGood ? 1.0 : 0.0;
            wrong += shown && !isGood ? 1.0 : 0.0;
        }
    }
};

} // namespace

void TestBudgetBy::initTestCase()
{
    QFile file(testsupport::sampleData(u"payments-february.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QString text = QString::fromUtf8(lines.first().trimmed()) + u",latency_ms\n"_s;
    for (qsizetype i = 1; i < lines.size(); ++i)
        text += QString::fromUtf8(lines[i].trimmed()) + u",%1\n"_s.arg(latencyOf(i));
    m_payments = m_files.write(text);
}

QStringList TestBudgetBy::timed(const QString &command, const QStringList &more) const
{
    return QStringList{command,          m_payments,
                       u"--threshold"_s, u"0.3"_s,
                       u"--budget"_s,    u"500"_s,
                       u"--budget-by"_s, u"channel:bank-transfer=300,web-card=800"_s}
    + more;
}

void TestBudgetBy::wrong_isRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QStringList half{u"--threshold"_s, u"0.5"_s, u"--budget"_s, u"500"_s};
    const QString by = u"--budget-by"_s;
    QTest::newRow("column") << half + QStringList{by, u"nothing:a=1"_s} << 1 << u"nothing"_s;
    QTest::newRow("value") << half + QStringList{by, u"channel:c=1"_s} << 1 << u"Its values are"_s;
    QTest::newRow("number") << half + QStringList{by, u"channel:app-card=x"_s} << 2
                            << u"channel:app=300"_s;
    QTest::newRow("zero") << half + QStringList{by, u"channel:app-card=0"_s} << 2
                          << u"channel:app=300"_s;
    QTest::newRow("twice") << half + QStringList{by, u"channel:app-card=1,app-card=2"_s} << 2
                           << u"'app-card' twice"_s;
    QTest::newRow("no budget") << QStringList{u"--threshold"_s, u"0.5"_s, by,
                                              u"channel:app-card=1"_s}
                               << 2 << u"needs --budget"_s;
}

void TestBudgetBy::wrong_isRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const auto run = runCommandLine(QStringList{u"metrics"_s, m_payments} + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestBudgetBy::others_sayWhyNot_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    QTest::newRow("conventions") << u"conventions"_s << u"Other tools know no budget"_s;
    QTest::newRow("curve") << u"curve"_s << u"one budget, the same for all uses"_s;
}

void TestBudgetBy::others_sayWhyNot()
{
    QFETCH(const QString, command);
    QFETCH(const QString, said);
    const auto run = runCommandLine({command, m_payments, u"--threshold"_s, u"0.5"_s,
                                     u"--budget-by"_s, u"channel:app-card=300"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(said) && run.err.contains(u"--where"_s), qPrintable(run.err));
}

void TestBudgetBy::metrics_countsEachRowUnderItsBudget_data()
{
    QTest::addColumn<QString>("late");
    QTest::newRow("wait") << u"wait"_s;
    QTest::newRow("show nothing") << u"show-nothing"_s;
    QTest::newRow("unanswered") << u"unanswered"_s;
}

void TestBudgetBy::metrics_countsEachRowUnderItsBudget()
{
    QFETCH(const QString, late);
    const auto run = runCommandLine(timed(u"metrics"_s, {u"--late"_s, late}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Ends wanted(late == u"wait");
    QVERIFY(wanted.late > 0.0 && wanted.right > 0.0 && wanted.wrong > 0.0);
    QVERIFY(std::abs(number(run.at(u"experience/late"_s)) - wanted.late / wanted.all) < 1e-12);
    QVERIFY(std::abs(number(run.at(u"experience/missed"_s)) - (1.0 - wanted.right / wanted.good))
            < 1e-12);
    QVERIFY(std::abs(number(run.at(u"experience/wrong_of_shown"_s))
                     - wanted.wrong / (wanted.right + wanted.wrong))
            < 1e-12);
    const QJsonValue budgets = run.at(u"operating_point/budgets"_s);
    QCOMPARE(budgets[u"column"_s].toString(), u"channel"_s);
    QCOMPARE(number(budgets[u"others_ms"_s]), 500.0);
    QCOMPARE(number(budgets[u"values"_s][1][u"budget_ms"_s]), 800.0);
}

/// A session's budgets go with the dial; here the same is typed twice as large.
void TestBudgetBy::dial_movesAllInProportion()
{
    QStringList half = timed(u"metrics"_s, {u"--late"_s, u"show-nothing"_s});
    half[half.indexOf(u"500"_s)] = u"250"_s;
    half[half.indexOf(u"channel:bank-transfer=300,web-card=800"_s)] =
            u"channel:bank-transfer=150,web-card=400"_s;
    const Ends wanted(false, 0.5);
    const auto run = runCommandLine(half);
    QVERIFY(std::abs(number(run.at(u"experience/late"_s)) - wanted.late / wanted.all) < 1e-12);
}

void TestBudgetBy::rows_areLateByTheirOwn()
{
    const auto run =
            runCommandLine(timed(u"rows"_s, {u"--cell"_s, u"late"_s, u"--limit"_s, u"100000"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray rows = run.at(u"rows"_s).toArray();
    QCOMPARE(double(rows.size()), Ends(false).late);
    for (const auto &row : rows)
        QVERIFY(number(row[u"wait_ms"_s])
                > budgetOf(row[u"segments"_s][u"channel"_s].toString().toUtf8()));
}

void TestBudgetBy::segments_tellTheBudgets()
{
    const auto run = runCommandLine(timed(u"segments"_s, {u"--by"_s, u"channel"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const auto &row : run.at(u"rows"_s).toArray()) {
        const QString channel = row[u"segment"_s].toArray().first().toString();
        QCOMPARE(number(row[u"budget_ms"_s]), budgetOf(channel.toUtf8()));
    }
}

/// Before is the segment alone at the budget of all others, after the segment alone at its own.
void TestBudgetBy::segments_tellEachBeforeAndAfterItsBudget()
{
    const auto run = runCommandLine(timed(u"segments"_s, {u"--by"_s, u"channel"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QStringList plain = timed(u"metrics"_s);
    const qsizetype by = plain.indexOf(u"--budget-by"_s);
    QVERIFY(by > 0);
    plain.removeAt(by);
    plain.removeAt(by);
    int told = 0;
    for (const auto &row : run.at(u"rows"_s).toArray()) {
        const QString channel = row[u"segment"_s].toArray().first().toString();
        const QJsonValue pair = row[u"budget_before_after"_s];
        QCOMPARE(pair.isNull(), budgetOf(channel.toUtf8()) == 500.0);
        if (pair.isNull())
            continue;
        ++told;
        const QStringList where{u"--where"_s, u"channel="_s + channel};
        const auto before = runCommandLine(plain + where);
        const auto after = runCommandLine(timed(u"metrics"_s, where));
        QVERIFY2(before.code == 0 && after.code == 0, qPrintable(before.err + after.err));
        for (const QString &share : {u"late"_s, u"missed"_s}) {
            QCOMPARE(number(pair[share][u"before"_s]), number(before.at(u"experience/"_s + share)));
            QCOMPARE(number(pair[share][u"after"_s]), number(after.at(u"experience/"_s + share)));
        }
        const double difference = number(pair[u"late"_s][u"difference"_s]);
        QVERIFY(difference != 0.0);
        const QJsonArray interval = pair[u"late"_s][u"interval"_s].toArray();
        QVERIFY(interval.first().toDouble() <= difference
                && difference <= interval.last().toDouble());
    }
    QCOMPARE(told, 2);
    const auto text = runCommandLine(
            timed(u"segments"_s, {u"--by"_s, u"channel"_s, u"--format"_s, u"text"_s}));
    QVERIFY2(text.out.contains(u"bank-transfer, before and after its budget of 300 ms: late "),
             qPrintable(text.out));
}

void TestBudgetBy::answer_namesNoBudgetForAll()
{
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s}) {
        const auto run = runCommandLine(timed(u"answer"_s, {u"--length"_s, length}));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY2(
                run.out.contains(
                        u"ach channel has a budget of its own: bank-transfer 300 ms, web-card 800 ms; any other 500 ms"_s),
                qPrintable(length + u": "_s + run.out));
        // Other ways to answer have one budget, in the table of them.
        QString told = run.out;
        told.remove(QRegularExpression(u"\\n\\| The model, nothing after 500 ms[^\\n]*"_s));
        QVERIFY2(!told.contains(u"after 500 ms"_s) && !told.contains(u"within 500 ms"_s),
                 qPrintable(told));
    }
}

void TestBudgetBy::operatingPoint_isReadBackByCheck()
{
    const auto point = runCommandLine(timed(u"operating-point"_s));
    QVERIFY2(point.code == 0, qPrintable(point.err));
    QCOMPARE(number(point.at(u"version"_s)), 2.0);
    QCOMPARE(number(point.at(u"budgets/values_ms/bank-transfer"_s)), 300.0);
    QCOMPARE(number(point.at(u"budgets/others_ms"_s)), 500.0);
    const auto check = runCommandLine({u"check"_s, m_files.write(point.out), m_payments});
    QVERIFY2(check.code == 0 || check.code == 4, qPrintable(check.err));
    const auto metrics = runCommandLine(timed(u"metrics"_s));
    int told = 0;
    for (const auto &each : check.at(u"promises"_s).toArray()) {
        const QString share = each[u"share"_s].toString();
        QCOMPARE(number(each[u"found"_s]), number(metrics.at(u"experience/"_s + share)));
        ++told;
    }
    QVERIFY(told > 0);
}

ONEINN_TEST(TestBudgetBy)

} // namespace tests::cli_budgetby

#include "tst_budgetby.moc"
