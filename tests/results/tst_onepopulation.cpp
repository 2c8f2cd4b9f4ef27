// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/scenariorows.h"
#include "core/questions.h"
#include "core/targets/reach.h"
#include "ingest/predictionsfile.h"
#include "presets/presets.h"
#include "report/markdown.h"
#include "results/answerparts.h"
#include "support/sampleuses.h"
#include "support/sanitized.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "support/vectors.h"
#include "wording/feature.h"
#include "wording/matrixwords.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace tests::results_onepopulation {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::TableFiles;
using testsupport::naive::Population;
using testsupport::naive::Sample;
using testsupport::naive::samples;
using testsupport::naive::Use;

namespace {

constexpr double near = 1e-9;

/// A sample with a column of weights, from 1 to 3.
QByteArray weighted(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    QByteArray text = file.readLine().trimmed() + ",importance\n";
    for (int i = 0; !file.atEnd(); ++i)
        text += file.readLine().trimmed() + ',' + QByteArray::number(1.0 + i % 5 * 0.5) + '\n';
    return text;
}

struct Asked {
    ScenarioRows::Ptr rows;
    Scenario scenario;
    std::vector<Use> uses;

    Population at(Threshold threshold) const
    {
        Scenario there = scenario;
        there.threshold = threshold;
        return testsupport::naive::populationOf(uses, there);
    }
};

void compareShare(const Shares &shares, Share share, double part, double of)
{
    const auto found = shares[share];
    QCOMPARE(found.has_value(), of > 0.0);
    if (found)
        COMPARE_NEAR(found->value, part / of, near);
}

/// What column, pins and policies show of the same uses. failed calls: no sample has any.
void compareShares(const Shares &shares, const Scenario &scenario, const Population &expected)
{
    const double all = expected.all();
    compareShare(shares, Share::WrongOfShown, expected.wrongShown, expected.shown());
    compareShare(shares, Share::WrongOfBad, expected.wrongShown, expected.bad());
    compareShare(shares, Share::Missed, expected.missed(), expected.good());
    compareShare(shares, Share::MissedByModel, expected.missedByModel, expected.good());
    compareShare(shares, Share::Shown, expected.shown(), all);
    compareShare(shares, Share::Good, expected.good(), all);
    compareShare(shares, Share::Accuracy, expected.rightShown + expected.rightlySilent, all);
    compareShare(shares, Share::Specificity, expected.rightlySilent, expected.bad());
    compareShare(shares, Share::WrongOfUses, all - expected.rightShown - expected.rightlySilent,
                 all);
    if (scenario.budget) {
        compareShare(shares, Share::Late, expected.late, all);
        compareShare(shares, Share::MissedByLateness, expected.missedByLateness, expected.good());
    }
    if (shares.context().leavingCounts) {
        compareShare(shares, Share::Left, expected.gone(), all);
        compareShare(shares, Share::MissedGone, expected.goneGood, expected.good());
    }
}

/// Whole numbers of 1,000, rounded so that they add up.
void compareCells(const Assessment &assessment, const Population &expected)
{
    const wording::MatrixCounts cells = wording::matrixCounts(assessment);
    const auto compare = [&](int cell, double part) {
        COMPARE_NEAR(double(cell), 1000.0 * part / expected.all(), 1.0 + near);
    };
    compare(cells.tp, expected.rightShown);
    compare(cells.fp, expected.wrongShown);
    compare(cells.fn, expected.missedByModel + expected.missedByLateness);
    compare(cells.tn, expected.rightlySilent);
    compare(cells.unanswered, expected.unansweredBad);
    compare(cells.goneGood, expected.goneGood);
    compare(cells.goneBad, expected.goneBad);
    QCOMPARE(cells.good() + cells.fp + cells.tn + cells.unanswered + cells.goneBad, 1000);
}

/// The model's own matrix (OperatingCounts::folded()): nobody leaves.
void compareMatrix(const Assessment &assessment, const Asked &asked)
{
    Asked staying = asked;
    staying.scenario.patience = {};
    const Population own = staying.at(asked.scenario.threshold);
    const bool apart = asked.scenario.latePolicy == LatePolicy::Unanswered && asked.scenario.budget;
    const ConfusionMatrix &matrix = assessment.restated;
    const double all = matrix.total();
    double of = own.all();
    double missed = own.missed();
    if (apart) { // late uses are outside of it
        of = own.rightShown + own.missedByModel + own.wrongShown + own.rightlySilent;
        double lateOfModel = 0.0;
        for (const Use &use : asked.uses) {
            const bool late = use.latency > asked.scenario.budget->value || std::isinf(use.latency);
            const bool wanted = use.score >= asked.scenario.threshold.value;
            lateOfModel += late && use.good && !wanted ? use.weight : 0.0;
        }
        of -= lateOfModel;
        missed = own.missedByModel - lateOfModel;
    }
    COMPARE_NEAR(matrix.tp() / all, own.rightShown / of, near);
    COMPARE_NEAR(matrix.fp() / all, own.wrongShown / of, near);
    COMPARE_NEAR(matrix.fn() / all, missed / of, near);
    COMPARE_NEAR(matrix.tn() / all, own.rightlySilent / of, near);
    COMPARE_NEAR(*assessment.metrics.accuracy, (own.rightShown + own.rightlySilent) / of, near);
}

void comparePins(const AnswerParts &parts, const Asked &asked)
{
    QCOMPARE(parts.pins.size(), std::size_t(2));
    for (const AnswerParts::Pin &pin : parts.pins) {
        QVERIFY(pin.assessed && pin.assessed->assessment);
        const Assessment &there = *pin.assessed->assessment;
        const Population expected = asked.at(pin.point.choice.threshold);
        compareShares(there.experience.shares, asked.scenario, expected);
        COMPARE_NEAR(there.value.perUse, expected.value / expected.all(), near);
        QVERIFY(pin.differences);
        const auto &value = pin.differences->valuePerUse;
        if (value)
            COMPARE_NEAR(value->difference, there.value.perUse - parts.now.value.perUse, near);
    }
}

/// What is done now among the policies, and its place on the frontier.
void comparePolicies(const AnswerParts &parts, const Asked &asked, const Population &expected)
{
    QVERIFY(parts.compared && !parts.compared->policies.empty());
    const ComparedPolicy &now = parts.compared->policies.front();
    QVERIFY(now.candidate.kind == CandidateKind::Now);
    compareShares(now.summary.shares, asked.scenario, expected);
    COMPARE_NEAR(now.summary.valuePerUse, expected.value / expected.all(), near);
    const auto quality = [&now](QualityMeasure measure) {
        return pointOf(now, {.quality = measure}).quality;
    };
    COMPARE_NEAR(*quality(QualityMeasure::Value), expected.value / expected.all(), near);
    COMPARE_NEAR(*quality(QualityMeasure::WrongOfShown), expected.wrongShown / expected.shown(),
                 near);
    COMPARE_NEAR(*quality(QualityMeasure::Missed), expected.missed() / expected.good(), near);
}

/// Where the limits are read is what the column would show there.
void compareTargets(const Asked &asked)
{
    Scenario limited = asked.scenario;
    limited.targets = {};
    limited.targets.missed = 0.999;
    limited.precisionLimit = 0.001;
    const auto reach = reachAt(*asked.rows->at(limited), limitsQuestion(limited));
    QVERIFY(reach.ok());
    if (!reach.value().chosen)
        return;
    const TargetSetting &chosen = *reach.value().chosen;
    const Population there = asked.at(chosen.threshold);
    COMPARE_NEAR(chosen.valuePerUse, there.value / there.all(), near);
    COMPARE_NEAR(chosen.readings[TargetKind::Missed].share->value, there.missed() / there.good(),
                 near);
    COMPARE_NEAR(chosen.readings[TargetKind::WrongOfShown].share->value,
                 there.wrongShown / there.shown(), near);
}

/// Of shares that are stated, and not near the ends.
void compareWords(const AnswerParts &parts, const Population &expected, const Scenario &scenario)
{
    const QString ofPositives = wording::featureOf(scenario.words).positive.plural;
    const double missed = expected.missed() / expected.good();
    constexpr double least = 0.1;
    constexpr double most = 0.98;
    if (missed < least || missed > most)
        return;
    const QString brief = report::markdown(parts.report(report::Length::Brief, QDate(2026, 11, 28),
                                                        AnswerParts::Figures::LeftOut));
    const QRegularExpression told(u"\\b%1 of (every )?100 %2"_s.arg(
            QString::number(std::round(100.0 * missed)), ofPositives));
    QVERIFY2(brief.contains(told), qPrintable(brief));
}

} // namespace

