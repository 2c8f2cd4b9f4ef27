// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/tablefile.h"

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTest>

namespace tests::ingest_columncorpus {

using namespace oneinn;
using namespace oneinn::ingest;
using namespace Qt::StringLiterals;

namespace {

std::string nameOf(Role role)
{
    constexpr const char *names[]{"label",  "score",   "direction", "decision", "latency", "unit",
                                  "failed", "refused", "model",     "weight",   "count"};
    return names[static_cast<std::size_t>(role)];
}

constexpr const char *noteNames[]{
        "encoding",  "noheader",   "counted",   "samename",   "percent", "thousands",   "units",
        "list",      "decides",    "twokeys",   "nonefailed", "labels",  "joined",      "onlyleft",
        "onlyright", "rest",       "days",      "repeats",    "binary",  "nonerefused", "otherwait",
        "insteps",   "firsttoken", "abovehead", "perhaps"};

/// "label=y(1) score=p latency=t(ms) model=m weight=w of=d low", then what is not sure.
std::string readAs(const ResolvedMapping &mapping)
{
    std::string text = "label=" + mapping.label.value + "(" + mapping.positive.value
            + ") score=" + mapping.score.value;
    if (mapping.decision)
        text += " of=" + mapping.decision->value;
    if (mapping.lowerIsPositive.value)
        text += " low";
    if (mapping.latency)
        text += " latency=" + mapping.latency->value + "("
                + std::string(symbolOf(mapping.unit.value)) + ")";
    const auto *failed = mapping.judgementOf(Role::Failed);
    if (failed && failed->certainty != RoleCertainty::Ask) {
        std::string cells;
        for (const auto &each : mapping.failed)
            cells += (cells.empty() ? "" : ",") + each.column
                    + (each.value ? "=" + *each.value : std::string());
        text += " failed=" + cells;
    }
    const auto *refused = mapping.judgementOf(Role::Refused);
    if (refused && refused->certainty != RoleCertainty::Ask) {
        std::string cells;
        for (const auto &each : mapping.refused)
            cells += (cells.empty() ? "" : ",") + each.column
                    + (each.value ? "=" + *each.value : std::string());
        text += " refused=" + cells;
    }
    if (mapping.model)
        text += " model=" + mapping.model->value;
    for (const auto &model : mapping.wide)
        text += " " + model.name + "=" + model.score
                + (model.latency ? "/" + *model.latency : std::string());
    if (mapping.count)
        text += " count=" + mapping.count->value;
    if (mapping.exampleWith)
        text += " key=" + mapping.exampleId->value + "+" + mapping.exampleWith->value;
    if (mapping.weight)
        text += " weight=" + mapping.weight->value;
    if (mapping.userId)
        text += " user=" + mapping.userId->value;
    if (mapping.day)
        text += " day=" + mapping.day->value;
    for (const auto &note : mapping.notes)
        text += " note=" + std::string(noteNames[static_cast<std::size_t>(note.kind)]);
    for (const auto certainty : {RoleCertainty::Likely, RoleCertainty::Ask}) {
        std::string roles;
        for (const auto &judgement : mapping.judgements) {
            if (judgement.certainty == certainty)
                roles += (roles.empty() ? "" : ",") + nameOf(judgement.role);
        }
        if (!roles.empty())
            text += (certainty == RoleCertainty::Ask ? " ASK " : " likely ") + roles;
    }
    return text;
}

QString pathOf(const QByteArray &name)
{
    const QString file = QString::fromUtf8(name);
    const QString path = testsupport::testData(u"columns/"_s + file);
    return QFile::exists(path) ? path : path + u".csv"_s;
}

Result<TableFile::Ptr> tableOf(const QString &path)
{
    const auto bytes = FileBytes::read(path.toStdString());
    return bytes ? TableFile::of(bytes.value()) : Result<TableFile::Ptr>(bytes.problem());
}

/// What keeps a file from being read, and where.
std::string saidOf(const Problem &problem)
{
    return "PROBLEM " + problem.detail
            + (problem.line ? " line " + std::to_string(*problem.line) : std::string());
}

} // namespace

class TestColumnCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whoever has fetched what reads Parquet gets the same outcomes.
    void initTestCase() { qputenv("XDG_DATA_HOME", "/nowhere"); }

