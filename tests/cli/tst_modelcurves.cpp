// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

/// curve --kind det|gain|decision|cost|reliability, bands, pictures, and the mapping of a
/// calibration.
namespace tests::cli_modelcurves {

using namespace Qt::StringLiterals;
using namespace testsupport;

class TestModelCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decision_theVector();
    void decision_lowDirection_isByPriceAlone();
    void gain_isWhatMetricsSay();
    void det_deviates_areOfTheShares();
    void cost_bestStretches_meet();
    void reliability_isThatOfCalibration();
    void band_pointwise_isWhatMetricsSay();
    void band_oneClass_saysWhyNot();
    void text_beginsWithWhatItIsGoodFor();
    void svg_everyKind_isAPicture();
    void svg_oneClass_saysWhyNot();
    void options_thatDoNotGoTogether_areRefused_data();
    void options_thatDoNotGoTogether_areRefused();
    void mapping_csvAndJson_areTheSame();
    void mapping_unknown_saysWhy();

private:
    static CommandLineRun curve(const QString &file, const QStringList &rest)
    {
        return runCommandLine(QStringList{u"curve"_s, file, u"--kind"_s} + rest);
    }

    WrittenFiles m_files;
};

namespace {

const QString oneClass = u"label,score\n1,0.2\n1,0.4\n1,0.9\n"_s;

} // namespace