/// Every sample under every preset, each with each late policy in turn, with weights and a base
/// rate: what column, matrix, pins, policies, frontier, targets and answer say is one number, that
/// of a naive count. What the command line says is in cli/tst_onepopulation.
class TestOnePopulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlace_anySampleAndPreset_saysTheSame_data();
    void everyPlace_anySampleAndPreset_saysTheSame();

private:
    Asked ask(const Sample &sample, const Preset &preset, LatePolicy policy, bool restated);
    const ingest::LoadedFile &fileOf(const Sample &sample);

    TableFiles m_files;
    std::map<std::string, ingest::LoadedFile> m_read;
};

const ingest::LoadedFile &TestOnePopulation::fileOf(const Sample &sample)
{
    const auto known = m_read.find(sample.name);
    if (known != m_read.end())
        return known->second;
    // Those without a choice of models weigh their uses.
    const QString plain = testsupport::sampleData(QLatin1String(sample.name) + u".csv"_s);
    ingest::ColumnMapping mapping;
    QString path = plain;
    if (!sample.model) {
        mapping.weight = "importance";
        path = m_files.write(QLatin1String(sample.name) + u".csv"_s, weighted(plain));
    }
    auto file = ingest::load(path.toStdString(), mapping);
    if (!file)
        qFatal("%s cannot be read", qPrintable(path));
    return m_read.emplace(sample.name, std::move(file).value()).first->second;
}

