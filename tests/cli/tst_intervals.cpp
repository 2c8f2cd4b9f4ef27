// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::cli_intervals {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

/// --interval and --cluster: one share has one interval, wherever it is told.
class TestIntervals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exact_metrics_leavesATailOf25In1000AtEitherEnd();
    void exact_everyCommand_oneShareHasOneInterval();
    void exact_later_isWilsonsAgain();
    void wilson_isAsWithoutUsers_data();
    void wilson_isAsWithoutUsers();
    void cluster_isAsUsersOfThatColumn();
    void cluster_isCalledGroups();
    void clustered_isTheDefault();
    void answer_namesTheAssumption();
    void whatCannotBeHad_isRefused_data();
    void whatCannotBeHad_isRefused();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

/// 30 who come 4 to 12 times, some of them much better served than others.
QString sessions(const QString &name, const QString &more = {}, const QString &cell = {})
{
    QString text = u"label,score"_s + (name.isEmpty() ? QString() : u',' + name) + more + u'\n';
    unsigned state = 7;
    const auto draw = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8U) / 16777216.0;
    };
    for (int who = 0; who < 30; ++who) {
        const double good = 0.1 + 0.8 * draw();
        for (int use = 0; use < 4 + who % 9; ++use) {
            const bool positive = draw() < good;
            const double score = 0.6 * draw() + (positive ? 0.35 : 0.05);
            text += QString::number(positive ? 1 : 0) + u',' + QString::number(score, 'f', 4);
            if (!name.isEmpty())
                text += u",w"_s + QString::number(who);
            text += cell + u'\n';
        }
    }
    return text;
}

/// How likely at least k of n are, each with chance p: added up, without beta functions.
double atLeast(double k, double n, double p)
{
    double sum = 0.0;
    for (double i = k; i <= n; ++i)
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0)
                        + i * std::log(p) + (n - i) * std::log1p(-p));
    return sum;
}

QJsonArray interval(const testsupport::CommandLineRun &run, const QString &path)
{
    return run.at(path).toArray();
}

QStringList withThreshold(const QString &command, const QString &path, const QStringList &more)
{
    return QStringList{command, path, u"--threshold"_s, u"0.5"_s} + more;
}

} // namespace

