// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace tests::cli_conventionscommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestConventionsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scikitLearn_printsThese_data();
    void scikitLearn_printsThese();
    void scikitLearn_installed_printsTheSame();
    void ours_areThoseOfMetrics();
    void bestF1_isThatOfRecommend();
    void text_beginsWithASentence();
    void csv_hasARowForEachToolAndMetric();
    void lowScoresPositive_areTurnedRound();
    void weightsAndOneRow();
    void everyRule_hasItsPage();
    void budget_isUnknownToTheTools();
    void badInput_isTold();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

/// Of two samples, by scikit-learn 1.2.1: sklearn.metrics on the same rows.
struct Printed {
    const char *key;
    double assistant, fraud;
};
constexpr Printed printed[] = {
        {"precision", 0.9516666666666667, 0.2847341337907376},
        {"recall", 0.8204022988505747, 0.83},
        {"f1", 0.8811728395061729, 0.42401021711366543},
        {"specificity", 0.7211538461538461, 0.9789393939393939},
        {"accuracy", 0.8075, 0.97745},
        {"roc_auc", 0.831548132183908, 0.9852488636363635},
        {"average_precision", 0.9593846678449538, 0.6465404540455323},
        {"brier", 0.08564274999999999, 0.0054877197793747005},
        {"log_loss", 0.2953678334666641, 0.021452272823680205},
};
/// average="weighted", as Orange asks for it.
constexpr Printed averaged[] = {{"precision", 0.8767, 0.9911138088663618},
                                {"recall", 0.8075, 0.97745},
                                {"f1", 0.8307651072124757, 0.9828549885724422}};

double printedBy(const testsupport::CommandLineRun &run, const QString &tool, const char *key)
{
    return run.at(u"tools/%1/metrics/%2/value"_s.arg(tool, QLatin1String(key)))
            .toDouble(std::numeric_limits<double>::quiet_NaN());
}

QStringList conventions(const QString &file, const QString &threshold)
{
    return {u"conventions"_s, file, u"--threshold"_s, threshold};
}

/// Of every file and threshold named, what the library says, as a line of JSON.
const QString script = u"import csv, json, sys, warnings\n"
                       "from sklearn import metrics as m\n"
                       "warnings.simplefilter('ignore')\n"
                       "for path, t in zip(sys.argv[1::2], map(float, sys.argv[2::2])):\n"
                       "    rows = list(csv.DictReader(open(path)))\n"
                       "    y = [int(r['label']) for r in rows]\n"
                       "    s = [float(r['score']) for r in rows]\n"
                       "    p = [int(v >= t) for v in s]\n"
                       "    print(json.dumps({\n"
                       "    'precision': m.precision_score(y, p), 'recall': m.recall_score(y, p),\n"
                       "    'f1': m.f1_score(y, p), 'accuracy': m.accuracy_score(y, p),\n"
                       "    'specificity': m.recall_score(y, p, pos_label=0),\n"
                       "    'roc_auc': m.roc_auc_score(y, s),\n"
                       "    'average_precision': m.average_precision_score(y, s),\n"
                       "    'brier': m.brier_score_loss(y, s), 'log_loss': m.log_loss(y, s)}))\n"_s;

} // namespace

void TestConventionsCommand::scikitLearn_printsThese_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("threshold");
    QTest::addColumn<bool>("assistant");
    QTest::newRow("assistant") << u"assistantanswers.csv"_s << u"0.9"_s << true;
    QTest::newRow("fraud") << u"fraudalerts.csv"_s << u"0.05"_s << false;
}

void TestConventionsCommand::scikitLearn_printsThese()
{
    QFETCH(QString, file);
    QFETCH(QString, threshold);
    QFETCH(bool, assistant);
    const auto run = runCommandLine(conventions(testsupport::sampleData(file), threshold));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const Printed &each : printed)
        COMPARE_NEAR(printedBy(run, u"scikit_learn"_s, each.key),
                     assistant ? each.assistant : each.fraud, 1e-12);
    for (const Printed &each : averaged)
        COMPARE_NEAR(printedBy(run, u"orange"_s, each.key), assistant ? each.assistant : each.fraud,
                     1e-12);
}

