// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/listedmodels.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::widgets_listedmodels {

using namespace oneinn;

class TestListedModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noModels_none();
    void fewModels_allInTheirOrder();
    void idInEveryRow_aHundredWithTheMostRows();
};

namespace {

/// Of the codes, each the name of a model.
Predictions predictionsOf(const std::vector<int> &codes, int models)
{
    PredictionColumns columns;
    const auto rows = static_cast<Eigen::Index>(codes.size());
    columns.label = LabelColumn::Zero(rows);
    columns.score = Eigen::ArrayXd::Zero(rows);
    CategoryColumn column;
    column.name = "model";
    for (int model = 0; model < models; ++model)
        column.values.push_back("m" + std::to_string(model));
    column.codes = Eigen::Map<const Eigen::ArrayXi>(codes.data(), rows).cast<std::uint32_t>();
    columns.model = std::move(column);
    return {std::move(columns), RowAccount{}};
}

} // namespace

void TestListedModels::noModels_none()
{
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(3);
    columns.score = Eigen::ArrayXd::Zero(3);
    QVERIFY(listedModels({std::move(columns), RowAccount{}}).empty());
}

void TestListedModels::fewModels_allInTheirOrder()
{
    const std::vector<std::string> expected{"m0", "m1", "m2"};
    QCOMPARE(listedModels(predictionsOf({2, 2, 1, 0}, 3)), expected);
}

void TestListedModels::idInEveryRow_aHundredWithTheMostRows()
{
    constexpr int ids = 200'000;
    std::vector<int> codes;
    for (int id = 0; id < ids; ++id)
        codes.push_back(id);
    codes.insert(codes.end(), {777, 777, 150'000});
    const auto listed = listedModels(predictionsOf(codes, ids));
    QCOMPARE(listed.size(), std::size_t(100));
    QCOMPARE(listed[0], std::string("m777"));
    QCOMPARE(listed[1], std::string("m150000"));
    QCOMPARE(listed[2], std::string("m0"));
}

ONEINN_TEST(TestListedModels)

} // namespace tests::widgets_listedmodels

#include "tst_listedmodels.moc"
