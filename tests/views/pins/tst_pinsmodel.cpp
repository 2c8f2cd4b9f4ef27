// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/pins/pinsmodel.h"

#include "wording/assessed.h"

#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::pins_pinsmodel {

using namespace oneinn;
using testsupport::assessed;
using testsupport::inlineSuggestion;
using testsupport::scenarioAt;

namespace {

enum Column { Name, ThresholdSet, BudgetSet, PolicySet, Wrong, Missed, Late, UntilBad, Value };

const Budget budget = Milliseconds{400.0};

Assessment now()
{
    return assessed(inlineSuggestion, scenarioAt(0.5, budget));
}

PinResults::Pin pinOf(const Assessment &assessment)
{
    PinResults::Pin pin{.choice = choiceOf(assessment.scenario),
                        .assessed = {},
                        .differences = {},
                        .compared = {},
                        .isCurrent = true};
    pin.assessed = std::make_shared<const AssessedPin>(
            AssessedPin{assessment.scenario, {}, {}, assessment});
    return pin;
}

/// Now, and a pin at 0.65 without a budget: 130 rows fewer are shown wrongly.
struct Filled {
    explicit Filled(std::size_t pins = 1)
    {
        const Assessment other = assessed(inlineSuggestion, scenarioAt(0.65));
        points.resize(pins, {.name = {}, .choice = choiceOf(other.scenario)});
        known.resize(pins, pinOf(other));
        model.setNow(now());
        model.setPins(points, known);
    }
    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }

    PinsModel model;
    std::vector<PinnedPoint> points;
    std::vector<PinResults::Pin> known;
};

} // namespace

class TestPinsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void model_anyChange_keepsTheRulesOfModels();
    void now_moved_changesOnlyWhatReadsDifferently();
    void shares_inAColumn_haveOneDenominator();
    void numbers_anywhere_standOnTheRight();
    void pin_notKnownYet_saysWhatWasChosen();
    void pin_outdated_isFaint();
    void name_edited_isAskedForAndNotSet();
    void drop_between_isAskedForAsPlaces_data();
    void drop_between_isAskedForAsPlaces();
};

void TestPinsModel::model_anyChange_keepsTheRulesOfModels()
{
    PinsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    Filled filled(3);
    model.setNow(now());
    QCOMPARE(model.rowCount(), 1);
    model.setPins(filled.points, filled.known);
    QCOMPARE(model.rowCount(), 4);
    model.setDifferences(true);
    model.setOutdated(true);
    model.setPins({}, {});
    QCOMPARE(model.rowCount(), 1);
}

void TestPinsModel::now_moved_changesOnlyWhatReadsDifferently()
{
    Filled filled;
    filled.model.setNow(now());
    QSignalSpy changed(&filled.model, &PinsModel::dataChanged);
    filled.model.setNow(now());
    QCOMPARE(changed.size(), 0);
    filled.model.setNow(assessed(inlineSuggestion, scenarioAt(0.65, budget)));
    QVERIFY(!changed.isEmpty());
    for (const auto &change : std::as_const(changed)) {
        const auto cell = change.first().toModelIndex();
        QCOMPARE(cell.row(), 0);
        QVERIFY(cell.column() != BudgetSet);
    }
    QCOMPARE(filled.cell(0, ThresholdSet), QStringLiteral("0.65"));
}

void TestPinsModel::shares_inAColumn_haveOneDenominator()
{
    Filled filled;
    // 287 of 2,210 shown are wrong; at 0.65 none of 1,923 + 130.
    QCOMPARE(filled.cell(0, Wrong), QStringLiteral("13 of 100 (1 in 8)"));
    QCOMPARE(filled.cell(1, Wrong), QStringLiteral("none of 2,053"));
    QCOMPARE(filled.cell(1, Late), QStringLiteral("—"));
    // 12 of 1,935: below 2 of 100, so that every share of the column is said of 1,000.
    testsupport::Kinds rare = inlineSuggestion;
    rare.fp = 12;
    filled.known[0] = pinOf(assessed(rare, scenarioAt(0.5, budget)));
    filled.model.setPins(filled.points, filled.known);
    QVERIFY2(filled.cell(1, Wrong).contains(QLatin1String("of 1,000")),
             qPrintable(filled.cell(1, Wrong)));
    QCOMPARE(filled.cell(0, Wrong), QStringLiteral("130 of 1,000 (1 in 8)"));
}

