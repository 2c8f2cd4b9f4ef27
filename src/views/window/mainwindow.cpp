// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/mainwindow.h"

#include "charts/chartview.h"
#include "results/results.h"
#include "ui_mainwindow.h"
#include "views/data/changedfile.h"
#include "views/data/columnnotes.h"
#include "views/data/rememberedcolumns.h"
#include "views/data/turningoffer.h"
#include "views/evidence/saypanel.h"
#include "views/launch/droppanel.h"
#include "views/practise/practisedialog.h"
#include "views/practise/recorder.h"
#include "views/product/wordsoffer.h"
#include "views/widgets/focusring.h"
#include "views/widgets/notices.h"
#include "views/widgets/picturefile.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/savednote.h"
#include "views/window/accessiblecontrols.h"
#include "views/window/appearance.h"
#include "views/window/columnquestions.h"
#include "views/window/databasefiles.h"
#include "views/window/frontpages.h"
#include "views/window/historyactions.h"
#include "views/window/lessonguide.h"
#include "views/window/palette.h"
#include "views/window/paletteentries.h"
#include "views/window/presenting.h"
#include "views/window/readingreport.h"
#include "views/window/sessionfiles.h"
#include "views/window/shortcutlist.h"
#include "views/window/windowmenu.h"
#include "wording/problemwords.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>