/// By the library itself, where Debian's python3-sklearn is installed: ties at the threshold,
/// nothing shown, all shown, none right; sure and wrong.
void TestConventionsCommand::scikitLearn_installed_printsTheSame()
{
    const std::pair<QString, QString> cases[]{{u"1,0.5\n0,0.5\n1,0.7\n0,0.3\n1,0.1\n"_s, u"0.5"_s},
                                              {u"1,0.5\n0,0.5\n1,0.7\n0,0.3\n"_s, u"0.9"_s},
                                              {u"1,0.5\n0,0.5\n1,0.7\n0,0.3\n"_s, u"0"_s},
                                              {u"1,0.1\n0,0.5\n0,0.7\n"_s, u"0.4"_s},
                                              {u"1,0\n0,1\n1,1\n0,0.4\n"_s, u"0.5"_s}};
    QStringList arguments{u"-c"_s, script};
    for (const auto &[rows, threshold] : cases)
        arguments += {m_files.write(u"label,score\n"_s + rows), threshold};
    QProcess python;
    python.start(u"/usr/bin/python3"_s, arguments);
    if (!python.waitForFinished() || python.exitCode() != 0)
        QSKIP("scikit-learn (python3-sklearn) is not installed");
    const auto lines = python.readAllStandardOutput().split('\n');
    for (qsizetype i = 0; i < qsizetype(std::size(cases)); ++i) {
        const QJsonObject library = QJsonDocument::fromJson(lines[i]).object();
        QCOMPARE(library.size(), qsizetype(std::size(printed)));
        const auto run = runCommandLine(conventions(arguments[2 + 2 * i], arguments[3 + 2 * i]));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        for (const Printed &each : printed)
            COMPARE_NEAR(printedBy(run, u"scikit_learn"_s, each.key),
                         library[QLatin1String(each.key)].toDouble(-1.0), 1e-12);
    }
}

/// One quantity, one number.
void TestConventionsCommand::ours_areThoseOfMetrics()
{
    const QString file = testsupport::sampleData(u"assistantanswers.csv"_s);
    const auto run = runCommandLine(conventions(file, u"0.8"_s));
    const auto metrics = runCommandLine({u"metrics"_s, file, u"--threshold"_s, u"0.8"_s});
    for (const QString &key : {u"precision"_s, u"recall"_s, u"f1"_s, u"specificity"_s,
                               u"accuracy"_s, u"roc_auc"_s, u"average_precision"_s})
        QCOMPARE(run.at(u"one_in_n/"_s + key).toDouble(-1.0),
                 metrics.at(u"metrics/"_s + key).toDouble(-2.0));
    const auto calibration = runCommandLine({u"calibration"_s, file});
    COMPARE_NEAR(run.at(u"one_in_n/brier"_s).toDouble(), calibration.at(u"brier"_s).toDouble(),
                 1e-12);
}

void TestConventionsCommand::bestF1_isThatOfRecommend()
{
    const QString file = testsupport::sampleData(u"assistantanswers.csv"_s);
    const auto run = runCommandLine(conventions(file, u"0.8"_s));
    const auto best = runCommandLine({u"recommend"_s, file, u"--objective"_s, u"f1"_s});
    QCOMPARE(run.at(u"one_in_n/best_f1_threshold"_s).toDouble(),
             best.at(u"threshold"_s).toDouble(-1.0));
    COMPARE_NEAR(run.at(u"one_in_n/best_f1"_s).toDouble(), printedBy(run, u"h2o"_s, "best_f1"),
                 1e-12);
}

void TestConventionsCommand::text_beginsWithASentence()
{
    const auto run =
            runCommandLine(conventions(testsupport::sampleData(u"assistantanswers.csv"_s), u"0.9"_s)
                           + QStringList{u"--format"_s, u"text"_s});
    QVERIFY(run.out.startsWith(u"All six print the same ROC AUC; there are four reasons "
                               "why precision, "_s));
    QVERIFY(run.out.contains(
            u"\nDataRobot and torchmetrics print another precision, recall, F1, "
            "specificity and accuracy, because a score of exactly the threshold is "
            "not shown there (127 rows have it).\n"_s));
    QVERIFY(run.out.contains(u"\nOrange prints another precision, recall, F1 and specificity, "
                             "because both classes are averaged there"_s));
    for (const QString &line : run.out.split(u'\n').sliced(6))
        QVERIFY2(line.size() < 160, qPrintable(line));
}

void TestConventionsCommand::csv_hasARowForEachToolAndMetric()
{
    const auto run =
            runCommandLine(conventions(testsupport::sampleData(u"fraudalerts.csv"_s), u"0.05"_s)
                           + QStringList{u"--format"_s, u"csv"_s});
    QCOMPARE(run.column(u"tool"_s).size(), 66);
    QCOMPARE(run.column(u"tool"_s).count(u"torchmetrics"_s), 11);
    QCOMPARE(run.column(u"about"_s).count(u"yes"_s), 7 + 9);
}

