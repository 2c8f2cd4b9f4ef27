// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::cli_recalibrate {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

/// --recalibrate: scores that are bent, and counts that stay.
class TestRecalibrate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_atTheThresholdThatItComesTo_areTheSame();
    void scores_areWhatTheExportedMappingSays();
    void recalibrated_needsNothingMore();
    void eachModel_hasItsOwn();
    void everyCommand_saysSo_data();
    void everyCommand_saysSo();
    void whatCannotBeFitted_isRefused_data();
    void whatCannotBeFitted_isRefused();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

double draw(unsigned &state)
{
    state = state * 1664525U + 1013904223U;
    return static_cast<double>(state >> 8U) / 16777216.0;
}

double expit(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// Scores too sure of themselves: their logits are twice what comes true.
QString rows(const QString &cell, double tooSure, unsigned state)
{
    QString text;
    for (int row = 0; row < 600; ++row) {
        const double logit = 4.0 * draw(state) - 2.5;
        const bool good = draw(state) < expit(logit);
        text += QString::number(good ? 1 : 0) + u','
                + QString::number(expit(tooSure * logit), 'f', 3) + cell + u'\n';
    }
    return text;
}

QString tooSure()
{
    return u"label,score\n"_s + rows({}, 2.0, 11);
}

struct Mapping {
    double slope = 0.0;
    double intercept = 0.0;

    double operator()(double score) const
    {
        const double held = std::clamp(score, 1e-6, 1.0 - 1e-6);
        return expit(intercept + slope * std::log(held / (1.0 - held)));
    }
};

Mapping mappingOf(const QString &path)
{
    const auto run = runCommandLine({u"calibration"_s, path});
    return {run.at(u"slope"_s).toDouble(), run.at(u"intercept"_s).toDouble()};
}

} // namespace

void TestRecalibrate::counts_atTheThresholdThatItComesTo_areTheSame()
{
    const QString path = m_files.write(tooSure());
    const Mapping mapping = mappingOf(path);
    QVERIFY(mapping.slope > 0.3 && mapping.slope < 0.8);
    for (const double threshold : {0.1005, 0.3005, 0.5005, 0.9005}) {
        const auto at = [&](double asked, const QStringList &more) {
            return runCommandLine(QStringList{u"metrics"_s, path, u"--threshold"_s,
                                              QString::number(asked, 'g', 17)}
                                  + more);
        };
        const auto raw = at(threshold, {});
        const auto bent = at(mapping(threshold), {u"--recalibrate"_s});
        QVERIFY2(bent.code == 0, qPrintable(bent.err));
        for (const QString &same :
             {u"confusion_matrix"_s, u"metrics"_s, u"intervals"_s, u"experience"_s})
            QCOMPARE(bent.at(same), raw.at(same));
    }
    const auto best = [&](const QStringList &more) {
        return runCommandLine(QStringList{u"recommend"_s, path, u"--objective"_s, u"value"_s}
                              + more);
    };
    const auto raw = best({});
    const auto bent = best({u"--recalibrate"_s});
    QCOMPARE(bent.at(u"confusion_matrix"_s), raw.at(u"confusion_matrix"_s));
    QVERIFY(bent.at(u"threshold"_s) != raw.at(u"threshold"_s));
}

void TestRecalibrate::scores_areWhatTheExportedMappingSays()
{
    const QString path = m_files.write(tooSure());
    const Mapping mapping = mappingOf(path);
    const auto curve = [&](const QStringList &more) {
        return runCommandLine(QStringList{u"curve"_s, path, u"--kind"_s, u"threshold"_s,
                                          u"--format"_s, u"csv"_s}
                              + more)
                .column(u"threshold"_s);
    };
    const QStringList raw = curve({});
    const QStringList bent = curve({u"--recalibrate"_s});
    QCOMPARE(bent.size(), raw.size());
    QVERIFY(raw.size() > 100);
    int compared = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        bool isNumber = false;
        const double score = raw[i].toDouble(&isNumber);
        if (!isNumber || !std::isfinite(score))
            continue;
        COMPARE_NEAR(bent[i].toDouble(), mapping(score), 1e-9);
        ++compared;
    }
    QVERIFY(compared > 100);
}

void TestRecalibrate::recalibrated_needsNothingMore()
{
    const auto run =
            runCommandLine({u"calibration"_s, m_files.write(tooSure()), u"--recalibrate"_s});
    COMPARE_NEAR(run.at(u"slope"_s).toDouble(), 1.0, 1e-6);
    COMPARE_NEAR(run.at(u"intercept"_s).toDouble(), 0.0, 1e-6);
    COMPARE_NEAR(run.at(u"observed_to_expected"_s).toDouble(), 1.0, 1e-6);
}

