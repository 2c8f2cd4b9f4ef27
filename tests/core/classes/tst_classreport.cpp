// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classreport.h"

#include "support/testpaths.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::classes_classreport {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::optionalNumber;
using testsupport::VectorCase;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

QList<testsupport::Vector> classVectors()
{
    QFile file(testsupport::testData("vectors-2-classes.json"_L1));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    QList<testsupport::Vector> found;
    for (const auto &each :
         QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray())
        found.append({each["id"_L1].toString(), each["input"_L1].toObject(), each["expected"_L1],
                      each["tol"_L1].toDouble()});
    return found;
}

Eigen::ArrayXXd table(const QJsonValue &value)
{
    const QJsonArray rows = value.toArray();
    Eigen::ArrayXXd result(rows.size(), rows.first().toArray().size());
    for (qsizetype row = 0; row < rows.size(); ++row)
        result.row(row) = testsupport::numbers(rows[row]);
    return result;
}

ClassRows rowsOf(const std::vector<std::string> &names, const QJsonArray &labels)
{
    ClassRows rows;
    rows.names = names;
    for (const auto &label : labels) {
        const auto at = std::ranges::find(names, label.toString().toStdString());
        rows.actual.push_back(static_cast<std::uint32_t>(at - names.begin()));
    }
    return rows;
}

void compareMeans(const ClassMeans &means, const QJsonValue &expected, double tolerance)
{
    COMPARE_NEAR(means.precision.value, optionalNumber(expected["precision"_L1]), tolerance);
    COMPARE_NEAR(means.recall.value, optionalNumber(expected["recall"_L1]), tolerance);
    COMPARE_NEAR(means.f1.value, optionalNumber(expected["f1"_L1]), tolerance);
}

void compareClasses(const ClassReport &report, VectorCase &one)
{
    const QJsonValue precision = one.expected.take("precision"_L1);
    const QJsonValue recall = one.expected.take("recall"_L1);
    const QJsonValue f1 = one.expected.take("f1"_L1);
    const QJsonValue matrix = one.expected.take("matrix"_L1);
    for (std::size_t at = 0; at < report.classes.size(); ++at) {
        const ClassRow &row = report.classes[at];
        const auto place = static_cast<qsizetype>(at);
        COMPARE_NEAR(valueOf(row.precision), optionalNumber(precision[place]), one.tolerance);
        COMPARE_NEAR(valueOf(row.recall), optionalNumber(recall[place]), one.tolerance);
        COMPARE_NEAR(row.f1, optionalNumber(f1[place]), one.tolerance);
        QCOMPARE(report.matrix[at].size(), report.classes.size() + 1);
        for (std::size_t decided = 0; decided < report.matrix[at].size(); ++decided)
            QCOMPARE(report.matrix[at][decided].rows,
                     matrix[place][static_cast<qsizetype>(decided)].toDouble());
    }
}

void checkReport(VectorCase &one)
{
    std::vector<std::string> names;
    for (const auto &name : one.input.take("classes"_L1).toArray())
        names.push_back(name.toString().toStdString());
    ClassRows rows = rowsOf(names, one.input.take("label"_L1).toArray());
    const ClassScores scores = table(one.input.take("scores"_L1));
    Eigen::ArrayXd thresholds = Eigen::ArrayXd::Constant(scores.cols(), -infinite);
    if (one.input.has("thresholds"_L1))
        thresholds = testsupport::numbers(one.input.take("thresholds"_L1));
    rows.decided = decidedByScore(scores, thresholds);
    const bool costs = one.input.has("costs"_L1);
    const ClassReport report =
            classReport(rows, costs ? table(one.input.take("costs"_L1)) : evenCosts(names.size()));
    compareClasses(report, one);
    compareMeans(report.macro, one.expected.take("macro"_L1), one.tolerance);
    compareMeans(report.weighted, one.expected.take("weighted"_L1), one.tolerance);
    const QJsonValue micro = one.expected.take("micro"_L1);
    COMPARE_NEAR(report.microPrecision, optionalNumber(micro["precision"_L1]), one.tolerance);
    COMPARE_NEAR(report.microRecall, optionalNumber(micro["recall"_L1]), one.tolerance);
    COMPARE_NEAR(valueOf(report.right), optionalNumber(one.expected.take("accuracy"_L1)),
                 one.tolerance);
    QCOMPARE(report.undecided->yes.rows, one.expected.take("undecided"_L1).toDouble());
    const auto wrong = optionalNumber(one.expected.take("wrong_of_shown"_L1));
    COMPARE_NEAR(report.microPrecision ? std::optional(1.0 - *report.microPrecision) : std::nullopt,
                 wrong, one.tolerance);
    const auto cost = optionalNumber(one.expected.take("cost_per_use"_L1));
    if (costs)
        COMPARE_NEAR(report.costPerRow(), cost, one.tolerance);
    QStringList undefined;
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (!report.classes[at].precision)
            undefined.append(QString::fromStdString(names[at]));
    }
    QCOMPARE(undefined, one.expected.take("undefined_precision"_L1).toVariant().toStringList());
    QCOMPARE(report.macro.precision.classes, names.size() - std::size_t(undefined.size()));
}