void TestConventionsCommand::lowScoresPositive_areTurnedRound()
{
    const QString high = m_files.write(u"label,score\n1,0.875\n0,0.5\n1,0.625\n0,0.25\n"_s);
    const QString low = m_files.write(u"label,score\n1,0.125\n0,0.5\n1,0.375\n0,0.75\n"_s);
    const auto as = runCommandLine(conventions(high, u"0.5"_s));
    const auto turned =
            runCommandLine(conventions(low, u"0.5"_s) + QStringList{u"--lower-is-positive"_s});
    QVERIFY2(turned.code == 0, qPrintable(turned.err));
    QCOMPARE(turned.at(u"tools"_s), as.at(u"tools"_s));
    QCOMPARE(turned.at(u"scores_turned_round"_s).toBool(), true);
}

void TestConventionsCommand::weightsAndOneRow()
{
    const auto weighed = runCommandLine(
            conventions(m_files.write(u"label,score,weight\n1,0.9,3\n0,0.8,1\n0,0.1,1\n"_s),
                        u"0.5"_s)
            + QStringList{u"--weight"_s, u"weight"_s});
    QVERIFY2(weighed.code == 0, qPrintable(weighed.err));
    COMPARE_NEAR(printedBy(weighed, u"scikit_learn"_s, "precision"), 0.75, 1e-12);
    COMPARE_NEAR(printedBy(weighed, u"torchmetrics"_s, "precision"), 0.5, 1e-12);
    const auto one = runCommandLine(conventions(m_files.write(u"label,score\n1,0.9\n"_s), u"0.5"_s)
                                    + QStringList{u"--format"_s, u"text"_s});
    QVERIFY2(one.code == 0, qPrintable(one.err));
    QVERIFY(one.out.contains(u"error"_s));
}

void TestConventionsCommand::everyRule_hasItsPage()
{
    const auto run =
            runCommandLine(conventions(testsupport::sampleData(u"fraudalerts.csv"_s), u"0.05"_s));
    for (const QString &tool :
         {u"scikit_learn"_s, u"weka"_s, u"datarobot"_s, u"orange"_s, u"h2o"_s, u"torchmetrics"_s}) {
        const QJsonArray rules = run.at(u"tools/%1/rules"_s.arg(tool)).toArray();
        QVERIFY(rules.size() >= 3);
        for (const auto &rule : rules)
            QVERIFY(rule[u"page"_s].toString().startsWith(u"https://"_s));
    }
}

/// The tools' numbers stay, and one sentence has what metrics says instead.
void TestConventionsCommand::budget_isUnknownToTheTools()
{
    const QString file = testsupport::sampleData(u"fraudalerts.csv"_s);
    const auto plain = runCommandLine(conventions(file, u"0.3"_s));
    const QStringList set{u"--preset"_s, u"fraudalert"_s, u"--budget"_s, u"50"_s};
    const auto run = runCommandLine(conventions(file, u"0.3"_s) + set);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"tools"_s), plain.at(u"tools"_s));
    QCOMPARE(run.at(u"one_in_n"_s), plain.at(u"one_in_n"_s));
    const auto metrics =
            runCommandLine(QStringList{u"metrics"_s, file, u"--threshold"_s, u"0.3"_s} + set);
    QVERIFY2(metrics.code == 0, qPrintable(metrics.err));
    const int missed = qRound(100.0 * metrics.at(u"experience/missed"_s).toDouble());
    const int silent = qRound(100.0 * (1.0 - run.at(u"one_in_n/recall"_s).toDouble()));
    QVERIFY(missed != silent);
    const QString said = run.at(u"sentences"_s).toArray().last().toString();
    QVERIFY2(said.startsWith(u"Other tools know no budget"_s)
                     && said.contains(u"by them %1 of 100"_s.arg(silent))
                     && said.endsWith(u"says %1 of 100."_s.arg(missed)),
             qPrintable(said));
    QCOMPARE(plain.at(u"sentences"_s).toArray().size() + 1,
             run.at(u"sentences"_s).toArray().size());
}

void TestConventionsCommand::badInput_isTold()
{
    const auto without = runCommandLine({u"conventions"_s, u"x.csv"_s});
    QCOMPARE(without.code, 2);
    QVERIFY(without.err.contains(u"--threshold is missing"_s));
    const auto missing = runCommandLine(conventions(u"/nowhere/x.csv"_s, u"0.5"_s));
    QCOMPARE(missing.code, 1);
    const auto late =
            runCommandLine(conventions(testsupport::sampleData(u"fraudalerts.csv"_s), u"0.5"_s)
                           + QStringList{u"--late"_s, u"wait"_s});
    QCOMPARE(late.code, 2);
}

ONEINN_TEST(TestConventionsCommand)

} // namespace tests::cli_conventionscommand

#include "tst_conventionscommand.moc"
