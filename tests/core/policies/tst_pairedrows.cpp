// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/pairedrows.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace tests::policies_pairedrows {

using namespace oneinn;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A row as a person would write it.
struct Row {
    std::string model;
    std::string example;
    int label = 0;
    double score = 0.0;
    double latency = 0.0;
    double weight = 1.0;
    std::string user = "u";
    std::string country = "nl";
};

enum Column : unsigned { Model = 1, Example = 2, Latency = 4, Weight = 8, User = 16, All = 31 };

template<typename Text>
CategoryColumn category(const char *name, const std::vector<Row> &rows, const Text &text)
{
    CategoryColumn column{name, {}, CodeColumn(static_cast<Eigen::Index>(rows.size()))};
    std::map<std::string, std::uint32_t> codes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto [found, isNew] =
                codes.try_emplace(text(rows[i]), static_cast<std::uint32_t>(codes.size()));
        if (isNew)
            column.values.push_back(found->first);
        column.codes[static_cast<Eigen::Index>(i)] = found->second;
    }
    return column;
}

Predictions predictionsOf(const std::vector<Row> &rows, unsigned columns = All)
{
    const auto n = static_cast<Eigen::Index>(rows.size());
    PredictionColumns made;
    made.label.resize(n);
    made.score.resize(n);
    Eigen::ArrayXd latency(n);
    Eigen::ArrayXd weight(n);
    RowAccount account;
    for (Eigen::Index i = 0; i < n; ++i) {
        const Row &row = rows[static_cast<std::size_t>(i)];
        made.label[i] = static_cast<std::uint8_t>(row.label);
        made.score[i] = row.score;
        latency[i] = row.latency;
        weight[i] = row.weight;
        account.countUsed();
    }
    if (columns & Latency)
        made.latency = latency;
    if (columns & Weight)
        made.weight = weight;
    if (columns & Model)
        made.model = category("model", rows, [](const Row &row) { return row.model; });
    if (columns & Example)
        made.exampleId = category("id", rows, [](const Row &row) { return row.example; });
    if (columns & User)
        made.userId = category("user", rows, [](const Row &row) { return row.user; });
    made.segments.push_back(category("country", rows, [](const Row &row) { return row.country; }));
    return {std::move(made), account};
}

std::vector<Row> twoModels()
{
    return {
            {"small", "a", 1, 0.9, 10.0, 2.0, "ann"},
            {"large", "a", 1, 0.8, 100.0, 2.0, "ann"},
            {"large", "b", 0, 0.3, 200.0, 1.0, "bob"},
            {"small", "b", 0, 0.4, infinity, 3.0, "bea"},
            {"small", "c", 1, 0.5, 30.0},
            {"large", "c", 0, 0.5, 300.0},
            {"small", "d", 1, 0.5, 40.0},
            {"large", "e", 1, 0.5, 400.0},
            {"small", "f", 1, 0.5, 50.0},
            {"small", "f", 1, 0.5, 50.0},
            {"large", "f", 1, 0.5, 500.0},
            {"small", "g", 1, 0.5, unknown},
            {"large", "g", 1, 0.6, 600.0},
            {"small", "", 1, 0.5, 70.0},
            {"large", "", 1, 0.6, 700.0},
    };
}

PairedRows joined(const JoinedRows &rows)
{
    return std::get<PairedRows>(rows);
}

/// -1: none.
int faultOf(const JoinedRows &rows)
{
    return std::holds_alternative<JoinFault>(rows) ? int(std::get<JoinFault>(rows)) : -1;
}

/// Word for word: an example counts if each model has exactly one row of it, all with one label
/// and a known latency. Empty where it does not.
std::vector<std::size_t> naiveUse(const std::vector<Row> &rows, const std::string &example,
                                  const std::vector<std::string> &models)
{
    std::vector<std::size_t> use;
    for (const auto &model : models) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].example == example && rows[i].model == model)
                found.push_back(i);
        }
        if (found.size() != 1 || std::isnan(rows[found[0]].latency))
            return {};
        use.push_back(found[0]);
    }
    const bool agree = std::all_of(use.begin(), use.end(), [&](std::size_t i) {
        return rows[i].label == rows[use.front()].label;
    });
    return agree ? use : std::vector<std::size_t>();
}