void TestPinsModel::numbers_anywhere_standOnTheRight()
{
    Filled filled;
    for (int column = 0; column < filled.model.columnCount(); ++column) {
        const bool words = column == Name || column == PolicySet;
        const auto wanted = (words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        const auto found = filled.model.index(1, column).data(Qt::TextAlignmentRole);
        QCOMPARE(found.value<Qt::Alignment>(), Qt::Alignment(wanted));
    }
}

void TestPinsModel::pin_notKnownYet_saysWhatWasChosen()
{
    Filled filled;
    filled.known[0].assessed.reset();
    filled.model.setPins(filled.points, filled.known);
    QCOMPARE(filled.cell(1, ThresholdSet), QStringLiteral("0.65"));
    QCOMPARE(filled.cell(1, BudgetSet), QStringLiteral("none"));
    QCOMPARE(filled.cell(1, Value), QStringLiteral("…"));
    filled.known[0].assessed = std::make_shared<const AssessedPin>(
            AssessedPin{{}, PinMisfit::BudgetWithoutLatencies, {}, {}});
    filled.model.setPins(filled.points, filled.known);
    QCOMPARE(filled.cell(1, Value), QStringLiteral("—"));
    QVERIFY(filled.model.misfitOf(0).contains(QLatin1String("latency budget")));
}

void TestPinsModel::pin_outdated_isFaint()
{
    Filled filled;
    filled.known[0].isCurrent = false;
    filled.model.setPins(filled.points, filled.known);
    const auto faint = [&filled](int row) {
        return filled.model.index(row, Value).data(Qt::ForegroundRole).isValid();
    };
    QVERIFY(!faint(1)); // it may be there in a moment
    filled.model.setOutdated(true);
    QVERIFY(faint(1));
    QVERIFY(!faint(0));
}

void TestPinsModel::name_edited_isAskedForAndNotSet()
{
    Filled filled;
    QSignalSpy edited(&filled.model, &PinsModel::nameEdited);
    QVERIFY(filled.model.setData(filled.model.index(1, Name), QStringLiteral(" mine "),
                                 Qt::EditRole));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).toInt(), 0);
    QCOMPARE(edited.first().at(1).toString(), QStringLiteral("mine"));
    QCOMPARE(filled.cell(1, Name), QStringLiteral("○ A"));
    QVERIFY(!filled.model.setData(filled.model.index(0, Name), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!filled.model.setData(filled.model.index(1, Value), QStringLiteral("x"), Qt::EditRole));
}

void TestPinsModel::drop_between_isAskedForAsPlaces_data()
{
    QTest::addColumn<int>("from"); // pin
    QTest::addColumn<int>("row");  // it is let go of before; -1: below the last
    QTest::addColumn<int>("to");   // -1: nothing is asked for
    QTest::addRow("first to the end") << 0 << 4 << 2;
    QTest::addRow("first below all") << 0 << -1 << 2;
    QTest::addRow("last to the front") << 2 << 1 << 0;
    QTest::addRow("last above now") << 2 << 0 << 0;
    QTest::addRow("first down by one") << 0 << 3 << 1;
    QTest::addRow("where it is") << 1 << 2 << -1;
    QTest::addRow("below itself") << 1 << 3 << -1;
}

void TestPinsModel::drop_between_isAskedForAsPlaces()
{
    QFETCH(const int, from);
    QFETCH(const int, row);
    QFETCH(const int, to);
    Filled filled(3);
    QSignalSpy asked(&filled.model, &PinsModel::moveRequested);
    const std::unique_ptr<QMimeData> data(
            filled.model.mimeData({filled.model.index(from + 1, Value)}));
    QVERIFY(filled.model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {}));
    QCOMPARE(asked.size(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(asked.first(), (QVariantList{from, to}));
    const QMimeData other;
    QVERIFY(!filled.model.dropMimeData(&other, Qt::MoveAction, row, 0, {}));
}

ONEINN_TEST(TestPinsModel)

} // namespace tests::pins_pinsmodel

#include "tst_pinsmodel.moc"
