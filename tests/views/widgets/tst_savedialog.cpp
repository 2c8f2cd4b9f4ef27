// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/savedialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

namespace tests::widgets_savedialog {

using namespace oneinn;

class TestSaveDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typed_anyName_hasTheEndingOfItsKind_data();
    void typed_anyName_hasTheEndingOfItsKind();
    void cancelled_isNowhere();
};

namespace {

/// What is done to the dialog once it is there.
void whenAsked(const std::function<void(QFileDialog *)> &act)
{
    QTimer::singleShot(0, qApp, [act] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
            act(dialog);
    });
}

} // namespace

void TestSaveDialog::typed_anyName_hasTheEndingOfItsKind_data()
{
    QTest::addColumn<QString>("filters");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    const QString pdf = QStringLiteral("PDF, A4 (*.pdf)");
    const QString both = QStringLiteral("CSV (*.csv);;JSON (*.json)");
    QTest::newRow("no ending") << pdf << pdf << "out1"
                               << "out1.pdf";
    QTest::newRow("its ending") << pdf << pdf << "out1.pdf"
                                << "out1.pdf";
    QTest::newRow("another ending") << pdf << pdf << "out1.txt"
                                    << "out1.txt";
    QTest::newRow("first kind") << both << "CSV (*.csv)"
                                << "out"
                                << "out.csv";
    QTest::newRow("second kind") << both << "JSON (*.json)"
                                 << "out"
                                 << "out.json";
    const QString lessons = QStringLiteral("Lessons (*.lesson.json)");
    QTest::newRow("ending of two parts") << lessons << lessons << "mine"
                                         << "mine.lesson.json";
}

void TestSaveDialog::typed_anyName_hasTheEndingOfItsKind()
{
    QFETCH(const QString, filters);
    QFETCH(const QString, kind);
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    whenAsked([&](QFileDialog *dialog) {
        dialog->setDirectory(folder.path());
        dialog->selectNameFilter(kind);
        Q_EMIT dialog->filterSelected(kind); // as its box does when a hand chooses
        auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        line->setText(typed);
        QTest::keyClick(line, Qt::Key_Return);
    });
    QWidget window;
    const QString path = askWhereToSave(&window, QStringLiteral("Save"),
                                        QStringLiteral("suggested.pdf"), filters);
    QCOMPARE(QFileInfo(path).fileName(), name);
    QCOMPARE(QFileInfo(path).path(), QFileInfo(folder.path()).canonicalFilePath());
}

void TestSaveDialog::cancelled_isNowhere()
{
    whenAsked([](QFileDialog *dialog) {
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->text(),
                 QStringLiteral("suggested.csv"));
        dialog->reject();
    });
    QWidget window;
    QVERIFY(askWhereToSave(&window, QStringLiteral("Save"), QStringLiteral("suggested.csv"),
                           QStringLiteral("CSV (*.csv)"))
                    .isEmpty());
}

ONEINN_TEST(TestSaveDialog)

} // namespace tests::widgets_savedialog

#include "tst_savedialog.moc"