void TestRecalibrate::eachModel_hasItsOwn()
{
    const QString path = m_files.write(u"label,score,model\n"_s + rows(u",sure"_s, 2.0, 11)
                                       + rows(u",timid"_s, 0.5, 12));
    for (const QString &model : {u"sure"_s, u"timid"_s}) {
        const auto run =
                runCommandLine({u"calibration"_s, path, u"--model"_s, model, u"--recalibrate"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        COMPARE_NEAR(run.at(u"slope"_s).toDouble(), 1.0, 1e-6);
        QVERIFY2(run.err.contains(u"sure: slope 0.") && run.err.contains(u"; timid: slope "),
                 qPrintable(run.err));
    }
}

void TestRecalibrate::everyCommand_saysSo_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<bool>("isText");
    QTest::newRow("metrics") << QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s} << false;
    QTest::newRow("metrics, text")
            << QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s, u"--format"_s, u"text"_s}
            << true;
    QTest::newRow("recommend") << QStringList{u"recommend"_s, u"--objective"_s, u"value"_s}
                               << false;
    QTest::newRow("recommend, text")
            << QStringList{u"recommend"_s, u"--objective"_s, u"value"_s, u"--format"_s, u"text"_s}
            << true;
    QTest::newRow("curve, text") << QStringList{u"curve"_s, u"--kind"_s, u"pr"_s, u"--format"_s,
                                                u"text"_s}
                                 << true;
    QTest::newRow("doubts") << QStringList{u"doubts"_s} << false;
    QTest::newRow("loadbearing") << QStringList{u"loadbearing"_s, u"--threshold"_s, u"0.5"_s}
                                 << false;
    QTest::newRow("reach") << QStringList{u"reach"_s, u"--wrong-at-most"_s, u"0.3"_s} << false;
    QTest::newRow("answer") << QStringList{u"answer"_s, u"--date"_s, u"2026-01-31"_s} << true;
    QTest::newRow("answer, executive")
            << QStringList{u"answer"_s, u"--date"_s, u"2026-01-31"_s, u"--length"_s, u"executive"_s}
            << true;
}

void TestRecalibrate::everyCommand_saysSo()
{
    QFETCH(QStringList, command);
    QFETCH(bool, isText);
    command.insert(1, m_files.write(tooSure()));
    const auto plain = runCommandLine(command);
    const auto run = runCommandLine(command + QStringList(u"--recalibrate"_s));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QString said = u"Scores are recalibrated (assumption)"_s;
    const QString rowsSaid = u"fitted on 600 rows"_s;
    QVERIFY2(run.err.contains(said) || run.out.contains(said), qPrintable(run.err));
    QVERIFY(!plain.out.contains(said) && !plain.err.contains(said));
    const QString text = isText ? run.out : run.at(u"warnings"_s).toArray()[0].toString();
    QVERIFY2(text.contains(said) && text.contains(rowsSaid)
                     && text.contains(u"fitted on the same rows"),
             qPrintable(text));
}

void TestRecalibrate::whatCannotBeFitted_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("said");
    const QStringList none;
    QTest::newRow("parted") << u"label,score\n0,0.1\n0,0.2\n1,0.8\n1,0.9\n"_s << none
                            << u"do not part the two without exception"_s;
    QTest::newRow("one class") << u"label,score\n1,0.1\n1,0.2\n1,0.8\n1,0.9\n"_s
                               << QStringList{u"--positive"_s, u"1"_s} << u"--recalibrate"_s;
    QTest::newRow("margins") << u"label,score\n0,-3\n1,2\n0,0.2\n1,4\n0,5\n"_s << none
                             << u"some scores lie outside 0 to 1"_s;
    QTest::newRow("the wrong way round")
            << u"label,score\n1,0.1\n0,0.2\n1,0.3\n1,0.2\n0,0.8\n1,0.9\n0,0.7\n0,0.6\n"_s << none
            << u"would turn their order round"_s;
    QTest::newRow("low scores") << tooSure() << QStringList{u"--lower-is-positive"_s}
                                << u"lower scores are the positive ones"_s;
}

void TestRecalibrate::whatCannotBeFitted_isRefused()
{
    QFETCH(QString, text);
    QFETCH(QStringList, options);
    QFETCH(QString, said);
    const auto run = runCommandLine(QStringList{u"metrics"_s, m_files.write(text), u"--threshold"_s,
                                                u"0.5"_s, u"--recalibrate"_s}
                                    + options);
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

ONEINN_TEST(TestRecalibrate)

} // namespace tests::cli_recalibrate

#include "tst_recalibrate.moc"
