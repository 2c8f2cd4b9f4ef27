// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/segmentscommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace tests::cli_segmentscommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestSegmentsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_row_isMetricsOfThatSegment();
    void json_payments_bankTransferMissesMore();
    void json_payments_ownThresholdGainsBeyondOptimism();
    void policy_tellsEachBeforeAndAfter();
    void policy_whoGainsAndPays_followsTheIntervals_data();
    void policy_whoGainsAndPays_followsTheIntervals();
    void ownThresholds_areToldBeforeAndAfter();
    void csv_hasARowForEach();
    void text_saysTheTable();
    void text_marksWhatDiffers_surestFirst();
    void text_ownThresholds_sayNothingForSure();
    void column_unknown_isRefused();
    void wrongOptions_areRefused_data();
    void wrongOptions_areRefused();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

QStringList payments(const QStringList &more)
{
    return QStringList{u"segments"_s, testsupport::sampleData(u"payments-february.csv"_s),
                       u"--by"_s,     u"channel"_s,
                       u"--preset"_s, u"fraudalert"_s}
    + more;
}

QJsonObject rowNamed(const QJsonArray &rows, const QString &name)
{
    for (const auto &row : rows) {
        if (row[u"segment"_s].toArray().first().toString() == name)
            return row.toObject();
    }
    return {};
}

double number(const QJsonValue &value)
{
    return value.toDouble(-1e300);
}

} // namespace

/// The row of a segment is the program opened with only that segment.
void TestSegmentsCommand::json_row_isMetricsOfThatSegment()
{
    const QStringList scenario{testsupport::sampleData(u"inlinesuggestion.csv"_s),
                               u"--preset"_s,
                               u"inlinesuggestion"_s,
                               u"--budget"_s,
                               u"200"_s,
                               u"--threshold"_s,
                               u"0.6"_s};
    const auto run =
            runCommandLine(QStringList{u"segments"_s, u"--by"_s, u"language"_s} + scenario);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray rows = run.at(u"rows"_s).toArray();
    QCOMPARE(rows.size(), 5);
    for (const auto &row : rows) {
        const QString language = row[u"segment"_s].toArray().first().toString();
        const auto alone = runCommandLine(
                QStringList{u"metrics"_s, u"--where"_s, u"language="_s + language} + scenario);
        QVERIFY2(alone.code == 0, qPrintable(alone.err));
        const QJsonValue missed = row[u"shares"_s][u"missed"_s];
        QCOMPARE(number(missed[u"share"_s]), number(alone.at(u"experience/missed"_s)));
        QCOMPARE(number(row[u"value_per_1000"_s]), number(alone.at(u"value/per_1000_uses"_s)));
    }
}

void TestSegmentsCommand::json_payments_bankTransferMissesMore()
{
    const auto run = runCommandLine(payments({}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"policy"_s).toString(), u"one"_s);
    QVERIFY(run.at(u"optimism"_s).isNull());
    const QJsonObject row = rowNamed(run.at(u"rows"_s).toArray(), u"bank-transfer"_s);
    const QJsonValue missed = row[u"shares"_s][u"missed"_s];
    QCOMPARE(missed[u"differs"_s].toString(), u"higher"_s);
    QVERIFY(number(missed[u"share"_s]) > 2.0 * number(missed[u"elsewhere"_s]));
    QVERIFY(run.at(u"sentences"_s).toArray().first().toString().contains(u"bank-transfer misses"));
}

