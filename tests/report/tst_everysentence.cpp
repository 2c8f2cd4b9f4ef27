// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answered.h"
#include "report/markdown.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "wording/experiencewords.h"
#include "wording/headlines.h"
#include "wording/sayit.h"
#include "wording/verdictwords.h"

#include <QFile>

namespace tests::report_everysentence {

using namespace oneinn;
using namespace Qt::StringLiterals;
using report::Length;
using testsupport::Answered;
using testsupport::AnsweredSample;

/// What is said of each sample, under each preset, as it was read and found good: tests/data/
/// sentences.txt. Other words are seen where the change is read; ONEINN_KEEP=1 keeps them.
class TestEverySentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentences_everySampleAndPreset_asKept();
    void spoken_everySample_isAtMost300Words();

private:
    static const std::vector<Answered> &samples();
    static QStringList underPreset(const AnsweredSample &sample, const Answered &answered,
                                   const Preset &preset);
    static QStringList ofDrop();
    static QString made();
};

/// Under the preset of their own, with all that an answer is made of.
const std::vector<Answered> &TestEverySentence::samples()
{
    static const std::vector<Answered> known = [] {
        std::vector<Answered> all;
        for (const AnsweredSample &sample : testsupport::answeredSamples())
            all.push_back(testsupport::answeredSample(sample));
        return all;
    }();
    return known;
}

QStringList TestEverySentence::underPreset(const AnsweredSample &sample, const Answered &answered,
                                           const Preset &preset)
{
    Scenario scenario = testsupport::presetScenario(preset.id);
    scenario.budget = sample.budget;
    scenario.selection.model = sample.model;
    const auto rows = ScenarioRows::prepare(answered.predictions, scenario).value();
    scenario.threshold = sample.threshold
            ? Threshold{*sample.threshold}
            : outlook(*rows->at(scenario), scenario)->mostValuable.threshold;
    const Assessment now = assess(*rows, scenario);
    const wording::ExperienceWords words = wording::headlines(now, wording::experienceWords(now));
    QStringList lines{u"## "_s + QString::fromLatin1(sample.file) + u" as "_s + preset.id};
    for (const wording::Statement *each :
         {&words.wrong, &words.missed, &words.late, &words.untilBad})
        lines.append(u"* "_s + each->headline + u" | "_s + each->detail);
    const auto load = scenarioLoad(*rows, loadQuestion(scenario));
    lines.append(u"Say it: "_s
                 + wording::sayIt(now,
                                  load ? wording::carriesSpoken(load.value(), scenario.words)
                                       : QString()));
    lines.append(
            u"Verdict: "_s
            + (load ? wording::verdictSentence(wording::verdictWords(load.value(), scenario.words))
                    : wording::noVerdictText()));
    return lines + QStringList{QString()};
}

/// Each length but the brief, whose story is the command line's, where an earlier period is there.
QStringList TestEverySentence::ofDrop()
{
    const auto read = [](const QString &file) {
        return ingest::load(testsupport::sampleData(file).toStdString()).value().predictions;
    };
    const PredictionsPtr march = read(u"payments-march.csv"_s);
    const Scenario scenario = testsupport::presetScenario(u"fraudalert"_s);
    const auto told =
            dropped({.before = PredictionIndex::build(read(u"payments-february.csv"_s), {}).value(),
                     .after = PredictionIndex::build(march, {}).value(),
                     .earlier = scenario,
                     .later = scenario,
                     .kept = KeptThreshold::BestBefore});
    const Answered answered = testsupport::answered(march, scenario, true);
    report::AnswerMaterial material = answered.material();
    material.drop = report::DropAnswered{&*told, {u"February"_s, u"March"_s}};
    QStringList lines;
    for (const auto &[length, name] :
         {std::pair(Length::Sentence, u"in a sentence"_s), std::pair(Length::Spoken, u"spoken"_s),
          std::pair(Length::Executive, u"for executives"_s)})
        lines << u"## payments-march.csv after February, "_s + name
              << testsupport::wholeText(report::makeReport(material, length, u"25 November 2026"_s))
              << QString();
    return lines;
}

QString TestEverySentence::made()
{
    QStringList lines;
    const QList<Preset> presets = builtInPresets();
    for (std::size_t i = 0; i < samples().size(); ++i) {
        const AnsweredSample &sample = testsupport::answeredSamples()[i];
        for (const Preset &preset : presets)
            lines += underPreset(sample, samples()[i], preset);
        for (const auto &[length, name] :
             {std::pair(Length::Sentence, u"in a sentence"_s),
              std::pair(Length::Spoken, u"spoken"_s), std::pair(Length::Brief, u"on a page"_s),
              std::pair(Length::Executive, u"for executives"_s)})
            lines << u"## "_s + QString::fromLatin1(sample.file) + u' ' + name
                  << testsupport::wholeText(samples()[i].report(length)) << QString();
    }
    lines += ofDrop();
    return lines.join(u'\n');
}

void TestEverySentence::sentences_everySampleAndPreset_asKept()
{
    if (testsupport::isSanitized)
        QSKIP("Takes a minute there, and is about words, not about memory.");
    const QString text = made();
    QFile file(testsupport::testData(u"sentences.txt"_s));
    if (qEnvironmentVariableIsSet("ONEINN_KEEP")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList kept = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList lines = text.split(u'\n');
    QString part;
    for (qsizetype i = 0; i < std::min(lines.size(), kept.size()); ++i) {
        part = lines.at(i).startsWith(u"## "_s) ? lines.at(i) : part;
        QVERIFY2(lines.at(i) == kept.at(i),
                 qPrintable(u"%1, line %2:\nkept: %3\nnow:  %4\nMeant? ONEINN_KEEP=1 keeps it."_s
                                    .arg(part)
                                    .arg(i + 1)
                                    .arg(kept.at(i), lines.at(i))));
    }
    QCOMPARE(lines.size(), kept.size());
}

void TestEverySentence::spoken_everySample_isAtMost300Words()
{
    constexpr qsizetype most = 300; // two minutes
    for (const Answered &sample : samples()) {
        // What stands above it is the sentence, which is the shorter answer.
        report::Report spoken = sample.report(Length::Spoken);
        spoken.title.clear();
        spoken.lead.clear();
        spoken.appendix.clear();
        const QString text = testsupport::wholeText(spoken).simplified();
        const qsizetype words = text.count(u' ') + 1;
        QVERIFY2(words <= most, qPrintable(u"%1 words: %2"_s.arg(words).arg(text)));
    }
}

ONEINN_TEST(TestEverySentence)

} // namespace tests::report_everysentence

#include "tst_everysentence.moc"
