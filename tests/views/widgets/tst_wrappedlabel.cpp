// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/wrappedlabel.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::widgets_wrappedlabel {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestWrappedLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void height_anyText_isThatOfALabel();
    void height_otherFont_isMeasuredAnew();
    void hint_longText_wantsNoMoreWidth();

private:
    static void expectSame(const QLabel &ours, const QLabel &plain)
    {
        for (const int width : {60, 140, 300, 140, 900})
            QCOMPARE(ours.heightForWidth(width), plain.heightForWidth(width));
    }
};

void TestWrappedLabel::height_anyText_isThatOfALabel()
{
    WrappedLabel ours;
    QLabel plain;
    plain.setWordWrap(true);
    plain.setTextFormat(Qt::PlainText);
    for (QLabel *label : {static_cast<QLabel *>(&ours), &plain})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (const QString &text :
         {u"13 of every 100 suggestions shown are wrong, 87 are right"_s, QString(),
          u"between 12 and 15; <i>3 is your assumption</i>"_s, QString(40, u'w')}) {
        ours.setText(text);
        plain.setText(text);
        expectSame(ours, plain);
    }
}

void TestWrappedLabel::height_otherFont_isMeasuredAnew()
{
    WrappedLabel ours;
    QLabel plain;
    plain.setWordWrap(true);
    for (QLabel *label : {static_cast<QLabel *>(&ours), &plain})
        label->setText(u"21 of every 100 good suggestions are never shown, 79 are shown"_s);
    expectSame(ours, plain);
    const int before = ours.heightForWidth(140);
    QFont large = ours.font();
    large.setPointSize(2 * large.pointSize());
    ours.setFont(large);
    plain.setFont(large);
    expectSame(ours, plain);
    QVERIFY(ours.heightForWidth(140) > before);
}

void TestWrappedLabel::hint_longText_wantsNoMoreWidth()
{
    WrappedLabel label;
    label.setText(u"short"_s);
    const QSize hint = label.sizeHint();
    label.setText(QString(400, u'w'));
    QCOMPARE(label.sizeHint(), hint);
    QCOMPARE(label.minimumSizeHint(), hint);
    QVERIFY(label.hasHeightForWidth());
}

ONEINN_TEST(TestWrappedLabel)

} // namespace tests::widgets_wrappedlabel

#include "tst_wrappedlabel.moc"
