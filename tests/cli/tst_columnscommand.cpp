// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tests::cli_columnscommand {

using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

class TestColumnsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_hasEveryRole();
    void json_asked_endsWithSuccessAndSaysWhy();
    void json_noScore_isAskedWithTheDecisionsNamed();
    void json_given_isSure();
    void metrics_asked_oneSentenceWithTheOptions_data();
    void metrics_asked_oneSentenceWithTheOptions();
    void metrics_optionGiven_asksNoMore();
    void metrics_likely_isSaidAndWarnedOf();
    void metrics_ofPredictedClass_equalsTheFoldedScore();
    void json_titlesAbove_areToldByLine();
    void json_unusedNumbers_areNamedWhereNoWaitIsKnown();
    void label_perfectByName_isTakenAndSaidSo();
    void fourCounts_areSentToTheTable();
    void answer_likely_isAnAssumption();
    void recommend_inverted_refusesUntilTheDirectionIsSaid();
    void scoreDirection_low_isLowerIsPositive();
    void latencyUnit_ns_isRead();
    void samples_areReadWithoutAQuestion_data();
    void samples_areReadWithoutAQuestion();
};

namespace {

QString corpus(const QString &name)
{
    return testsupport::testData(u"columns/%1.csv"_s.arg(name));
}

QJsonObject jsonOf(const CommandLineRun &run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

QJsonObject rolesOf(const QString &name, const QStringList &more = {})
{
    const auto run = runCommandLine(QStringList{u"columns"_s, corpus(name)} + more);
    return jsonOf(run).value(u"roles").toObject();
}

} // namespace

void TestColumnsCommand::json_hasEveryRole()
{
    const auto roles = rolesOf(u"duration-in-ns"_s);
    const auto label = roles.value(u"label").toObject();
    QCOMPARE(label.value(u"column").toString(), u"correct"_s);
    QCOMPARE(label.value(u"positive").toString(), u"true"_s);
    QCOMPARE(label.value(u"certainty").toString(), u"sure"_s);
    QVERIFY(!label.value(u"reason").toString().isEmpty());
    QVERIFY(label.value(u"rivals").isArray());
    const auto score = roles.value(u"score").toObject();
    QCOMPARE(score.value(u"direction").toString(), u"high"_s);
    QCOMPARE(score.value(u"of").toString(), u"positive"_s);
    QVERIFY(score.value(u"auc").toObject().value(u"low").toDouble() > 0.5);
    const auto latency = roles.value(u"latency").toObject();
    QCOMPARE(latency.value(u"unit").toString(), u"ns"_s);
    QVERIFY(latency.value(u"median_ms").toDouble() > 100.0);
    QVERIFY(latency.value(u"median_ms").toDouble() < 2000.0);
    QVERIFY(roles.value(u"model").isNull());
    QVERIFY(roles.value(u"weight").isNull());
}

void TestColumnsCommand::json_asked_endsWithSuccessAndSaysWhy()
{
    const auto run = runCommandLine({u"columns"_s, corpus(u"three-possible-truths"_s)});
    QCOMPARE(run.code, 0);
    const auto json = jsonOf(run);
    const auto label = json.value(u"roles").toObject().value(u"label").toObject();
    QCOMPARE(label.value(u"certainty").toString(), u"ask"_s);
    QCOMPARE(label.value(u"rivals").toArray(), (QJsonArray{u"is_recid"_s, u"two_year_recid"_s}));
    QVERIFY(json.value(u"account").toObject().value(u"used").isNull());
    QCOMPARE(json.value(u"account").toObject().value(u"records").toInt(), 200);
    QCOMPARE(json.value(u"warnings").toArray().size(), 1);
}

void TestColumnsCommand::json_noScore_isAskedWithTheDecisionsNamed()
{
    const auto run = runCommandLine({u"columns"_s, corpus(u"hard-decision-and-amount"_s)});
    QCOMPARE(run.code, 0);
    const auto score = jsonOf(run).value(u"roles").toObject().value(u"score").toObject();
    QVERIFY(score.value(u"column").isNull());
    QCOMPARE(score.value(u"certainty").toString(), u"ask"_s);
    QVERIFY(score.value(u"reason").toString().contains(u"y_pred"));
    QVERIFY(score.value(u"reason").toString().contains(u"decisions only"));
}

void TestColumnsCommand::json_given_isSure()
{
    const auto roles = rolesOf(u"three-possible-truths"_s, {u"--label"_s, u"two_year_recid"_s});
    const auto label = roles.value(u"label").toObject();
    QCOMPARE(label.value(u"column").toString(), u"two_year_recid"_s);
    QCOMPARE(label.value(u"certainty").toString(), u"sure"_s);
}

void TestColumnsCommand::metrics_asked_oneSentenceWithTheOptions_data()
{
    QTest::addColumn<QStringList>("named");
    QTest::newRow("three-possible-truths") << QStringList{
            u"--label 'event'"_s, u"--label 'is_recid'"_s, u"--label 'two_year_recid'"_s};
    QTest::newRow("decision-as-only-label") << QStringList{u"--label 'flagged'"_s, u"“score”"_s};
    QTest::newRow("latency-in-seconds")
            << QStringList{u"--latency-unit s"_s, u"--latency-unit ms"_s};
    QTest::newRow("neither-names-the-class")
            << QStringList{u"--score 'prob_a'"_s, u"--score 'prob_b'"_s};
    QTest::newRow("two-models-wide")
            << QStringList{u"--score 'small_score'"_s, u"--score 'large_score'"_s};
    QTest::newRow("two-models-wide")
            << QStringList{u"--score 'small_score'"_s, u"--score 'large_score'"_s};
    QTest::newRow("same-name-different")
            << QStringList{u"--score 'score'"_s, u"--score 'score (2)'"_s};
    QTest::newRow("errors-with-latency-minus-one")
            << QStringList{u"--failed 'latency_ms=-1'"_s, u"--failed ''"_s};
    QTest::newRow("mostly-negative-weights")
            << QStringList{u"--weight 'sample_weight'"_s, u"--weight ''"_s};
}

void TestColumnsCommand::metrics_asked_oneSentenceWithTheOptions()
{
    QFETCH(QStringList, named);
    const auto run =
            runCommandLine({u"metrics"_s, corpus(QString::fromLatin1(QTest::currentDataTag())),
                            u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.count(u'\n'), 1);
    for (const QString &each : named)
        QVERIFY2(run.err.contains(each), qPrintable(run.err));
}

void TestColumnsCommand::metrics_optionGiven_asksNoMore()
{
    const auto read = [](const QString &name, const QStringList &more) {
        return runCommandLine(QStringList{u"metrics"_s, corpus(name), u"--threshold"_s, u"0.5"_s}
                              + more)
                .code;
    };
    QCOMPARE(read(u"three-possible-truths"_s, {u"--label"_s, u"is_recid"_s}), 0);
    QCOMPARE(read(u"decision-as-only-label"_s, {u"--label"_s, u"flagged"_s}), 0);
    QCOMPARE(read(u"latency-in-seconds"_s, {u"--latency-unit"_s, u"s"_s}), 0);
    QCOMPARE(read(u"latency-in-seconds"_s, {u"--latency"_s, u""_s}), 0);
    QCOMPARE(read(u"neither-names-the-class"_s, {u"--score"_s, u"prob_b"_s}), 0);
    QCOMPARE(read(u"mostly-negative-weights"_s, {u"--weight"_s, u""_s}), 0);
}

void TestColumnsCommand::metrics_likely_isSaidAndWarnedOf()
{
    const auto run = runCommandLine(
            {u"metrics"_s, corpus(u"weight-is-body-weight"_s), u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.err.contains(u"weighed on scales"));
    const auto warnings = jsonOf(run).value(u"warnings").toArray();
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().toString().contains(u"--weight 'weight'"));
    QVERIFY(jsonOf(run).value(u"columns").toObject().value(u"weight").isNull());
}

void TestColumnsCommand::metrics_ofPredictedClass_equalsTheFoldedScore()
{
    testsupport::WrittenFiles files;
    QString confident = u"gold,prediction,confidence\n"_s;
    QString plain = u"gold,score\n"_s;
    for (int i = 0; i < 60; ++i) {
        const double score = ((i * 37) % 60 + 0.5) / 60.0;
        const QString gold = (i * 37) % 60 + i % 7 * 4 > 40 ? u"spam"_s : u"ham"_s;
        const bool positive = score >= 0.5;
        confident += u"%1,%2,%3\n"_s.arg(gold, positive ? u"SPAM"_s : u"HAM"_s,
                                         QString::number(positive ? score : 1.0 - score, 'g', 17));
        plain += u"%1,%2\n"_s.arg(gold, QString::number(score, 'g', 17));
    }
    const auto matrix = [](const QString &file, const QStringList &more = {}) {
        return jsonOf(runCommandLine(QStringList{u"metrics"_s, file, u"--threshold"_s, u"0.3"_s}
                                     + more))
                .value(u"confusion_matrix")
                .toObject();
    };
    const QString path = files.write(confident);
    const auto folded = matrix(path);
    QVERIFY(!folded.isEmpty());
    QCOMPARE(folded, matrix(files.write(plain)));
    QCOMPARE(folded, matrix(path, {u"--decision"_s, u"prediction"_s}));
    QVERIFY(folded != matrix(path, {u"--decision"_s, u""_s}));
}

void TestColumnsCommand::json_titlesAbove_areToldByLine()
{
    const auto run = runCommandLine({u"columns"_s, corpus(u"titles-above"_s)});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"account/records"_s).toInt(), 80);
    const QJsonArray warnings = run.at(u"warnings"_s).toArray();
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(warnings.first().toString(),
             u"Lines 1 to 2 stand above the header and are not read."_s);
}