Asked TestOnePopulation::ask(const Sample &sample, const Preset &preset, LatePolicy policy,
                             bool restated)
{
    Asked asked;
    Scenario start;
    start.threshold = {sample.threshold};
    if (sample.model)
        start.selection.model = sample.model;
    if (sample.budget > 0.0)
        start.budget = Milliseconds{sample.budget};
    if (sample.other)
        start.fallback = FallbackModel{sample.other, {0.4}};
    if (restated)
        start.baseRate = 0.2;
    asked.scenario = withPreset(start, preset);
    asked.scenario.latePolicy = policy;
    const ingest::LoadedFile &file = fileOf(sample);
    asked.rows = ScenarioRows::prepare(file.predictions, asked.scenario).value();
    asked.uses = testsupport::naive::usesOf(*file.predictions, asked.scenario,
                                            sample.other ? sample.other : "");
    return asked;
}

void TestOnePopulation::everyPlace_anySampleAndPreset_saysTheSame_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("preset");
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("restated");
    const LatePolicy policies[] = {LatePolicy::ShowNothing, LatePolicy::Unanswered,
                                   LatePolicy::Wait, LatePolicy::FallBack};
    const QList<Preset> presets = builtInPresets();
    for (int sample = 0; sample < int(std::size(samples)); ++sample) {
        for (int preset = 0; preset < presets.size(); ++preset) {
            // The sanitizers take ten times as long.
            if (testsupport::isSanitized && (sample + preset) % 5 != 0)
                continue;
            // Late policies take turns, so that each sample meets all it can.
            const int kinds = samples[sample].other ? 4 : samples[sample].budget > 0.0 ? 3 : 1;
            const LatePolicy policy = policies[(sample + preset) % kinds];
            const bool restated = (sample + preset / 2) % 2 == 1;
            QTest::addRow("%s as %s, %d%s", samples[sample].name, qPrintable(presets[preset].id),
                          int(policy), restated ? ", restated" : "")
                    << sample << preset << policy << restated;
        }
    }
}

void TestOnePopulation::everyPlace_anySampleAndPreset_saysTheSame()
{
    QFETCH(const int, sample);
    QFETCH(const int, preset);
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, restated);
    const Asked asked = ask(samples[sample], builtInPresets().at(preset), policy, restated);
    const Scenario &scenario = asked.scenario;
    const Population expected = asked.at(scenario.threshold);
    Choice elsewhere = choiceOf(scenario);
    elsewhere.threshold = {0.8 * samples[sample].threshold};
    const AnswerParts parts = answerParts(asked.rows, scenario,
                                          {{.name = "here", .choice = choiceOf(scenario)},
                                           {.name = "elsewhere", .choice = elsewhere}});

    compareShares(parts.now.experience.shares, scenario, expected);
    COMPARE_NEAR(parts.now.value.perUse, expected.value / expected.all(), near);
    compareCells(parts.now, expected);
    compareMatrix(parts.now, asked);
    comparePins(parts, asked);
    comparePolicies(parts, asked, expected);
    compareTargets(asked);
    compareWords(parts, expected, scenario);
}

ONEINN_TEST(TestOnePopulation)

} // namespace tests::results_onepopulation

#include "tst_onepopulation.moc"
