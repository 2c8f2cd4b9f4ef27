// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/exports.h"
#include "support/sampleassessment.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tests::report_exports {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::Sample;

class TestExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csv_numbers_readBackAsTheSameDouble();
    void csv_undefined_isEmpty();
    void csv_names_areQuotedWhereTheyMustBe();
    void csv_valueInterval_isPerThousandUses();
    void csv_fallback_isNamedWhereItAnswers();
    void json_choice_readsBack();
    void json_lowIsPositive_isInTheFilesUnits();
    void json_fallback_isNamedWhereItAnswers();
    void json_combined_isTheSecondVersion();
    void json_thresholdsOfSegments_areTheSecondVersion();
    void json_nothingShown_isAnInfinity();
    void json_rowsChosenFrom_areNamed();
};

namespace {

const Sample &sample()
{
    static const Sample opened(u"inlinesuggestion.csv"_s);
    return opened;
}

/// Cells of one row by their column's name; for rows without quotes.
QMap<QByteArray, QByteArray> cells(const QByteArray &csv, qsizetype row = 1)
{
    const auto lines = csv.split('\n');
    const auto names = lines.value(0).split(',');
    const auto values = lines.value(row).split(',');
    QMap<QByteArray, QByteArray> result;
    if (names.size() != values.size())
        return result;
    for (qsizetype i = 0; i < names.size(); ++i)
        result.insert(names[i], values[i]);
    return result;
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestExports::csv_numbers_readBackAsTheSameDouble()
{
    const Assessment now = sample().assess(sample().scenario(1.0 / 3.0, Milliseconds{45.7}));
    const Assessment other = sample().assess(sample().scenario(0.5));
    const QByteArray csv = report::pointsCsv({{u"now"_s, &now}, {u"other"_s, &other}});
    QCOMPARE(csv.count('\n'), 3);
    const auto row = cells(csv);
    QCOMPARE(row["name"], QByteArray("now"));
    QCOMPARE(row["model"].toStdString(), *now.scenario.selection.model);
    QCOMPARE(row["late_policy"], QByteArray("show-nothing"));
    const auto same = [&](const char *name, double expected) {
        bool number = false;
        const double value = row[name].toDouble(&number);
        return number && value == expected;
    };
    QVERIFY(same("threshold", 1.0 / 3.0));
    QVERIFY(same("budget_ms", 45.7));
    QVERIFY(same("wrong_of_shown", now.experience[Share::WrongOfShown]->value));
    QVERIFY(same("wrong_of_shown_low", now.experience[Share::WrongOfShown]->interval.low));
    QVERIFY(same("wrong_of_shown_high", now.experience[Share::WrongOfShown]->interval.high));
    QVERIFY(same("missed", now.experience[Share::Missed]->value));
    QVERIFY(same("missed_low", now.experience[Share::Missed]->interval.low));
    QVERIFY(same("missed_high", now.experience[Share::Missed]->interval.high));
    QVERIFY(same("late", now.experience[Share::Late]->value));
    QVERIFY(same("late_low", now.experience[Share::Late]->interval.low));
    QVERIFY(same("late_high", now.experience[Share::Late]->interval.high));
    QVERIFY(same("median_uses_until_then", now.experience.usesUntilBad->median));
    QVERIFY(same("bad_before_leaving", now.scenario.badBeforeLeaving));
    QVERIFY(same("value_per_1000_uses", 1000.0 * now.value.perUse));
    QCOMPARE(cells(csv, 2)["threshold"], QByteArray("0.5"));
}

void TestExports::csv_undefined_isEmpty()
{
    const Assessment nothing =
            sample().assess(sample().scenario(std::numeric_limits<double>::infinity()));
    const auto row = cells(report::pointsCsv({{u"nothing"_s, &nothing}}));
    QCOMPARE(row["threshold"], QByteArray("inf"));
    for (const char *name : {"budget_ms", "wrong_of_shown", "wrong_of_shown_low", "late",
                             "fallback_model", "value_per_1000_uses_low"})
        QVERIFY2(row.contains(name) && row[name].isEmpty(), name);
    QCOMPARE(row["missed"], QByteArray("1"));
}

void TestExports::csv_names_areQuotedWhereTheyMustBe()
{
    const Assessment now = sample().assess(sample().scenario(0.5));
    const QByteArray csv = report::pointsCsv({{u"a \"b\", c\nd"_s, &now}, {u"\u00e9"_s, &now}});
    QVERIFY(csv.contains("\n\"a \"\"b\"\", c\u240ad\","));
    QVERIFY(csv.contains("\n\u00e9,"));
}

void TestExports::csv_valueInterval_isPerThousandUses()
{
    const Assessment now = sample().assess(sample().scenario(0.5));
    const auto row = cells(report::pointsCsv({{u"now"_s, &now, Interval{0.25, 0.5}}}));
    QCOMPARE(row["value_per_1000_uses_low"], QByteArray("250"));
    QCOMPARE(row["value_per_1000_uses_high"], QByteArray("500"));
}

void TestExports::csv_fallback_isNamedWhereItAnswers()
{
    Scenario scenario = sample().scenario(0.5, Milliseconds{40.0});
    scenario.fallback = FallbackModel{*scenario.selection.model, {0.7}};
    const Assessment kept = sample().assess(scenario);
    scenario.latePolicy = LatePolicy::FallBack;
    const Assessment used = sample().assess(scenario);
    const QByteArray csv = report::pointsCsv({{u"kept"_s, &kept}, {u"used"_s, &used}});
    QVERIFY(cells(csv, 1)["fallback_model"].isEmpty());
    QCOMPARE(cells(csv, 2)["fallback_model"].toStdString(), scenario.fallback->model);
    QCOMPARE(cells(csv, 2)["fallback_threshold"], QByteArray("0.7"));
}

void TestExports::json_choice_readsBack()
{
    Scenario scenario = sample().scenario(0.1 + 0.2, Milliseconds{45.7});
    scenario.latePolicy = LatePolicy::Unanswered;
    const auto json = parsed(report::operatingPointJson(
            scenario, {u"my \"file\".csv"_s, "9f86d081"_ba, u"2026-11-25"_s, false}));
    const auto rule = json["shown_if_score"_L1].toObject();
    QCOMPARE(rule["comparison"_L1].toString(), u">="_s);
    QVERIFY(rule["threshold"_L1].toDouble() == 0.1 + 0.2);
    QVERIFY(json["budget_ms"_L1].toDouble() == 45.7);
    QCOMPARE(json["late_policy"_L1].toString(), u"unanswered"_s);
    QCOMPARE(json["direction"_L1].toString(), u"higher-is-positive"_s);
    QCOMPARE(json["model"_L1].toString().toStdString(), *scenario.selection.model);
    QVERIFY(json["fallback"_L1].isNull());
    QCOMPARE(json["date"_L1].toString(), u"2026-11-25"_s);
    QCOMPARE(json["version"_L1].toInt(), 1);
    const auto data = json["data"_L1].toObject();
    QCOMPARE(data["file"_L1].toString(), u"my \"file\".csv"_s);
    QCOMPARE(data["sha256"_L1].toString(), u"9f86d081"_s);
}

void TestExports::json_lowIsPositive_isInTheFilesUnits()
{
    // Scores 3 and below are shown: the predictions hold them as -3 and above.
    const auto json = parsed(report::operatingPointJson(sample().scenario(-3.0),
                                                        {u"file"_s, {}, u"2026-11-25"_s, true}));
    const auto rule = json["shown_if_score"_L1].toObject();
    QCOMPARE(rule["comparison"_L1].toString(), u"<="_s);
    QCOMPARE(rule["threshold"_L1].toDouble(), 3.0);
    QCOMPARE(json["direction"_L1].toString(), u"lower-is-positive"_s);
    QVERIFY(json["data"_L1].toObject()["sha256"_L1].isNull());
    QVERIFY(json["budget_ms"_L1].isNull());
}

void TestExports::json_fallback_isNamedWhereItAnswers()
{
    Scenario scenario = sample().scenario(0.5, Milliseconds{40.0});
    scenario.fallback = FallbackModel{"on-device", {0.7}, Fallback::Start::AtDeadline};
    const report::OperatingPointSource source{u"file"_s, {}, u"2026-11-25"_s, false};
    QVERIFY(parsed(report::operatingPointJson(scenario, source))["fallback"_L1].isNull());
    scenario.latePolicy = LatePolicy::FallBack;
    const auto fallback =
            parsed(report::operatingPointJson(scenario, source))["fallback"_L1].toObject();
    QCOMPARE(fallback["model"_L1].toString(), u"on-device"_s);
    QCOMPARE(fallback["shown_if_score"_L1].toObject()["threshold"_L1].toDouble(), 0.7);
    QCOMPARE(fallback["start"_L1].toString(), u"at-deadline"_s);
}

void TestExports::json_combined_isTheSecondVersion()
{
    Scenario scenario = sample().scenario(0.5);
    const auto combinationOf = [&scenario](bool lower) {
        const auto json = parsed(
                report::operatingPointJson(scenario, {u"file"_s, {}, u"2026-11-25"_s, lower}));
        return json["version"_L1].toInt() == 2 ? json["combination"_L1].toObject() : QJsonObject();
    };
    scenario.combination = FirstAsked{"small", {0.2, 0.8}, true};
    const QJsonObject cascade = combinationOf(false);
    QCOMPARE(cascade["kind"_L1].toString(), u"cascade"_s);
    QCOMPARE(cascade["first_model"_L1].toString(), u"small"_s);
    QCOMPARE(cascade["asks_model_if_score"_L1].toObject()["from"_L1].toDouble(), 0.2);
    QCOMPARE(cascade["asks_model_if_score"_L1].toObject()["below"_L1].toDouble(), 0.8);
    QVERIFY(cascade["both_at_once"_L1].toBool());
    const QJsonObject mirrored = combinationOf(true)["asks_model_if_score"_L1].toObject();
    QCOMPARE(mirrored["up_to"_L1].toDouble(), -0.2);
    QCOMPARE(mirrored["above"_L1].toDouble(), -0.8);
    scenario.combination = AskedAgain{{300.0}};
    QCOMPARE(combinationOf(false)["asked_again_after_ms"_L1].toDouble(), 300.0);
    scenario.combination = DividedUses{0.25, {0.4}, "small", {0.6}};
    const QJsonObject mixture = combinationOf(false);
    QCOMPARE(mixture["share_of_model"_L1].toDouble(), 0.25);
    QCOMPARE(mixture["other_shown_if_score"_L1].toObject()["threshold"_L1].toDouble(),
             0.6 + (0.5 - 0.4));
}

void TestExports::json_thresholdsOfSegments_areTheSecondVersion()
{
    Scenario scenario = sample().scenario(0.5);
    scenario.combination = ThresholdsBySegment{"channel", {0.5}, {{"web", {0.25}}, {"", {0.75}}}};
    const auto thresholdsOf = [&scenario](bool lower) {
        const auto json = parsed(
                report::operatingPointJson(scenario, {u"file"_s, {}, u"2026-11-25"_s, lower}));
        const bool plain = json["version"_L1].toInt() != 2 || json.contains("combination"_L1);
        return plain ? QJsonObject() : json["thresholds"_L1].toObject();
    };
    const QJsonObject now = thresholdsOf(false);
    QCOMPARE(now["column"_L1].toString(), u"channel"_s);
    QCOMPARE(now["comparison"_L1].toString(), u">="_s);
    QCOMPARE(now["others"_L1].toDouble(), 0.5);
    QCOMPARE(now["values"_L1].toObject()["web"_L1].toDouble(), 0.25);
    QCOMPARE(now["values"_L1].toObject()[""_L1].toDouble(), 0.75);
    // The dial has moved all of them.
    scenario.threshold = {0.625};
    const QJsonObject mirrored = thresholdsOf(true);
    QCOMPARE(mirrored["comparison"_L1].toString(), u"<="_s);
    QCOMPARE(mirrored["others"_L1].toDouble(), -0.625);
    QCOMPARE(mirrored["values"_L1].toObject()["web"_L1].toDouble(), -0.375);
}

void TestExports::json_nothingShown_isAnInfinity()
{
    const Scenario scenario = sample().scenario(std::numeric_limits<double>::infinity());
    for (const bool lower : {false, true}) {
        const auto json = parsed(
                report::operatingPointJson(scenario, {u"file"_s, {}, u"2026-11-25"_s, lower}));
        QCOMPARE(json["shown_if_score"_L1].toObject()["threshold"_L1].toString(),
                 lower ? u"-Infinity"_s : u"Infinity"_s);
    }
}

void TestExports::json_rowsChosenFrom_areNamed()
{
    Scenario scenario = sample().scenario(0.5);
    scenario.selection.where = {{"language", "en"}};
    const auto json =
            parsed(report::operatingPointJson(scenario, {u"file"_s, {}, u"2026-11-25"_s, false}));
    const auto where = json["data"_L1].toObject()["where"_L1].toArray();
    QCOMPARE(where.size(), 1);
    QCOMPARE(where[0].toObject()["column"_L1].toString(), u"language"_s);
    QCOMPARE(where[0].toObject()["value"_L1].toString(), u"en"_s);
}

ONEINN_TEST(TestExports)

} // namespace tests::report_exports

#include "tst_exports.moc"
