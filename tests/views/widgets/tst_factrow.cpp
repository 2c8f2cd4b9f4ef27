// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/factrow.h"

#include "support/testprogram.h"

#include <QLabel>
#include <QTest>

namespace tests::widgets_factrow {

using namespace oneinn;

class TestFactRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void facts_fewer_areAllThatIsShown();
    void facts_none_takeNoRoom();
};

namespace {

QStringList shownIn(const FactRow &row)
{
    QStringList texts;
    const auto labels = row.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

wording::Fact fact(const char *title, const char *text)
{
    return {QString::fromLatin1(title), QString::fromLatin1(text)};
}

} // namespace

void TestFactRow::facts_fewer_areAllThatIsShown()
{
    FactRow row;
    row.display({fact("a", "A."), fact("b", "B.")});
    row.show();
    QCOMPARE(shownIn(row),
             QStringList({QStringLiteral("a"), QStringLiteral("A."), QStringLiteral("b"),
                          QStringLiteral("B.")}));
    row.display({fact("<b>c</b>", "C.")});
    QCOMPARE(shownIn(row), QStringList({QStringLiteral("<b>c</b>"), QStringLiteral("C.")}));
    for (const QLabel *label : row.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    row.display({fact("d", "D."), fact("e", "E."), fact("f", "F.")});
    QCOMPARE(shownIn(row).size(), 6);
}

void TestFactRow::facts_none_takeNoRoom()
{
    FactRow row;
    QVERIFY(row.isHidden());
    row.display({fact("a", "A.")});
    QVERIFY(!row.isHidden());
    row.display({});
    QVERIFY(row.isHidden());
}

ONEINN_TEST(TestFactRow)

} // namespace tests::widgets_factrow

#include "tst_factrow.moc"
