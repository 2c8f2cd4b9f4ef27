// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/segmentcolumns.h"

#include "core/predictions/predictions.h"
#include "support/testprogram.h"

#include <QStringList>
#include <QTest>

namespace tests::widgets_segmentcolumns {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestSegmentColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void first_isWhatAPersonMeans_data();
    void first_isWhatAPersonMeans();
    void oneValue_dividesNothing();
};

namespace {

CategoryColumn columnOf(const QString &name, const QString &begin, int values)
{
    CategoryColumn column;
    column.name = name.toStdString();
    for (int i = 0; i < values; ++i) {
        const QString value = begin + QString::number(i + 1).rightJustified(2, u'0');
        column.values.push_back(value.toStdString());
    }
    return column;
}

Predictions predictionsOf(const std::vector<CategoryColumn> &segments)
{
    PredictionColumns columns;
    columns.label.resize(1);
    columns.label[0] = 1;
    columns.score.resize(1);
    columns.score[0] = 0.5;
    columns.segments = segments;
    for (CategoryColumn &column : columns.segments)
        column.codes = CodeColumn::Zero(1);
    RowAccount account;
    account.countUsed();
    return Predictions(std::move(columns), account);
}

} // namespace

void TestSegmentColumns::first_isWhatAPersonMeans_data()
{
    QTest::addColumn<QStringList>("names"); // name, beginning of its values and how many, in turn
    QTest::addColumn<int>("first");
    QTest::newRow("day first in the file")
            << QStringList{u"day"_s, u"2026-03-"_s, u"30"_s, u"channel"_s, u"c"_s, u"3"_s} << 1;
    QTest::newRow("a date by its values")
            << QStringList{u"when"_s, u"2026-03-"_s, u"9"_s, u"kind"_s, u"k"_s, u"3"_s} << 1;
    QTest::newRow("many values last")
            << QStringList{u"merchant"_s, u"m"_s, u"90"_s, u"kind"_s, u"k"_s, u"4"_s} << 1;
    QTest::newRow("a channel before what is called otherwise")
            << QStringList{u"kind"_s, u"k"_s, u"3"_s, u"sales_channel"_s, u"c"_s, u"3"_s} << 1;
    QTest::newRow("in the file's order among equals")
            << QStringList{u"country"_s, u"c"_s, u"5"_s, u"channel"_s, u"c"_s, u"3"_s} << 0;
    QTest::newRow("a day where there is nothing else")
            << QStringList{u"day"_s, u"2026-03-"_s, u"30"_s} << 0;
    QTest::newRow("birthday is no day")
            << QStringList{u"week"_s, u"w"_s, u"4"_s, u"holidays_kind"_s, u"k"_s, u"4"_s} << 1;
}

void TestSegmentColumns::first_isWhatAPersonMeans()
{
    QFETCH(const QStringList, names);
    constexpr qsizetype parts = 3;
    std::vector<CategoryColumn> columns;
    for (qsizetype i = 0; i + 2 < names.size(); i += parts)
        columns.push_back(columnOf(names[i], names[i + 1], names[i + 2].toInt()));
    QTEST(static_cast<int>(firstSegmentColumn(predictionsOf(columns))), "first");
}

void TestSegmentColumns::oneValue_dividesNothing()
{
    const Predictions predictions =
            predictionsOf({columnOf(u"channel"_s, u"c"_s, 1), columnOf(u"kind"_s, u"k"_s, 2)});
    QCOMPARE(segmentColumnsOf(predictions), std::vector<std::string>{"kind"});
    QCOMPARE(firstSegmentColumn(predictions), std::size_t{0});
    QCOMPARE(firstSegmentColumn(predictionsOf({})), std::size_t{0});
}

ONEINN_TEST(TestSegmentColumns)

} // namespace tests::widgets_segmentcolumns

#include "tst_segmentcolumns.moc"