/// Resources in a static library are linked only when they are asked for; outside any namespace.
namespace oneinn {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize smallestSize(1024, 660); ///< under a title bar
constexpr int roomForTitleBar = 40;      ///< which is not there yet to be measured

QSize sizeFor(const QScreen *screen)
{
    const QSize free = screen->availableSize() - QSize(0, roomForTitleBar);
    // Smaller than any window of ours: a screen that nobody looks at.
    const bool isSeen =
            free.width() >= smallestSize.width() && free.height() >= smallestSize.height();
    return isSeen ? firstSize.boundedTo(free) : firstSize;
}

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Session *session, Appearance *appearance, RecentFiles *recent,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_session(session)
    , m_appearance(appearance)
    , m_columns(new RememberedColumns(this))
    , m_results(new Results(session, this))
    , m_palette(new CommandPalette(this))
{
    const Appearance::Building building(m_appearance);
    PlainTextPolicy::install();
    installAccessibleControls();
    m_ui->setupUi(this);
    new FocusRing(this);
    new Notices(m_ui->pages, m_ui->explore,
                {m_ui->recovery, m_ui->moved, m_ui->conflict, m_ui->changed, m_ui->inverted,
                 m_ui->words, m_ui->loading, m_ui->message});
    m_files = new SessionFiles(this, session, recent,
                               {m_ui->message, m_ui->recovery, m_ui->moved, m_ui->conflict});
    if (sampleFolder())
        m_samples = builtInSamples();
    m_turning = new TurningOffer(session, m_ui->inverted);
    new WordsOffer(session, m_ui->words);
    new ChangedFile(session, m_ui->changed);
    m_files->setSamples(m_samples);
    m_ui->start->setSamples(listed(m_samples));
    setUpMenus();
    m_ui->toolBar->setResults(m_results);
    m_ui->explore->setResults(m_results, m_columns);
    m_ui->import->setUp(m_results->workers(), m_columns);
    readPresets();
    connectActions();
    connectSession();
    m_front->showStart();
    resize(sizeFor(screen()));
}

MainWindow::~MainWindow() = default;

void MainWindow::readPresets()
{
    const OwnPresets own = ownPresetsIn(ownPresetsFolder());
    m_presets = builtInPresets() + own.presets;
    m_ui->explore->setPresets(m_presets);
    m_ui->numbers->setPresets(m_presets);
    if (!own.problems.empty())
        m_ui->message->display(wording::problemWords(own.problems.front()).sentence());
}

void MainWindow::connectActions()
{
    addActions({m_ui->actionStart, m_ui->actionNumbers, m_ui->actionOpen, m_ui->actionDatabase,
                m_ui->actionSave, m_ui->actionSaveAs, m_ui->actionCopySentences, m_ui->actionFind,
                m_ui->actionPresent, m_ui->actionLearn, m_ui->actionPractise, m_ui->actionShortcuts,
                m_ui->actionQuit});
    m_files->take(
            {m_ui->actionOpen, m_ui->actionSave, m_ui->actionSaveAs, m_ui->start, m_ui->numbers});
    m_front = new FrontPages(m_session, {m_ui->pages, m_ui->start, m_ui->numbers, m_ui->explore},
                             {m_ui->actionStart, m_ui->actionNumbers}, this);
    m_history = new HistoryActions(m_session,
                                   {m_ui->actionUndo, m_ui->actionRedo, m_ui->actionHistory}, this);
    m_lessons = new LessonGuide(
            {m_results,
             m_files,
             m_ui->pages,
             m_ui->explore,
             {m_ui->actionCopySentences, m_ui->actionFind, m_ui->explore->exportAction()}},
            this);
    m_presenting =
            new Presenting({m_ui->explore, m_results, m_lessons, m_ui->actionPresentSimply}, this);
    connect(m_ui->explore->findChild<DropPanel *>(), &DropPanel::swapRequested, this,
            [this] { m_files->open(m_results->periods().swapped()); });
    connect(m_ui->actionLearn, &QAction::triggered, m_lessons, &LessonGuide::showList);
    connect(m_ui->start, &StartPage::learnRequested, m_lessons, &LessonGuide::showList);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionCopySentences, &QAction::triggered, m_ui->explore,
            &ExplorePage::copySentences);
    connect(m_ui->actionFind, &QAction::triggered, this, &MainWindow::findAnything);
    connect(m_ui->actionPresent, &QAction::triggered, this, &MainWindow::present);
    connect(m_ui->actionPractise, &QAction::triggered, this, &MainWindow::practise);
    m_ui->explore->findChild<SayPanel *>()->offer(m_ui->actionPractise);
    connect(m_ui->start, &StartPage::practiseRequested, this, &MainWindow::practise);
    connect(m_ui->actionPin, &QAction::triggered, m_session,
            [this] { m_session->pinBoard().pin(); });
    connect(m_ui->start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    const QList<charts::ChartView *> charts = m_ui->explore->charts();
    for (charts::ChartView *chart : charts) {
        connect(chart, &charts::ChartView::saveRequested, this,
                [this, chart](charts::ChartView::Format format) {
                    savePicture(chart, format == charts::ChartView::Format::Svg);
                });
    }
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::dataChanged, this, &MainWindow::renderData);
    connect(m_session, &Session::assessmentChanged, this, [this](const Assessment &assessment) {
        m_ui->toolBar->render(assessment);
        m_ui->explore->render(assessment);
    });
    new DatabaseFiles(m_session, m_files, m_ui->actionDatabase, this);
    new ReadingReport(m_results, m_ui->loading, m_ui->message, this);
    new ColumnQuestions(m_session, m_columns, m_turning,
                        {m_ui->pages, m_ui->import, m_ui->explore, m_ui->start, m_ui->message},
                        this);
    connect(m_ui->explore, &ExplorePage::failed, m_ui->message, &MessageBar::display);
}

void MainWindow::setUpMenus()
{
    auto *files = new FileMenu({m_ui->actionStart, m_ui->actionNumbers, m_ui->actionOpen,
                                m_ui->actionDatabase, m_ui->actionSave, m_ui->actionSaveAs},
                               m_ui->explore, this);
    files->setSamples(listed(m_samples));
    connect(files, &FileMenu::sampleRequested, this, &MainWindow::openSample);
    m_menu = new WindowMenu({m_ui->actionUndo, m_ui->actionRedo, m_ui->actionPin,
                             m_ui->actionCopySentences, m_ui->actionHistory, m_ui->actionFind,
                             m_ui->actionPresent, m_ui->actionPresentSimply, m_ui->actionLearn,
                             m_ui->actionPractise, m_ui->actionShortcuts, m_ui->actionQuit},
                            files, m_ui->explore, m_appearance, this);
    m_ui->toolBar->setActions({m_ui->actionUndo, m_ui->actionRedo, m_ui->actionPin,
                               m_ui->actionPresent, m_ui->explore->exportAction(),
                               m_ui->explore->accountAction()},
                              files, m_menu);
    connect(m_ui->actionShortcuts, &QAction::triggered, this, [this] {
        auto *list = new ShortcutList(this);
        list->setAttribute(Qt::WA_DeleteOnClose);
        list->show();
    });
}

