// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/numberbox.h"

#include <QSignalSpy>
#include <QTest>

namespace tests::widgets_numberbox {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// As this locale writes it.
QString here(QString text)
{
    return text.replace(u'.', QLocale().decimalPoint());
}

/// What is shown is short, what is kept is exact.
class TestNumberBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void displayed_isBriefAndKept_data();
    void displayed_isBriefAndKept();
    void typed_staysAsTyped();
};

void TestNumberBox::displayed_isBriefAndKept_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("worked out") << 29.74375 << u"29.74"_s;
    QTest::newRow("small") << 0.01234567 << u"0.01235"_s;
    QTest::newRow("whole") << 30.0 << u"30"_s;
    QTest::newRow("nearly all") << 99.9996 << u"99.9996"_s;
    QTest::newRow("short") << 0.125 << u"0.125"_s;
}

void TestNumberBox::displayed_isBriefAndKept()
{
    QFETCH(const double, value);
    QFETCH(const QString, text);
    NumberBox box;
    box.setRange(0.0, 100.0);
    box.setExactDecimals(9);
    box.display(value);
    QCOMPARE(box.text(), here(text));
    const QSignalSpy edited(&box, &NumberBox::edited);
    box.show();
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), value);
    QVERIFY(edited.isEmpty());
}

void TestNumberBox::typed_staysAsTyped()
{
    NumberBox box;
    box.setRange(0.0, 100.0);
    box.setExactDecimals(9);
    box.setKeyboardTracking(false);
    box.display(29.74375);
    box.show();
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, here(u"12.34567"_s));
    QSignalSpy edited(&box, &NumberBox::edited);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(box.value(), 12.34567);
    box.display(12.34567);
    QCOMPARE(box.text(), here(u"12.34567"_s));
}

ONEINN_TEST(TestNumberBox)

} // namespace tests::widgets_numberbox

#include "tst_numberbox.moc"
