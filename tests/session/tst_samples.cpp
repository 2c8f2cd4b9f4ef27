// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/scenarioload.h"
#include "presets/presets.h"
#include "session/samples.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tests::session_samples {

using namespace oneinn;

class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void list_bundled_differsAndHasSevenCards();
    void sample_bundled_opensAsDescribed_data();
    void sample_bundled_opensAsDescribed();
    void sample_assistant_isWrongOneInEight();
    void sample_inline_budgetTurnsTheBetterModelIntoTheWorseProduct();
    void sample_inline_isCarriedByLatency();
    void sample_inline_assumesWhatItsPresetDoes();
    void read_brokenJson_none_data();
    void read_brokenJson_none();
    void read_missingKeys_usualValues();
    void read_withoutFileOrTitle_leftOut();
    void source_threshold_decidesWhereToStart();
    void folder_sourceTree_found();
    void path_holdsASample_opensAsItsCard_data();
    void path_holdsASample_opensAsItsCard();

private:
    const Sample *sample(const QString &id) const;
    double bestValue(const QString &id, const std::string &model, Budget budget);

    QList<Sample> m_samples;
};

void TestSamples::initTestCase()
{
    QFile file(testsupport::sampleData(QStringLiteral("../resources/samples.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_samples = readSamples(file.readAll());
}

const Sample *TestSamples::sample(const QString &id) const
{
    for (const Sample &sample : m_samples) {
        if (sample.id == id)
            return &sample;
    }
    return nullptr;
}

void TestSamples::list_bundled_differsAndHasSevenCards()
{
    QCOMPARE(listed(m_samples).size(), 7);
    QCOMPARE(m_samples.size(), 9);
    QSet<QString> ids;
    QSet<QString> files;
    for (const Sample &sample : m_samples) {
        ids.insert(sample.id);
        files.insert(sample.fileName);
    }
    QCOMPARE(ids.size(), 9);
    QCOMPARE(files.size(), 9);
}

void TestSamples::sample_bundled_opensAsDescribed_data()
{
    QTest::addColumn<int>("at");
    for (int i = 0; i < m_samples.size(); ++i)
        QTest::newRow(qPrintable(m_samples.at(i).id)) << i;
}

void TestSamples::sample_bundled_opensAsDescribed()
{
    QFETCH(int, at);
    const Sample &sample = m_samples.at(at);
    // Whoever reads a card must know what is made up, and what they will see.
    QVERIFY(sample.sentence.startsWith(QLatin1String("Simulated: "))
            != sample.sentence.startsWith(QLatin1String("Real: ")));
    QVERIFY(sample.sentence.endsWith(QLatin1Char('.')));
    QVERIFY(sample.sentence.size() < 170);

    Session session;
    QSignalSpy finished(&session.loading(), &Loading::finished);
    QSignalSpy problems(&session, &Session::problemRaised);
    session.loading().open(sourceOf(sample, testsupport::sampleData()));
    QVERIFY(finished.wait());
    QCOMPARE(problems.size(), 0);
    QVERIFY(session.hasData());

    // The model named is in the file; where there are models one is named.
    QCOMPARE(session.predictions().model().has_value(),
             sample.scenario.selection.model.has_value());
    QVERIFY(session.scenario().selection == sample.scenario.selection);
    QVERIFY(session.scenario().words.raised == sample.scenario.words.raised);
    QVERIFY(!sample.scenario.words.raised.empty());
    QCOMPARE(session.predictions().account().used(), std::size_t(session.predictions().rows()));

    // A budget that all or hardly any answers keep would teach nothing.
    const bool isTimed = !sample.fileName.startsWith(QLatin1String("payments-"))
            && sample.id != QLatin1String("documents");
    QCOMPARE(session.predictions().hasLatency(), isTimed);
    QCOMPARE(session.scenario().budget, sample.scenario.budget);
    if (sample.scenario.budget) {
        const auto onTime = session.index().latency().shareWithin(sample.scenario.budget->value);
        QVERIFY(*onTime > 0.5 && *onTime < 1.0);
    }
    const OutcomeValues &values = session.scenario().values;
    QVERIFY(values.tp() > values.fn());
    QVERIFY(values.tn() > values.fp());
    QVERIFY(std::isfinite(session.scenario().threshold.value));
    QVERIFY(session.assessment().experience[Share::WrongOfShown].has_value());
}

void TestSamples::sample_assistant_isWrongOneInEight()
{
    Session session;
    QSignalSpy finished(&session.loading(), &Loading::finished);
    session.loading().open(
            sourceOf(*sample(QStringLiteral("assistantanswers")), testsupport::sampleData()));
    QVERIFY(finished.wait());
    const OperatingCounts &counts = session.assessment().counts;
    QCOMPARE(counts.fn.rows + counts.tn.rows, 0.0);
    QVERIFY(qAbs(counts.fp.rows / counts.uses().rows - 0.13) < 0.005);
}

double TestSamples::bestValue(const QString &id, const std::string &model, Budget budget)
{
    Source source = sourceOf(*sample(id), testsupport::sampleData());
    source.scenario->selection.model = model;
    source.scenario->budget = budget;
    Session session;
    QSignalSpy finished(&session.loading(), &Loading::finished);
    session.loading().open(source);
    if (!finished.wait() || !session.hasData())
        qFatal("the sample cannot be read");
    return session.assessment().value.best.best;
}

void TestSamples::sample_inline_budgetTurnsTheBetterModelIntoTheWorseProduct()
{
    // As its card says.
    const QString id = QStringLiteral("inlinesuggestion");
    const Milliseconds patient{2000.0};
    const Milliseconds hasty{200.0};
    QVERIFY(bestValue(id, "cloud-large", patient) > bestValue(id, "on-device-small", patient));
    QVERIFY(bestValue(id, "cloud-large", hasty) < bestValue(id, "on-device-small", hasty));
}

void TestSamples::sample_inline_isCarriedByLatency()
{
    Session session;
    QSignalSpy finished(&session.loading(), &Loading::finished);
    session.loading().open(
            sourceOf(*sample(QStringLiteral("inlinesuggestion")), testsupport::sampleData()));
    QVERIFY(finished.wait());
    const auto load = scenarioLoad(*session.rows(), loadQuestion(session.scenario()));
    QVERIFY(load.ok());
    const LoadVerdict verdict = load.value().load.verdict;
    QVERIFY(verdict.equalSteps == Failure::Latency);
    // Not by showing everything, or nothing: about 1 in 8 is wrong.
    const OperatingCounts &counts = session.assessment().counts;
    QVERIFY(counts.fn.rows + counts.tn.rows > 0.5 * counts.uses().rows);
    const double wrong = counts.fp.rows / (counts.tp.rows + counts.fp.rows);
    QVERIFY(wrong > 1.0 / 8.5 && wrong < 1.0 / 7.5);
}

void TestSamples::sample_inline_assumesWhatItsPresetDoes()
{
    const Scenario &ours = sample(QStringLiteral("inlinesuggestion"))->scenario;
    for (const Preset &preset : builtInPresets()) {
        if (preset.id != QLatin1String("inlinesuggestion"))
            continue;
        QVERIFY(follows(ours, preset));
        return;
    }
    QFAIL("the preset is gone");
}

void TestSamples::read_brokenJson_none_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"([{"title": "A", "file": "a.csv")");
    QTest::newRow("no list") << QByteArray(R"({"title": "A", "file": "a.csv"})");
    QTest::newRow("no objects") << QByteArray(R"([1, "two", null])");
}

void TestSamples::read_brokenJson_none()
{
    QFETCH(QByteArray, json);
    QVERIFY(readSamples(json).isEmpty());
}

void TestSamples::read_missingKeys_usualValues()
{
    const auto samples = readSamples(R"([{"title": "A", "file": "a.csv", "values": {"fp": -7}}])");
    QCOMPARE(samples.size(), 1);
    Scenario expected;
    expected.values = {1.0, -7.0, -1.0, 0.0, 0.0};
    QVERIFY(samples.first().scenario == expected);
    QVERIFY(!samples.first().threshold);
    QCOMPARE(samples.first().sentence, QString());
}

void TestSamples::read_withoutFileOrTitle_leftOut()
{
    const auto samples =
            readSamples(R"([{"title": "A"}, {"file": "b.csv"}, {"title": "C", "file": "c.csv"}])");
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.first().title, QStringLiteral("C"));
}

