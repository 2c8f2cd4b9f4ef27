// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictions.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::predictions_predictions {

using namespace oneinn;

namespace {

CategoryColumn category(std::string name, std::vector<std::string> values,
                        std::initializer_list<std::uint32_t> codes)
{
    CategoryColumn column{std::move(name), std::move(values), {}};
    column.codes.resize(static_cast<Eigen::Index>(codes.size()));
    std::copy(codes.begin(), codes.end(), column.codes.begin());
    return column;
}

Predictions fourRows()
{
    PredictionColumns columns;
    columns.label.resize(4);
    columns.label << 1, 0, 1, 0;
    columns.score.resize(4);
    columns.score << 0.9, 0.8, 0.7, 0.6;
    columns.model = category("model", {"small", "large"}, {0, 1, 0, 1});
    columns.segments.push_back(category("region", {"north", "south"}, {0, 0, 1, 1}));
    columns.segments.push_back(category("week", {"9", "10", ""}, {0, 1, 1, 2}));
    columns.segments.push_back(category("device", {"phone", "desk", ""}, {0, 1, 2, 1}));
    RowAccount account;
    for (int i = 0; i < 4; ++i)
        account.countUsed();
    return {std::move(columns), account};
}

using Match = Selection::Match;
using Rows = std::vector<std::uint32_t>;

} // namespace

class TestPredictions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void select_conditions_keepRowsThatMeetAll_data()
    {
        QTest::addColumn<Selection>("selection");
        QTest::addColumn<Rows>("expected");
        const auto row = [](const char *name, Selection selection, Rows expected) {
            QTest::newRow(name) << std::move(selection) << std::move(expected);
        };
        row("nothing asked", {}, {0, 1, 2, 3});
        row("a model", {.model = "large", .where = {}}, {1, 3});
        row("no such model", {.model = "huge", .where = {}}, {});
        row("a segment", {.model = {}, .where = {{"region", "north"}}}, {0, 1});
        row("two segments", {.model = {}, .where = {{"region", "south"}, {"device", "desk"}}}, {3});
        row("empty cells", {.model = {}, .where = {{"device", ""}}}, {2});
        row("model and segment", {.model = "small", .where = {{"region", "south"}}}, {2});
        row("contradiction", {.model = {}, .where = {{"region", "south"}, {"region", "north"}}},
            {});
        row("before a week", {.model = {}, .where = {{"week", "10", Match::Before}}}, {0});
        row("from a week on", {.model = {}, .where = {{"week", "9.5", Match::From}}}, {1, 2});
        row("between two",
            {.model = {}, .where = {{"week", "9", Match::From}, {"week", "10", Match::Before}}},
            {0});
        row("after all", {.model = {}, .where = {{"week", "11", Match::From}}}, {});
        row("without order", {.model = {}, .where = {{"region", "north", Match::From}}}, {});
        row("no such column", {.model = {}, .where = {{"planet", "earth"}}}, {});
        row("no such value", {.model = {}, .where = {{"region", "east"}}}, {});
    }

    void select_conditions_keepRowsThatMeetAll()
    {
        QFETCH(Selection, selection);
        QFETCH(Rows, expected);
        QCOMPARE(fourRows().select(selection), expected);
    }

    void codeOf_value_isItsPosition()
    {
        const auto column = category("c", {"a", "b"}, {0, 1});
        QVERIFY(column.codeOf("b") == 1U);
        QVERIFY(!column.codeOf("c"));
    }

    void select_modelOfFileWithoutModels_keepsNothing()
    {
        PredictionColumns columns;
        columns.label = LabelColumn::Constant(1, 1);
        columns.score = Eigen::ArrayXd::Constant(1, 0.5);
        const Predictions predictions(std::move(columns), {});
        QVERIFY(predictions.select({.model = "small", .where = {}}).empty());
        QVERIFY(!predictions.hasLatency());
        QCOMPARE(predictions.select({}).size(), std::size_t{1});
    }
};

ONEINN_TEST(TestPredictions)

} // namespace tests::predictions_predictions

#include "tst_predictions.moc"
