// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/filewatch.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/widgets/offerbar.h"

#include <QDateTime>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>

#include <cstdio>

namespace tests::journeys_changedfile {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// The file under a session becomes another one.
class TestChangedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void file_thatCannotBeRead_staysOffered();
    void file_changed_isOfferedAndReadByAClick_data();
    void file_changed_isOfferedAndReadByAClick();
    void offer_declined_staysSoUntilAnotherChange();
    void file_touched_isNotOffered();
    void file_gone_isTold_andComesBackAnother();
    void file_goneAndBackAsItWas_isToldNoMore();
    void file_removedAndWrittenAnew_isNeverGone();
    void file_asItWas_offersNoMore();
    void rows_readAgain_undoLeadsBack();
    void setting_withoutAPlace_isLeftOut();

private:
    static QByteArray table(int rows, const char *region = "north");
    OfferBar *bar() const { return m_opened->child<OfferBar>(u"changed"_s); }
    FileWatch *watch() const { return bar()->findChild<FileWatch *>(); }
    void write(const QByteArray &content);
    void replace(const QByteArray &content);
    void press(const QString &text);
    bool isOffered(bool offered = true)
    {
        return QTest::qWaitFor([&] { return bar()->isVisible() == offered; }, 10000);
    }
    bool shows(Eigen::Index rows) const
    {
        return QTest::qWaitFor(
                [&] { return m_opened->session.data().file.predictions->rows() == rows; }, 10000);
    }

    std::unique_ptr<OpenedWindow> m_opened;
    QString m_path;
};

QByteArray TestChangedFile::table(int rows, const char *region)
{
    QByteArray content("label,score,region\n");
    for (int i = 0; i < rows; ++i)
        content += QByteArray::number(i * i % 3 == 0 ? 1 : 0) + ",0."
                + QByteArray::number(100 + i * 37 % 800) + ','
                + (i % 2 == 0 ? QByteArray("south") : QByteArray(region)) + '\n';
    return content;
}

void TestChangedFile::write(const QByteArray &content)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// As a tool does that writes beside it first.
void TestChangedFile::replace(const QByteArray &content)
{
    QFile file(m_path + u".new"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(std::rename(QFile::encodeName(file.fileName()).constData(),
                         QFile::encodeName(m_path).constData()),
             0);
}

void TestChangedFile::press(const QString &text)
{
    const auto buttons = bar()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text)
            return QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    }
    QFAIL(qPrintable(text));
}

void TestChangedFile::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->open(table(300)));
    m_path = m_opened->session.data().source.path;
    QVERIFY(!bar()->isVisible());
}

/// What is there cannot be read: nothing that is shown is lost, and the offer stays.
void TestChangedFile::file_thatCannotBeRead_staysOffered()
{
    const auto rows = m_opened->session.data().file.predictions->rows();
    write(QByteArray("PK\x03\x04 no table") + QByteArray(200, 'x'));
    QVERIFY(isOffered());
    press(u"Read it agai&n"_s);
    QVERIFY(!bar()->isVisible());
    QVERIFY(isOffered());
    QCOMPARE(m_opened->session.data().file.predictions->rows(), rows);
    write(table(400));
    press(u"Read it agai&n"_s);
    QVERIFY(shows(400));
    QVERIFY(!bar()->isVisible());
}

void TestChangedFile::file_changed_isOfferedAndReadByAClick_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("written to") << false;
    QTest::newRow("replaced") << true;
}

void TestChangedFile::file_changed_isOfferedAndReadByAClick()
{
    QFETCH(const bool, atOnce);
    const double before = m_opened->session.scenario().threshold.value;
    m_opened->session.edit(edits::operatingPoint({0.5}, {}));
    QVERIFY(before != 0.5);
    m_opened->session.pinBoard().pin();
    const std::size_t pins = m_opened->session.state().pins.size();
    for (const int rows : {400, 500}) { // more than once
        if (atOnce)
            replace(table(rows));
        else
            write(table(rows));
        QVERIFY(isOffered());
        QVERIFY2(bar()->message().contains(u"table.csv"), qPrintable(bar()->message()));
        QVERIFY(m_opened->session.data().file.predictions->rows() < rows);
        press(u"Read it agai&n"_s);
        QVERIFY(shows(rows));
        QVERIFY(isOffered(false));
        // What a person set stays.
        QCOMPARE(m_opened->session.scenario().threshold.value, 0.5);
        QCOMPARE(m_opened->session.state().pins.size(), pins);
    }
}

void TestChangedFile::offer_declined_staysSoUntilAnotherChange()
{
    write(table(400));
    QVERIFY(isOffered());
    press(u"Sta&y with what is shown"_s);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(m_opened->session.data().file.predictions->rows(), Eigen::Index{300});
    write(table(500));
    QVERIFY(isOffered());
}

void TestChangedFile::file_touched_isNotOffered()
{
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60),
                                 QFileDevice::FileModificationTime));
    }
    QSignalSpy nothing(watch(), &FileWatch::foundNothing);
    replace(table(300));
    QTRY_VERIFY_WITH_TIMEOUT(!nothing.isEmpty(), 10000);
    QVERIFY(!bar()->isVisible());
}

void TestChangedFile::file_gone_isTold_andComesBackAnother()
{
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 10000);
    QVERIFY2(bar()->message().contains(u"is no longer where it was read"_s),
             qPrintable(bar()->message()));
    QVERIFY(!bar()->findChild<QPushButton *>(u"accept"_s)->isVisible());
    write(table(400));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->message().contains(u"has changed on disk"_s), 10000);
    QVERIFY(bar()->isVisible());
    press(u"Read it agai&n"_s);
    QVERIFY(shows(400));
}

void TestChangedFile::file_goneAndBackAsItWas_isToldNoMore()
{
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 10000);
    write(table(300));
    QVERIFY(isOffered(false));
}

void TestChangedFile::file_removedAndWrittenAnew_isNeverGone()
{
    QSignalSpy gone(watch(), &FileWatch::gone);
    QVERIFY(QFile::remove(m_path));
    write(table(400));
    QVERIFY(isOffered());
    QCOMPARE(gone.size(), 0);
}

void TestChangedFile::file_asItWas_offersNoMore()
{
    replace(table(400));
    QVERIFY(isOffered());
    replace(table(300));
    QVERIFY(isOffered(false));
}

void TestChangedFile::rows_readAgain_undoLeadsBack()
{
    write(table(400));
    QVERIFY(isOffered());
    press(u"Read it agai&n"_s);
    QVERIFY(shows(400));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shows(300));
    // The file is not what is shown: that is offered again.
    QVERIFY(isOffered());
}

void TestChangedFile::setting_withoutAPlace_isLeftOut()
{
    m_opened->session.edit(edits::where({{"region", "north"}}));
    QVERIFY(m_opened->session.scenario().selection.where.size() == 1U);
    write(table(400, "east"));
    QVERIFY(isOffered());
    press(u"Read it agai&n"_s);
    QVERIFY(shows(400));
    QVERIFY(m_opened->session.scenario().selection.where.empty());
}

ONEINN_TEST(TestChangedFile)

} // namespace tests::journeys_changedfile

#include "tst_changedfile.moc"
