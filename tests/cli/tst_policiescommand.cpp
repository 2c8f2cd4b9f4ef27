// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace testsupport;

class TestPoliciesCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_sample_nowIsWhatMetricsSay();
    void json_sample_hasEveryKindAndItsSentences();
    void bestThreshold_everyCommand_looksTooGoodByOneNumber();
    void csv_sample_isARowForEach();
    void text_sample_saysWhatCannotBeToldApart();
    void oneModel_withoutLatency_saysWhatIsLeftOut();
    void threshold_notGiven_isTheMostValuable();
    void models_againstEachOther_areCompared();
    void limit_keptNowhere_isSaid();
    void costs_given_areWhatCallsCost();
    void costs_ofAnUnknownModel_areRefused();
    void fallback_withoutThreshold_takesTheMostValuableAlone();
    void band_inForce_hasARowOfItsOwn();
    void text_nowByAnotherName_isNotToldTwice();
    void format_unknown_isRefused();

private:
    /// Of the sample, of the small model where none is named.
    CommandLineRun policies(const QString &file, QStringList options = {})
    {
        if (file == m_sample && !options.contains(u"--model"_s))
            options += {u"--model"_s, u"on-device-small"_s};
        return runCommandLine(QStringList{u"policies"_s, file} + options);
    }

    const QString m_sample = sampleData(u"inlinesuggestion.csv"_s);
    WrittenFiles m_files;
};

void TestPoliciesCommand::json_sample_nowIsWhatMetricsSay()
{
    const QStringList options{u"--threshold"_s, u"0.6"_s,         u"--budget"_s,    u"400"_s,
                              u"--model"_s,     u"cloud-large"_s, u"--base-rate"_s, u"0.1"_s};
    const auto run = policies(m_sample, options);
    QCOMPARE(run.code, 0);
    const auto metrics = runCommandLine(QStringList{u"metrics"_s, m_sample} + options);
    const auto now = run.at(u"policies"_s).toArray().first().toObject();
    QCOMPARE(now[u"id"_s].toString(), u"now"_s);
    const auto near = [](const QJsonValue &a, const QJsonValue &b) {
        COMPARE_NEAR(a.toDouble(), b.toDouble(), 1e-9);
    };
    near(now[u"value_per_1000_uses"_s], metrics.at(u"value/per_1000_uses"_s));
    near(now[u"wrong_of_shown"_s], metrics.at(u"experience/wrong_of_shown"_s));
    near(now[u"missed"_s], metrics.at(u"experience/missed"_s));
    near(now[u"late"_s], metrics.at(u"experience/late"_s));
    QVERIFY(now[u"against_now"_s].isNull());
}

void TestPoliciesCommand::json_sample_hasEveryKindAndItsSentences()
{
    const auto run = policies(m_sample, {u"--budget"_s, u"400"_s});
    QStringList ids;
    const auto all = run.at(u"policies"_s).toArray();
    for (const auto &policy : all) {
        ids.append(policy.toObject()[u"id"_s].toString());
        QVERIFY(!policy.toObject()[u"sentences"_s].toArray().isEmpty());
    }
    const QStringList expected{u"now"_s,
                               u"default"_s,
                               u"wait:on-device-small"_s,
                               u"show-nothing:on-device-small"_s,
                               u"wait:cloud-large"_s,
                               u"show-nothing:cloud-large"_s,
                               u"fall-back:on-device-small:cloud-large"_s,
                               u"at-precision:on-device-small"_s,
                               u"at-precision:cloud-large"_s,
                               u"cascade"_s,
                               u"cascade-parallel"_s,
                               u"hedged:on-device-small"_s,
                               u"hedged:cloud-large"_s,
                               u"mixture"_s};
    QCOMPARE(ids, expected);
    QCOMPARE(run.at(u"uses"_s).toInt(), 8000);
}

