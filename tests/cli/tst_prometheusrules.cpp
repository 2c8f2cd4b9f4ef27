// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cmath>
#include <random>

namespace tests::cli_prometheusrules {

using namespace Qt::Literals::StringLiterals;
using testsupport::runCommandLine;

/// Whether the alerts of a release fire when they should, on counters as a service has them: by
/// Debian's promtool (package prometheus), where it is installed.
class TestPrometheusRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void release_counters_alert_data();
    void release_counters_alert();

private:
    testsupport::WrittenFiles m_files;
    QString m_promtool;
    QString m_rules;
    QJsonArray m_looks;
};

void TestPrometheusRules::initTestCase()
{
    m_promtool = QStandardPaths::findExecutable(u"promtool"_s);
    if (m_promtool.isEmpty())
        QSKIP("promtool is not installed (Debian's package prometheus)");
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> uniform;
    QString text = u"label,score\n"_s;
    for (int i = 0; i < 4000; ++i) {
        const bool shown = uniform(random) < 0.5;
        text += u"%1,%2\n"_s.arg(uniform(random) < (shown ? 0.8 : 0.1) ? 1 : 0)
                        .arg(shown ? 0.5 + uniform(random) / 2.0 : uniform(random) * 0.499);
    }
    const QStringList asked{u"operating-point"_s, m_files.write(text), u"--threshold"_s, u"0.5"_s};
    m_looks = runCommandLine(asked).at(u"watch/rollback/looks"_s).toArray();
    m_rules =
            m_files.write(runCommandLine(asked + QStringList{u"--format"_s, u"prometheus"_s}).out);
}

void TestPrometheusRules::release_counters_alert_data()
{
    // Minute by minute: what was checked, and wrong, of the last look's number and limit.
    QTest::addColumn<QList<double>>("checked");
    QTest::addColumn<QList<double>>("wrong");
    QTest::addColumn<bool>("rollBack");
    QTest::addColumn<bool>("count");
    using Numbers = QList<double>;
    QTest::newRow("good") << Numbers{0.0, 0.5, 1.0} << Numbers{0.0, 0.3, 0.7} << false << false;
    QTest::newRow("bad at the last look")
            << Numbers{0.0, 0.9, 1.0} << Numbers{0.0, 0.9, 1.0} << true << false;
    QTest::newRow("bad, in one batch beyond it")
            << Numbers{0.0, 1.1} << Numbers{0.0, 1.8} << true << false;
    QTest::newRow("bad, and goes on")
            << Numbers{0.0, 1.0, 3.0} << Numbers{0.0, 1.0, 1.5} << true << false;
    QTest::newRow("began anew") << Numbers{0.0, 1.0, 0.0} << Numbers{0.0, 1.0, 0.0} << false
                                << false;
    QTest::newRow("a batch that does not say")
            << Numbers{0.0, 2.0} << Numbers{0.0, 2.2} << false << true;
    QTest::newRow("a good batch") << Numbers{0.0, 2.0} << Numbers{0.0, 1.4} << false << false;
}

void TestPrometheusRules::release_counters_alert()
{
    QFETCH(const QList<double>, checked);
    QFETCH(const QList<double>, wrong);
    QFETCH(const bool, rollBack);
    QFETCH(const bool, count);
    const QJsonValue last = m_looks.last();
    const auto series = [](const QList<double> &times, double of) {
        QStringList values;
        for (const double each : times)
            values.append(QString::number(std::ceil(each * of)));
        return values.join(u' ');
    };
    const auto asked = [&](const QString &alert, bool fires) {
        return u"      - expr: count(ALERTS{alertname=\"%1\", alertstate=\"firing\"}) or "
               u"vector(0)\n"
               "        eval_time: %2m\n"
               "        exp_samples:\n"
               "          - labels: '{}'\n"
               "            value: %3\n"_s.arg(alert)
                       .arg(checked.size() - 1)
                       .arg(fires ? 1 : 0);
    };
    const QString test =
            u"rule_files:\n  - %1\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n"
            "    input_series:\n"
            "      - series: oneinn_release_checked_total\n        values: '%2'\n"
            "      - series: oneinn_release_wrong_total\n        values: '%3'\n"
            "    promql_expr_test:\n"_s.arg(m_rules, series(checked, last[u"shown"_s].toDouble()),
                                            series(wrong, last[u"roll_back_at"_s].toDouble()))
            + asked(u"OneInNRollBack"_s, rollBack) + asked(u"OneInNCountTheFirst"_s, count);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_promtool, {u"test"_s, u"rules"_s, m_files.write(test)});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAll() + test.toUtf8();
    QVERIFY2(process.exitCode() == 0, said.constData());
}

ONEINN_TEST(TestPrometheusRules)

} // namespace tests::cli_prometheusrules

#include "tst_prometheusrules.moc"
