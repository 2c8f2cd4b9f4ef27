// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/passwords.h"
#include "support/testprogram.h"
#include "views/data/databasedialog.h"
#include "views/data/databaseform.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace tests::views_data_databasedialog {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestDatabaseDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void open_filledIn_handsOverAnAddress();
    void counts_filledIn_areOfTheAddress();
    void open_unfinished_saysWhatIsMissing();
    void look_nobodyThere_saysSo();

private:
    template<typename Widget> static Widget *in(DatabaseDialog &dialog, const QString &name)
    {
        auto *widget = dialog.findChild<Widget *>(name);
        if (widget == nullptr)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    static void typeInto(DatabaseDialog &dialog, const QString &box, const QString &text)
    {
        QTest::keyClicks(in<QComboBox>(dialog, box)->lineEdit(), text);
    }
    static void fillIn(DatabaseDialog &dialog)
    {
        in<QLineEdit>(dialog, u"databaseHost"_s)->setText(u"127.0.0.1"_s);
        in<QSpinBox>(dialog, u"databasePort"_s)->setValue(1);
        in<QLineEdit>(dialog, u"databaseName"_s)->setText(u"shop"_s);
        in<QLineEdit>(dialog, u"databaseUser"_s)->setText(u"ann"_s);
    }
};

void TestDatabaseDialog::open_filledIn_handsOverAnAddress()
{
    DatabaseDialog dialog;
    fillIn(dialog);
    in<QLineEdit>(dialog, u"databasePassword"_s)->setText(u"not a secret"_s);
    typeInto(dialog, u"databaseTable"_s, u"s.pay ments"_s);
    const QSignalSpy chosen(&dialog, &DatabaseDialog::chosen);
    in<QPushButton>(dialog, u"openDatabase"_s)->click();
    QCOMPARE(chosen.size(), 1);
    const QString address = chosen.first().first().toString();
    QCOMPARE(address, u"postgresql://ann@127.0.0.1:1/shop?table=s.pay%20ments"_s);
    QCOMPARE(databases::keptPassword(ingest::databaseAddress(address.toStdString()).value()),
             std::string("not a secret"));
}

void TestDatabaseDialog::counts_filledIn_areOfTheAddress()
{
    DatabaseDialog dialog;
    fillIn(dialog);
    typeInto(dialog, u"databaseTable"_s, u"t"_s);
    auto *open = in<QPushButton>(dialog, u"openDatabase"_s);
    QVERIFY(open->isEnabled());
    in<QRadioButton>(dialog, u"countThere"_s)->setChecked(true);
    QVERIFY(!open->isEnabled());
    typeInto(dialog, u"countedLabel"_s, u"y"_s);
    QVERIFY(!open->isEnabled());
    typeInto(dialog, u"countedScore"_s, u"p"_s);
    in<QSpinBox>(dialog, u"countedSteps"_s)->setValue(500);
    QVERIFY(open->isEnabled());
    QVERIFY2(
            in<QLabel>(dialog, u"databaseTold"_s)->text().contains(u"at most 1,000 counted rows"_s),
            qPrintable(in<QLabel>(dialog, u"databaseTold"_s)->text()));
    const QSignalSpy chosen(&dialog, &DatabaseDialog::chosen);
    open->click();
    QCOMPARE(chosen.first().first().toString(),
             u"postgresql://ann@127.0.0.1:1/shop?table=t&label=y&score=p&score-steps=500"_s);
}

void TestDatabaseDialog::open_unfinished_saysWhatIsMissing()
{
    DatabaseDialog dialog;
    QVERIFY(!in<QPushButton>(dialog, u"openDatabase"_s)->isEnabled());
    QVERIFY(in<QLabel>(dialog, u"databaseTold"_s)->text().contains(u"names no database"_s));
}

void TestDatabaseDialog::look_nobodyThere_saysSo()
{
    DatabaseDialog dialog;
    fillIn(dialog);
    auto *look = in<QPushButton>(dialog, u"lookAtDatabase"_s);
    look->click();
    const auto *told = in<QLabel>(dialog, u"databaseTold"_s);
    // Without the driver its package is named; with it nobody listens at that port.
    QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(u"cannot be reached"_s)
                                     || told->text().contains(u"libqt6sql6-psql"_s),
                             15'000);
    QVERIFY(look->text().contains(u"ook at it"_s));
}

ONEINN_TEST(TestDatabaseDialog)

} // namespace tests::views_data_databasedialog

#include "tst_databasedialog.moc"