/// 4,304 per 1,000 payments here, and one number on new ones.
void TestPoliciesCommand::bestThreshold_everyCommand_looksTooGoodByOneNumber()
{
    const QStringList asked{sampleData(u"payments-february.csv"_s), u"--preset"_s, u"fraudalert"_s};
    const auto doubts = runCommandLine(QStringList(u"doubts"_s) + asked);
    const double tooGood = doubts.at(u"value/optimism"_s).toDouble();
    const double expected = doubts.at(u"value/expected"_s).toDouble();
    QVERIFY(tooGood > 1.0);
    const QStringList near{u"--threshold"_s, u"0.06"_s};
    const auto run = runCommandLine(QStringList(u"policies"_s) + asked + near);
    const QJsonArray all = run.at(u"policies"_s).toArray();
    const auto onNewOnes = [](const QJsonValue &policy) {
        return policy[u"value_per_1000_uses"_s].toDouble()
                - policy[u"optimism_per_1000_uses"_s].toDouble();
    };
    bool known = false;
    for (const auto &policy : all) {
        if (policy[u"id"_s].toString() != u"wait:"_s)
            continue;
        known = true;
        QCOMPARE(policy[u"optimism_per_1000_uses"_s].toDouble(), tooGood);
    }
    QVERIFY(known);
    QCOMPARE(onNewOnes(all.first()), expected);
    const auto answer = runCommandLine(QStringList(u"answer"_s) + asked + near);
    const QString said = u"Expect at most +%1 on new ones"_s.arg(
            QLocale(QLocale::English).toString(expected, 'f', 0));
    QVERIFY2(answer.out.contains(said), qPrintable(said));
}

void TestPoliciesCommand::csv_sample_isARowForEach()
{
    const auto run = policies(m_sample, {u"--budget"_s, u"400"_s, u"--format"_s, u"csv"_s});
    const QStringList lines = run.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 15);
    QVERIFY(lines[1].startsWith(u"now,\"now: on-device-small, nothing after 400 ms\","_s));
}

void TestPoliciesCommand::text_sample_saysWhatCannotBeToldApart()
{
    const auto run = policies(m_sample, {u"--budget"_s, u"400"_s, u"--format"_s, u"text"_s});
    QVERIFY(run.out.contains(u"cannot be told apart from now on these 8,000 uses; about "_s));
    QVERIFY(run.out.contains(u" only too late."_s));
    QVERIFY(run.out.contains(u"on-device-small first, cloud-large when it is unsure: "_s));
}

void TestPoliciesCommand::oneModel_withoutLatency_saysWhatIsLeftOut()
{
    const QString file = m_files.write(u"label,score\n1,0.9\n0,0.2\n1,0.6\n0,0.7\n"_s);
    const auto run = policies(file, {u"--format"_s, u"text"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"There is one model, so no cascade and no mixture."_s));
    QVERIFY(run.out.contains(u"Compared on 4 uses."_s));
}

void TestPoliciesCommand::threshold_notGiven_isTheMostValuable()
{
    const auto run = policies(m_sample);
    QVERIFY(run.err.contains(u"Now is at the threshold "_s));
    const QString worthless = m_files.write(u"label,score\n1,0.5\n0,0.9\n"_s);
    QVERIFY(policies(worthless, {u"--value-fp"_s, u"-100"_s})
                    .err.contains(u"Now is at the threshold beyond every score"_s));
    const auto now = run.at(u"policies"_s).toArray().first().toObject();
    const auto recommended = runCommandLine({u"recommend"_s, m_sample, u"--objective"_s, u"value"_s,
                                             u"--model"_s, u"on-device-small"_s});
    QCOMPARE(now[u"settings"_s].toObject()[u"threshold"_s], recommended.at(u"threshold"_s));
}

void TestPoliciesCommand::models_againstEachOther_areCompared()
{
    const auto run = policies(m_sample, {u"--budget"_s, u"400"_s});
    const auto pairs = run.at(u"model_against_model"_s).toArray();
    QCOMPARE(pairs.size(), 2);
    QJsonObject byId;
    for (const auto &policy : run.at(u"policies"_s).toArray())
        byId[policy.toObject()[u"id"_s].toString()] = policy;
    for (const auto &each : pairs) {
        const auto pair = each.toObject();
        const auto a = byId[pair[u"a"_s].toString()].toObject();
        const auto b = byId[pair[u"b"_s].toString()].toObject();
        const auto difference = [&pair](const QString &measure) {
            return pair[measure].toObject()[u"difference"_s].toDouble();
        };
        const auto more = [&a, &b](const QString &key) {
            return a[key].toDouble() - b[key].toDouble();
        };
        COMPARE_NEAR(difference(u"value_per_1000_uses"_s), more(u"value_per_1000_uses"_s), 1e-9);
        COMPARE_NEAR(difference(u"recall"_s), -more(u"missed"_s), 1e-9);
        COMPARE_NEAR(difference(u"precision"_s), -more(u"wrong_of_shown"_s), 1e-9);
        const auto sentences = pair[u"sentences"_s].toArray();
        QVERIFY(sentences.first().toString().startsWith(
                u"on-device-small against cloud-large, each at its most "_s));
    }
    const auto strict = policies(m_sample, {u"--budget"_s, u"400"_s, u"--format"_s, u"text"_s});
    QVERIFY(strict.out.contains(u" on-device-small is not; "_s)
            || strict.out.contains(u"cloud-large is right and on-device-small is not"_s));
}

