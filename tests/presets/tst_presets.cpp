// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scenario/fields.h"
#include "presets/patiencepresets.h"
#include "presets/presets.h"
#include "presets/scenariojson.h"
#include "wording/problemwords.h"

#include "support/testprogram.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace tests::presets_presets {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPresets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_bundled_hasSixThatDiffer();
    void list_bundled_patienceHasASource();
    void readme_keys_areThoseThatAreRead();
    void read_allKeys_scenario();
    void read_missingKeys_usualValues();
    void read_broken_saysWhere_data();
    void read_broken_saysWhere();
    void read_everyLatePolicy_kept();
    void file_missing_problem();
    void file_endless_refused();
    void own_folder_listsByTitleAndKeepsProblems();
    void nearest_changedInPart_isStillIt();
    void with_preset_keepsWhatBelongsToTheData();
    void with_costs_areTakenOver();
    void with_fallbackToNobody_keepsTheOldPolicy();
};

void TestPresets::list_bundled_hasSixThatDiffer()
{
    const auto presets = builtInPresets();
    QCOMPARE(presets.size(), 6);
    QSet<QString> ids;
    QSet<QString> titles;
    QSet<QString> nouns;
    for (const Preset &preset : presets) {
        ids.insert(preset.id);
        titles.insert(preset.title);
        nouns.insert(QString::fromStdString(preset.scenario.words.raised));
        QVERIFY(preset.sentence.endsWith(u"The numbers are a start: put in your own."_s));
        QVERIFY(!preset.own);
        QVERIFY(preset.scenario.values.tp() > preset.scenario.values.fn());
        QVERIFY(preset.scenario.values.tn() > preset.scenario.values.fp());
        QVERIFY(preset.scenario.latePolicy != LatePolicy::FallBack);
    }
    QCOMPARE(ids.size(), 6);
    QCOMPARE(titles.size(), 6);
    QCOMPARE(nouns.size(), 6);
}

void TestPresets::list_bundled_patienceHasASource()
{
    QList<PatienceCurve> known{PatienceCurve()};
    for (const PatiencePreset &preset : patiencePresets())
        known.append(preset.patience);
    for (const Preset &preset : builtInPresets())
        QVERIFY2(known.contains(preset.scenario.patience), qPrintable(preset.id));
}

void TestPresets::readme_keys_areThoseThatAreRead()
{
    const auto unknown = readPreset(R"({"title": "A", "zzz": 1})", u"a.json"_s);
    QVERIFY(!unknown);
    const auto keys = QString::fromStdString(unknown.problem().detail).split(u", "_s);
    QFile readme(u":/presets/README.md"_s);
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    for (const QString &key : keys)
        QVERIFY2(text.contains(u"\n| `"_s + key + u"` |"_s), qPrintable(key));
    QCOMPARE(text.count(u"\n| `"_s), keys.size());
}

void TestPresets::read_allKeys_scenario()
{
    const auto preset = readPreset(R"({
        "title": " My alert ", "sentence": "Mine.", "noun": "page",
        "values": {"tp": 5, "fp": -2, "fn": -7, "tn": 0.5, "late": -3},
        "usesPerWeek": 70, "badBeforeLeaving": 4,
        "noticed": {"wrong": 0.5, "missed": 0.25, "late": 0.125},
        "targets": {"wrongAtMost": 0.05, "missedAtMost": 0.3,
                    "answered": {"withinMs": 800, "share": 0.9},
                    "goneAtMost": 0.02, "shownPerDay": 200, "usesPerDay": 5000},
        "precisionLimit": 0.8, "latePolicy": "fall-back",
        "fallback": {"model": "small", "threshold": 0.4, "start": "at-deadline"},
        "costPerCall": {"large": 0.002, "small": 0},
        "patience": "500ms=0.9, 2s=0.5", "patienceShape": "weibull"})",
                                   u"pager.json"_s);
    QVERIFY(preset);
    QCOMPARE(preset.value().id, u"pager"_s);
    QCOMPARE(preset.value().title, u"My alert"_s);
    QCOMPARE(preset.value().sentence, u"Mine."_s);
    Scenario expected;
    expected.words.raised = "page";
    expected.values = {5.0, -2.0, -7.0, 0.5, -3.0};
    expected.usualUsesPerWeek = 70.0; // what the data tell goes before it
    expected.badBeforeLeaving = 4;
    expected.noticed = {0.5, 0.25, 0.125};
    expected.precisionLimit = 0.8;
    expected.latePolicy = LatePolicy::FallBack;
    expected.targets = {.wrongOfShown = 0.05,
                        .missed = 0.3,
                        .answered = Targets::AnsweredWithin{{800.0}, 0.9},
                        .gone = 0.02,
                        .shownPerDay = 200.0,
                        .usesPerDay = 5000.0};
    expected.fallback = FallbackModel{"small", {0.4}, Fallback::Start::AtDeadline};
    expected.costPerCall = {{"large", 0.002}, {"small", 0.0}};
    expected.patience = PatienceCurve({{{500.0}, 0.9}, {{2000.0}, 0.5}}, PatienceShape::Weibull);
    QVERIFY(preset.value().scenario == expected);
}