void TestColumnsCommand::json_unusedNumbers_areNamedWhereNoWaitIsKnown()
{
    const auto warningsOf = [](const QStringList &more) {
        const auto run = runCommandLine(QStringList{u"columns"_s, corpus(u"wait-untold"_s)} + more);
        return run.at(u"warnings"_s).toArray();
    };
    QCOMPARE(warningsOf({}).size(), 1);
    QVERIFY(warningsOf({}).first().toString().contains(u"“c” is not used"));
    QVERIFY(warningsOf({u"--latency"_s, u""_s}).isEmpty());
}

/// Perfect models exist: a name that says truth is taken, and what is said does not ask.
void TestColumnsCommand::label_perfectByName_isTakenAndSaidSo()
{
    const auto run =
            runCommandLine({u"metrics"_s, corpus(u"perfect-label"_s), u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains(u"is taken for what was really so, as its name says"),
             qPrintable(run.err));
    QVERIFY(!run.err.contains(u"say that it is this one"));
}

void TestColumnsCommand::fourCounts_areSentToTheTable()
{
    const auto run = runCommandLine(
            {u"metrics"_s, corpus(u"broken-four-counts"_s), u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"--table TP,FP,FN,TN"), qPrintable(run.err));
    QVERIFY(!run.err.contains(u"--label"));
}

void TestColumnsCommand::answer_likely_isAnAssumption()
{
    for (const QString &length : {u"brief"_s, u"executive"_s}) {
        const auto run = runCommandLine({u"answer"_s, corpus(u"hf-label-score"_s), u"--length"_s,
                                         length, u"--date"_s, u"2026-01-31"_s});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains(u"taken for the probability of the class in “label”"),
                 qPrintable(length));
    }
}

