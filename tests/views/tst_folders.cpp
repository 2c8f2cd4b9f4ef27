// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace tests::views_folders {

using namespace Qt::StringLiterals;

/// What the window is made of: a room knows itself and the widgets that all share, and only the
/// window knows the rooms.
class TestFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void room_includes_itselfAndWidgets();
};

void TestFolders::room_includes_itselfAndWidgets()
{
    static const QRegularExpression header(
            u"(?:#include \"|<header[^>]*>)views/(?:(\\w+)/)?(\\w+)\\.h"_s);
    static const QRegularExpression layout(u"#include \"ui_(\\w+)\\.h\""_s);
    const QString views = testsupport::sourceFolder(u"src/views"_s);
    QStringList folders;
    QDirIterator each(views, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        auto form = layout.globalMatch(text);
        while (form.hasNext()) {
            QFile ui(testsupport::sourceFolder(u"ui"_s) + u'/' + form.next().captured(1)
                     + u".ui"_s);
            QVERIFY2(ui.open(QIODevice::ReadOnly), qPrintable(ui.fileName()));
            text += QString::fromUtf8(ui.readAll());
        }
        const QString folder = each.fileInfo().dir().dirName();
        QVERIFY2(folder != "views"_L1, qPrintable(each.fileName()));
        if (!folders.contains(folder))
            folders.append(folder);
        if (folder == "window"_L1)
            continue;
        auto included = header.globalMatch(text);
        while (included.hasNext()) {
            const QRegularExpressionMatch match = included.next();
            const QString other = match.captured(1);
            QVERIFY2(other == folder || other == "widgets"_L1,
                     qPrintable(u"%1/%2 includes %3/%4"_s.arg(folder, each.fileName(), other,
                                                              match.captured(2))));
        }
    }
    QVERIFY(folders.size() > 8);
}

ONEINN_TEST(TestFolders)

} // namespace tests::views_folders

#include "tst_folders.moc"