void TestPoliciesCommand::limit_keptNowhere_isSaid()
{
    const QString file = m_files.write(u"label,score\n1,0.9\n0,0.9\n1,0.6\n0,0.7\n"_s);
    const auto half =
            policies(file, {u"--precision-limit"_s, u"0.6"_s, u"--promise"_s, u"plain"_s});
    const auto notes = half.at(u"notes"_s).toArray().toVariantList();
    QVERIFY(notes.contains(
            u"No threshold of the model has 600 of 1,000 shown right; the best has 500."_s));
    // The lower limit of 2 right of 4 is 0.182, of 1 of 2 it is 0.121 (Wilson, one-sided).
    const auto sure = policies(file, {u"--precision-limit"_s, u"0.6"_s});
    QVERIFY(sure.at(u"notes"_s)
                    .toArray()
                    .toVariantList()
                    .contains(
                            u"No threshold of the model surely has 600 of 1,000 shown right; the most that is sure is 182."_s));
    QCOMPARE(policies(file, {u"--precision-limit"_s, u"2"_s}).code, 2);
}

void TestPoliciesCommand::costs_given_areWhatCallsCost()
{
    const QStringList budget{u"--budget"_s, u"400"_s};
    const auto counted = policies(m_sample, budget);
    const auto paid = policies(m_sample,
                               budget
                                       + QStringList{u"--cost-per-call"_s, u"cloud-large=0.002"_s,
                                                     u"--cost-per-call"_s, u"on-device-small=0"_s});
    QCOMPARE(paid.code, 0);
    QVERIFY(!paid.err.contains(u"--cost-per-call"_s));
    const auto calls = counted.at(u"policies"_s).toArray();
    const auto costs = paid.at(u"policies"_s).toArray();
    QCOMPARE(costs.size(), calls.size());
    int checked = 0;
    for (qsizetype i = 0; i < costs.size(); ++i) {
        const auto policy = costs[i].toObject();
        const QString id = policy[u"id"_s].toString();
        QVERIFY(!policy.contains(u"calls_per_1000_uses"_s));
        const double cost = policy[u"cost_per_1000_uses"_s].toDouble();
        const double count = calls[i].toObject()[u"calls_per_1000_uses"_s].toDouble();
        // The small model is asked once for every use; the others are calls of the large one.
        if (id == u"cascade" || id == u"cascade-parallel")
            COMPARE_NEAR(cost, 0.002 * (count - 1000.0), 1e-9);
        else if (id == u"show-nothing:cloud-large" || id == u"hedged:cloud-large")
            COMPARE_NEAR(cost, 0.002 * count, 1e-9);
        else if (id == u"now" || id == u"hedged:on-device-small")
            QCOMPARE(cost, 0.0);
        else
            --checked;
        ++checked;
    }
    QCOMPARE(checked, 6);
    const auto sentences = costs.last().toObject()[u"sentences"_s].toArray().toVariantList();
    QVERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QVariant &sentence) {
        return sentence.toString().contains(u"per 1,000 uses (your assumption), 0.00 now."_s);
    }));
    const auto partly =
            policies(m_sample, {u"--cost-per-call"_s, u"cloud-large=2"_s, u"--format"_s, u"csv"_s});
    QVERIFY(partly.err.contains(u"A call of on-device-small is taken to cost 1"_s));
    QVERIFY(partly.out.contains(u",cost_per_1000_uses,"_s));
}

void TestPoliciesCommand::costs_ofAnUnknownModel_areRefused()
{
    const auto run = policies(m_sample, {u"--cost-per-call"_s, u"cloud=0.002"_s});
    QCOMPARE(run.code, 1);
    QVERIFY(run.err.contains(u"'cloud-large' and 'on-device-small'"_s)
            || run.err.contains(u"'on-device-small' and 'cloud-large'"_s));
}

