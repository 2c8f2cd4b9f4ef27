// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presets.h"
#include "results/results.h"
#include "support/shownanswer.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/start/samplecard.h"
#include "views/start/startpage.h"
#include "views/widgets/messagebar.h"
#include "wording/problemwords.h"

#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QPushButton>
#include <QSvgRenderer>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace tests::journeys_files {

using namespace oneinn;
using namespace testsupport;
using charts::ChartView;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void drop_fileOnTheStartPage_opensIt();
    void drop_fileOnAChart_opensIt_data();
    void drop_fileOnAChart_opensIt();
    void drop_severalFilesOrText_refused();
    void malformed_file_saysSoAndKeepsTheData();
    void malformed_firstFile_staysOnTheStartPage();
    void message_closedByItsButton_andByTheNextFile();
    void recent_openedFiles_listedAndClickable();
    void recent_samples_notListed();
    void title_namesTheFile();
    void sample_asAKind_keepsItsModel();
    void unicode_namesEverywhere_areShown();
    void picture_eachChart_pngAndSvg();

private:
    MessageBar *message() { return m_opened->child<MessageBar>(); }
    bool dropOn(QWidget *target, const QMimeData &data);

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestFiles::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

/// As a window system does: asks the widget below the pointer and its parents, then drops on the
/// first that took it. Whether one did.
bool TestFiles::dropOn(QWidget *target, const QMimeData &data)
{
    for (QWidget *widget = target; widget; widget = widget->parentWidget()) {
        if (!widget->acceptDrops())
            continue;
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(widget, &enter);
        if (!enter.isAccepted())
            continue;
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        drop.ignore();
        QCoreApplication::sendEvent(widget, &drop);
        return drop.isAccepted();
    }
    return false;
}

void TestFiles::drop_fileOnTheStartPage_opensIt()
{
    QMimeData data;
    const QString path = m_opened->files.write(QStringLiteral("dropped.csv"), plainTable());
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(m_opened->finishes([&] { QVERIFY(dropOn(m_opened->child<StartPage>(), data)); }));
    QCOMPARE(m_opened->session.data().source.path, path);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestFiles::drop_fileOnAChart_opensIt_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("scores") << 0;
    QTest::newRow("precision and recall") << 1;
    QTest::newRow("latency") << 2;
}

void TestFiles::drop_fileOnAChart_opensIt()
{
    QFETCH(int, at);
    QVERIFY(m_opened->open(mixedTable()));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(
            m_opened->files.write(QStringLiteral("dropped.csv"), plainTable()))});
    const QList<ChartView *> charts{m_opened->scores(), m_opened->curve(), m_opened->latency()};
    QVERIFY(m_opened->finishes([&] { QVERIFY(dropOn(charts.at(at)->viewport(), data)); }));
    QCOMPARE(m_opened->session.predictions().rows(), 9);
}

void TestFiles::drop_severalFilesOrText_refused()
{
    QMimeData several;
    several.setUrls({QUrl::fromLocalFile(QStringLiteral("/a.csv")),
                     QUrl::fromLocalFile(QStringLiteral("/b.csv"))});
    QVERIFY(!dropOn(m_opened->child<StartPage>(), several));
    QMimeData text;
    text.setText(QStringLiteral("label,score"));
    QVERIFY(!dropOn(m_opened->child<StartPage>(), text));
    QVERIFY(!m_opened->session.loading().isReading());
}

void TestFiles::malformed_file_saysSoAndKeepsTheData()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setThreshold({0.33});
    QTRY_VERIFY(!m_opened->child<Results>()->isPending());
    const auto before = shownTexts(*m_opened);
    const QString title = m_opened->window.windowTitle();
    const QString path =
            m_opened->files.write(QStringLiteral("bad.csv"), "label,score\n1,0.5\n0,0.2,extra\n");
    QVERIFY(!m_opened->finishes([&] { m_opened->window.openFile(path); }));

    Problem expected{ProblemKind::FieldCount, path.toStdString(), 3};
    expected.expected = 2;
    expected.found = 3;
    QVERIFY(message()->isVisible());
    QCOMPARE(message()->message(), wording::problemWords(expected).sentence());
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(shownTexts(*m_opened), before);
    QCOMPARE(m_opened->window.windowTitle(), title);
    QVERIFY(m_opened->session.history().canUndo());

    // The data can be worked with on.
    drag(m_opened->scores()->viewport(),
         OpenedWindow::handle(OpenedWindow::marker(m_opened->scores())),
         OpenedWindow::inPlot(m_opened->scores(), 0.8, 0.5));
    QCOMPARE(falselyShown(*m_opened), QString());
    QVERIFY(message()->isVisible());
}

void TestFiles::malformed_firstFile_staysOnTheStartPage()
{
    QVERIFY(!m_opened->open("nothing like a table"));
    QVERIFY(message()->isVisible());
    QVERIFY(m_opened->child<StartPage>()->isVisible());
    QVERIFY(m_opened->window.rect().contains(message()->geometry()));
}