void TestIntervals::exact_metrics_leavesATailOf25In1000AtEitherEnd()
{
    const auto run = runCommandLine(withThreshold(u"metrics"_s, m_files.write(sessions({})),
                                                  {u"--interval"_s, u"exact"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const double tp = run.at(u"confusion_matrix/tp"_s).toDouble();
    const double fp = run.at(u"confusion_matrix/fp"_s).toDouble();
    const double fn = run.at(u"confusion_matrix/fn"_s).toDouble();
    QVERIFY(tp > 20 && fp > 5 && fn > 5);
    const std::pair<QString, std::pair<double, double>> shares[] = {
            {u"intervals/precision"_s, {tp, tp + fp}}, {u"intervals/recall"_s, {tp, tp + fn}}};
    for (const auto &[path, counted] : shares) {
        const QJsonArray told = interval(run, path);
        const auto [k, n] = counted;
        COMPARE_NEAR(atLeast(k, n, told[0].toDouble()), 0.025, 1e-9);
        COMPARE_NEAR(1.0 - atLeast(k + 1.0, n, told[1].toDouble()), 0.025, 1e-9);
    }
}

void TestIntervals::exact_everyCommand_oneShareHasOneInterval()
{
    const QString path = m_files.write(sessions({}, u",part"_s, u",all"_s));
    const QStringList exact{u"--interval"_s, u"exact"_s};
    const auto metrics = runCommandLine(
            withThreshold(u"metrics"_s, path, exact + QStringList{u"--show-share"_s, u"missed"_s}));
    const QJsonArray missed = interval(metrics, u"shares/missed/interval"_s);
    QCOMPARE(missed.size(), 2);
    QCOMPARE(missed, interval(metrics, u"intervals/fnr"_s));
    const auto segments = runCommandLine(
            withThreshold(u"segments"_s, path, exact + QStringList{u"--by"_s, u"part"_s}));
    QVERIFY2(segments.code == 0, qPrintable(segments.err));
    const QJsonObject row = segments.at(u"rows"_s).toArray()[0].toObject();
    QCOMPARE(row[u"shares"_s][u"missed"_s][u"interval"_s].toArray(), missed);
    const auto curve =
            runCommandLine({u"curve"_s, path, u"--kind"_s, u"pr"_s, u"--band"_s, u"pointwise"_s,
                            u"--interval"_s, u"exact"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(curve.code == 0, qPrintable(curve.err));
    const double low = 1.0 - missed[1].toDouble();
    const QStringList lows = curve.column(u"recall_low"_s);
    const bool met = std::ranges::any_of(
            lows, [&](const QString &cell) { return std::abs(cell.toDouble() - low) < 1e-9; });
    QVERIFY2(met, qPrintable(lows.join(u' ')));
}

void TestIntervals::exact_later_isWilsonsAgain()
{
    const QString path = m_files.write(sessions({}));
    const auto before = runCommandLine(withThreshold(u"metrics"_s, path, {}));
    const auto exact =
            runCommandLine(withThreshold(u"metrics"_s, path, {u"--interval"_s, u"exact"_s}));
    const auto after = runCommandLine(withThreshold(u"metrics"_s, path, {}));
    QCOMPARE(after.out, before.out);
    const QJsonArray wide = interval(exact, u"intervals/recall"_s);
    const QJsonArray narrow = interval(before, u"intervals/recall"_s);
    QVERIFY(wide[0].toDouble() < narrow[0].toDouble());
    QVERIFY(wide[1].toDouble() > narrow[1].toDouble());
}

void TestIntervals::wilson_isAsWithoutUsers_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("part");
    QTest::newRow("metrics") << QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s}
                             << u"intervals"_s;
    QTest::newRow("calibration") << QStringList{u"calibration"_s} << u"bins"_s;
    QTest::newRow("slope") << QStringList{u"calibration"_s} << u"slope_interval"_s;
    QTest::newRow("doubts") << QStringList{u"doubts"_s} << u"best_threshold"_s;
    QTest::newRow("near best") << QStringList{u"doubts"_s} << u"near_best"_s;
}

void TestIntervals::wilson_isAsWithoutUsers()
{
    QFETCH(QStringList, command);
    QFETCH(QString, part);
    const auto asked = [&](const QString &path, const QStringList &more) {
        QStringList all = command;
        all.insert(1, path);
        return runCommandLine(all + more);
    };
    const QString with = m_files.write(sessions(u"user_id"_s));
    const auto wilson = asked(with, {u"--interval"_s, u"wilson"_s});
    const auto without = asked(m_files.write(sessions({})), {});
    QVERIFY2(wilson.code == 0, qPrintable(wilson.err));
    QCOMPARE(wilson.at(part), without.at(part));
    QVERIFY(asked(with, {}).at(part) != wilson.at(part));
    QVERIFY2(wilson.err.contains(u"uses of one user are alike in this file: intervals are too "
                                 "narrow"),
             qPrintable(wilson.err));
    QVERIFY(wilson.at(u"warnings"_s).toArray()[0].toString().contains(u"your assumption"));
}

void TestIntervals::cluster_isAsUsersOfThatColumn()
{
    const auto byUser =
            runCommandLine(withThreshold(u"metrics"_s, m_files.write(sessions(u"user_id"_s)), {}));
    const auto byCluster = runCommandLine(withThreshold(
            u"metrics"_s, m_files.write(sessions(u"document"_s)), {u"--cluster"_s, u"document"_s}));
    QVERIFY2(byCluster.code == 0, qPrintable(byCluster.err));
    QCOMPARE(byCluster.at(u"intervals"_s), byUser.at(u"intervals"_s));
    QCOMPARE(byCluster.at(u"clusters/design_effect"_s), byUser.at(u"clusters/design_effect"_s));
    // How users differ says nothing of how documents do.
    QVERIFY(byCluster.at(u"experience/user_correlation"_s).isNull());
}

void TestIntervals::cluster_isCalledGroups()
{
    const QString path = m_files.write(sessions(u"document"_s));
    const auto run = runCommandLine(withThreshold(
            u"metrics"_s, path, {u"--cluster"_s, u"document"_s, u"--format"_s, u"text"_s}));
    QVERIFY2(run.out.contains(QRegularExpression(u" of \\d+ groups\\)"_s)), qPrintable(run.out));
    QVERIFY2(!run.out.contains(u" users)"), qPrintable(run.out));
    QVERIFY2(run.out.startsWith(u"Uses with one value of 'document' are taken to hang together "
                                "(your assumption), 30 values in all"),
             qPrintable(run.out));
    const auto doubts = runCommandLine({u"doubts"_s, path, u"--cluster"_s, u"document"_s});
    QCOMPARE(doubts.at(u"by"_s).toString(), u"group"_s);
    const auto byUser = runCommandLine(
            {u"doubts"_s, path, u"--cluster"_s, u"document"_s, u"--by"_s, u"user"_s});
    QCOMPARE(byUser.code, 1);
}

void TestIntervals::clustered_isTheDefault()
{
    const QString path = m_files.write(sessions(u"user_id"_s));
    const auto usual = runCommandLine(withThreshold(u"metrics"_s, path, {}));
    const auto clustered =
            runCommandLine(withThreshold(u"metrics"_s, path, {u"--interval"_s, u"clustered"_s}));
    QCOMPARE(clustered.out, usual.out);
}

void TestIntervals::answer_namesTheAssumption()
{
    const QString path = m_files.write(sessions(u"user_id"_s));
    const auto brief = runCommandLine(
            {u"answer"_s, path, u"--date"_s, u"2026-01-31"_s, u"--interval"_s, u"exact"_s});
    QVERIFY2(brief.code == 0, qPrintable(brief.err));
    QVERIFY2(brief.out.contains(u"each use is taken as independent of all others (your "
                                "assumption)"),
             qPrintable(brief.out));
    QVERIFY(brief.out.contains(u"Intervals are exact, Clopper and Pearson's, 95 %"));
    QVERIFY(!brief.out.contains(u"Wilson"));
}

void TestIntervals::whatCannotBeHad_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &text, const QString &options, int code,
                        const QString &said) {
        QTest::newRow(name) << text << options.split(u' ') << code << said;
    };
    const QString plain = sessions({});
    row("clustered, nothing to cluster by", plain, u"--interval clustered"_s, 1,
        u"name one with --user, --day or --cluster"_s);
    row("exact, weights", sessions({}, u",weight"_s, u",2"_s),
        u"--interval exact --weight weight"_s, 1, u"rows that all count the same"_s);
    row("exact, base rate", plain, u"--interval exact --base-rate 0.01"_s, 1, u"base rate"_s);
    row("cluster of no column", plain, u"--cluster nobody"_s, 1, u"nobody"_s);
    row("unknown kind", plain, u"--interval bayes"_s, 2, u"wilson"_s);
    row("cluster and wilson", plain, u"--cluster label --interval wilson"_s, 2,
        u"give one of them"_s);
    row("cluster and user", plain, u"--cluster label --user label"_s, 2, u"give one of them"_s);
}

void TestIntervals::whatCannotBeHad_isRefused()
{
    QFETCH(QString, text);
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, said);
    const auto run = runCommandLine(withThreshold(u"metrics"_s, m_files.write(text), options));
    QCOMPARE(run.code, code);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

ONEINN_TEST(TestIntervals)

} // namespace tests::cli_intervals

#include "tst_intervals.moc"