std::vector<std::vector<std::size_t>> naiveUses(const std::vector<Row> &rows,
                                                const std::vector<std::string> &models)
{
    std::vector<std::vector<std::size_t>> uses;
    std::vector<std::string> seen;
    for (const Row &row : rows) {
        if (std::find(seen.begin(), seen.end(), row.example) != seen.end())
            continue;
        seen.push_back(row.example);
        const auto use = naiveUse(rows, row.example, models);
        if (!use.empty())
            uses.push_back(use);
    }
    return uses;
}

std::vector<Row> randomRows(std::mt19937 &random, int n, int examples, int models)
{
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    std::vector<Row> rows;
    for (int i = 0; i < n; ++i) {
        Row row;
        row.model = "m" + std::to_string(below(models));
        const int example = below(examples);
        row.example = "x" + std::to_string(example);
        row.label = below(20) == 0 ? below(2) : example % 2;
        row.score = i;
        row.latency = below(30) == 0 ? unknown : below(30) == 0 ? infinity : below(500);
        row.weight = 1 + below(3);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

class TestPairedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void join_twoModels_keepsCompleteExamples();
    void join_modelsChosen_comeInThatOrder();
    void join_random_agreesWithDefinition();
    void join_conditions_keepRowsThatMeetThem();
    void join_withoutLatencies_needsNone();
    void join_whatIsMissing_isSaid();
    void oneModel_needsNoExampleIds();
    void noModelColumn_everyRowIsAUse();
    void rebased_weighsByClass();
};

void TestPairedRows::join_twoModels_keepsCompleteExamples()
{
    const auto rows = joined(joinedModels(predictionsOf(twoModels())));
    QCOMPARE(rows.models, (std::vector<std::string>{"small", "large"}));
    QCOMPARE(rows.uses(), 2);
    QCOMPARE(rows.rowsLeftOut, std::size_t{11});
    QCOMPARE(int(rows.label[0]), 1);
    QCOMPARE(int(rows.label[1]), 0);
    QCOMPARE(rows.score(0, 0), 0.9);
    QCOMPARE(rows.score(0, 1), 0.8);
    QCOMPARE(rows.score(1, 0), 0.4);
    QCOMPARE(rows.score(1, 1), 0.3);
    QCOMPARE(rows.latency(0, 1), 100.0);
    QCOMPARE(rows.latency(1, 0), infinity);
    // Where rows of an example disagree, the first model's count.
    QCOMPARE(rows.weight[1], 3.0);
    const auto users = predictionsOf(twoModels()).userId()->values;
    QCOMPARE(users[rows.user[0]], std::string("ann"));
    QCOMPARE(users[rows.user[1]], std::string("bea"));
}

void TestPairedRows::join_modelsChosen_comeInThatOrder()
{
    const auto rows = joined(joinedModels(predictionsOf(twoModels()), {}, {"large", "small"}));
    QCOMPARE(rows.models, (std::vector<std::string>{"large", "small"}));
    QCOMPARE(rows.score(1, 0), 0.3);
    QCOMPARE(rows.weight[1], 1.0);
}

void TestPairedRows::join_random_agreesWithDefinition()
{
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        const auto rows = randomRows(random, 40 + round * 3, 30, 2 + round % 2);
        std::vector<std::string> models{"m1", "m0"};
        if (round % 3 == 0)
            models = predictionsOf(rows).model()->values;
        const auto candidates = std::count_if(rows.begin(), rows.end(), [&](const Row &row) {
            return std::find(models.begin(), models.end(), row.model) != models.end();
        });
        const auto uses = naiveUses(rows, models);
        const auto answer = joinedModels(predictionsOf(rows), {}, models);
        QCOMPARE(std::holds_alternative<JoinFault>(answer), uses.empty());
        if (uses.empty())
            continue;
        const auto paired = joined(answer);
        QCOMPARE(static_cast<std::size_t>(paired.uses()), uses.size());
        QCOMPARE(paired.rowsLeftOut,
                 static_cast<std::size_t>(candidates) - uses.size() * models.size());
        for (std::size_t i = 0; i < uses.size(); ++i) {
            const auto use = static_cast<Eigen::Index>(i);
            QCOMPARE(paired.weight[use], rows[uses[i][0]].weight);
            QCOMPARE(int(paired.label[use]), rows[uses[i][0]].label);
            for (std::size_t m = 0; m < models.size(); ++m) {
                const auto model = static_cast<Eigen::Index>(m);
                QCOMPARE(paired.score(use, model), rows[uses[i][m]].score);
                QCOMPARE(paired.latency(use, model), rows[uses[i][m]].latency);
            }
        }
    }
}

