// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/pdfbytes.h"

#include "support/testprogram.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

namespace tests::print_pdfbytes {

using namespace oneinn::print;

class TestPdfBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void date_anyValid_isWrittenInUtc();
    void date_none_isLeftOut();
    void table_afterAnotherDate_stillNamesEveryObject_data();
    void table_afterAnotherDate_stillNamesEveryObject();
    void otherBytes_anything_comeBackAsTheyAre();
};

namespace {

QByteArray written()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawLine(0, 0, 100, 100);
    painter.end();
    return bytes;
}

const QDateTime noon(QDate(2026, 11, 25), QTime(13, 0), Qt::OffsetFromUTC, 3600);

} // namespace

void TestPdfBytes::date_anyValid_isWrittenInUtc()
{
    const QByteArray pdf = withCreationDate(written(), noon);
    QVERIFY(pdf.contains("/CreationDate (D:20261125120000Z)"));
    QCOMPARE(pdf.count("/CreationDate"), 1);
}

void TestPdfBytes::date_none_isLeftOut()
{
    QVERIFY(!withCreationDate(written(), {}).contains("/CreationDate"));
}

void TestPdfBytes::table_afterAnotherDate_stillNamesEveryObject_data()
{
    QTest::addColumn<QDateTime>("date");
    QTest::newRow("a date") << noon;
    QTest::newRow("none") << QDateTime();
}

void TestPdfBytes::table_afterAnotherDate_stillNamesEveryObject()
{
    QFETCH(QDateTime, date);
    const QByteArray pdf = withCreationDate(written(), date);
    const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
    const qsizetype table = pdf.mid(start, pdf.indexOf('\n', start) - start).toLongLong();
    QCOMPARE(pdf.mid(table, 4), QByteArray("xref"));
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    const int objects = lines.value(1).split(' ').value(1).toInt();
    QVERIFY(objects > 5);
    for (int object = 1; object < objects; ++object) {
        const qsizetype offset = lines.value(2 + object).left(10).toLongLong();
        const QByteArray name = QByteArray::number(object) + " 0 obj";
        QCOMPARE(pdf.mid(offset, name.size()), name);
    }
}

void TestPdfBytes::otherBytes_anything_comeBackAsTheyAre()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("text"), QByteArray("startxref\n"),
                                    QByteArray("/CreationDate (D:2026)")})
        QCOMPARE(withCreationDate(bytes, noon), bytes);
}

ONEINN_TEST(TestPdfBytes)

} // namespace tests::print_pdfbytes

#include "tst_pdfbytes.moc"