void TestFiles::message_closedByItsButton_andByTheNextFile()
{
    QVERIFY(!m_opened->open("\n"));
    QVERIFY(message()->isVisible());
    QTest::mouseClick(message()->findChild<QToolButton *>(QStringLiteral("close")), Qt::LeftButton);
    QVERIFY(!message()->isVisible());
    QVERIFY(!m_opened->open("\n"));
    QVERIFY(message()->isVisible());
    QVERIFY(m_opened->open(plainTable()));
    QVERIFY(!message()->isVisible());
}

void TestFiles::recent_openedFiles_listedAndClickable()
{
    const QString first = m_opened->files.write(QStringLiteral("first.csv"), plainTable());
    const QString second = m_opened->files.write(QStringLiteral("second.csv"), mixedTable());
    for (const QString &path : {first, second})
        QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    QVERIFY(!m_opened->open("broken")); // what cannot be read is not offered again
    QCOMPARE(m_opened->recent.paths(), QStringList({second, first}));
    auto *start = m_opened->window.findChild<QAction *>(QStringLiteral("actionStart"));
    start->trigger();
    auto buttons =
            m_opened->child<QWidget>(QStringLiteral("recent"))->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QPushButton *older = nullptr;
    for (QPushButton *button : buttons) {
        if (button->text().endsWith(QLatin1String("first.csv")))
            older = button;
    }
    QVERIFY(older && older->isVisible());
    QWidget &window = m_opened->window;
    QTRY_COMPARE(window.childAt(older->mapTo(&window, older->rect().center())), older);
    QVERIFY(m_opened->finishes([&] { QTest::mouseClick(older, Qt::LeftButton); }));
    QCOMPARE(m_opened->session.data().source.path, first);
    QCOMPARE(m_opened->recent.paths(), QStringList({first, second}));
}

void TestFiles::recent_samples_notListed()
{
    QVERIFY(m_opened->openSample(QStringLiteral("tumourscreening")));
    QCOMPARE(m_opened->recent.paths(), QStringList());
}

void TestFiles::title_namesTheFile()
{
    QVERIFY(m_opened->open(plainTable()));
    QVERIFY(m_opened->window.windowTitle().contains(QLatin1String("table.csv")));
}

/// A sample is looked at by the model that it is opened with, whatever kind of feature is named.
void TestFiles::sample_asAKind_keepsItsModel()
{
    const QList<Preset> kinds = builtInPresets();
    const auto kind = std::ranges::find(kinds, QStringLiteral("supportanswer"), &Preset::id);
    QVERIFY(m_opened->finishes([&] {
        m_opened->window.openFile(testsupport::sampleData(QStringLiteral("inlinesuggestion.csv")),
                                  *kind);
    }));
    const Scenario &scenario = m_opened->session.scenario();
    QCOMPARE(scenario.selection.model.value(), std::string("cloud-large"));
    QVERIFY(scenario.values == withPreset({}, *kind).values);
    QVERIFY(!scenario.budget);
}

void TestFiles::unicode_namesEverywhere_areShown()
{
    QByteArray table = "label,score,model,città\n";
    for (int i = 0; i < 20; ++i)
        table += QByteArray(i % 3 ? "0,0." : "1,0.") + QByteArray::number(10 + i)
                + (i % 4 ? ",größer," : ",小さい,") + (i % 2 ? "Łódź\n" : "Forlì\n");
    const QString path = m_opened->files.write(QStringLiteral("Vorhersagen für 東京 🚲.csv"), table);
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    QVERIFY(m_opened->window.windowTitle().contains(QStringLiteral("東京 🚲")));
    auto *model = m_opened->child<QComboBox>(QStringLiteral("model"));
    QCOMPARE(model->currentText(), QStringLiteral("größer"));
    auto *users = m_opened->child<QComboBox>(QStringLiteral("group"));
    QVERIFY(users->findText(QStringLiteral("città: Łódź")) > 0);
    QCOMPARE(m_opened->recent.paths(), QStringList(path));
}

void TestFiles::picture_eachChart_pngAndSvg()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    for (ChartView *chart : {m_opened->scores(), m_opened->curve(), m_opened->latency()}) {
        const auto image = QImage::fromData(chart->png(), "PNG");
        QCOMPARE(image.size(), chart->size() * 2);
        QSvgRenderer renderer(chart->svg());
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), chart->size());
        // The marker is in the picture: what moves it changes it.
        m_opened->session.setThreshold({m_opened->session.scenario().threshold.value - 0.2});
        m_opened->session.setBudget(
                Milliseconds{m_opened->session.scenario().budget->value - 100.0});
        QVERIFY(chart->toImage() != image);
        m_opened->session.history().undo();
        m_opened->session.history().undo();
    }
}

ONEINN_TEST(TestFiles)

} // namespace tests::journeys_files

#include "tst_files.moc"