void TestPairedRows::join_conditions_keepRowsThatMeetThem()
{
    auto rows = twoModels();
    rows[0].country = rows[1].country = "de";
    rows[2].country = "de"; // and its partner is not
    const auto predictions = predictionsOf(rows);
    const auto german = joined(joinedModels(predictions, {{"country", "de"}}));
    QCOMPARE(german.uses(), 1);
    QCOMPARE(german.rowsLeftOut, std::size_t{1});
    QCOMPARE(faultOf(joinedModels(predictions, {{"country", "fr"}})),
             int(JoinFault::NoCompleteExample));
}

void TestPairedRows::join_withoutLatencies_needsNone()
{
    const auto rows = joined(joinedModels(predictionsOf(twoModels(), Model | Example)));
    QVERIFY(!rows.hasLatency());
    QCOMPARE(rows.uses(), 3); // g as well
    QCOMPARE(rows.user.size(), 0);
    QVERIFY((rows.weight == 1.0).all());
}

void TestPairedRows::join_whatIsMissing_isSaid()
{
    const auto nameless = predictionsOf(twoModels(), Model | Latency);
    QCOMPARE(faultOf(joinedModels(nameless)), int(JoinFault::NoExampleIds));
    QCOMPARE(faultOf(joinedModels(nameless, {}, {"small"})), -1);
    const int none = int(JoinFault::NoCompleteExample);
    const auto named = predictionsOf(twoModels());
    QCOMPARE(faultOf(joinedModels(named, {}, {"small", "huge"})), none);
    QCOMPARE(faultOf(joinedModels(named, {}, {"huge"})), none);
    const auto withoutModels = predictionsOf(twoModels(), Example);
    QCOMPARE(faultOf(joinedModels(withoutModels, {}, {"small", "large"})), none);
    QCOMPARE(faultOf(rowsOfOneModel(predictionsOf({{"m", "a", 1, 0.5, unknown}}), {})), none);
}

void TestPairedRows::oneModel_needsNoExampleIds()
{
    const auto predictions = predictionsOf(twoModels(), Model | Latency | Weight);
    const auto rows = joined(rowsOfOneModel(predictions, {.model = "small", .where = {}}));
    QCOMPARE(rows.models, std::vector<std::string>{"small"});
    QCOMPARE(rows.uses(), 7);
    QCOMPARE(rows.rowsLeftOut, std::size_t{1});
    QCOMPARE(rows.weight[1], 3.0);
    QVERIFY(!rows.latency.isNaN().any());
}

void TestPairedRows::noModelColumn_everyRowIsAUse()
{
    const auto rows = joined(joinedModels(predictionsOf(twoModels(), Latency)));
    QCOMPARE(rows.models, std::vector<std::string>{""});
    QCOMPARE(rows.uses(), 14);
    QCOMPARE(rows.rowsLeftOut, std::size_t{1});
    QCOMPARE(rows.latency(13, 0), 700.0);
}

void TestPairedRows::rebased_weighsByClass()
{
    const auto rows = joined(joinedModels(predictionsOf(twoModels())));
    const auto restated = rows.rebased({.positive = 0.5, .negative = 4.0});
    QCOMPARE(restated.weight[0], 1.0);
    QCOMPARE(restated.weight[1], 12.0);
    QVERIFY((restated.score == rows.score).all());
}

ONEINN_TEST(TestPairedRows)

} // namespace tests::policies_pairedrows

#include "tst_pairedrows.moc"