void TestColumnsCommand::recommend_inverted_refusesUntilTheDirectionIsSaid()
{
    const QStringList asked{u"recommend"_s, corpus(u"points-high-is-safe"_s), u"--objective"_s,
                            u"value"_s};
    const auto refused = runCommandLine(asked);
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.isEmpty());
    QVERIFY(refused.err.contains(u"--score-direction high or low"));
    const auto turned = runCommandLine(asked + QStringList{u"--score-direction"_s, u"low"_s});
    QCOMPARE(turned.code, 0);
    QVERIFY(!turned.err.contains(u"go with the negatives"));
    // Whoever insists is told all the same.
    const auto insisted = runCommandLine(asked + QStringList{u"--score-direction"_s, u"high"_s});
    QCOMPARE(insisted.code, 0);
    QVERIFY(insisted.err.contains(u"go with the negatives"));
}

void TestColumnsCommand::scoreDirection_low_isLowerIsPositive()
{
    const QStringList asked{u"metrics"_s, corpus(u"points-high-is-safe"_s), u"--threshold"_s,
                            u"500"_s};
    const auto low = runCommandLine(asked + QStringList{u"--score-direction"_s, u"low"_s});
    QCOMPARE(low.code, 0);
    QCOMPARE(low.out, runCommandLine(asked + QStringList{u"--lower-is-positive"_s}).out);
}

void TestColumnsCommand::latencyUnit_ns_isRead()
{
    const auto roles = rolesOf(u"duration-micro-or-nano"_s, {u"--latency-unit"_s, u"ns"_s});
    const auto latency = roles.value(u"latency").toObject();
    QCOMPARE(latency.value(u"unit").toString(), u"ns"_s);
    QCOMPARE(latency.value(u"certainty").toString(), u"sure"_s);
    QVERIFY(latency.value(u"median_ms").toDouble() > 10.0);
    QVERIFY(latency.value(u"median_ms").toDouble() < 100.0);
}

void TestColumnsCommand::samples_areReadWithoutAQuestion_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : {u"assistantanswers"_s, u"fraudalerts"_s, u"inlinesuggestion"_s,
                                u"listingrecommendations"_s, u"tumourscreening"_s})
        QTest::newRow(qPrintable(name)) << testsupport::sampleData(name + u".csv"_s);
}

void TestColumnsCommand::samples_areReadWithoutAQuestion()
{
    QFETCH(QString, file);
    const auto run = runCommandLine({u"columns"_s, file});
    QCOMPARE(run.code, 0);
    QCOMPARE(jsonOf(run).value(u"warnings").toArray(), QJsonArray());
}

ONEINN_TEST(TestColumnsCommand)

} // namespace tests::cli_columnscommand

#include "tst_columnscommand.moc"