void TestSamples::source_threshold_decidesWhereToStart()
{
    Sample sample;
    sample.fileName = QStringLiteral("a.csv");
    const Source free = sourceOf(sample, QStringLiteral("/samples"));
    QCOMPARE(free.path, QStringLiteral("/samples/a.csv"));
    QVERIFY(free.atMostValuable);
    sample.threshold = Threshold{0.25};
    const Source fixed = sourceOf(sample, QStringLiteral("/samples"));
    QVERIFY(!fixed.atMostValuable);
    QCOMPARE(fixed.scenario->threshold, Threshold{0.25});
}

void TestSamples::folder_sourceTree_found()
{
    const auto folder = sampleFolder();
    QVERIFY(folder);
    for (const Sample &sample : m_samples)
        QVERIFY2(QFile::exists(*folder + QLatin1Char('/') + sample.fileName),
                 qPrintable(sample.fileName));
}

void TestSamples::path_holdsASample_opensAsItsCard_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isSample");
    QTest::newRow("a copy under another name") << QByteArray() << QByteArray() << true;
    QTest::newRow("a byte differs") << QByteArray("0") << QByteArray("1") << false;
    QTest::newRow("a line more") << QByteArray() << QByteArray("\n") << false;
}

void TestSamples::path_holdsASample_opensAsItsCard()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QString folder = testsupport::sampleData({});
    for (const Sample &sample : m_samples) {
        QFile original(QDir(folder).filePath(sample.fileName));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QByteArray bytes = original.readAll();
        if (before.isEmpty())
            bytes += after;
        else
            bytes.replace(bytes.lastIndexOf(before), before.size(), after);
        QTemporaryDir copies;
        QFile copy(copies.filePath(QStringLiteral("copy.csv")));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(bytes) == bytes.size());
        copy.close();

        const auto source = sampleAt(copy.fileName(), m_samples, folder);

        QTEST(source.has_value(), "isSample");
        if (!source)
            continue;
        const Source card = sourceOf(sample, folder);
        QCOMPARE(source->path, copy.fileName());
        QVERIFY(source->scenario == card.scenario);
        QCOMPARE(source->atMostValuable, card.atMostValuable);
    }
    QVERIFY(!sampleAt(folder, m_samples, folder));
    QVERIFY(!sampleAt(QStringLiteral("/dev/zero"), m_samples, folder));
    QVERIFY(!sampleAt(QStringLiteral("/nowhere"), m_samples, folder));
}

ONEINN_TEST(TestSamples)

} // namespace tests::session_samples

#include "tst_samples.moc"
