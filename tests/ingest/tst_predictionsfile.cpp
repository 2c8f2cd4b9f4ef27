// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsfile.h"

#include "ingest/numbers.h"
#include "ingest/tablefile.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

namespace tests::ingest_predictionsfile {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

using Lines = std::vector<std::size_t>;

std::vector<double> listOf(const Eigen::ArrayXd &array)
{
    return {array.begin(), array.end()};
}

std::vector<std::string> wordsOf(const CategoryColumn &column)
{
    std::vector<std::string> words;
    for (const auto code : column.codes)
        words.push_back(column.values[code]);
    return words;
}

} // namespace

namespace {

/// The detail, and the names behind it.
std::string saidOf(const Problem &problem)
{
    std::string names;
    for (const std::string &name : problem.names)
        names += (names.empty() ? "" : ", ") + name;
    return problem.detail + names;
}

} // namespace

class TestPredictionsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void load_plainFile_givesColumns()
    {
        const auto file = loaded("label,score,latency_ms,model,region,weight\n"
                                 "1,0.9,120,small,north,2\n"
                                 "0,0.30000000000000004,80.5,large,\"south, east\",1\n");
        const auto &p = *file.predictions;
        QCOMPARE(p.rows(), Eigen::Index{2});
        QCOMPARE(int(p.label()[0]), 1);
        QCOMPARE(int(p.label()[1]), 0);
        QVERIFY((listOf(p.score()) == std::vector{0.9, 0.1 + 0.2}));
        QVERIFY((listOf(*p.latency()) == std::vector{120.0, 80.5}));
        QVERIFY((listOf(*p.weight()) == std::vector{2.0, 1.0}));
        QCOMPARE(wordsOf(*p.model()), (std::vector<std::string>{"small", "large"}));
        QCOMPARE(p.segments().size(), std::size_t{1});
        QCOMPARE(wordsOf(p.segments()[0]), (std::vector<std::string>{"north", "south, east"}));
        QCOMPARE(file.columns.size(), std::size_t{6});
        QCOMPARE(file.delimiter, ',');
        QCOMPARE(p.account().records(), std::size_t{2});
    }

    void load_columnsOfOneValue_areKnown()
    {
        const auto file = loaded("label,score,app_version,site,empty,size\n"
                                 "1,0.9,1.0,north,,5\n"
                                 "0,0.3,1.0,north,,5\n");
        const std::vector<OneValue> alike{{"app_version", "1.0"}, {"site", "north"}, {"empty", ""}};
        QVERIFY(file.predictions->alike() == alike);
        QCOMPARE(file.predictions->features().size(), std::size_t{1});
        const auto two = loaded("label,score,app_version\n1,0.9,1.0\n0,0.3,1.1\n1,0.8,1.0\n");
        QVERIFY(two.predictions->alike().empty());
        QCOMPARE(wordsOf(two.predictions->segments().at(0)),
                 (std::vector<std::string>{"1.0", "1.1", "1.0"}));
    }

    void load_layouts_giveTheSame_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("comma") << QByteArray("label,score\n1,0.75\n0,0.25\n");
        QTest::newRow("semicolon, decimal comma") << QByteArray("label;score\n1;0,75\n0;0,25\n");
        QTest::newRow("tab, decimal comma") << QByteArray("label\tscore\n1\t0,75\n0\t0,25\n");
        QTest::newRow("pipe") << QByteArray("label|score\n1|0.75\n0|0.25\n");
        QTest::newRow("CRLF") << QByteArray("label,score\r\n1,0.75\r\n0,0.25\r\n");
        QTest::newRow("CR") << QByteArray("label,score\r1,0.75\r0,0.25\r");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbflabel,score\n1,0.75\n0,0.25\n");
        QTest::newRow("no last line end") << QByteArray("label,score\n1,0.75\n0,0.25");
        QTest::newRow("blank lines") << QByteArray("\nlabel,score\n\n1,0.75\n\n0,0.25\n\n");
        QTest::newRow("all quoted")
                << QByteArray("\"label\",\"score\"\n\"1\",\"0.75\"\n\"0\",\"0.25\"\n");
        QTest::newRow("spaces") << QByteArray(" label , score \n 1 , 0.75 \n 0 , +0.25 \n");
        QTest::newRow("floats as labels") << QByteArray("label,score\n1.0,7.5e-1\n0.0,.25\n");
    }

    void load_layouts_giveTheSame()
    {
        QFETCH(QByteArray, content);
        const auto file = loaded(content);
        QVERIFY((listOf(file.predictions->score()) == std::vector{0.75, 0.25}));
        QCOMPARE(int(file.predictions->label()[0]), 1);
        QCOMPARE(int(file.predictions->label()[1]), 0);
        QCOMPARE(file.mapping.label.value, std::string("label"));
    }

    void load_vectorClean_accountsForEachRow()
    {
        const auto vector = testsupport::vector(QStringLiteral("T1.clean"));
        QByteArray content("label,score,latency_ms,weight\n");
        const auto rows = vector.input.value(QLatin1String("rows")).toArray();
        for (const auto &value : rows) {
            const auto row = value.toObject();
            const auto cell = [&row](const char *name) {
                const auto entry = row.value(QLatin1String(name));
                return entry.isString()    ? entry.toString().toUtf8()
                        : entry.isDouble() ? QByteArray::number(entry.toDouble())
                                           : QByteArray();
            };
            const bool timeOut = row.contains(QLatin1String("status"));
            const auto weight = cell("weight");
            content += cell("label") + ',' + cell("score") + ','
                    + (timeOut ? QByteArray("timeout") : cell("latency")) + ','
                    + (weight.isEmpty() ? QByteArray("1") : weight) + '\n';
        }
        const auto file = loaded(content);
        const auto &account = file.predictions->account();
        using enum SetAsideReason;
        QCOMPARE(account.records(), std::size_t{9});
        QCOMPARE(account.used(), std::size_t{4});
        QCOMPARE(account.lines(LabelMissing), Lines{3});
        QCOMPARE(account.lines(ScoreMissing), Lines{4});
        QCOMPARE(account.lines(LabelUnknown), Lines{6});
        QCOMPARE(account.lines(ScoreInvalid), Lines{7});
        QCOMPARE(account.lines(WeightZero), Lines{9});
        QCOMPARE(account.latency.measured, std::size_t{1});
        QCOMPARE(account.latency.missing, std::size_t{1});
        QCOMPARE(account.latency.invalid, std::size_t{1});
        QCOMPARE(account.latency.timedOut, std::size_t{1});
        const auto &latency = *file.predictions->latency();
        QCOMPARE(latency[0], 100.0);
        QVERIFY(std::isnan(latency[1]));
        QVERIFY(std::isnan(latency[2]));
        QVERIFY(std::isinf(latency[3]));
    }

    void load_setAside_linesArePhysical()
    {
        const auto file = loaded("label,score,note\r\n"
                                 "1,0.9,\"two\r\nlines\"\r\n"
                                 "\r\n"
                                 "1,high,x\r\n"
                                 "0,0.1,\"a\nb\nc\"\n"
                                 ",0.4,y");
        const auto &account = file.predictions->account();
        QCOMPARE(account.lines(SetAsideReason::ScoreInvalid), Lines{5});
        QCOMPARE(account.lines(SetAsideReason::LabelMissing), Lines{9});
        QCOMPARE(account.records(), std::size_t{4});
    }

    void load_brokenFile_saysWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ColumnMapping>("mapping");
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<std::size_t>("line");
        QTest::addColumn<std::string>("detail");
        const auto row = [](const char *name, const QByteArray &content, ProblemKind kind,
                            std::size_t line = 0, std::string detail = {},
                            ColumnMapping mapping = {}) {
            QTest::newRow(name) << content << mapping << kind << line << detail;
        };
        using enum ProblemKind;
        row("empty", "", FileEmpty);
        row("blank lines", "\n\r\n  \n", FileEmpty);
        row("only a byte order mark", "\xef\xbb\xbf", FileEmpty);
        row("header only", "label,score\n\n", HeaderOnly);
        row("gzip", "\x1f\x8b\x08\x01", FileDamaged, 0, "gzip");
        row("NUL bytes", QByteArray("label,score\n1,\0\n", 15), FileBinary, 0, "NUL");
        row("no encoding of ours", "label,score,name\n1,0.5,\xc4\xe3\xba\xc3\n", NotUtf8, 2);
        row("UTF-16", QByteArray("\xff\xfel\0", 4), HeaderOnly);
        row("ragged", "label,score\n1,0.9\n0,0.2,7\n", FieldCount, 3);
        row("unclosed quote", "label,score\n1,0.9\n0,\"0.2\n1,0.3\n", UnclosedQuote, 3);
        row("text after quote", "label,score\n1,\"0.9\"x\n", TextAfterQuote, 2);
        row("no header", "1,0.9\n0,0.2\n", NoScoreColumn, 0, "column 1, column 2");
        row("one column", "score\n0.5\n0.6\n0.7\n", NoLabelColumn, 0, "score");
        row("no score", "label,city\n1,a\n0,b\n", NoScoreColumn, 0, "label, city");
        row("unclear", "label,score\ncat,0.5\ndog,0.6\ncat,0.7\n", PositiveValueUnclear, 0,
            "dog, cat");
        row("unknown column", "label,score\n1,0.9\n0,0.1\n", ColumnMissing, 0, "label, score",
            {.label = "target"});
        row("positive not there", "label,score\n1,0.9\n0,0.1\n", PositiveValueMissing, 0, "yes1, 0",
            {.positive = "yes"});
        row("three classes", "label,score\n1,0.9\n0,0.1\n2,0.2\n2,0.3\n", LabelNotBinary);
        row("nothing usable", "label,score\n1,\n0,\n,0.5\n,0.3\n,0.2\n1,\n0,\n", NothingUsable, 0,
            "score_missing");
        row("wrong delimiter given", "label,score\n1,0.9\n", NoLabelColumn, 0, "label,score",
            {.delimiter = ';'});
        row("duplicate", "label,score,score\n1,0.9,0.2\n0,0.1,0.3\n", ColumnUnclear);
    }

    void load_brokenFile_saysWhatAndWhere()
    {
        QFETCH(QByteArray, content);
        QFETCH(ColumnMapping, mapping);
        QFETCH(ProblemKind, kind);
        QFETCH(std::size_t, line);
        QFETCH(std::string, detail);
        const auto path = write(content);
        const auto result = load(path, mapping);
        QVERIFY(!result.ok());
        QCOMPARE(result.problem().kind, kind);
        QCOMPARE(result.problem().line.value_or(0), line);
        QCOMPARE(result.problem().file, path.string());
        if (!detail.empty())
            QCOMPARE(saidOf(result.problem()), detail);
    }

    void load_noFile_saysSo()
    {
        QCOMPARE(load("/no/such.csv").problem().kind, ProblemKind::FileMissing);
        QCOMPARE(load(m_dir.path().toStdString()).problem().kind, ProblemKind::FileIsDirectory);
    }

    void load_lowerIsPositive_negatesTheScore()
    {
        const auto file = loaded("label,distance\n1,0\n0,2.5\n0,3\n");
        QVERIFY(file.mapping.lowerIsPositive.value);
        QVERIFY((listOf(file.predictions->score()) == std::vector{0.0, -2.5, -3.0}));
        QVERIFY(!std::signbit(file.predictions->score()[0]));
    }

    void load_latencyCells_areJudged()
    {
        const auto file = loaded("label,score,latency_s\n1,0.9,0.25\n0,0.2,-1\n1,0.7,Timed Out\n"
                                 "0,0.3,NA\n1,0.4,soon\n0,0.5,inf\n1,0.6,-inf\n",
                                 {.failed = std::vector<FailedCells>()});
        const auto &p = *file.predictions;
        QCOMPARE(p.account().used(), std::size_t{7});
        QCOMPARE(p.account().latency.measured, std::size_t{1});
        QCOMPARE(p.account().latency.invalid, std::size_t{3});
        QCOMPARE(p.account().latency.timedOut, std::size_t{2});
        QCOMPARE(p.account().latency.missing, std::size_t{1});
        QCOMPARE((*p.latency())[0], 250.0);
    }

    void load_failedCalls_haveNeitherScoreNorWait()
    {
        const QByteArray content("label,score,latency_ms,error\n1,0.9,25,\n0,,2,429\n1,0.7,30,\n"
                                 "0,0.4,-1,\n,0.2,3,500\n0,0.1,-1.0,\n");
        // Asked, as -1 is no wait; either answer is kept.
        const ColumnMapping wanted{
                .failed = std::vector<FailedCells>{{"error", {}}, {"latency_ms", "-1"}}};
        const auto file = loaded(content, wanted);
        const auto &p = *file.predictions;
        QCOMPARE(p.account().used(), std::size_t{5});
        QCOMPARE(p.account().failed(), std::size_t{3});
        QCOMPARE(p.account().setAside(SetAsideReason::LabelMissing), std::size_t{1});
        QCOMPARE(p.account().latency.measured, std::size_t{2});
        QCOMPARE(p.account().latency.invalid, std::size_t{0});
        QCOMPARE(p.select({}, Calls::Failed), (std::vector<std::uint32_t>{1, 3, 4}));
        const auto none = loaded(content, {.failed = std::vector<FailedCells>()});
        QVERIFY(!none.predictions->hasFailures());
        QCOMPARE(none.predictions->account().setAside(SetAsideReason::ScoreMissing),
                 std::size_t{1});
    }

    void load_extraSegment_mayHaveAnyNumberOfValues()
    {
        QByteArray content("label,score,shop\n");
        for (int i = 0; i < 200; ++i)
            content += QByteArray::number(i % 2) + ",0." + QByteArray::number(i + 100) + ",shop"
                    + QByteArray::number(i) + '\n';
        QVERIFY(loaded(content).predictions->segments().empty());
        const auto file = loaded(content, {.extraSegments = {"shop", "label"}});
        const auto &p = *file.predictions;
        QCOMPARE(p.segments().size(), std::size_t{2});
        QCOMPARE(p.segments()[0].values.size(), std::size_t{200});
        QCOMPARE(p.select({.model = {}, .where = {{"shop", "shop7"}}}),
                 std::vector<std::uint32_t>{7});
        QCOMPARE(p.select({.model = {}, .where = {{"label", "1"}}}).size(), std::size_t{100});
    }

    /// Of three classes; the first cell is what was so.
    static QByteArray threeClasses(bool scored)
    {
        constexpr const char *names[]{"cat", "dog", "fox"};
        QByteArray content(scored ? "truth,predicted,confidence\n" : "truth,predicted\n");
        for (int i = 0; i < 300; ++i) {
            const int is = i % 3;
            const int said = i % 7 == 0 ? (is + 1) % 3 : is;
            content += QByteArray(names[is]) + ',' + names[said];
            if (scored)
                content += ",0." + QByteArray::number(said == is ? 600 + i : 350 + i);
            content += '\n';
        }
        return content;
    }

    void load_confidenceAmongSeveralClasses_isZeroWhereAnotherIsSaid()
    {
        const auto file = loaded(threeClasses(true), {.positive = "fox"});
        QCOMPARE(file.mapping.score.value, std::string("confidence"));
        QVERIFY(file.mapping.decision && file.mapping.decision->value == "predicted");
        const auto &p = *file.predictions;
        QCOMPARE(p.rows(), Eigen::Index{300});
        for (int i = 0; i < 300; ++i) {
            const int said = i % 7 == 0 ? (i % 3 + 1) % 3 : i % 3;
            const double confidence = (i % 7 == 0 ? 350 + i : 600 + i) / 1000.0;
            QCOMPARE(p.score()[i], said == 2 ? confidence : 0.0);
            QCOMPARE(int(p.label()[i]), i % 3 == 2 ? 1 : 0);
        }
        // As a session has it: the same columns, named.
        const auto again = loaded(threeClasses(true),
                                  {.label = "truth",
                                   .positive = "fox",
                                   .score = "confidence",
                                   .decision = "predicted"});
        QVERIFY((again.predictions->score() == p.score()).all());
        // Whoever wants the number itself says so.
        const auto plain = loaded(threeClasses(true), {.positive = "fox", .decision = ""});
        QVERIFY((plain.predictions->score() > 0.3).all());
    }

    /// Names of classes that are alike, each with a column of its own.
    void load_scoreOfEachClass_isThatOfTheOneAsked()
    {
        constexpr int classes = 12;
        QByteArray content("actual");
        for (int c = 0; c < classes; ++c)
            content += ",prob_reason_" + QByteArray::number(100 + c).mid(1);
        content += '\n';
        for (int i = 0; i < 400; ++i) {
            content += "reason_" + QByteArray::number(100 + i % classes).mid(1);
            for (int c = 0; c < classes; ++c)
                content += ",0." + QByteArray::number((c == i % classes ? 500 : 100) + i + c);
            content += '\n';
        }
        for (const int asked : {0, 3, 11}) {
            const std::string positive = "reason_" + std::to_string(100 + asked).substr(1);
            const auto file = loaded(content, {.positive = positive});
            QCOMPARE(file.mapping.score.value, "prob_" + positive);
            QCOMPARE(file.predictions->score()[asked], (500 + 2 * asked) / 1000.0);
        }
    }

    void load_decisionsAmongSeveralClasses_areOneAndZero()
    {
        const auto file = loaded(threeClasses(false), {.positive = "dog"});
        QCOMPARE(file.mapping.score.value, std::string("predicted"));
        const auto *judged = file.mapping.judgementOf(Role::Score);
        QVERIFY(judged && judged->certainty == RoleCertainty::Likely);
        for (int i = 0; i < 300; ++i) {
            const int said = i % 7 == 0 ? (i % 3 + 1) % 3 : i % 3;
            QCOMPARE(file.predictions->score()[i], said == 1 ? 1.0 : 0.0);
        }
        const auto again = loaded(threeClasses(false),
                                  {.label = "truth",
                                   .positive = "dog",
                                   .score = "predicted",
                                   .decision = "predicted"});
        QVERIFY((again.predictions->score() == file.predictions->score()).all());
    }

    void load_decisionsOfTwoClasses_areTakenWhereTheyAreNamed()
    {
        QByteArray content("truth,predicted\n");
        for (int i = 0; i < 60; ++i)
            content += QByteArray(i % 3 == 0 ? "spam" : "ham") + ',' + (i % 4 == 0 ? "spam" : "ham")
                    + '\n';
        const auto unasked = load(write(content), {});
        QVERIFY(!unasked && unasked.problem().kind == ProblemKind::NoScoreColumn);
        QCOMPARE(unasked.problem().detail, std::string("predicted"));
        const auto file = loaded(content, {.score = "predicted"});
        for (int i = 0; i < 60; ++i)
            QCOMPARE(file.predictions->score()[i], i % 4 == 0 ? 1.0 : 0.0);
    }

    void load_numbersWithoutAPart_areFeatures()
    {
        QByteArray content("id,label,score,amount,order\n");
        for (int i = 0; i < 200; ++i)
            content += QByteArray::number(i) + ',' + QByteArray::number(i % 2) + ",0."
                    + QByteArray::number(i + 100) + ','
                    + (i % 10 == 0      ? QByteArray(i % 20 == 0 ? "NA" : "")
                               : i == 7 ? QByteArray("a lot")
                                        : QByteArray::number(1000 - i % 60) + ".5")
                    + ',' + QByteArray::number(5000 + 3 * i) + '\n';
        const auto file = loaded(content);
        const auto &features = file.predictions->features();
        QCOMPARE(features.size(), std::size_t{1}); // the orders only grow
        QCOMPARE(features[0].name(), std::string("amount"));
        QCOMPARE(features[0].rows(), file.predictions->rows());
        for (int row = 0; row < 200; ++row)
            QCOMPARE(features[0].isEmpty(row), row % 10 == 0);
        QVERIFY(std::isnan(features[0].at(7)));
        QVERIFY(std::abs(features[0].at(1) - 999.5) < 4.0);
    }

    void load_categories_holdOnlyWhatIsUsedAndKeepNA()
    {
        const auto file = loaded("label,score,country\n1,0.9,NA\n0,,DE\n0,0.1, FR \n1,0.8,\n");
        QCOMPARE(file.predictions->segments()[0].values,
                 (std::vector<std::string>{"NA", "FR", ""}));
    }

    void load_progress_risesFromZeroToOne()
    {
        const auto path = write(manyRows(50000));
        std::vector<double> shares;
        const auto result = load(path, {}, {.progress = [&](double s) { shares.push_back(s); }});
        QVERIFY(result.ok());
        QVERIFY(shares.size() > 20);
        QCOMPARE(shares.front(), 0.0);
        QCOMPARE(shares.back(), 1.0);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    }

    void load_stopAtAnyTime_isCancelled()
    {
        const auto path = write(manyRows(50000));
        for (const double when : {0.0, 0.05, 0.2, 0.45, 0.6, 0.9}) {
            std::stop_source source;
            const auto stopLater = [&](double share) {
                if (share >= when)
                    source.request_stop();
            };
            const auto result = load(path, {}, {.stop = source.get_token(), .progress = stopLater});
            QVERIFY(!result.ok());
            QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
        }
    }

    void load_randomFlaws_areAllAccountedFor()
    {
        std::mt19937 random(99);
        static constexpr std::array<const char *, 5> labels{"1", "0", "0", "", "NA"};
        static constexpr std::array<const char *, 7> scores{"0.5", "0.25", "1e-3", "",
                                                            "x",   "inf",  "0.75"};
        static constexpr std::array<const char *, 6> weights{"1", "2.5", "0", "-1", "", "w"};
        for (int run = 0; run < 100; ++run) {
            QByteArray content("label,score,weight\n1,0.5,1\n0,0.125,1\n1,0.25,1\n");
            std::size_t used = 3;
            const std::size_t records = 3 + random() % 60;
            for (std::size_t i = 3; i < records; ++i) {
                const auto l = random() % labels.size();
                const auto s = random() % scores.size();
                const auto w = random() % 20 < 14 ? 0 : random() % weights.size();
                content += QByteArray(labels[l]) + ',' + scores[s] + ',' + weights[w] + '\n';
                used += l < 3 && (s < 3 || s == 6) && w < 2 ? 1 : 0;
            }
            const auto file = loaded(content, {.score = "score", .weight = "weight"});
            const auto &account = file.predictions->account();
            QCOMPARE(account.records(), records);
            QCOMPARE(account.used(), used);
            QCOMPARE(account.used() + account.setAsideTotal(), records);
            QCOMPARE(std::size_t(file.predictions->rows()), used);
        }
    }

    void preview_unclearLabel_offersTheRarer()
    {
        const auto path = write("label,score\ncat,0.5\ndog,0.6\ncat,0.7\n");
        const auto result = preview(path);
        QVERIFY(result.ok());
        QVERIFY(!result.value().positiveIsClear);
        QCOMPARE(result.value().mapping.positive.value, std::string("dog"));
        QCOMPARE(result.value().labelValues.size(), std::size_t{2});
        QCOMPARE(result.value().records, std::size_t{3});
        QVERIFY(load(path, {.positive = "dog"}).ok());
    }

    void load_numbers_comeBackExactly()
    {
        std::mt19937_64 random(5);
        std::uniform_real_distribution<double> real;
        std::vector<double> scores;
        QByteArray content("label;score\n");
        for (int i = 0; i < 1000; ++i) {
            scores.push_back(real(random));
            auto text = textOf(scores.back());
            std::replace(text.begin(), text.end(), '.', ',');
            content += QByteArray::number(i % 2) + ';' + text.c_str() + '\n';
        }
        QVERIFY(listOf(loaded(content).predictions->score()) == scores);
    }

    /// As many models as rows: one code each, and nothing that grows faster than they do.
    void load_manyModelsGiven_areAllRead()
    {
        QByteArray content("label,score,id\n");
        for (int i = 0; i < 20000; ++i)
            content += QByteArray::number(i % 2) + ",0." + QByteArray::number(10000 + i) + ",m"
                    + QByteArray::number(i) + '\n';
        QVERIFY(!loaded(content).predictions->model());
        const auto file = loaded(content, {.model = "id"});
        QCOMPARE(file.predictions->model()->values.size(), std::size_t{20000});
        QVERIFY(file.mapping.modelsPooled.empty());
    }

    void tableFile_readOnce_loadsInSeveralWays()
    {
        const auto path = write("label,score,other\ncat,0.5,0.1\ndog,0.6,0.2\ncat,0.7,0.3\n");
        const auto bytes = FileBytes::read(path).value();
        QVERIFY(std::filesystem::remove(path));
        const auto table = TableFile::of(bytes).value();
        const auto unclear = table->load({});
        QVERIFY(!unclear);
        QCOMPARE(unclear.problem().kind, ProblemKind::PositiveValueUnclear);
        QCOMPARE(unclear.problem().file, path.string());
        QCOMPARE(table->preview({}).value().mapping.positive.value, std::string("dog"));
        QCOMPARE(table->columns().size(), std::size_t{3});
        QVERIFY(table->load({.positive = "dog"}).ok());
        QCOMPARE(table->load({.positive = "cat", .score = "other"}).value().mapping.score.value,
                 std::string("other"));
    }

private:
    static QByteArray manyRows(int rows)
    {
        QByteArray content("label,score\n");
        for (int i = 0; i < rows; ++i)
            content +=
                    QByteArray::number(i % 2) + ",0." + QByteArray::number(1000 + i % 997) + '\n';
        return content;
    }

    std::filesystem::path write(const QByteArray &content)
    {
        QFile file(m_dir.filePath(QStringLiteral("predictions.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName().toStdString();
    }

    LoadedFile loaded(const QByteArray &content, const ColumnMapping &mapping = {})
    {
        auto result = load(write(content), mapping);
        if (!result) {
            qFatal("problem %d: %s", int(result.problem().kind), result.problem().detail.c_str());
        }
        return std::move(result).value();
    }

    QTemporaryDir m_dir;
};

ONEINN_TEST(TestPredictionsFile)

} // namespace tests::ingest_predictionsfile

#include "tst_predictionsfile.moc"
