// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/windowmenu.h"

#include "charts/chartview.h"
#include "views/window/appearance.h"
#include "views/window/explorepage.h"
#include "views/window/rowsplace.h"
#include "views/window/sharemenu.h"

#include <QActionGroup>

namespace oneinn {

FileMenu::FileMenu(const Actions &actions, ExplorePage *page, QWidget *parent)
    : QMenu(tr("&File"), parent)
    , m_samples(new QMenu(tr("Sa&mples"), this))
{
    addAction(actions.open);
    addAction(actions.database);
    addMenu(m_samples);
    addAction(actions.start);
    addAction(actions.numbers);
    addSeparator();
    addAction(page->roomAction(Room::Data));
    addAction(page->accountAction());
    addAction(actions.save);
    addAction(actions.saveAs);
    addAction(page->exportAction());
    setToolTipsVisible(true);
}

void FileMenu::setSamples(const QList<Sample> &samples)
{
    m_samples->clear();
    m_samples->setToolTipsVisible(true);
    for (const Sample &sample : samples) {
        QAction *action = m_samples->addAction(sample.title);
        action->setToolTip(sample.sentence);
        action->setProperty("anytime", true);
        connect(action, &QAction::triggered, this,
                [this, id = sample.id] { Q_EMIT sampleRequested(id); });
    }
}

WindowMenu::WindowMenu(const Actions &actions, FileMenu *files, ExplorePage *page,
                       Appearance *appearance, QWidget *parent)
    : QMenu(parent)
{
    addMenu(files);
    QMenu *edit = addMenu(tr("&Edit"));
    edit->addActions({actions.undo, actions.redo, actions.history});
    edit->addSeparator();
    edit->addActions({actions.pin, actions.copySentences});
    QMenu *view = addMenu(tr("&View"));
    view->addActions({actions.find, actions.present, actions.presentSimply, actions.learn,
                      actions.practise});
    view->setToolTipsVisible(true);
    view->addSeparator();
    for (const Room room : {Room::Data, Room::Product, Room::Dials, Room::Options, Room::Doubts,
                            Room::Launch, Room::Answer})
        view->addAction(page->roomAction(room));
    view->addSeparator();
    auto *shares = new ShareMenu(view);
    view->addMenu(shares);
    page->setOtherShares(shares->chosen());
    connect(shares, &ShareMenu::changed, page,
            [page, shares] { page->setOtherShares(shares->chosen()); });
    connect(shares, &QMenu::aboutToShow, page, [page, shares] { shares->setWords(page->words()); });
    QMenu *rows = view->addMenu(tr("Rows &behind"));
    rows->setToolTipsVisible(true);
    rows->addActions(page->rows()->actions());
    addAppearance(view, appearance);
    addPictures(view, page);
    QMenu *help = addMenu(tr("&Help"));
    help->addAction(actions.shortcuts);
    addSeparator();
    addAction(actions.quit);
}

void WindowMenu::addAppearance(QMenu *menu, Appearance *appearance)
{
    QMenu *choices = menu->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const QList<std::pair<Appearance::Mode, QString>> modes = {
            {Appearance::Mode::System, tr("As the &desktop")},
            {Appearance::Mode::Light, tr("&Light")},
            {Appearance::Mode::Dark, tr("Dar&k")},
    };
    for (const auto &[mode, name] : modes) {
        QAction *action = choices->addAction(name);
        action->setProperty("anytime", true);
        action->setCheckable(true);
        action->setChecked(mode == appearance->mode());
        group->addAction(action);
        connect(action, &QAction::triggered, appearance,
                [appearance, chosen = mode] { appearance->setMode(chosen); });
    }
}

void WindowMenu::addPictures(QMenu *menu, const ExplorePage *page)
{
    menu->addSeparator();
    const QList<charts::ChartView *> charts = page->charts();
    for (charts::ChartView *chart : charts) {
        QMenu *picture =
                menu->addMenu(tr("Picture of %1").arg(chart->property("subject").toString()));
        picture->addActions(chart->actions());
        // What is in another room is not kept up to date.
        connect(menu, &QMenu::aboutToShow, picture,
                [picture, chart] { picture->setEnabled(chart->isVisible()); });
    }
}

} // namespace oneinn

#include "moc_windowmenu.cpp"
