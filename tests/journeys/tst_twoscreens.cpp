// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "views/window/presentation.h"
#include "views/window/presenternotes.h"

#include <QAction>
#include <QLabel>
#include <QTemporaryDir>

namespace tests::journeys_twoscreens {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A laptop beside a projector: the audience has one of them, who presents the other.
class TestTwoScreens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presented_notesTellWhatTheAudienceDoesNotSee();
};

void TestTwoScreens::presented_notesTellWhatTheAudienceDoesNotSee()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QCOMPARE(screens.size(), 2);
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"assistantanswers"_s));
    opened.showView(u"answerPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.child<Results>()->isPending(), 60000);
    QCOMPARE(opened.window.screen(), screens.first());
    QTest::keyClick(&opened.window, Qt::Key_F5);
    const auto *wall = opened.child<Presentation>();
    auto *notes = opened.child<PresenterNotes>();
    QVERIFY(wall && notes && notes->isVisible());
    QCOMPARE(wall->geometry(), screens.last()->geometry());
    QCOMPARE(notes->geometry(), screens.first()->geometry());
    const auto text = [notes](const QString &name) {
        const auto *label = notes->findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    };
    const auto labels = notes->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const auto fits = [label] {
            return label->isHidden() || label->height() >= label->heightForWidth(label->width());
        };
        QTRY_VERIFY2(fits(), qPrintable(label->objectName()));
    }
    if (const QString folder = qEnvironmentVariable("ONEINN_PICTURES"); !folder.isEmpty())
        notes->grab().save(folder + u"/notes.png"_s);
    QVERIFY(!wall->isRevealed());
    QVERIFY2(text(u"sentence"_s).endsWith(wall->sentence()), qPrintable(text(u"sentence"_s)));
    QVERIFY(text(u"sentence"_s) != wall->sentence());
    QVERIFY(text(u"is"_s).startsWith(u"it is "_s));
    QCOMPARE(text(u"next"_s), u"This is the last."_s);
    // Keys are heard here as well.
    QTest::keyClicks(notes, u"20"_s);
    QTest::keyClick(notes, Qt::Key_Return);
    QCOMPARE(wall->beside().said, u"you said 20 of 100"_s);
    QCOMPARE(text(u"guesses"_s), u"1 guess"_s);
    QTest::keyClick(notes, Qt::Key_Space);
    QVERIFY(wall->isRevealed());
    QCOMPARE(text(u"sentence"_s), wall->sentence());
    QTest::keyClick(notes, Qt::Key_PageUp);
    QVERIFY(!text(u"next"_s).isEmpty() && text(u"next"_s) != u"This is the last."_s);
    QTest::keyClick(notes, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
    QVERIFY(!opened.child<PresenterNotes>());
}

} // namespace tests::journeys_twoscreens

int main(int argc, char **argv)
{
    // Two screens, of which nobody has to look at any.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("screens.json"));
    QFile file(path);
    const QByteArray screens = R"({"synchronousWindowSystemEvents": false,
 "windowFrameMargins": false,
 "screens": [
  {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800,
   "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "projector", "x": 1280, "y": 0, "width": 1920, "height": 1080,
   "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
 ]})";
    if (!file.open(QIODevice::WriteOnly) || file.write(screens) != screens.size())
        return 1;
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(path));
    QApplication app(argc, argv);
    tests::journeys_twoscreens::TestTwoScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_twoscreens.moc"
