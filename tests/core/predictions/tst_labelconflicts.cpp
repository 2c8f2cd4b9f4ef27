// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/labelconflicts.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::predictions_labelconflicts {

using namespace oneinn;

class TestLabelConflicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void examples_ofTwoLabels_areCountedAndNamed();
    void withoutModels_thereAreNone();
};

namespace {

/// Rows as (example, label); an example that comes again is of another model.
Predictions predictionsOf(const std::vector<std::pair<std::string, int>> &rows, bool models)
{
    const auto n = static_cast<Eigen::Index>(rows.size());
    PredictionColumns columns;
    columns.label.resize(n);
    columns.score = Eigen::ArrayXd::Constant(n, 0.5);
    columns.exampleId = CategoryColumn{"id", {}, CodeColumn(n)};
    if (models)
        columns.model = CategoryColumn{"model", {"a", "b"}, CodeColumn::Zero(n)};
    for (Eigen::Index row = 0; row < n; ++row) {
        const auto &[example, label] = rows[static_cast<std::size_t>(row)];
        columns.label[row] = static_cast<std::uint8_t>(label);
        auto code = columns.exampleId->codeOf(example);
        if (!code) {
            code = static_cast<std::uint32_t>(columns.exampleId->values.size());
            columns.exampleId->values.push_back(example);
        }
        columns.exampleId->codes[row] = *code;
    }
    return {std::move(columns), RowAccount()};
}

} // namespace

void TestLabelConflicts::examples_ofTwoLabels_areCountedAndNamed()
{
    const auto found = labelConflicts(predictionsOf({{"1", 1},
                                                     {"2", 0},
                                                     {"3", 1},
                                                     {"1", 0},
                                                     {"2", 0},
                                                     {"4", 1},
                                                     {"4", 1},
                                                     {"4", 0},
                                                     {"", 1},
                                                     {"", 0}},
                                                    true));
    QCOMPARE(found.of, std::size_t{3});
    QCOMPARE(found.examples, std::size_t{2});
    QCOMPARE(found.names, (std::vector<std::string>{"1", "4"}));
}

void TestLabelConflicts::withoutModels_thereAreNone()
{
    QCOMPARE(labelConflicts(predictionsOf({{"1", 1}, {"1", 0}}, false)).examples, std::size_t{0});
}

ONEINN_TEST(TestLabelConflicts)

} // namespace tests::predictions_labelconflicts

#include "tst_labelconflicts.moc"