void TestSegmentsCommand::json_payments_ownThresholdGainsBeyondOptimism()
{
    const auto run = runCommandLine(payments({u"--policy"_s, u"value"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const double change = number(run.at(u"change_per_1000"_s));
    QVERIFY(number(run.at(u"optimism"_s)) > 0.0);
    QVERIFY(change > number(run.at(u"optimism"_s)));
    double sum = 0.0;
    for (const auto &row : run.at(u"rows"_s).toArray())
        sum += number(row[u"change_per_1000_of_all"_s][u"value"_s]);
    QVERIFY(qAbs(sum - change) < 1e-6);
    const QJsonObject row = rowNamed(run.at(u"rows"_s).toArray(), u"bank-transfer"_s);
    const QJsonValue own = row[u"change_per_1000_of_all"_s];
    QVERIFY(number(own[u"value"_s]) > number(own[u"optimism"_s]));
    QVERIFY(row[u"own_threshold"_s].toBool());
    QVERIFY(!row[u"before_after"_s].isNull());
    const auto before = runCommandLine(payments({}));
    QVERIFY(qAbs(number(run.at(u"value_per_1000"_s)) - number(before.at(u"value_per_1000"_s))
                 - change)
            < 1e-6);
}

/// Before is the table without a rule, after the rule's; the differences add up to its gain.
void TestSegmentsCommand::policy_tellsEachBeforeAndAfter()
{
    const auto one = runCommandLine(payments({}));
    const auto run = runCommandLine(payments({u"--policy"_s, u"value"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    int pairs = 0;
    for (const auto &each : run.at(u"rows"_s).toArray()) {
        const QJsonValue pair = each[u"before_after"_s];
        if (pair.isNull())
            continue;
        ++pairs;
        const QJsonObject before = rowNamed(one.at(u"rows"_s).toArray(),
                                            each[u"segment"_s].toArray().first().toString());
        const QJsonValue missed = pair[u"missed"_s];
        QCOMPARE(number(missed[u"before"_s]), number(before[u"shares"_s][u"missed"_s][u"share"_s]));
        QCOMPARE(number(missed[u"after"_s]),
                 number(each.toObject()[u"shares"_s][u"missed"_s][u"share"_s]));
        const QJsonValue value = pair[u"value_per_1000"_s];
        QVERIFY(qAbs(number(value[u"before"_s]) - number(before[u"value_per_1000"_s])) < 1e-9);
        const double difference = number(value[u"difference"_s]);
        QVERIFY(qAbs(number(value[u"after"_s]) - number(value[u"before"_s]) - difference) < 1e-9);
        const QJsonArray interval = value[u"interval"_s].toArray();
        QVERIFY(interval.isEmpty()
                || (interval.first().toDouble() <= difference
                    && interval.last().toDouble() >= difference));
    }
    QVERIFY(pairs > 0);
    const auto text =
            runCommandLine(payments({u"--policy"_s, u"value"_s, u"--format"_s, u"text"_s}));
    QVERIFY2(text.out.contains(u"who pays most comes first"), qPrintable(text.out));
    QVERIFY(text.out.contains(u"who gains: bank-transfer"));
    QVERIFY(!runCommandLine(payments({u"--format"_s, u"text"_s})).out.contains(u"pays most"));
}

void TestSegmentsCommand::policy_whoGainsAndPays_followsTheIntervals_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("policy");
    for (const QString &file : {u"payments-february.csv"_s, u"fraudalerts.csv"_s}) {
        for (const QString &preset : {u"fraudalert"_s, u"inlinesuggestion"_s}) {
            if (file.startsWith(u"payments") && preset == u"inlinesuggestion")
                continue; // which asks for waits
            for (const QString &policy : {u"value"_s, u"recall"_s, u"fpr"_s, u"precision"_s})
                QTest::addRow("%s %s %s", qPrintable(file), qPrintable(preset), qPrintable(policy))
                        << file << preset << policy;
        }
    }
}

/// Whoever is said to gain or pay has an interval that says so; and nobody does "for sure" only
/// where no interval leaves out none.
void TestSegmentsCommand::policy_whoGainsAndPays_followsTheIntervals()
{
    QFETCH(const QString, file);
    QFETCH(const QString, preset);
    QFETCH(const QString, policy);
    const auto run = runCommandLine({u"segments"_s, testsupport::sampleData(file), u"--by"_s,
                                     u"channel"_s, u"--preset"_s, preset, u"--policy"_s, policy});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QString said;
    for (const auto &sentence : run.at(u"sentences"_s).toArray()) {
        if (sentence.toString().startsWith(u"Of 1,000 "))
            said = sentence.toString();
    }
    const auto partWith = [&said](const QString &name) {
        for (const QString &part : said.split(u". And "_s)) {
            if (part.contains(name + u' '))
                return part;
        }
        return QString();
    };
    bool anySure = false;
    for (const auto &row : run.at(u"rows"_s).toArray()) {
        const QJsonValue value = row[u"before_after"_s][u"value_per_1000"_s];
        const QString part = partWith(row[u"segment"_s].toArray().first().toString());
        if (part.isEmpty() || value.isNull())
            continue;
        const QJsonArray interval = value[u"interval"_s].toArray();
        const bool above = !interval.isEmpty() && interval.first().toDouble() > 0.0;
        const bool below = !interval.isEmpty() && interval.last().toDouble() < 0.0;
        anySure = anySure || above || below;
        const QString holds = value[u"holds"_s].toString();
        QCOMPARE(holds == u"may-be-chance", !above && !below);
        QCOMPARE(part.contains(u"who gains: "), above && holds == u"in-table");
        QCOMPARE(part.contains(u"who pays: "), below && holds == u"in-table");
        QCOMPARE(part.contains(u"holds of one alone"), holds == u"alone");
    }
    QVERIFY2(!(anySure && said.contains(u"nobody gains or pays for sure")), qPrintable(said));
}

/// Before is the table at the one threshold; after, the program opened with that segment at its
/// own.
void TestSegmentsCommand::ownThresholds_areToldBeforeAndAfter()
{
    const QStringList one{u"--threshold"_s, u"0.0597"_s};
    const auto before = runCommandLine(payments(one));
    const auto run = runCommandLine(payments(
            one + QStringList{u"--threshold-by"_s, u"channel:bank-transfer=0.02,web-card=0.2"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"policy"_s).toString(), u"own"_s);
    const QHash<QString, QString> own{{u"bank-transfer"_s, u"0.02"_s}, {u"web-card"_s, u"0.2"_s}};
    double sum = 0.0;
    for (const auto &each : run.at(u"rows"_s).toArray()) {
        const QString name = each[u"segment"_s].toArray().first().toString();
        const QJsonValue missed = each[u"before_after"_s][u"missed"_s];
        QCOMPARE(missed.isUndefined() || missed.isNull(), !own.contains(name));
        const auto alone =
                runCommandLine({u"metrics"_s, testsupport::sampleData(u"payments-february.csv"_s),
                                u"--preset"_s, u"fraudalert"_s, u"--where"_s, u"channel="_s + name,
                                u"--threshold"_s, own.value(name, u"0.0597"_s)});
        QCOMPARE(number(each.toObject()[u"shares"_s][u"missed"_s][u"share"_s]),
                 number(alone.at(u"experience/missed"_s)));
        sum += number(each.toObject()[u"change_per_1000_of_all"_s][u"value"_s]);
        if (!own.contains(name))
            continue;
        const QJsonObject row = rowNamed(before.at(u"rows"_s).toArray(), name);
        QCOMPARE(number(missed[u"before"_s]), number(row[u"shares"_s][u"missed"_s][u"share"_s]));
    }
    QVERIFY(qAbs(sum - number(run.at(u"change_per_1000"_s))) < 1e-6);
    QVERIFY(qAbs(number(run.at(u"value_per_1000"_s)) - number(before.at(u"value_per_1000"_s)) - sum)
            < 1e-6);
}

void TestSegmentsCommand::csv_hasARowForEach()
{
    const auto run = runCommandLine(payments({u"--format"_s, u"csv"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList lines = run.out.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.first().startsWith(u"channel,uses,threshold,wrong_of_shown"));
    const auto cells = lines.first().count(u',');
    for (const QString &line : lines)
        QCOMPARE(line.count(u','), cells);
}

void TestSegmentsCommand::text_saysTheTable()
{
    const auto run = runCommandLine(payments({u"--format"_s, u"text"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const auto *word : {"bank-transfer misses", "everyone", "worth, per 1,000", "Holm"})
        QVERIFY2(run.out.contains(QLatin1String(word)), word);
}

/// The marks that the note speaks of; who pays most surely is named first.
void TestSegmentsCommand::text_marksWhatDiffers_surestFirst()
{
    const auto run =
            runCommandLine({u"segments"_s, testsupport::sampleData(u"payments-february.csv"_s),
                            u"--preset"_s, u"fraudalert"_s, u"--by"_s, u"channel"_s,
                            u"--threshold"_s, u"0.0597305"_s, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.startsWith(u"Who pays for the average: bank-transfer misses 14 of 100 frauds, "
                                "3 elsewhere; app-card has 52 of 100 "_s),
             qPrintable(run.out));
    const QStringList lines = run.out.split(u'\n');
    const auto lineOf = [&lines](const QString &channel) {
        const auto found = std::ranges::find_if(
                lines, [&](const QString &line) { return line.startsWith(channel + u"  "_s); });
        return found == lines.end() ? QString() : *found;
    };
    QVERIFY2(lineOf(u"bank-transfer"_s).contains(u"\u25b2 14"_s), qPrintable(run.out));
    QVERIFY2(lineOf(u"app-card"_s).contains(u"\u25b2 52"_s), qPrintable(run.out));
    QVERIFY(!lineOf(u"gift-card"_s).contains(u"\u25b2"_s));
}

/// What choosing them on these uses looks too good by is not taken off shares.
void TestSegmentsCommand::text_ownThresholds_sayNothingForSure()
{
    const auto sentencesOf = [](const QStringList &thresholds) -> QString {
        const auto run = runCommandLine(
                QStringList{u"segments"_s, testsupport::sampleData(u"payments-february.csv"_s),
                            u"--preset"_s, u"fraudalert"_s, u"--by"_s, u"channel"_s,
                            u"--threshold"_s, u"0.0597305"_s}
                + thresholds);
        QString said;
        for (const QJsonValue &row : run.at(u"rows"_s).toArray())
            said += row[u"sentence"_s].toString() + u'\n';
        return said + run.out;
    };
    QVERIFY(sentencesOf({}).contains(u"For sure: bank-transfer misses 14 of 100"_s));
    for (const QStringList &chosen :
         {QStringList{u"--policy"_s, u"value"_s},
          QStringList{u"--threshold-by"_s, u"channel:gift-card=0.11,app-card=0.061"_s}}) {
        const QString said = sentencesOf(chosen);
        QVERIFY2(!said.contains(u"For sure: app-card"_s) && !said.contains(u"For sure: gift"_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"less of it may hold on others"_s), qPrintable(said));
        QVERIFY(said.contains(u"and not off what is missed or wrong"_s));
    }
}

void TestSegmentsCommand::column_unknown_isRefused()
{
    const auto run = runCommandLine(
            {u"segments"_s, testsupport::sampleData(u"fraudalerts.csv"_s), u"--by"_s, u"shop"_s});
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(u"shop") && run.err.contains(u"channel"), qPrintable(run.err));
}

void TestSegmentsCommand::wrongOptions_areRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("said");
    QTest::newRow("no column") << QStringList{} << u"--by"_s;
    QTest::newRow("three") << QStringList{u"--by"_s, u"a"_s, u"--by"_s, u"b"_s, u"--by"_s, u"c"_s}
                           << u"one column, or two"_s;
    QTest::newRow("twice the same")
            << QStringList{u"--by"_s, u"a"_s, u"--by"_s, u"a"_s} << u"two different"_s;
    QTest::newRow("policy") << QStringList{u"--by"_s, u"a"_s, u"--policy"_s, u"fair"_s}
                            << u"fair"_s;
    QTest::newRow("target of nothing")
            << QStringList{u"--by"_s, u"a"_s, u"--policy"_s, u"value"_s, u"--target"_s, u"0.5"_s}
            << u"--target goes with"_s;
}

void TestSegmentsCommand::wrongOptions_areRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, said);
    const auto run = runCommandLine(
            QStringList{u"segments"_s, testsupport::sampleData(u"fraudalerts.csv"_s)} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

ONEINN_TEST(TestSegmentsCommand)

} // namespace tests::cli_segmentscommand

#include "tst_segmentscommand.moc"
