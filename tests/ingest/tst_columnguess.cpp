// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnguess.h"

#include "support/testprogram.h"

#include <QTest>

#include <ctime>

namespace tests::ingest_columnguess {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

// What a column is filled with, by a letter behind its name: "score:p".
std::string cell(char kind, int row)
{
    const auto digits = [row](int modulus) { return std::to_string(row * 7919 % modulus); };
    switch (kind) {
    case 'b': // binary number
        return row % 3 == 0 ? "1" : "0";
    case 't': // true or false
        return row % 3 == 0 ? "true" : "false";
    case 'w': // two words that say nothing
        return row % 3 == 0 ? "dog" : "cat";
    case 'y':
        return row % 3 == 0 ? "yes" : "no";
    case 'c':
        return row % 3 == 0 ? "C" : "I";
    case 'p': // probability
        return "0." + digits(997);
    case 'r': // real numbers beyond [0, 1]
        return digits(97) + "." + digits(89);
    case 'i': // integers
        return digits(97);
    case 'l': // large integers
        return std::to_string(200 + row * 37 % 400);
    case 's': // seconds
        return "0." + std::to_string(200 + row * 37 % 400);
    case 'e': // time of day as seconds since 1970
        return std::to_string(1700000000 + row);
    case 'g': // few words
        return std::string(1, static_cast<char>('p' + row % 4));
    case 'm': // few numbers
        return std::to_string(row % 4);
    case 'u': // a different word in every row
        return "u" + std::to_string(row);
    case '1': // one word
        return "one";
    default:
        return "";
    }
}

TableProfile tableOf(const std::string &columns)
{
    const auto parts = QString::fromStdString(columns).split(QLatin1Char('|'));
    const auto joined = [&parts](auto cellOf) {
        std::string line;
        for (qsizetype i = 0; i < parts.size(); ++i)
            line += (i == 0 ? "" : "|") + cellOf(parts.at(i));
        return line;
    };
    auto text = joined([](const QString &part) { return part.chopped(2).toStdString(); });
    for (int row = 0; row < 100; ++row) {
        text += "\n"
                + joined([row](const QString &part) { return cell(part.back().toLatin1(), row); });
    }
    auto table = profileTable(text, '|');
    if (!table)
        qFatal("the table of a test does not parse");
    return std::move(table).value();
}

std::string nameOf(const std::optional<ResolvedColumn> &column)
{
    return column ? column->value : std::string();
}

std::string segmentsOf(const ResolvedMapping &mapping)
{
    std::string names;
    for (const auto &segment : mapping.segments)
        names += (names.empty() ? "" : " ") + segment.value;
    return names;
}

struct Expected {
    const char *label;
    const char *score;
    const char *latency = "";
    LatencyUnit unit = LatencyUnit::Milliseconds;
    const char *model = "";
    const char *segments = "";
    const char *exampleId = "";
    const char *userId = "";
    const char *weight = "";
};

} // namespace

class TestColumnGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resolveMapping_headersInTheWild_areGuessed_data()
    {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<Expected>("expected");
        const auto row = [](const char *name, const char *columns, Expected expected) {
            QTest::newRow(name) << QByteArray(columns) << expected;
        };
        using enum LatencyUnit;
        row("public 1", "split:g|label:b|score:p|latency_ms:l",
            {"label", "score", "latency_ms", Milliseconds, "", "split"});
        row("public 2",
            "file:u|truth:u|provider:g|plate:u|correct:t|confidence:p|latency_ms_median:l|error:n",
            {"correct", "confidence", "latency_ms_median", Milliseconds, "", "provider"});
        row("public 3", "run_id:g|item_id:u|correct:b|confidence:p|latency_ms:l|prompt_tokens:i",
            {"correct", "confidence", "latency_ms", Milliseconds, "", "run_id"});
        row("public 4", "image_id:u|y_true:b|y_pred:b|y_probability:p|split:g|site:g|device:g",
            {"y_true", "y_probability", "", Milliseconds, "", "split site device"});
        row("scikit-learn", "y_true:b|y_pred:b|y_score:r", {"y_true", "y_score"});
        row("scikit-learn proba", ":i|y_true:b|y_pred:b|y_proba:p", {"y_true", "y_proba"});
        row("MLflow", "prediction:b|prediction_proba:p|target:b", {"target", "prediction_proba"});
        row("Evidently", "target:b|prediction:p", {"target", "prediction"});
        row("Arize",
            "prediction_id:u|prediction_ts:e|prediction_score:p|actual_label:y|response_latency_ms:"
            "l",
            {"actual_label", "prediction_score", "response_latency_ms"});
        row("NannyML", "y_true:b|y_pred:b|y_pred_proba:p|timestamp:e", {"y_true", "y_pred_proba"});
        row("Azure ML", "Income:r|Label:b|Scored Labels:b|Scored Probabilities:p",
            {"Label", "Scored Probabilities"});
        row("ML.NET", "Label:t|PredictedLabel:t|Score:r|Probability:p", {"Label", "Probability"});
        row("DataRobot", "churn:y|churn_no_PREDICTION:p|churn_yes_PREDICTION:p|THRESHOLD:s",
            {"churn", "churn_yes_PREDICTION"});
        row("H2O", "response:b|predict:b|p0:p|p1:p|actual:b", {"actual", "p1"});
        row("Spark ML", "label:b|rawPrediction:r|probability:p|prediction:b",
            {"label", "probability"});
        row("KNIME", "target:y|P (target=no):p|P (target=yes):p|Prediction (target):y",
            {"target", "P (target=yes)"});
        row("Weka", "inst#:i|actual:y|predicted:y|error:n|prediction:p", {"actual", "prediction"});
        row("tidymodels", ".pred_class:y|.pred_no:p|.pred_yes:p|truth:y", {"truth", ".pred_yes"});
        row("caret", "pred:y|obs:y|no:p|yes:p|rowIndex:i", {"obs", "yes"});
        row("LLM evaluation", "expected:u|picked:u|score:c|total_time:s|confidence:p",
            {"score", "confidence", "total_time", Seconds});
        row("JMeter", "timeStamp:e|elapsed:l|label:g|success:t|confidence:p",
            {"success", "confidence", "elapsed"});
        row("load generator", "ttft_s:s|end_to_end_latency_s:s|correct:b|score:p",
            {"correct", "score", "end_to_end_latency_s", Seconds});
        row("total with its unit", "label:b|score:p|ttft_ms:l|total_ms:l",
            {"label", "score", "total_ms"});
        row("a total without one", "label:b|score:p|total:l", {"label", "score"});
        row("end to end", "label:b|score:p|e2e_seconds:s",
            {"label", "score", "e2e_seconds", Seconds});
        row("round trip", "label:b|score:p|roundTripTimeMs:l",
            {"label", "score", "roundTripTimeMs"});
        row("waited", "label:b|score:p|wait_s:s", {"label", "score", "wait_s", Seconds});
        row("waited, in German", "label:b|score:p|Wartezeit:l", {"label", "score", "Wartezeit"});
        row("a unit in brackets", "label:b|score:p|Antwortzeit (s):l",
            {"label", "score", "Antwortzeit (s)", Seconds});
        row("a unit named in words", "label:b|score:p|Total (in ms):l",
            {"label", "score", "Total (in ms)"});
        row("waited, in French", "label:b|score:p|temps de réponse:l",
            {"label", "score", "temps de réponse"});
        row("waited, in Spanish", "label:b|score:p|tiempo_de_espera:l",
            {"label", "score", "tiempo_de_espera"});
        row("the whole among timings", "label:b|score:p|timing.connect:l|timing.total:l",
            {"label", "score", "timing.total"});
        row("called after the unit", "label:b|score:p|ms:l", {"label", "score", "ms"});
        row("camel case", "isCorrect:t|riskScore:p|latencyMs:l|modelName:g|userId:u",
            {"isCorrect", "riskScore", "latencyMs", Milliseconds, "modelName", "", "", "userId"});
        row("unit from the median", "label:b|score:p|latency:s",
            {"label", "score", "latency", Seconds});
        row("time of day is no latency", "label:b|score:p|time:e", {"label", "score"});
        row("weak time", "label:b|score:p|time:l", {"label", "score", "time"});
        row("weight by clear name", "label:b|score:p|sample_weight:r|n:i",
            {"label", "score", "", Milliseconds, "", "", "", "", "sample_weight"});
        row("an unclear name is no weight", "label:b|score:p|w:r|count:i", {"label", "score"});
        row("ids are no segments", "id:g|label:b|score:p|user_id:g|name:g|device_id:g",
            {"label", "score", "", Milliseconds, "", "", "", "user_id"});
        row("segments by values", "label:b|score:p|store:g|zone:m|plan:m|serial:u",
            {"label", "score", "", Milliseconds, "", "store plan"});
        row("examples are paired over models", "label:b|score:p|model:g|example_id:u|id:u",
            {"label", "score", "", Milliseconds, "model", "", "example_id"});
        row("a single model needs no pairing", "label:b|score:p|model:1|example_id:u",
            {"label", "score", "", Milliseconds, "model"});
        row("values only", "flag_x:b|ratio:p|device:g",
            {"flag_x", "ratio", "", Milliseconds, "", "device"});
        row("a label of words beside a weak name", "label:w|score:p|event:u", {"label", "score"});
        row("not the label: a 0/1 column", "is_weekend:b|y:b|score:p", {"y", "score"});
        row("non-ASCII names", "größe:r|label:b|score:p|straße:u", {"label", "score"});
    }

    void resolveMapping_headersInTheWild_areGuessed()
    {
        QFETCH(QByteArray, columns);
        QFETCH(Expected, expected);
        const auto result = resolveMapping(tableOf(columns.toStdString()), {});
        QVERIFY2(result.ok(), result ? "" : result.problem().detail.c_str());
        const auto &mapping = result.value().mapping;
        QCOMPARE(mapping.label.value, std::string(expected.label));
        QCOMPARE(mapping.score.value, std::string(expected.score));
        QCOMPARE(nameOf(mapping.latency), std::string(expected.latency));
        QCOMPARE(mapping.unit.value, expected.unit);
        QCOMPARE(nameOf(mapping.model), std::string(expected.model));
        QCOMPARE(segmentsOf(mapping), std::string(expected.segments));
        QCOMPARE(nameOf(mapping.exampleId), std::string(expected.exampleId));
        QCOMPARE(nameOf(mapping.userId), std::string(expected.userId));
        QCOMPARE(nameOf(mapping.weight), std::string(expected.weight));
        QVERIFY(!mapping.lowerIsPositive.value);
    }

    void resolveMapping_given_isKept()
    {
        const auto table =
                tableOf("label:b|y2:w|score:p|other:r|latency_ms:l|t:s|model:g|arm:g|k:u");
        const ColumnMapping wanted{.label = "y2",
                                   .positive = "cat",
                                   .score = "other",
                                   .latency = "t",
                                   .model = "arm",
                                   .exampleId = "k",
                                   .unit = LatencyUnit::Seconds,
                                   .lowerIsPositive = true,
                                   .segments = {"model"},
                                   .extraSegments = {"k", "arm", "model"}};
        const auto result = resolveMapping(table, wanted);
        QVERIFY(result.ok());
        const auto &mapping = result.value().mapping;
        const auto given = [](const char *name) {
            return ResolvedColumn{name, GuessReason::Given};
        };
        QVERIFY(mapping.label == given("y2"));
        QVERIFY(mapping.positive == given("cat"));
        QCOMPARE(mapping.negative, std::string("dog"));
        QVERIFY(mapping.score == given("other"));
        QVERIFY(mapping.latency == given("t"));
        QVERIFY(mapping.model == given("arm"));
        QVERIFY(mapping.exampleId == given("k"));
        QVERIFY((mapping.unit == Resolved<LatencyUnit>{LatencyUnit::Seconds, GuessReason::Given}));
        QVERIFY((mapping.lowerIsPositive == Resolved<bool>{true, GuessReason::Given}));
        QCOMPARE(segmentsOf(mapping), std::string("model k arm"));
        QVERIFY(!mapping.weight);
    }

    void resolveMapping_emptyName_meansNone()
    {
        const auto table = tableOf("label:b|score:p|latency_ms:l|model:g|weight:r");
        const auto result = resolveMapping(table, {.latency = "", .model = "", .weight = ""});
        QVERIFY(result.ok());
        QVERIFY(!result.value().mapping.latency);
        QVERIFY(!result.value().mapping.model);
        QVERIFY(!result.value().mapping.weight);
    }

    void resolveMapping_guess_saysWhy()
    {
        const auto result = resolveMapping(
                tableOf("flag_x:b|fit_proba:p|api_latency_ms:l|store:g|distance:r"), {});
        QVERIFY(result.ok());
        const auto &mapping = result.value().mapping;
        QCOMPARE(mapping.label.reason, GuessReason::Values);
        QCOMPARE(mapping.positive.reason, GuessReason::Values);
        QCOMPARE(mapping.score.reason, GuessReason::NamePart);
        QCOMPARE(mapping.latency->reason, GuessReason::NamePart);
        QCOMPARE(mapping.unit.reason, GuessReason::NamePart);
        QCOMPARE(mapping.segments.front().reason, GuessReason::Values);
        QCOMPARE(mapping.lowerIsPositive.reason, GuessReason::Default);
    }

    void resolveMapping_distance_speaksForPositiveWhenLow()
    {
        const auto table = tableOf("label:b|distance:r");
        const auto guessed = resolveMapping(table, {});
        QVERIFY(guessed.ok());
        QCOMPARE(guessed.value().mapping.score.value, std::string("distance"));
        QVERIFY(guessed.value().mapping.lowerIsPositive.value);
        QVERIFY(guessed.value().mapping.lowerIsPositive.guessed());
        const auto given = resolveMapping(table, {.score = "distance"});
        QVERIFY(!given.value().mapping.lowerIsPositive.value);
    }

    void resolveMapping_twoOtherWords_areUnclearWithTheRarerFirst()
    {
        const auto result = resolveMapping(tableOf("label:w|score:p"), {});
        QVERIFY(result.ok());
        QVERIFY(!result.value().labels.clear);
        QCOMPARE(result.value().mapping.positive.value, std::string("dog"));
        QCOMPARE(result.value().mapping.positive.reason, GuessReason::Rarer);
    }

    void resolveMapping_unusableTable_isAProblem_data()
    {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<ColumnMapping>("wanted");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<std::string>("column");
        const auto row = [](const char *name, const char *columns, ColumnMapping wanted,
                            ProblemKind kind, std::string column = {}) {
            QTest::newRow(name) << QByteArray(columns) << wanted << kind << column;
        };
        using enum ProblemKind;
        row("no label", "age:r|score:p", {}, NoLabelColumn);
        row("label of many classes", "label:g|score:p", {}, LabelNotBinary, "label");
        row("classes with a score each", "age:r|kind:g|p_p:p|p_q:p|p_r:p|p_s:p", {}, LabelNotBinary,
            "kind");
        row("words that may be classes", "fruit:g|score:p", {}, NoLabelColumn, "fruit");
        row("a segment is no class", "channel:g|score:p", {}, NoLabelColumn);
        row("positive not among the classes", "fruit:g|score:p", {.positive = "x"},
            PositiveValueMissing, "fruit");
        row("no score", "label:b|city:g", {}, NoScoreColumn);
        row("hard decisions are no score", "label:b|score:b|pred:b", {}, NoScoreColumn);
        row("two possible scores", "label:b|ratio:p|share:p", {}, NoScoreColumn);
        row("whole numbers are no score by values", "label:b|tokens:i", {}, NoScoreColumn);
        row("label not there", "label:b|score:p", {.label = "Label"}, ColumnMissing, "Label");
        row("score not there", "label:b|score:p", {.score = "proba"}, ColumnMissing, "proba");
        row("segment not there", "label:b|score:p", {.segments = {"x"}}, ColumnMissing, "x");
        row("where not there", "label:b|score:p", {.extraSegments = {"x"}}, ColumnMissing, "x");
        row("score of words", "label:b|score:p|city:g", {.score = "city"}, NoScoreColumn, "city");
        row("positive not there", "label:b|score:p", {.positive = "yes"}, PositiveValueMissing,
            "label");
    }

    void resolveMapping_unusableTable_isAProblem()
    {
        QFETCH(QByteArray, columns);
        QFETCH(ColumnMapping, wanted);
        QFETCH(ProblemKind, kind);
        QFETCH(std::string, column);
        const auto result = resolveMapping(tableOf(columns.toStdString()), wanted);
        QVERIFY(!result.ok());
        QCOMPARE(result.problem().kind, kind);
        if (!column.empty())
            QCOMPARE(result.problem().column, column);
    }

    void resolveMapping_twoPossibleLabels_areAsked()
    {
        const auto table = tableOf("flag_x:b|flag_y:t|score:p");
        const auto resolved = resolveMapping(table, {});
        QVERIFY(resolved.ok());
        const auto *doubt = resolved.value().mapping.doubt();
        QVERIFY(doubt != nullptr);
        QCOMPARE(doubt->role, Role::Label);
        QCOMPARE(doubt->reason, RoleReason::SeveralTruths);
        QCOMPARE(doubt->rivals.size(), std::size_t{1});
        const auto given = resolveMapping(table, {.label = "flag_y"});
        QVERIFY(given.value().mapping.doubt() == nullptr);
    }

    void resolveMapping_duplicatesOfNoUse_doNotMatter()
    {
        const auto result = resolveMapping(tableOf("label:b|score:p|x:g|x:g|:i|:i"), {});
        QVERIFY(result.ok());
        QCOMPARE(result.value().mapping.segments.size(), std::size_t{1});
    }

    void resolveMapping_numbersAsNames_canBeAskedFor()
    {
        const auto result = resolveMapping(tableOf("0:b|1:p"), {.label = "0", .score = "1"});
        QVERIFY(result.ok());
        // It may have been a record: that is said.
        const auto &notes = result.value().mapping.notes;
        QVERIFY(!notes.empty() && notes.front().kind == ReadingNote::Kind::Counted);
    }

    void resolveMapping_casesAskedAgain_areNoted()
    {
        const auto noted = [](const QByteArray &text, const ColumnMapping &wanted = {}) {
            const auto table = profileTable(text.toStdString(), ',').value();
            const auto result = resolveMapping(table, wanted);
            return result.ok()
                    && std::ranges::any_of(result.value().mapping.notes, [](const auto &note) {
                           return note.kind == ReadingNote::Kind::Repeats && note.column == "asked";
                       });
        };
        const auto rows = [](auto labelOf, auto askedOf) {
            QByteArray text = "asked,score,label\n";
            for (int row = 0; row < 200; ++row)
                text += QByteArray::number(askedOf(row)) + ",0." + QByteArray::number(100 + row)
                        + ',' + (labelOf(row) ? "1" : "0") + '\n';
            return text;
        };
        const auto fourEach = [](int row) { return 5000 + row / 4; };
        const auto ofCase = [](int row) { return row / 4 * 7 % 3 == 0; };
        const auto ofRow = [](int row) { return row * 7 % 3 == 0; };
        QVERIFY(noted(rows(ofCase, fourEach)));
        QVERIFY(!noted(rows(ofRow, fourEach)));
        QVERIFY(!noted(rows(ofCase, [](int row) { return 5000 + row; })));
        QVERIFY(!noted(rows(ofCase, fourEach), {.exampleId = "asked"}));
        QVERIFY(!noted(rows(ofCase, fourEach), {.userId = "asked"}));
    }

    void resolveMapping_namedBesides_isNoLabelUnlessNothingElseIs()
    {
        const auto table = tableOf("label:b|gold:b|score:p");
        const auto named = resolveMapping(table, {.extraSegments = {"gold"}});
        QCOMPARE(named.value().mapping.label.value, std::string("label"));
        const auto alone = resolveMapping(tableOf("label:b|score:p"), {.extraSegments = {"label"}});
        QCOMPARE(alone.value().mapping.label.value, std::string("label"));
    }

    /// Minutes where each column is compared with every other.
    void resolveMapping_manyColumns_takesTimeInProportion()
    {
        constexpr std::size_t many = 80000;
        const std::clock_t begin = std::clock();
        const auto resolved = resolveMapping(wideTable(many), {});
        QVERIFY(double(std::clock() - begin) / CLOCKS_PER_SEC < 30.0);
        QVERIFY(resolved.ok());
        QCOMPARE(resolved.value().mapping.label.value, std::string("label"));
        QCOMPARE(resolved.value().mapping.segments.size(), many);
    }

    void resolveMapping_stoppedAmidColumns_isCancelled()
    {
        const auto table = wideTable(20000);
        std::stop_source stop;
        double last = 0.0;
        const auto stopHalfway = [&](double share) {
            last = share;
            if (share > 0.5)
                stop.request_stop();
        };
        const auto resolved =
                resolveMapping(table, {}, {.stop = stop.get_token(), .progress = stopHalfway});
        QVERIFY(!resolved);
        QCOMPARE(resolved.problem().kind, ProblemKind::Cancelled);
        QVERIFY(last > 0.5 && last < 0.7);
    }

    void resolveMapping_manyModels_areNamedAndTakenWhenGiven()
    {
        std::string text = "label|score|run_id\n";
        for (int row = 0; row < 60; ++row)
            text += (row % 3 == 0 ? "1|0." : "0|0.") + std::to_string(100 + row) + "|r"
                    + std::to_string(row) + '\n';
        const auto table = profileTable(text, '|').value();
        const auto guessed = resolveMapping(table, {}).value().mapping;
        QVERIFY(!guessed.model);
        QCOMPARE(guessed.modelsPooled, std::string("run_id"));
        const auto given = resolveMapping(table, {.model = "run_id"}).value().mapping;
        QCOMPARE(nameOf(given.model), std::string("run_id"));
        QCOMPARE(given.modelsPooled, std::string());
        // Whoever says that there are none knows.
        const auto none = resolveMapping(table, {.model = ""}).value().mapping;
        QCOMPARE(none.modelsPooled, std::string());
    }

private:
    /// A label, a score, and so many columns that could each be a segment.
    static TableProfile wideTable(std::size_t segments)
    {
        const auto few = [](std::string name, std::vector<std::string> values) {
            ColumnProfile column;
            column.name = std::move(name);
            for (auto &value : values)
                column.values.push_back({std::move(value), 100});
            return column;
        };
        TableProfile table;
        table.records = 200;
        table.columns.push_back(few("label", {"1", "0"}));
        auto &score = table.columns.emplace_back(few("score", {"0.1", "0.2", "0.3"}));
        score.numbers = {.cells = 200, .numbers = 200, .high = 1.0, .integers = false};
        for (std::size_t i = 0; i < segments; ++i)
            table.columns.push_back(few("column " + std::to_string(i), {"a", "b"}));
        return table;
    }
};

ONEINN_TEST(TestColumnGuess)

} // namespace tests::ingest_columnguess

#include "tst_columnguess.moc"
