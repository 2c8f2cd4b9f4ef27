// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/patiencewords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_patiencewords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

class TestPatienceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void summary_curve_saysWhenHalfAreGone_data();
    void summary_curve_saysWhenHalfAreGone();
    void problem_everyFault_saysWhatWouldBeRight_data();
    void problem_everyFault_saysWhatWouldBeRight();
    void problem_piece_comesOutAsItWentIn();
};

void TestPatienceWords::summary_curve_saysWhenHalfAreGone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("summary");
    QTest::newRow("nobody leaves") << QString() << u"everyone waits · your assumption"_s;
    QTest::newRow("a point") << u"half gone at 0.8 s"_s
                             << u"half gone at 800 ms · your assumption"_s;
    // ln 2 over the hazard of ln(1 / 0.9) in 2 s.
    QTest::newRow("beyond the last point")
            << u"2s=0.9"_s << u"half gone at 13.2 s · your assumption"_s;
    QTest::newRow("never") << u"1s=0.8, 2s=0.8"_s
                           << u"80 of 100 still wait at 2 s, and go on waiting · your assumption"_s;
}

void TestPatienceWords::summary_curve_saysWhenHalfAreGone()
{
    QFETCH(QString, text);
    QTEST(patienceSummary(std::get<PatienceCurve>(readPatience(text.toStdString()))), "summary");
}

void TestPatienceWords::problem_everyFault_saysWhatWouldBeRight_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("shape");
    const auto row = [](const char *text, PatienceShape shape = PatienceShape::Piecewise) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(shape);
    };
    row("soon");
    row("1s=0.5,,");
    row("1=0.5");
    row("1s=half");
    row("-1s=0.5");
    row("2s=0.5,1s=0.4");
    row("1s=50");
    row("1s=0.5,2s=0.6");
    row("1s=0.5", PatienceShape::Weibull);
    row("1s=0.5,2s=0.5", PatienceShape::Lognormal);
}

void TestPatienceWords::problem_everyFault_saysWhatWouldBeRight()
{
    QFETCH(QString, text);
    QFETCH(int, shape);
    const auto read = readPatience(text.toStdString(), PatienceShape(shape));
    QVERIFY(std::holds_alternative<PatienceTextFault>(read));
    const QString sentence = patienceProblem(std::get<PatienceTextFault>(read));
    QVERIFY2(sentence.endsWith(u'.') && sentence.at(0) != u' ' && !sentence.contains(u"%1"_s),
             qPrintable(sentence));
}

void TestPatienceWords::problem_piece_comesOutAsItWentIn()
{
    const auto read = readPatience("90%1");
    QVERIFY(patienceProblem(std::get<PatienceTextFault>(read)).startsWith(u"“90%1” is no point"_s));
}

ONEINN_TEST(TestPatienceWords)

} // namespace tests::wording_patiencewords

#include "tst_patiencewords.moc"