void checkCheapest(VectorCase &one)
{
    const ClassScores scores = table(one.input.take("scores"_L1));
    const ClassCosts costs = table(one.input.take("costs"_L1));
    const Eigen::ArrayXXd expected = table(one.expected.take("expected_cost"_L1));
    const Eigen::ArrayXXd found = expectedCosts(scores, costs);
    QVERIFY((found - expected).abs().maxCoeff() <= one.tolerance);
    const QJsonArray decisions = one.expected.take("decision"_L1).toArray();
    const auto decided = decidedByCost(scores, costs);
    QCOMPARE(decided.size(), std::size_t(decisions.size()));
    for (qsizetype row = 0; row < decisions.size(); ++row)
        QCOMPARE(int(decided[std::size_t(row)]), decisions[row].toInt());
}

} // namespace

class TestClassReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void confusions_mostCostlyFirst();
    void users_widenIntervals();
    void interval_holdsTheTruthIn95Of100();
    void manyClasses_listTheWorst();
};

void TestClassReport::vectors_data()
{
    QTest::addColumn<qsizetype>("place");
    const auto all = classVectors();
    QCOMPARE(all.size(), 5);
    for (qsizetype place = 0; place < all.size(); ++place)
        QTest::newRow(qPrintable(all[place].id)) << place;
}

void TestClassReport::vectors()
{
    QFETCH(qsizetype, place);
    const testsupport::Vector vector = classVectors().at(place);
    VectorCase one(vector);
    if (vector.id.contains("bayes"_L1))
        checkCheapest(one);
    else
        checkReport(one);
    QCOMPARE(one.input.problems(), QStringList());
    QCOMPARE(one.expected.problems(), QStringList());
}

/// Cost, and not number, puts them in order; what is undecided is among them.
void TestClassReport::confusions_mostCostlyFirst()
{
    ClassRows rows{.names = {"a", "b", "c"},
                   .actual = {0, 0, 0, 0, 1, 1, 2, 2},
                   .decided = {0, 1, 1, 3, 1, 2, 2, 0},
                   .weight = {}};
    ClassCosts costs = evenCosts(3);
    costs(2, 0) = 10.0;
    costs(1, 2) = 0.0;
    const ClassReport report = classReport(rows, costs);
    QCOMPARE(report.confusions.size(), std::size_t(4));
    QCOMPARE(report.confusions[0].actual, 2U);
    QCOMPARE(report.confusions[0].cost, 10.0);
    QCOMPARE(report.confusions[1].actual, 0U);
    QCOMPARE(report.confusions[1].decided, 1U);
    QCOMPARE(report.confusions[1].share.value, 0.5);
    QCOMPARE(report.confusions[2].decided, 3U);
    QCOMPARE(report.confusions[3].cost, 0.0);
    QCOMPARE(report.cost, 13.0);
    COMPARE_NEAR(report.microF1, 2.0 * 3.0 / (7.0 + 8.0), 1e-12);
}

void TestClassReport::users_widenIntervals()
{
    ClassRows rows{.names = {"a", "b", "c"}, .actual = {}, .decided = {}, .weight = {}};
    rows.user.resize(240);
    for (std::uint32_t row = 0; row < 240; ++row) {
        rows.actual.push_back(row % 3);
        // A user's rows are all right or all wrong.
        rows.decided.push_back((row / 12) % 4 == 0 ? (row + 1) % 3 : row % 3);
        rows.user[row] = row / 12;
    }
    const ClassReport alike = classReport(rows, evenCosts(3));
    rows.user.resize(0);
    const ClassReport apart = classReport(rows, evenCosts(3));
    QCOMPARE(alike.right->value, apart.right->value);
    const auto width = [](const Proportion &share) {
        return share.interval.high - share.interval.low;
    };
    QVERIFY(width(*alike.right) > 1.5 * width(*apart.right));
    QVERIFY(width(*alike.classes[0].recall) > width(*apart.classes[0].recall));
    QVERIFY(width(alike.confusions[0].share) > width(apart.confusions[0].share));
}

/// Rows of several users, 12 of 100 taken for another class.
void TestClassReport::interval_holdsTheTruthIn95Of100()
{
    constexpr int files = 600;
    constexpr double truth = 0.12;
    std::mt19937_64 draw(20261129);
    std::uniform_real_distribution<double> uniform;
    int held = 0;
    for (int file = 0; file < files; ++file) {
        ClassRows rows{.names = {"a", "b", "c"}, .actual = {}, .decided = {}, .weight = {}};
        for (int row = 0; row < 300; ++row) {
            rows.actual.push_back(0);
            rows.decided.push_back(uniform(draw) < truth ? 1 : 0);
        }
        const ClassReport report = classReport(rows, evenCosts(3));
        const Interval &interval = report.confusions.front().share.interval;
        if (interval.low <= truth && truth <= interval.high)
            ++held;
    }
    // 95 of 100, with 4 standard errors of chance.
    QVERIFY2(held > files * 0.915 && held < files * 0.985, qPrintable(QString::number(held)));
}

void TestClassReport::manyClasses_listTheWorst()
{
    constexpr std::uint32_t classes = 60;
    ClassRows rows;
    for (std::uint32_t at = 0; at < classes; ++at)
        rows.names.push_back("class " + std::to_string(at));
    for (std::uint32_t at = 0; at < classes; ++at) {
        for (std::uint32_t decided = 0; decided < classes; ++decided) {
            rows.actual.push_back(at);
            rows.decided.push_back(decided);
        }
    }
    const ClassReport report = classReport(rows, evenCosts(classes));
    QCOMPARE(report.confusions.size(), mostConfusions);
    QCOMPARE(report.confusionsLeftOut, std::size_t(classes * (classes - 1)) - mostConfusions);
    QCOMPARE(report.cost, double(classes * (classes - 1)));
}

ONEINN_TEST(TestClassReport)

} // namespace tests::classes_classreport

#include "tst_classreport.moc"