void TestPresets::read_missingKeys_usualValues()
{
    const auto preset = readPreset(
            R"({"title": "A", "patience": null, "values": {"fp": -7}, "fallback": null})",
            u"a.json"_s);
    QVERIFY(preset);
    Scenario expected;
    expected.values = {1.0, -7.0, -1.0, 0.0, 0.0};
    QVERIFY(preset.value().scenario == expected);
}

void TestPresets::read_broken_saysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *json, const QString &said) {
        QTest::newRow(name) << QByteArray(json) << said;
    };
    row("nothing", "", u"“a.json”, line 1 is not written as JSON"_s);
    row("cut off", "{\n\"title\": \"A\",\n\"noun\"", u"“a.json”, line 3 is not written as JSON"_s);
    row("a list", "[1]", u"“a.json”, line 1 is not written as JSON"_s);
    row("no title", "{}", u"“title” of “a.json” is missing. It needs the name"_s);
    row("title", R"({"title": 5})", u"“title” of “a.json”"_s);
    row("misspelt", R"({"title": "A", "nuon": "b"})",
        u"“nuon” in “a.json” is no key that can stand there. Write “noun”"_s);
    row("misspelt within", R"({"title": "A", "values": {"pt": 1}})",
        u"“pt” in “values” of “a.json” is no key that can stand there. Leave it out; those that can"_s);
    row("a text for a number", R"({"title": "A", "values": {"fp": "-7"}})",
        u"“values.fp” of “a.json” has a value it cannot have. It needs a number from -1e12 to 1e12"_s);
    row("a number for an object", R"({"title": "A", "noticed": 1})", u"“noticed” of “a.json”"_s);
    row("share above 1", R"({"title": "A", "noticed": {"late": 30}})",
        u"It needs a number from 0 to 1."_s);
    row("no uses", R"({"title": "A", "usesPerWeek": 0})",
        u"It needs a number from 0.001 to 1000000."_s);
    row("half a bad one", R"({"title": "A", "badBeforeLeaving": 2.5})",
        u"“badBeforeLeaving” of “a.json”"_s);
    row("policy", R"({"title": "A", "latePolicy": "shrug"})",
        u"It needs wait, show-nothing, unanswered or fall-back."_s);
    row("patience", R"({"title": "A", "patience": "2s=0.5, 1s=0.4"})", u"“patience” of “a.json”"_s);
    row("patience for a shape",
        R"({"title": "A", "patience": "1s=0.4", "patienceShape": "weibull"})",
        u"exactly two points"_s);
    row("target", R"({"title": "A", "targets": {"wrongAtMost": 20}})",
        u"“targets.wrongAtMost” of “a.json”"_s);
    row("target without a wait", R"({"title": "A", "targets": {"answered": {"share": 0.9}}})",
        u"“targets.answered.withinMs” of “a.json”"_s);
    row("shape", R"({"title": "A", "patienceShape": "cubic"})", u"“patienceShape” of “a.json”"_s);
    row("fall back on nobody", R"({"title": "A", "latePolicy": "fall-back"})",
        u"“fallback” of “a.json”"_s);
    row("fall back without threshold", R"({"title": "A", "fallback": {"model": "s"}})",
        u"“fallback.threshold” of “a.json”"_s);
}

void TestPresets::read_broken_saysWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto preset = readPreset(json, u"a.json"_s);
    QVERIFY(!preset);
    const QString sentence = wording::problemWords(preset.problem()).sentence();
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
}

void TestPresets::read_everyLatePolicy_kept()
{
    for (const auto &[word, policy] : latePolicyWords()) {
        const QString json = u"{\"title\": \"A\", \"latePolicy\": \"%1\", "
                             "\"fallback\": {\"model\": \"s\", \"threshold\": 0}}"_s.arg(word);
        const auto preset = readPreset(json.toUtf8(), u"a.json"_s);
        QVERIFY(preset);
        QCOMPARE(int(preset.value().scenario.latePolicy), int(policy));
    }
}

void TestPresets::file_missing_problem()
{
    QTemporaryDir folder;
    const auto missing = readPresetFile(folder.filePath(u"a.json"_s));
    QVERIFY(!missing && missing.problem().kind == ProblemKind::FileMissing);
    const auto directory = readPresetFile(folder.path());
    QVERIFY(!directory && directory.problem().kind == ProblemKind::FileIsDirectory);
}

