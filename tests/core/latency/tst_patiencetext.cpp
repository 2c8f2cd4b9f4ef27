// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patiencetext.h"

#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace tests::latency_patiencetext {

using namespace oneinn;
using Kind = PatienceTextFault::Kind;
using Points = std::vector<PatiencePoint>;

class TestPatienceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_points_curve_data();
    void read_points_curve();
    void read_broken_namesThePiece_data();
    void read_broken_namesThePiece();
    void read_shape_needsTwoPoints_data();
    void read_shape_needsTwoPoints();
    void read_tooManyPoints_refused();
    void text_anyPoints_readBackTheSame();
    void text_usualPoints_asAPersonWould();
    void shape_names_readBack();
};

void TestPatienceText::read_points_curve_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Points>("points");
    const Points two{{{500.0}, 0.9}, {{2000.0}, 0.5}};
    QTest::newRow("the documented way") << QByteArray("500ms=0.9,2s=0.5") << two;
    QTest::newRow("per cent") << QByteArray("500ms=90%,2s=50%") << two;
    QTest::newRow("spaces") << QByteArray(" 500 ms = 90 % ,\t2 s = 50 % ") << two;
    QTest::newRow("semicolons") << QByteArray("0.5s=0.9;2s=0.5") << two;
    QTest::newRow("lines") << QByteArray("500ms=0.9\n2000ms=0.5\n") << two;
    QTest::newRow("a comma at the end") << QByteArray("500ms=0.9,2s=0.5,") << two;
    QTest::newRow("in words") << QByteArray("half gone at 0.8 s") << Points{{{800.0}, 0.5}};
    QTest::newRow("from the start")
            << QByteArray("0ms=1, 1s=0.25") << Points{{{0.0}, 1.0}, {{1000.0}, 0.25}};
    QTest::newRow("nothing") << QByteArray() << Points{};
    QTest::newRow("blank") << QByteArray(" \n") << Points{};
    QTest::newRow("everyone") << QByteArray("everyone") << Points{};
}

void TestPatienceText::read_points_curve()
{
    QFETCH(QByteArray, text);
    QFETCH(Points, points);
    const auto read = readPatience(text.toStdString());
    QVERIFY(std::holds_alternative<PatienceCurve>(read));
    QVERIFY(std::get<PatienceCurve>(read) == PatienceCurve(points));
}

void TestPatienceText::read_broken_namesThePiece_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("curve"); // -1: none
    const auto row = [](const char *text, Kind kind, const char *piece, int curve = -1) {
        QTest::newRow(text) << QByteArray(text) << int(kind) << QByteArray(piece) << curve;
    };
    row("soon", Kind::NotAPoint, "soon");
    row("500ms=0.9, 2s", Kind::NotAPoint, "2s");
    row("500ms=0.9,,2s=0.5", Kind::NotAPoint, "");
    row("500=0.9", Kind::NoTime, "500=0.9");
    row("=0.9", Kind::NoTime, "=0.9");
    row("0,5s=0.9", Kind::NotAPoint, "0");
    row("infs=0.5", Kind::NoTime, "infs=0.5");
    row("nanms=0.5", Kind::NoTime, "nanms=0.5");
    row("1e999s=0.5", Kind::NoTime, "1e999s=0.5");
    row("half gone at noon", Kind::NoTime, "half gone at noon");
    row("500ms=", Kind::NoShare, "500ms=");
    row("500ms=most", Kind::NoShare, "500ms=most");
    row("500ms=0.9=0.8", Kind::NoShare, "500ms=0.9=0.8");
    row("500ms=nan", Kind::NoShare, "500ms=nan");
    row("500ms=50", Kind::Curve, "500ms=50", int(PatienceFault::ShareOutOfRange));
    row("500ms=0", Kind::Curve, "500ms=0", int(PatienceFault::ShareOutOfRange));
    row("0s=0.5", Kind::Curve, "0s=0.5", int(PatienceFault::ShareOutOfRange));
    row("-5ms=0.5", Kind::Curve, "-5ms=0.5", int(PatienceFault::WaitOutOfRange));
    row("2s=0.5, 500ms=0.4", Kind::Curve, "500ms=0.4", int(PatienceFault::WaitNotRising));
    row("1s=0.5, 2s=0.6, 3s=0.1", Kind::Curve, "2s=0.6", int(PatienceFault::ShareRising));
}

