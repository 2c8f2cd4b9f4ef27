// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/classtable.h"

#include "core/classes/classdecision.h"
#include "ingest/confusionrows.h"

#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <variant>

namespace tests::ingest_classtable {

using namespace oneinn;
using namespace oneinn::ingest;
using Kind = ClassTrouble::Kind;

class TestClassTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoreColumns_byTheirNames_data();
    void scoreColumns_byTheirNames();
    void classWithoutRows_isOneBySums();
    void label_isTheColumnThatScoresSpeakOf();
    void decisions_moreThanTheLabels();
    void numbers_areOneClassInEachSpelling();
    void records_setAsideAreCounted();
    void usersAndDays_areToldApart();
    void confusion_mostWrongFirst();
    void confusion_ofDecisions_asInTheFile();
};

namespace {

std::variant<ClassTable, ClassTrouble> read(const std::string &text, const ClassesAsked &asked = {})
{
    const testsupport::TableFiles files;
    const QString path = files.write(QStringLiteral("rows.csv"), QByteArray::fromStdString(text));
    const auto bytes = FileBytes::read(path.toStdString());
    if (!bytes)
        qFatal("cannot read %s", qPrintable(path));
    const auto table = TableFile::of(bytes.value());
    if (!table)
        qFatal("no table: %s", text.c_str());
    return classTable(*table.value(), asked);
}

} // namespace

void TestClassTable::scoreColumns_byTheirNames_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("before") << QByteArray("p_cat,p_dog,p_red owl") << QByteArray("p_*");
    QTest::newRow("behind") << QByteArray("cat_proba,dog_proba,red owl_proba")
                            << QByteArray("*_proba");
    QTest::newRow("capitals") << QByteArray("Score Cat,Score Dog,Score Red_Owl")
                              << QByteArray("Score *");
    QTest::newRow("bare") << QByteArray("cat,dog,red-owl") << QByteArray("*");
    QTest::newRow("both") << QByteArray("m.cat.p,m.dog.p,m.red owl.p") << QByteArray("m.*.p");
}

void TestClassTable::scoreColumns_byTheirNames()
{
    QFETCH(QByteArray, names);
    QFETCH(QByteArray, pattern);
    const auto found = read("label," + names.toStdString()
                            + "\ncat,.5,.3,.2\nred owl,.1,.1,.8\ndog,.2,.7,.1\n");
    QVERIFY(std::holds_alternative<ClassTable>(found));
    const auto &table = std::get<ClassTable>(found);
    QCOMPARE(table.columns.pattern, pattern.toStdString());
    QVERIFY(table.columns.addUpToOne);
    QCOMPARE(table.rows.names, std::vector<std::string>({"cat", "dog", "red owl"}));
    QCOMPARE(table.rows.actual, std::vector<std::uint32_t>({0, 2, 1}));
    QCOMPARE((*table.scores)(1, 2), 0.8);
}

/// A score column that no label speaks of is a class where the sums need it, and only there.
void TestClassTable::classWithoutRows_isOneBySums()
{
    const auto needed = read("label,p_a,p_b,p_c\na,.5,.3,.2\nb,.1,.1,.8\na,.2,.7,.1\n");
    QVERIFY(std::holds_alternative<ClassTable>(needed));
    QCOMPARE(std::get<ClassTable>(needed).rows.names, std::vector<std::string>({"a", "b", "c"}));
    const auto beside =
            read("label,p_a,p_b,p_c,p_total\na,.5,.3,.2,1\nb,.1,.1,.8,1\nc,.2,.7,.1,1\n");
    QVERIFY(std::holds_alternative<ClassTable>(beside));
    QCOMPARE(std::get<ClassTable>(beside).rows.names, std::vector<std::string>({"a", "b", "c"}));
}

void TestClassTable::label_isTheColumnThatScoresSpeakOf()
{
    const auto found =
            read("kind,predicted,channel,p_a,p_b,p_c\na,a,web,.5,.3,.2\nb,c,app,.1,.1,.8\n"
                 "c,b,web,.2,.7,.1\n");
    QVERIFY(std::holds_alternative<ClassTable>(found));
    const auto &table = std::get<ClassTable>(found);
    QCOMPARE(table.columns.label, std::size_t(0));
    QVERIFY(table.columns.labelGuessed);
    QCOMPARE(table.columns.decisionUnused, std::string("predicted"));
    const auto two = read("kind,other,p_a,p_b,p_c\na,b,.5,.3,.2\nb,c,.1,.1,.8\nc,a,.2,.7,.1\n");
    QVERIFY(std::holds_alternative<ClassTrouble>(two));
    QCOMPARE(int(std::get<ClassTrouble>(two).kind), int(Kind::LabelUnclear));
    QCOMPARE(std::get<ClassTrouble>(two).names, std::vector<std::string>({"kind", "other"}));
}

void TestClassTable::decisions_moreThanTheLabels()
{
    const auto found = read("truth,predicted\na,b\nb,c\nb,\n");
    QVERIFY(std::holds_alternative<ClassTable>(found));
    const auto &table = std::get<ClassTable>(found);
    QVERIFY(!table.scores);
    QCOMPARE(table.rows.names, std::vector<std::string>({"a", "b", "c"}));
    QCOMPARE(table.rows.decided, std::vector<std::uint32_t>({1, 2, 3}));
}

void TestClassTable::numbers_areOneClassInEachSpelling()
{
    QCOMPARE(classNameOf("2.0"), std::string("2"));
    QCOMPARE(classNameOf("007"), std::string("007"));
    QCOMPARE(classNameOf("x1"), std::string("x1"));
    const auto found = read("truth,predicted\n1,1.0\n2,3\n3,3.0\n");
    QVERIFY(std::holds_alternative<ClassTable>(found));
    QCOMPARE(std::get<ClassTable>(found).rows.names.size(), std::size_t(3));
}