void TestPresets::file_endless_refused()
{
    QTemporaryDir folder;
    const QString device = folder.filePath(u"device.json"_s);
    QVERIFY(QFile::link(u"/dev/zero"_s, device));
    const auto endless = readPresetFile(device);
    QVERIFY(!endless && endless.problem().kind == ProblemKind::NotARegularFile);
    QCOMPARE(endless.problem().file, std::string("device.json"));
    QFile huge(folder.filePath(u"huge.json"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 40));
    const auto large = readPresetFile(huge.fileName());
    QVERIFY(!large && large.problem().kind == ProblemKind::SettingsTooLarge);
    // Such a file among their own keeps none of the others from being listed.
    QFile good(folder.filePath(u"good.json"_s));
    QVERIFY(good.open(QIODevice::WriteOnly) && good.write("{\"title\": \"Good\"}") > 0);
    good.close();
    QCOMPARE(ownPresetsIn(folder.path()).presets.size(), 1);
}

void TestPresets::own_folder_listsByTitleAndKeepsProblems()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &json) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    write(u"a.json"_s, R"({"title": "Zebra"})");
    write(u"b.json"_s, R"({"title": "apple", "noun": "pip"})");
    write(u"c.json"_s, R"({"title": "Broken")");
    write(u"notes.txt"_s, "not for us");
    const OwnPresets own = ownPresetsIn(folder.path());
    QCOMPARE(own.presets.size(), 2);
    QCOMPARE(own.presets.at(0).title, u"apple"_s);
    QVERIFY(own.presets.at(0).own && own.presets.at(1).own);
    QCOMPARE(own.problems.size(), std::size_t(1));
    QCOMPARE(own.problems.front().file, std::string("c.json"));
    QVERIFY(ownPresetsIn(folder.filePath(u"nowhere"_s)).presets.isEmpty());
}

void TestPresets::nearest_changedInPart_isStillIt()
{
    const QList<Preset> presets = builtInPresets();
    for (const Preset &preset : presets) {
        Scenario scenario = withPreset(Scenario(), preset);
        QCOMPARE(nearestPreset(scenario, presets), &preset);
        for (const Field field : {Field::ValueTp, Field::ValueFp, Field::ValueLate,
                                  Field::UsesPerWeek, Field::PrecisionLimit}) {
            Scenario changed = scenario;
            setValue(field, rowOf(field).most / 2.0, changed);
            QCOMPARE(nearestPreset(changed, presets), &preset);
        }
        scenario.words.raised = "nothing like it";
        QVERIFY(!nearestPreset(scenario, presets));
    }
    QVERIFY(!nearestPreset(Scenario(), presets)); // nobody has chosen anything
}

void TestPresets::with_preset_keepsWhatBelongsToTheData()
{
    Scenario mine;
    mine.threshold = {0.3};
    mine.budget = Milliseconds{400.0};
    mine.baseRate = 0.02;
    mine.selection.model = "large";
    mine.selection.where = {{"country", "nl"}};
    mine.fallback = FallbackModel{"small", {0.4}};
    mine.costPerCall = {{"large", 0.002}};
    mine.targets.missed = 0.2;
    for (const Preset &preset : builtInPresets()) {
        const Scenario changed = withPreset(mine, preset);
        QVERIFY(!follows(mine, preset));
        QVERIFY(follows(changed, preset));
        Scenario expected = preset.scenario;
        expected.threshold = mine.threshold;
        expected.budget = mine.budget;
        expected.baseRate = mine.baseRate;
        expected.selection = mine.selection;
        expected.fallback = mine.fallback;
        expected.costPerCall = mine.costPerCall;
        expected.targets = mine.targets;
        QVERIFY(changed == expected);
    }
}

void TestPresets::with_costs_areTakenOver()
{
    Preset preset;
    preset.scenario.costPerCall = {{"large", 3.0}};
    Scenario mine;
    mine.costPerCall = {{"large", 0.002}, {"small", 0.0}};
    QVERIFY(withPreset(mine, preset).costPerCall == preset.scenario.costPerCall);
}

void TestPresets::with_fallbackToNobody_keepsTheOldPolicy()
{
    Preset preset;
    preset.scenario.latePolicy = LatePolicy::FallBack;
    Scenario mine;
    mine.latePolicy = LatePolicy::Unanswered;
    QVERIFY(withPreset(mine, preset).latePolicy == LatePolicy::Unanswered);
    mine.fallback = FallbackModel{"small", {0.4}};
    QVERIFY(withPreset(mine, preset).latePolicy == LatePolicy::FallBack);
}

ONEINN_TEST(TestPresets)

} // namespace tests::presets_presets

#include "tst_presets.moc"