void TestPoliciesCommand::fallback_withoutThreshold_takesTheMostValuableAlone()
{
    const QStringList late{u"--budget"_s, u"400"_s,       u"--model"_s,   u"cloud-large"_s,
                           u"--late"_s,   u"fall-back"_s, u"--fallback"_s};
    const auto run = policies(m_sample, late + QStringList{u"on-device-small"_s});
    QCOMPARE(run.code, 0);
    const auto best = runCommandLine({u"recommend"_s, m_sample, u"--objective"_s, u"value"_s,
                                      u"--model"_s, u"on-device-small"_s});
    const double threshold = best.at(u"threshold"_s).toDouble();
    const auto now = run.at(u"policies"_s).toArray().first().toObject();
    const auto fallback = now[u"settings"_s].toObject()[u"fallback"_s].toObject();
    QCOMPARE(fallback[u"model"_s].toString(), u"on-device-small"_s);
    QCOMPARE(fallback[u"threshold"_s].toDouble(), threshold);
    QVERIFY(run.err.contains(u"on-device-small answers from the threshold "_s));
}

void TestPoliciesCommand::format_unknown_isRefused()
{
    const auto run = policies(m_sample, {u"--format"_s, u"pdf"_s});
    QCOMPARE(run.code, 2);
    QVERIFY(run.err.contains(u"json, csv or text"_s));
}

/// What the review command says of it.
void TestPoliciesCommand::band_inForce_hasARowOfItsOwn()
{
    const QString file = testsupport::sampleData(u"payments-february.csv"_s);
    const QStringList asked{file, u"--preset"_s, u"fraudalert"_s, u"--band"_s, u"0.01,0.2"_s};
    const auto with = [&asked](const QString &command, const QStringList &more = {}) {
        return runCommandLine(QStringList{command} + asked + more);
    };
    const auto review = with(u"review"_s);
    const auto policies = with(u"policies"_s);
    QVERIFY2(policies.code == 0, qPrintable(policies.err));
    const auto same = [&](const QString &here, const QString &there) {
        return qAbs(policies.at(here).toDouble(-1e9) - review.at(there).toDouble(1e9)) < 1e-6;
    };
    QVERIFY(same(u"with_person/value_per_1000_uses"_s, u"value_per_1000/with"_s));
    QVERIFY(same(u"with_person/from"_s, u"from"_s) && same(u"with_person/to"_s, u"to"_s));
    QCOMPARE(policies.at(u"with_person/name"_s).toString(),
             u"With a person between 0.01 and 0.20"_s);
    const auto csv = with(u"policies"_s, {u"--format"_s, u"csv"_s});
    const QStringList lines = csv.out.trimmed().split(u'\n');
    QVERIFY2(lines.last().startsWith(u"with-a-person,"), qPrintable(lines.last()));
    QCOMPARE(lines.last().count(u','), lines.first().count(u','));
    const auto text = with(u"policies"_s, {u"--format"_s, u"text"_s});
    QVERIFY(text.out.startsWith(u"With a person between "));
    // Beside a band that is better nothing says that none is, and the threshold alone is not now.
    QVERIFY(!text.out.contains(u"\nNone is better"_s));
    QVERIFY(text.out.contains(u"Of those without a person none is better"_s));
    QVERIFY(!text.out.contains(u"this is what is done now"_s));
    const auto without = runCommandLine({u"policies"_s, file, u"--preset"_s, u"fraudalert"_s});
    QVERIFY(without.at(u"with_person"_s).isNull());
}

/// The model at its best threshold, which is where now is, is no second row.
void TestPoliciesCommand::text_nowByAnotherName_isNotToldTwice()
{
    const auto run =
            runCommandLine({u"policies"_s, testsupport::sampleData(u"payments-february.csv"_s),
                            u"--preset"_s, u"fraudalert"_s, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(!run.out.contains(u"worth the same as now"_s));
    QVERIFY(!run.out.contains(u"now; the model"_s));
    QVERIFY(run.out.contains(u"The same as this: the model at its most valuable threshold."_s));
    const auto elsewhere = runCommandLine(
            {u"policies"_s, testsupport::sampleData(u"payments-february.csv"_s), u"--preset"_s,
             u"fraudalert"_s, u"--format"_s, u"text"_s, u"--threshold"_s, u"0.3"_s});
    QVERIFY(elsewhere.out.contains(u"\nThe model: "_s));
    QVERIFY(!elsewhere.out.contains(u"The same as this"_s));
}

ONEINN_TEST(TestPoliciesCommand)
#include "tst_policiescommand.moc"