void MainWindow::findAnything()
{
    if (m_palette->isVisible())
        return m_palette->dismiss();
    m_palette->open(paletteEntries({m_session, m_ui->explore, m_ui->toolBar, m_menu, m_presets}),
                    m_session->hasData()
                            ? tr("Nothing has this name. Fewer or other words may find it.")
                            : tr("Nothing has this name yet. Open a file or a sample: its views, "
                                 "settings and numbers are found then."));
}

void MainWindow::present()
{
    m_palette->hide();
    m_presenting->start();
}

void MainWindow::practise()
{
    m_palette->hide();
    auto *dialog = new PractiseDialog(m_results, this, microphone());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_ui->pages->currentWidget() == m_ui->import)
        dialog->tellWaiting(m_ui->import->asksOf());
    dialog->show();
}

void MainWindow::openFile(const QString &path, const std::optional<Preset> &kind)
{
    m_files->openFile(path, kind);
}

QString MainWindow::message() const
{
    if (m_ui->pages->currentWidget() == m_ui->import)
        return m_ui->import->question();
    for (const OfferBar *offer : {m_ui->changed, m_ui->inverted, m_ui->moved, m_ui->words}) {
        if (m_ui->message->message().isEmpty() && offer->isVisible())
            return offer->message();
    }
    return m_ui->message->message();
}

QString MainWindow::sentences() const
{
    return m_ui->explore->sentences();
}

void MainWindow::offerRecovery()
{
    m_files->offerRecovery();
}

void MainWindow::compareNextWith(const QString &path)
{
    connect(
            m_session, &Session::opened, this,
            [this, path] { m_results->periods().compareWith(EarlierFile{path}); },
            Qt::SingleShotConnection);
}

void MainWindow::openSample(const QString &id)
{
    for (const Sample &sample : std::as_const(m_samples)) {
        if (sample.id == id)
            m_files->open(sourceOf(sample, *sampleFolder()));
    }
}

void MainWindow::savePicture(charts::ChartView *chart, bool asSvg)
{
    const QString path =
            askWhereToSave(this, tr("Save the picture"),
                           suggestedPictureName(m_session->data().source.path, chart, asSvg),
                           asSvg ? tr("SVG pictures (*.svg)") : tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    if (const auto problem = writePicture(path, asSvg ? chart->svg() : chart->png(),
                                          {m_session->data().source.path, m_files->saved().path()}))
        m_ui->message->display(wording::problemWords(*problem).sentence());
    else
        tellSaved(this, path);
}

void MainWindow::renderData()
{
    m_ui->toolBar->renderData();
    m_ui->explore->renderData();
    m_ui->pages->setCurrentWidget(m_ui->explore);
    m_ui->import->leave();
    // What was assumed of the file, where it cannot be overlooked.
    const QStringList notes = columnNotes(m_session->data());
    for (const QString &note : notes)
        m_ui->message->displayAlso(note);
    m_turning->follow();
    m_ui->actionSave->setEnabled(true);
    m_ui->actionSaveAs->setEnabled(true);
    m_history->render();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (enter && button)
        button->click();
    else if (event->key() != Qt::Key_Escape || !m_history->closePanel())
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_files->mayClose());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(droppedFile(event->mimeData()));
}

} // namespace oneinn

#include "moc_mainwindow.cpp"