void TestClassTable::records_setAsideAreCounted()
{
    const auto found =
            read("label,p_a,p_b,p_c,w,site\na,.5,.3,.2,1,x\n,.5,.3,.2,1,x\nb,.1,,.8,1,x\n"
                 "c,.2,.7,.1,0,x\nc,.2,.7,.1,1,y\nb,.2,.7,.1,2,x\nc,.2,.7,.1,1,x\n",
                 {.weight = "w", .where = {{"site", "x"}}});
    QVERIFY(std::holds_alternative<ClassTable>(found));
    const auto &table = std::get<ClassTable>(found);
    QCOMPARE(table.records, std::size_t(7));
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.labelMissing, std::size_t(1));
    QCOMPARE(table.scoreMissing, std::size_t(1));
    QCOMPARE(table.weightMissing, std::size_t(1));
    QCOMPARE(table.outside, std::size_t(1));
    QCOMPARE(table.rows.weight.sum(), 4.0);
    QCOMPARE(table.scores->rows(), Eigen::Index(3));
}

void TestClassTable::usersAndDays_areToldApart()
{
    std::string text = "truth,predicted,user_id,day\n";
    for (int row = 0; row < 12; ++row)
        text += std::string(1, char('a' + row % 3)) + ",a,"
                + (row < 2 ? "" : "u" + std::to_string(row / 4)) + ",2026-01-0"
                + std::to_string(1 + row % 7) + "T10:00\n";
    const auto found = read(text);
    QVERIFY(std::holds_alternative<ClassTable>(found));
    const ClassRows &rows = std::get<ClassTable>(found).rows;
    QVERIFY(rows.user[0] != rows.user[1]);
    QCOMPARE(rows.user[4], rows.user[7]);
    QCOMPARE(rows.day[0], rows.day[7]);
    const auto none = read(text, {.user = "", .day = ""});
    QCOMPARE(std::get<ClassTable>(none).rows.user.size(), Eigen::Index(0));
    QCOMPARE(std::get<ClassTable>(none).rows.day.size(), Eigen::Index(0));
}

/// Records that are set aside count as places in the file.
void TestClassTable::confusion_mostWrongFirst()
{
    const testsupport::TableFiles files;
    const QString path = files.write(QStringLiteral("rows.csv"),
                                     "id,label,p_cat,p_dog,p_cow\n"
                                     "a,cat,0.4,0.6,0\n"
                                     "b,,0.1,0.9,0\n"
                                     "c,cat,0.1,0.9,0\n"
                                     "d,cat,0.9,0.1,0\n"
                                     "e,dog,0.2,0.8,0\n"
                                     "f,cat,0.3,0.7,0\n"
                                     "g,cow,0,0.1,0.9\n");
    const auto bytes = FileBytes::read(path.toStdString());
    const auto file = TableFile::of(bytes.value());
    auto read = classTable(*file.value(), {});
    QVERIFY(std::holds_alternative<ClassTable>(read));
    auto &table = std::get<ClassTable>(read);
    QCOMPARE(table.record, (std::vector<std::uint32_t>{1, 3, 4, 5, 6, 7}));
    table.rows.decided = decidedByScore(*table.scores, Eigen::ArrayXd::Constant(3, -1.0));
    const ConfusionRows found = confusionRows(
            *file.value(), table, {.actual = 0, .decided = 1, .most = 2, .columns = {0, 1}});
    QCOMPARE(found.all, std::size_t{3});
    QCOMPARE(found.rows.size(), std::size_t{2});
    QCOMPARE(found.rows[0].record, 3U);
    QCOMPARE(found.rows[0].cells, (std::vector<std::string>{"c", "cat"}));
    QCOMPARE(found.rows[0].own, std::optional(0.1));
    QCOMPARE(found.rows[0].other, std::optional(0.9));
    QCOMPARE(found.rows[1].cells.front(), std::string("f"));
    const ConfusionRows right =
            confusionRows(*file.value(), table, {.actual = 1, .decided = 1, .columns = {0}});
    QCOMPARE(right.all, std::size_t{1});
    QCOMPARE(right.rows.front().cells.front(), std::string("e"));
    QVERIFY(!right.rows.front().other);
}

void TestClassTable::confusion_ofDecisions_asInTheFile()
{
    const testsupport::TableFiles files;
    const QString path = files.write(QStringLiteral("rows.csv"),
                                     "id,label,decision\na,x,y\nb,x,\nc,z,z\nd,x,y\n");
    const auto bytes = FileBytes::read(path.toStdString());
    const auto file = TableFile::of(bytes.value());
    const auto read =
            classTable(*file.value(), {.label = "label", .decision = std::string("decision")});
    QVERIFY(std::holds_alternative<ClassTable>(read));
    const auto &table = std::get<ClassTable>(read);
    const auto at = [&table](const std::string &name) {
        return static_cast<std::uint32_t>(std::ranges::find(table.rows.names, name)
                                          - table.rows.names.begin());
    };
    const auto asked = [&](std::uint32_t decided) {
        const ConfusionRows found = confusionRows(
                *file.value(), table, {.actual = at("x"), .decided = decided, .columns = {0}});
        std::string ids;
        for (const ConfusionRow &row : found.rows)
            ids += row.cells.front();
        return ids;
    };
    QCOMPARE(asked(at("y")), std::string("ad"));
    QCOMPARE(asked(static_cast<std::uint32_t>(table.rows.names.size())), std::string("b"));
    QCOMPARE(asked(at("x")), std::string());
}

ONEINN_TEST(TestClassTable)

} // namespace tests::ingest_classtable

#include "tst_classtable.moc"