void TestPatienceText::read_broken_namesThePiece()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(QByteArray, piece);
    QFETCH(int, curve);
    const auto read = readPatience(text.toStdString());
    QVERIFY(std::holds_alternative<PatienceTextFault>(read));
    const auto &fault = std::get<PatienceTextFault>(read);
    QCOMPARE(int(fault.kind), kind);
    QCOMPARE(QByteArray::fromStdString(fault.piece), piece);
    QCOMPARE(fault.curve ? int(*fault.curve) : -1, curve);
}

void TestPatienceText::read_shape_needsTwoPoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("two") << QByteArray("500ms=0.9,2s=0.5") << true;
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("one") << QByteArray("500ms=0.9") << false;
    QTest::newRow("three") << QByteArray("500ms=0.9,2s=0.5,3s=0.4") << false;
    QTest::newRow("level") << QByteArray("500ms=0.9,2s=0.9") << false;
}

void TestPatienceText::read_shape_needsTwoPoints()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, fits);
    for (const PatienceShape shape : {PatienceShape::Weibull, PatienceShape::Lognormal}) {
        const auto read = readPatience(text.toStdString(), shape);
        QCOMPARE(std::holds_alternative<PatienceCurve>(read), fits);
        if (!fits) {
            // No one point is to blame.
            QCOMPARE(QByteArray::fromStdString(std::get<PatienceTextFault>(read).piece), text);
        } else if (!text.isEmpty()) {
            QVERIFY(std::get<PatienceCurve>(read).shape() == shape);
        }
    }
}

void TestPatienceText::read_tooManyPoints_refused()
{
    std::string text;
    for (std::size_t i = 1; i <= mostPatiencePoints; ++i)
        text += std::to_string(i) + "ms=0.5,";
    QVERIFY(std::holds_alternative<PatienceCurve>(readPatience(text)));
    const auto read = readPatience(text + "2000ms=0.5");
    const PatienceTextFault fault{PatienceTextFault::Kind::TooMany, "2000ms=0.5", {}};
    QVERIFY(std::get<PatienceTextFault>(read) == fault);
}

void TestPatienceText::text_anyPoints_readBackTheSame()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int run = 0; run < 500; ++run) {
        Points points;
        double ms = 0.0;
        double share = 1.0;
        for (int i = 0; i < run % 5; ++i) {
            ms += 1.0 + unit(random) * 3000.0;
            share *= 0.2 + 0.8 * unit(random);
            points.push_back({{run % 2 ? std::round(ms) : ms}, share});
        }
        const auto read = readPatience(patienceText(points));
        QVERIFY(std::holds_alternative<PatienceCurve>(read));
        QVERIFY(std::get<PatienceCurve>(read).points() == points);
    }
}

void TestPatienceText::text_usualPoints_asAPersonWould()
{
    QCOMPARE(QByteArray::fromStdString(
                     patienceText({{{500.0}, 0.29}, {{2000.0}, 0.07}, {{2500.0}, 0.001}})),
             QByteArray("500ms=29%, 2s=7%, 2.5s=0.1%"));
    QCOMPARE(QByteArray::fromStdString(patienceText({})), QByteArray());
}

void TestPatienceText::shape_names_readBack()
{
    for (const PatienceShape shape :
         {PatienceShape::Piecewise, PatienceShape::Weibull, PatienceShape::Lognormal})
        QVERIFY(patienceShapeNamed(nameOf(shape)) == shape);
    QVERIFY(!patienceShapeNamed("straight"));
    QVERIFY(!patienceShapeNamed(""));
}

ONEINN_TEST(TestPatienceText)

} // namespace tests::latency_patiencetext

#include "tst_patiencetext.moc"