void TestModelCurves::decision_theVector()
{
    const auto vector = testsupport::vector(u"T2.netbenefit.d1"_s);
    const auto run = curve(m_files.write(vector.input), {u"decision"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList prices = run.column(u"threshold_probability"_s);
    QCOMPARE(prices.size(), 99);
    for (const auto &entry : vector.expected.toArray()) {
        const QJsonObject expected = entry.toObject();
        const qsizetype row = std::lround(100.0 * expected[u"pt"_s].toDouble()) - 1;
        COMPARE_NEAR(run.column(u"net_benefit"_s).at(row).toDouble(),
                     expected[u"model"_s].toDouble(), 1e-9);
        COMPARE_NEAR(run.column(u"net_benefit_all"_s).at(row).toDouble(),
                     expected[u"alert_all"_s].toDouble(), 1e-9);
        COMPARE_NEAR(run.column(u"net_benefit_none"_s).at(row).toDouble(), 0.0, 0.0);
        QVERIFY(run.column(u"net_benefit_best"_s).at(row).toDouble()
                >= expected[u"model"_s].toDouble() - 1e-9);
    }
}

void TestModelCurves::decision_lowDirection_isByPriceAlone()
{
    const QString high = m_files.write(u"label,score\n1,0.9\n0,0.8\n1,0.6\n0,0.3\n0,0.1\n"_s);
    const QString low = m_files.write(u"label,score\n1,0.1\n0,0.2\n1,0.4\n0,0.7\n0,0.9\n"_s);
    const auto one = curve(high, {u"decision"_s});
    const auto other = curve(low, {u"decision"_s, u"--score-direction"_s, u"low"_s});
    QCOMPARE(other.column(u"net_benefit"_s).at(0), QString());
    QVERIFY(!one.column(u"net_benefit"_s).at(0).isEmpty());
    const QStringList thresholds = other.column(u"best_threshold"_s);
    for (qsizetype row = 0; row < thresholds.size(); ++row) {
        QCOMPARE(other.column(u"net_benefit_best"_s).at(row),
                 one.column(u"net_benefit_best"_s).at(row));
        const double mirrored = one.column(u"best_threshold"_s).at(row).toDouble();
        if (!thresholds.at(row).contains(u"inf"))
            COMPARE_NEAR(thresholds.at(row).toDouble(), 1.0 - mirrored, 1e-9);
    }
}

void TestModelCurves::gain_isWhatMetricsSay()
{
    const auto vector = testsupport::vector(u"T2.netbenefit.d1"_s);
    const QString file = m_files.write(vector.input);
    const auto run = curve(file, {u"gain"_s});
    const QStringList thresholds = run.column(u"threshold"_s);
    QCOMPARE(thresholds.first(), u"inf"_s);
    QCOMPARE(run.column(u"lift"_s).first(), QString());
    for (qsizetype row = 1; row < thresholds.size(); ++row) {
        const auto metrics =
                runCommandLine({u"metrics"_s, file, u"--threshold"_s, thresholds.at(row)});
        for (const auto &[column, key] : {std::pair(u"shown"_s, u"metrics/alert_rate"_s),
                                          {u"recall"_s, u"metrics/recall"_s},
                                          {u"precision"_s, u"metrics/precision"_s},
                                          {u"lift"_s, u"metrics/lift"_s}})
            COMPARE_NEAR(run.column(column).at(row).toDouble(), metrics.at(key).toDouble(), 1e-12);
    }
}

void TestModelCurves::det_deviates_areOfTheShares()
{
    const auto run = curve(sampleData(u"inlinesuggestion.csv"_s), {u"det"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList shares = run.column(u"fpr"_s);
    const QStringList deviates = run.column(u"fpr_deviate"_s);
    for (qsizetype row = 0; row < shares.size(); row += 50) {
        const double share = shares.at(row).toDouble();
        const double back = 0.5 * std::erfc(-deviates.at(row).toDouble() / std::sqrt(2.0));
        QVERIFY(std::abs(back - share) < 1e-4); // half a row at the ends
    }
}

void TestModelCurves::cost_bestStretches_meet()
{
    const auto run = curve(sampleData(u"inlinesuggestion.csv"_s), {u"cost"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList from = run.column(u"best_from"_s);
    const QStringList to = run.column(u"best_to"_s);
    QString last = u"0"_s;
    for (qsizetype row = 0; row < from.size(); ++row) {
        QCOMPARE(from.at(row).isEmpty(), to.at(row).isEmpty());
        if (from.at(row).isEmpty())
            continue;
        QCOMPARE(from.at(row), last);
        last = to.at(row);
    }
    QCOMPARE(last, u"1"_s);
}

void TestModelCurves::reliability_isThatOfCalibration()
{
    const QString file = sampleData(u"inlinesuggestion.csv"_s);
    const auto run = curve(file, {u"reliability"_s, u"--format"_s, u"json"_s});
    const auto calibration = runCommandLine({u"calibration"_s, file});
    const QJsonArray bins = calibration.at(u"bins"_s).toArray();
    const QJsonArray rows = run.json().toArray();
    QCOMPARE(rows.size(), bins.size());
    for (qsizetype i = 0; i < bins.size(); ++i) {
        QCOMPARE(rows[i][u"observed"_s], bins[i][u"observed"_s]);
        QCOMPARE(rows[i][u"mean_score"_s], bins[i][u"mean_score"_s]);
        QCOMPARE(rows[i][u"observed_high"_s], bins[i][u"interval"_s][1]);
    }
}

void TestModelCurves::band_pointwise_isWhatMetricsSay()
{
    const auto vector = testsupport::vector(u"T2.netbenefit.d1"_s);
    const QString file = m_files.write(vector.input);
    for (const QString &kind : {u"pr"_s, u"roc"_s}) {
        const auto run = curve(file, {kind, u"--band"_s, u"pointwise"_s});
        const QStringList thresholds = run.column(u"threshold"_s);
        for (qsizetype row = 0; row < thresholds.size(); ++row) {
            const auto metrics =
                    runCommandLine({u"metrics"_s, file, u"--threshold"_s, thresholds.at(row)});
            for (const QString &share : {u"precision"_s, u"recall"_s, u"fpr"_s}) {
                const QJsonValue told = metrics.at(u"intervals/"_s + share);
                COMPARE_NEAR(run.column(share + u"_low"_s).at(row).toDouble(),
                             told[0].toDouble(-1.0), 0.0);
                COMPARE_NEAR(run.column(share + u"_high"_s).at(row).toDouble(),
                             told[1].toDouble(-1.0), 0.0);
            }
        }
        const auto safe = curve(file, {kind, u"--band"_s, u"drag-safe"_s});
        QCOMPARE(safe.column(u"recall_low"_s).size(), thresholds.size());
    }
}

void TestModelCurves::band_oneClass_saysWhyNot()
{
    const auto run = curve(m_files.write(oneClass), {u"pr"_s, u"--band"_s, u"drag-safe"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains(u"No band"), qPrintable(run.err));
    QCOMPARE(run.column(u"recall_low"_s).at(0), QString());
}

void TestModelCurves::text_beginsWithWhatItIsGoodFor()
{
    for (const QString &kind : {u"pr"_s, u"roc"_s, u"det"_s, u"gain"_s, u"decision"_s, u"cost"_s}) {
        const auto run = curve(sampleData(u"inlinesuggestion.csv"_s),
                               {kind, u"--format"_s, u"text"_s, u"--threshold"_s, u"0.5"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        const QStringList lines = run.out.split(u'\n');
        QCOMPARE(lines.at(0), u"At the threshold 0.50:"_s);
        QVERIFY2(lines.at(1).startsWith(u"Good "_s), qPrintable(run.out.left(300)));
    }
}

void TestModelCurves::svg_everyKind_isAPicture()
{
    for (const QString &kind :
         {u"pr"_s, u"roc"_s, u"det"_s, u"gain"_s, u"decision"_s, u"cost"_s, u"reliability"_s}) {
        const auto run =
                curve(sampleData(u"inlinesuggestion.csv"_s), {kind, u"--format"_s, u"svg"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QXmlStreamReader reader(run.out);
        int lines = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement)
                lines += reader.name() == u"polyline"_s ? 1 : 0;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(lines > 0);
        QVERIFY(!run.out.contains(u"nan"_s) && !run.out.contains(u"\"inf"_s));
    }
}

void TestModelCurves::svg_oneClass_saysWhyNot()
{
    const QString file = m_files.write(oneClass);
    const auto run = curve(file, {u"roc"_s, u"--format"_s, u"svg"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"No curve"), qPrintable(run.err));
    QCOMPARE(curve(file, {u"gain"_s, u"--format"_s, u"svg"_s}).code, 0);
}

void TestModelCurves::options_thatDoNotGoTogether_areRefused_data()
{
    QTest::addColumn<QStringList>("rest");
    QTest::newRow("threshold of a table") << QStringList{u"gain"_s, u"--threshold"_s, u"0.5"_s};
    QTest::newRow("picture of values") << QStringList{u"value"_s, u"--format"_s, u"svg"_s};
    QTest::newRow("band of gain") << QStringList{u"gain"_s, u"--band"_s, u"pointwise"_s};
    QTest::newRow("no band") << QStringList{u"pr"_s, u"--band"_s, u"wide"_s};
}

void TestModelCurves::options_thatDoNotGoTogether_areRefused()
{
    QFETCH(const QStringList, rest);
    const auto run = curve(sampleData(u"inlinesuggestion.csv"_s), rest);
    QCOMPARE(run.code, 2);
    QVERIFY(!run.err.isEmpty());
}

void TestModelCurves::mapping_csvAndJson_areTheSame()
{
    const QString file = sampleData(u"inlinesuggestion.csv"_s);
    const auto json = runCommandLine({u"calibration"_s, file, u"--mapping"_s});
    const auto csv =
            runCommandLine({u"calibration"_s, file, u"--mapping"_s, u"--format"_s, u"csv"_s});
    const auto told = runCommandLine({u"calibration"_s, file});
    QVERIFY2(json.code == 0 && csv.code == 0, qPrintable(json.err + csv.err));
    QCOMPARE(json.at(u"slope"_s), told.at(u"slope"_s));
    QCOMPARE(json.at(u"intercept"_s), told.at(u"intercept"_s));
    QCOMPARE(json.at(u"file"_s).toString(), u"inlinesuggestion.csv"_s);
    const double slope = json.at(u"slope"_s).toDouble();
    const double intercept = json.at(u"intercept"_s).toDouble();
    const QJsonArray pairs = json.at(u"scores"_s).toArray();
    const QStringList scores = csv.column(u"score"_s);
    QCOMPARE(pairs.size(), scores.size());
    double last = -1.0;
    for (qsizetype i = 0; i < pairs.size(); ++i) {
        const double score = pairs[i][u"score"_s].toDouble();
        QCOMPARE(scores.at(i).toDouble(), score);
        QVERIFY(score > last);
        last = score;
        const double held = std::clamp(score, 1e-6, 1.0 - 1e-6);
        const double comesTo =
                1.0 / (1.0 + std::exp(-(intercept + slope * std::log(held / (1.0 - held)))));
        COMPARE_NEAR(pairs[i][u"recalibrated"_s].toDouble(), comesTo, 1e-12);
        QCOMPARE(csv.column(u"recalibrated"_s).at(i).toDouble(),
                 pairs[i][u"recalibrated"_s].toDouble());
        if (i > 200)
            break; // a column is parted anew each time
    }
    QCOMPARE(csv.column(u"score_column"_s).first(), json.at(u"score_column"_s).toString());
}

void TestModelCurves::mapping_unknown_saysWhy()
{
    const auto run = runCommandLine({u"calibration"_s, m_files.write(oneClass), u"--mapping"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"is not known"), qPrintable(run.err));
    const auto bins =
            runCommandLine({u"calibration"_s, m_files.write(oneClass), u"--format"_s, u"csv"_s});
    QCOMPARE(bins.code, 2);
}

ONEINN_TEST(TestModelCurves)

} // namespace tests::cli_modelcurves

#include "tst_modelcurves.moc"