    void preview_file_isReadOrAsked_data()
    {
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *file, const char *expected) {
            QTest::newRow(file) << QByteArray(expected);
        };
        row("account-per-model", "label=label(1) score=score latency=latency_ms(ms) model=model");
        row("alerted-only", "label=alerted(1) score=risk_score ASK label");
        row("amount-is-no-score", "PROBLEM predicted");
        row("azure", "label=Label(1) score=Scored Probabilities");
        row("bare-weight-around-one", "label=label(1) score=score weight=weight likely weight");
        row("caret", "label=obs(yes) score=yes");
        row("churned-beside-has-pet", "label=churned(1) score=p_churn");
        row("confidence-of-correctness", "label=correct(1) score=confidence");
        row("confidence-of-predicted-class",
            "label=gold(positive) score=confidence of=prediction likely decision");
        row("datarobot", "label=churn(yes) score=churn_yes_PREDICTION");
        row("decision-as-only-label",
            "label=flagged(1) score=score latency=latency_ms(ms) ASK label");
        row("default-or-late", "label=defaulted(1) score=score ASK label");
        row("distance-turned", "label=label(1) score=distance low");
        row("duration-in-ns", "label=correct(true) score=confidence latency=duration(ns)");
        row("duration-micro-or-nano", "label=label(1) score=score latency=duration(us) ASK unit");
        row("elapsed-since-start", "label=label(1) score=score likely latency");
        row("latency-is-a-moment", "label=label(1) score=score likely latency");
        row("errors-with-latency-minus-one",
            "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("errors-with-latency-zero",
            "label=label(1) score=score latency=latency_s(s) failed=error_code model=model");
        row("failed-by-error-text",
            "label=label(1) score=score latency=wait_ms(ms) failed=error_message");
        row("failed-by-flag", "label=label(1) score=score latency=latency_ms(ms) failed=is_error");
        row("failed-by-grpc-word",
            "label=label(1) score=score latency=latency_ms(ms) failed=grpc_status=UNAVAILABLE,"
            "grpc_status=DEADLINE_EXCEEDED likely failed");
        row("failed-by-http-status",
            "label=label(1) score=score latency=latency_ms(ms) failed=status=429,status=503 "
            "likely failed");
        row("failed-by-many-nines", "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("failed-by-zero-alone", "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("failed-flag-with-answers",
            "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("failed-not-error-of-prediction", "label=label(1) score=score");
        row("failed-not-status-of-a-loan", "label=defaulted(1) score=score");
        row("failed-by-two-signs", "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("failed-not-what-records-are-about",
            "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("wide-not-steps-of-one-score", "label=label(1) score=proba_uncal ASK score");
        row("failed-by-two-signs", "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("failed-not-what-records-are-about",
            "label=label(1) score=score latency=latency_ms(ms) ASK failed");
        row("wide-not-steps-of-one-score", "label=label(1) score=proba_uncal ASK score");
        row("refused-beside-failed",
            "label=label(1) score=score latency=latency_ms(ms) failed=status=timeout "
            "refused=status=refused");
        row("refused-by-finish-reason",
            "label=label(1) score=score latency=latency_ms(ms) "
            "refused=finish_reason=content_filter");
        row("refused-by-flag",
            "label=label(1) score=score latency=latency_ms(ms) refused=is_refusal");
        row("refused-flag-with-answers",
            "label=label(1) score=score latency=latency_ms(ms) ASK refused");
        row("refused-is-the-label", "label=label(1) score=score");
        row("refused-none", "label=label(1) score=score latency=latency_ms(ms)");
        row("refused-not-status-of-a-loan", "label=defaulted(1) score=score");
        row("refused-weak-word-with-answers",
            "label=label(1) score=score latency=latency_ms(ms) ASK refused");
        row("refused-word-with-answers",
            "label=label(1) score=score latency=latency_ms(ms) refused=stop_reason=refusal "
            "likely refused");
        row("failed-not-zero-of-a-cache", "label=label(1) score=score latency=latency_ms(ms)");
        row("counted-six-rows", "label=label(1) score=score count=count likely count");
        row("counted-not-a-feature", "label=label(1) score=score");
        row("feature-named-score", "label=target(1) score=prediction likely score");
        row("first-byte-beside-total", "label=success(true) score=confidence latency=elapsed(ms)");
        row("go-duration-untold", "label=label(1) score=score latency=duration(ns) likely unit");
        row("good-bad-with-confidence", "label=label(bad) score=confidence likely direction");
        row("h2o", "label=actual(1) score=p1");
        row("hard-decision-and-amount", "PROBLEM y_pred");
        row("hf-label-score", "label=gold(spam) score=score of=label likely decision");
        row("inspect-times", "label=correct(1) score=score latency=total_time(s)");
        row("is-fraud-beside-is-weekend", "label=is_fraud(1) score=fraud_probability");
        row("jaeger-duration", "label=label(1) score=score latency=duration(us)");
        row("k6-duration", "label=label(1) score=score latency=http_req_duration(ms)");
        row("knime", "label=target(yes) score=P (target=yes)");
        row("label-and-target", "label=label(1) score=score ASK label");
        row("labels-differ-between-models",
            "label=label(1) score=score latency=latency_ms(ms) model=model");
        row("langsmith-latency", "label=correct(1) score=score latency=latency(s)");
        row("latency-below-one", "label=label(1) score=score latency=latency(s) likely unit");
        row("latency-in-seconds", "label=correct(1) score=confidence latency=latency(s) ASK unit");
        row("latency-ms-below-one", "label=label(1) score=score latency=latency_ms(ms)");
        row("latency-of-12", "label=label(1) score=score latency=latency(s) ASK unit");
        row("latency-of-hundreds", "label=label(1) score=score latency=latency(ms)");
        row("legit-first", "label=is_fraud(1) score=proba_fraud");
        row("locust-response-time", "label=correct(1) score=score latency=response_time(ms)");
        row("logits", "label=label(1) score=logit");
        row("methods-with-errors",
            "label=label(1) score=score latency=latency_ms(ms) failed=error model=method "
            "key=row_id+split note=twokeys note=decides");
        row("mlflow-latency", "label=target(1) score=prediction_proba latency=latency(s)");
        row("model-by-name", "label=label(1) score=score model=model");
        row("mostly-negative-weights",
            "label=label(1) score=score weight=sample_weight ASK weight");
        row("negative-column-first", "label=y_true(1) score=prob_pos");
        row("negative-weight", "label=label(1) score=score weight=sample_weight likely weight");
        row("neither-names-the-class", "label=label(1) score=prob_a ASK score");
        row("pandas-index", "label=y_true(1) score=y_proba");
        row("parcel-weight", "label=label(1) score=score likely weight");
        row("perfect-label", "label=label(1) score=score likely label");
        row("points-high-is-safe",
            "label=default(1) score=credit_score user=customer_id likely direction");
        row("predicted-label-beside-true-label",
            "label=true_label(positive) score=score of=label likely decision");
        row("prediction-of-one-in-two", "label=y_true(1) score=y_proba of=y_pred likely decision");
        row("prob-stay-first", "label=churn(1) score=prob_churn");
        row("probability-0-and-1", "label=target(1) score=probability_1");
        row("provider-is-a-segment", "label=label(1) score=score");
        row("provider-pairs-examples", "label=label(1) score=score model=provider");
        row("quality-score-is-a-feature", "label=target(1) score=prediction likely score");
        row("response-time-of-9-ms", "label=success(true) score=score latency=elapsed(ms)");
        row("run-without-ids", "label=label(1) score=score");
        row("runtime-of-40", "label=label(1) score=score latency=runtime(s) ASK unit");
        row("sample-weight", "label=label(1) score=score weight=sample_weight");
        row("score-0-to-100", "label=label(1) score=confidence");
        row("scores-in-hundreds", "label=label(1) score=score");
        row("sorted-by-latency", "label=label(1) score=score latency=latency_ms(ms)");
        row("three-possible-truths", "label=event(1) score=decile_score ASK label");
        row("time-is-not-latency", "label=Class(1) score=proba likely latency");
        row("tiny", "label=y_true(1) score=y_score");
        row("tiny-in-order", "label=y_true(1) score=y_score");
        row("true-class-beside-label", "label=true_class(1) score=score");
        row("trust-score-inverted", "label=is_fraud(1) score=trust_score likely direction");
        row("ttft-and-total",
            "label=label(1) score=score latency=total_time_ms(ms) note=otherwait");
        row("two-models-wide", "label=label(1) score=small_score ASK score");
        row("unnamed-truth-beside-noise", "label=flag_b(1) score=score likely label");
        row("unnamed-truths", "label=flag_a(1) score=score ASK label");
        row("useless-score", "label=label(1) score=score likely direction");
        row("weight-is-body-weight", "label=died(1) score=risk user=patient_id likely weight");
        row("wide-not-a-feature", "label=label(1) score=fraud_score");
        row("wide-not-classes", "label=label(cat) score=proba_cat ASK score");
        row("wide-three-with-waits",
            "label=label(1) score=score_tiny latency=latency_tiny_s(s) "
            "tiny=score_tiny/latency_tiny_s "
            "big=score_big/latency_big_s big_v2=score_big_v2/latency_big_v2_s");
        row("wide-two-models",
            "label=y_true(1) score=rf_proba latency=rf_latency_ms(ms) rf=rf_proba/rf_latency_ms "
            "xgb=xgb_proba/xgb_latency_ms");
        row("titles-above",
            "label=correct(yes) score=confidence latency=latency_ms(ms) note=abovehead");
        row("titles-of-a-spreadsheet",
            "label=label(yes) score=score latency=latency_ms(ms) note=encoding note=abovehead "
            "note=thousands");
        row("wait-in-german", "label=label(1) score=score latency=Antwortzeit (ms)(ms)");
        row("wait-within-timing.jsonl",
            "label=label(1) score=score latency=timing.total(s) likely unit");
        row("wait-by-its-units",
            "label=label(1) score=score latency=how long(ms) note=units likely latency");
        row("wait-took-clock", "label=label(1) score=score latency=took(ms) note=units");
        row("wait-untold", "label=label(1) score=score note=perhaps");
        row("wait-not-an-amount", "label=label(1) score=score");
        row("distance-in-metres", "label=label(1) score=score");
        row("minus-sign", "label=label(1) score=score");
        row("broken-archive.zip", "PROBLEM ZIP");
        row("broken-blank-lines", "PROBLEM ");
        row("broken-comma.json",
            "PROBLEM syntax error while parsing object - unexpected string literal; expected '}' "
            "line 2");
        row("broken-cut.csv.gz", "PROBLEM gzip");
        row("broken-database.sqlite", "PROBLEM SQLite says: file is not a database");
        row("broken-empty", "PROBLEM ");
        row("broken-four-counts", "PROBLEM ");
        row("broken-gbk", "PROBLEM  line 2");
        row("broken-header-only", "PROBLEM ");
        row("broken-lines.jsonl", "PROBLEM an object or a list is not closed line 2");
        row("broken-nul", "PROBLEM NUL");
        row("broken-ragged", "PROBLEM  line 3");
        row("broken-rows.json", "PROBLEM  line 1");
        row("broken-sheet.xlsx", "PROBLEM Excel");
        row("broken-sparse.arff", "PROBLEM sparse records line 5");
        row("broken-table.parquet", "PROBLEM Parquet");
        row("broken-text-after-quote", "PROBLEM  line 2");
        row("broken-two-halves", "PROBLEM  line 52");
        row("broken-unclosed-quote", "PROBLEM  line 3");
        row("byte-order-mark", "label=label(1) score=score");
        row("comments-first", "label=label(1) score=score latency=latency_ms(ms)");
        row("counted-header", "PROBLEM ");
        row("decimal-comma-dot-thousands",
            "label=label(1) score=score latency=latency_ms(ms) note=thousands");
        row("decimal-comma-quoted", "label=label(1) score=score");
        row("decimal-comma-tab", "label=label(1) score=score latency=latency_ms(ms)");
        row("duplicate-equal-columns", "label=label(1) score=score note=samename");
        row("hash-before-header", "label=label(1) score=score");
        row("latency-as-1.4s", "label=label(1) score=score latency=duration(ms) note=units");
        row("latency-as-812ms", "label=label(1) score=score latency=latency(ms) note=units");
        row("latency-clock", "label=label(1) score=score latency=duration(ms) note=units");
        row("latency-go-mixed", "label=label(1) score=score latency=latency(ms) note=units");
        row("latency-iso-duration", "label=label(1) score=score latency=latency(ms) note=units");
        row("latency-timedelta", "label=label(1) score=score latency=elapsed(ms) note=units");
        row("latency-units-decimal-comma",
            "label=label(1) score=score latency=latency(ms) note=units");
        row("latency-units-some-failed",
            "label=label(1) score=score latency=latency(ms) note=units");
        row("latency-with-thousands-comma",
            "label=label(1) score=score latency=latency_ms(ms) note=thousands");
        row("lines-nan.jsonl", "label=label(1) score=score");
        row("lines.jsonl", "label=label(1) score=score latency=latency_ms(ms)");
        row("list-classes-a-b", "label=outcome(bad) score=probability[0] note=list");
        row("list-named-classes",
            "label=label(spam) score=probabilities[1] note=list likely score");
        row("list-numpy", "label=y_true(1) score=y_proba[1] note=list");
        row("list-of-embedding", "label=label(1) score=score");
        row("list-ragged", "label=label(1) score=score");
        row("list-sparse", "label=label(1.0) score=probability[1] note=list");
        row("lists.jsonl", "label=label(1) score=probability[1] note=list");
        row("mlflow-split.json",
            "label=target(1) score=prediction_proba latency=latency(s) ASK unit");
        row("nested.jsonl", "label=truth.label(true) score=model.score latency=latencyMs(ms)");
        row("no-header-decimal-comma",
            "label=column 1(1) score=column 2 note=noheader likely label,score");
        row("no-header-with-ids",
            "label=column 2(spam) score=column 3 note=noheader note=perhaps likely label,score");
        row("no-header", "label=column 1(1) score=column 2 note=noheader likely label,score");
        row("only-positives", "label=y_true(1) score=y_score");
        row("packed.csv.gz", "label=label(1) score=score");
        row("packed.csv.zst", "label=label(1) score=score");
        row("percent-and-latency",
            "label=label(1) score=confidence latency=latency_ms(ms) note=percent");
        row("percent-decimal-comma", "label=label(1) score=score note=percent");
        row("records.json", "label=y_true(1) score=y_score");
        row("results-within.json", "label=success(true) score=score latency=latencyMs(ms)");
        row("row-names-of-r", "label=label(1) score=score");
        row("same-name-different", "label=label(1) score=score note=samename ASK score");
        row("same-name-three-times", "label=label(1) score=score");
        row("score-in-percent-sign", "label=label(1) score=score note=percent");
        row("score-vector-brackets", "label=y_true(1) score=y_proba[1] note=list");
        row("score-vector-spark", "label=label(1.0) score=probability[1] note=list");
        row("sep-line", "label=label(1) score=score");
        row("sep-tab", "label=label(1) score=score");
        row("thousands-dots", "label=label(1) score=score latency=latency_ms(ms) note=thousands");
        row("thousands-millions",
            "label=label(1) score=score latency=latency_us(us) note=thousands");
        row("time-of-day", "label=label(1) score=score");
        row("trailing-commas", "label=label(1) score=score");
        row("users-and-dates", "label=label(1) score=score user=customer_id day=date");
        row("users-and-times", "label=label(1) score=score user=user_id day=timestamp");
        row("user-is-always-one", "label=label(1) score=score");
        row("day-called-when", "label=label(1) score=score user=user_id day=when");
        row("day-visited-on", "label=label(1) score=score user=user_id day=visited_on");
        row("day-of-signup", "label=label(1) score=score user=user_id");
        row("day-is-a-weekday", "label=label(1) score=score");
        row("day-is-a-number", "label=label(1) score=score day=day");
        row("date-of-births", "label=label(1) score=score");
        row("user-is-a-kind", "label=label(1) score=score");
        row("few-users-by-id", "label=label(1) score=score user=user");
        row("date-of-birth", "label=label(1) score=score");
        row("utf-16-tab.txt", "label=label(1) score=score");
        row("utf-16-without-mark", "label=label(1) score=score");
        row("weka.arff", "label=the label(yes) score=score");
        row("windows-1252", "label=label(1) score=score note=encoding");
    }

    void preview_file_isReadOrAsked()
    {
        QFETCH(QByteArray, expected);
        const auto read = tableOf(pathOf(QTest::currentDataTag()));
        if (!read) {
            QCOMPARE(QByteArray::fromStdString(saidOf(read.problem())), expected);
            return;
        }
        const auto &table = read.value();
        const auto preview = table->preview({});
        const std::string found =
                preview ? readAs(preview.value().mapping) : saidOf(preview.problem());
        QCOMPARE(QByteArray::fromStdString(found), expected);
        // What is asked is never computed from before it was answered.
        const auto loaded = table->load({});
        if (expected.contains(" ASK ")) {
            QVERIFY(!loaded);
            QCOMPARE(loaded.problem().kind, ProblemKind::ColumnUnclear);
            QVERIFY(loaded.problem().doubt.has_value());
        } else {
            QCOMPARE(loaded.ok(), preview.ok());
        }
    }

    /// Whatever was asked is settled by choosing, and nothing else is asked then.
    void load_everyRoleChosen_neverAsks()
    {
        const auto names =
                QDir(testsupport::testData(QStringLiteral("columns"))).entryList(QDir::Files);
        QVERIFY(names.size() > 120);
        for (const QString &name : names) {
            const auto file = tableOf(pathOf(name.toUtf8()));
            if (!file)
                continue;
            const auto &table = file.value();
            const auto preview = table->preview({});
            if (!preview)
                continue;
            const auto &read = preview.value().mapping;
            const auto orNone = [](const auto &column) {
                return column ? column->value : std::string();
            };
            const ColumnMapping all{.label = read.label.value,
                                    .positive = read.positive.value,
                                    .score = read.score.value,
                                    .latency = orNone(read.latency),
                                    .model = orNone(read.model),
                                    .weight = orNone(read.weight),
                                    .unit = read.unit.value,
                                    .lowerIsPositive = read.lowerIsPositive.value,
                                    .decision = orNone(read.decision),
                                    .failed = read.failed,
                                    .refused = read.refused};
            const auto loaded = table->load(all);
            QVERIFY2(loaded.ok() || loaded.problem().kind == ProblemKind::NothingUsable,
                     qPrintable(name));
            if (loaded)
                QVERIFY2(!loaded.value().mapping.doubt(), qPrintable(name));
        }
    }
};

ONEINN_TEST(TestColumnCorpus)

} // namespace tests::ingest_columncorpus

#include "tst_columncorpus.moc"
