// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json.h"

#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

namespace tests::cli_json {

using namespace Qt::StringLiterals;
using namespace oneinn::cli;

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void number_written_readsBackTheSame_data();
    void number_written_readsBackTheSame();
    void number_infinite_isAWord();
    void object_written_keepsItsOrder();
    void string_anyCharacter_readsBackTheSame();
    void value_everyKind_isValid();
};

void TestJson::number_written_readsBackTheSame_data()
{
    QTest::addColumn<double>("number");
    for (const double number : {0.1, 1.0 / 3.0, 2.5e-308, 1.7976931348623157e308, -0.75, 1e21,
                                5e-324, 123456789.125, 0.30000000000000004})
        QTest::newRow(qPrintable(QString::number(number, 'g', 17))) << number;
}

void TestJson::number_written_readsBackTheSame()
{
    QFETCH(double, number);
    QCOMPARE(numberText(number).toDouble(), number);
    const auto document = QJsonDocument::fromJson(Json(Json::Array{Json(number)}).text().toUtf8());
    QCOMPARE(document.array().at(0).toDouble(), number);
}

void TestJson::number_infinite_isAWord()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(numberText(-0.0), u"0"_s);
    QCOMPARE(numberText(infinity), u"inf"_s);
    QCOMPARE(numberText(-infinity), u"-inf"_s);
    QCOMPARE(Json(infinity).text(), u"\"Infinity\""_s);
    QCOMPARE(Json(-infinity).text(), u"\"-Infinity\""_s);
    QCOMPARE(Json(std::numeric_limits<double>::quiet_NaN()).text(), u"null"_s);
}

void TestJson::object_written_keepsItsOrder()
{
    const Json json = Json::Object{
            {u"zebra"_s, 1.0}, {u"ape"_s, Json::Array{0.5, Json()}}, {u"none"_s, Json::Object{}}};
    QCOMPARE(json.text(), u"{\n  \"zebra\": 1,\n  \"ape\": [0.5, null],\n  \"none\": {}\n}"_s);
}

void TestJson::string_anyCharacter_readsBackTheSame()
{
    const QString text = u"\"quoted\" \\ back, line\nend, tab\t, \u0001, \u20ac, \U0001F600"_s;
    const auto document = QJsonDocument::fromJson(Json(Json::Array{text}).text().toUtf8());
    QCOMPARE(document.array().at(0).toString(), text);
    // What a terminal would obey is there, but not as itself.
    const QString steering = u"a\u202Eb\u009b\u007f\u2028 \U0001F600"_s;
    const QString written = Json(Json::Array{steering}).text();
    QVERIFY2(written.contains(u"\"a\\u202eb\\u009b\\u007f\\u2028 \U0001F600\""_s),
             qPrintable(written));
    QCOMPARE(QJsonDocument::fromJson(written.toUtf8()).array().at(0).toString(), steering);
}

void TestJson::value_everyKind_isValid()
{
    const Json json = Json::Object{{u"flag"_s, true},
                                   {u"count"_s, std::size_t{18}},
                                   {u"absent"_s, std::optional<double>()},
                                   {u"lines"_s, Json::strings({u"a"_s, u"b"_s})}};
    const auto object = QJsonDocument::fromJson(json.text().toUtf8()).object();
    QCOMPARE(object.value(u"flag"_s).toBool(), true);
    QCOMPARE(object.value(u"count"_s).toInt(), 18);
    QVERIFY(object.value(u"absent"_s).isNull());
    QCOMPARE(object.value(u"lines"_s).toArray(), (QJsonArray{u"a"_s, u"b"_s}));
}

ONEINN_TEST(TestJson)

} // namespace tests::cli_json

#include "tst_json.moc"
