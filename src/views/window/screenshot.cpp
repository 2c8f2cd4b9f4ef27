// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/screenshot.h"

#include "files/writefile.h"
#include "results/columntrials.h"
#include "results/results.h"
#include "session/session.h"
#include "views/data/importpage.h"
#include "views/widgets/picturefile.h"
#include "views/window/explorepage.h"
#include "views/window/mainwindow.h"
#include "views/window/rowsplace.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace oneinn {

namespace {

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    QApplication::exit(1);
}

/// "Dials" and "One dial": dials/one-dial. A room whose only view is called as it is: data.
QString viewId(const ExplorePage::ViewName &name)
{
    const auto written = [](const QString &words) {
        return words.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    };
    return name.room == name.view ? written(name.room)
                                  : written(name.room) + QLatin1Char('/') + written(name.view);
}

QString withName(const QString &path, QString name)
{
    const QFileInfo file(path);
    return file.dir().filePath(QStringLiteral("%1-%2.%3")
                                       .arg(file.completeBaseName(),
                                            name.replace(QLatin1Char('/'), QLatin1Char('-')),
                                            file.suffix()));
}

/// Takes one view after the other, each when it is complete.
class Photographer final : public QObject {
public:
    Photographer(MainWindow *window, Session *session, ScreenshotWish wish)
        : QObject(window)
        , m_window(window)
        , m_session(session)
        , m_explore(window->findChild<ExplorePage *>())
        , m_wish(std::move(wish))
    {
        connect(session, &Session::assessmentChanged, this, &Photographer::look);
        connect(window->results(), &Results::completed, this, &Photographer::look);
        for (const auto *trials : window->findChildren<ColumnTrials *>())
            connect(trials, &ColumnTrials::changed, this, &Photographer::look);
        const auto fail = [](const Problem &problem) {
            complain(wording::problemWords(problem).sentence());
        };
        connect(session, &Session::problemRaised, this, fail);
        connect(window->results(), &Results::problemRaised, this, fail);
        // After the first turn of the event loop a file that was asked for is being read.
        QTimer::singleShot(0, this, &Photographer::begin);
    }

private:
    bool isComplete() const
    {
        return m_session->hasData() && !m_session->loading().isReading()
                && !m_session->loading().isPreparing() && !m_window->results()->isPending()
                && !isTryingColumns();
    }

    bool isTryingColumns() const
    {
        const QList<ImportPage *> pages = m_window->findChildren<ImportPage *>();
        return std::ranges::any_of(pages, [](const ImportPage *page) {
            const auto *trials = page->findChild<ColumnTrials *>();
            return page->isVisible() && trials && !trials->isCurrent() && !trials->problem();
        });
    }

    /// Layouts within layouts take a few turns.
    bool isSettled()
    {
        QList<QRect> places;
        const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->isVisible())
                places.append(widget->geometry());
        }
        const bool same = places == m_places;
        m_places = std::move(places);
        return same;
    }

    void begin()
    {
        if (m_session->loading().isReading() || m_session->hasData())
            return;
        const QString message = m_window->message();
        if (!m_wish.file.isEmpty() && message.isEmpty())
            complain(QStringLiteral("The window asks something before it opens this file: open it "
                                    "there, without --screenshot."));
        else if (!m_wish.file.isEmpty())
            complain(message);
        else if (!m_wish.view.isEmpty())
            complain(QStringLiteral("A view needs a file: one-in-n FILE --view %1.")
                             .arg(m_wish.view));
        else if (write(m_wish.path))
            QApplication::exit(0);
    }

    void look()
    {
        // What was worked out may ask for more, and is laid out, in the next turn of the loop.
        if (!m_looking)
            QTimer::singleShot(0, this, &Photographer::take);
        m_looking = true;
    }

    void take()
    {
        m_looking = false;
        if (!isComplete())
            return;
        if (!m_chosen)
            return choose();
        if (!isSettled())
            return look();
        const bool all = m_wish.view == QLatin1String("all");
        const QString name = viewId(m_explore->nameOf(m_explore->currentView()));
        if (!write(all ? withName(m_wish.path, name) : m_wish.path))
            return;
        m_waiting.removeFirst();
        if (m_waiting.isEmpty())
            end();
        else
            show();
    }

    void choose()
    {
        m_chosen = true;
        if (m_wish.view == QLatin1String("rows"))
            return chooseRows();
        const QList<QWidget *> views = m_explore->views();
        QStringList names;
        for (QWidget *view : views) {
            const QString name = viewId(m_explore->nameOf(view));
            names.append(name);
            const bool wanted = m_wish.view == QLatin1String("all")
                    || (m_waiting.isEmpty() && name.startsWith(m_wish.view, Qt::CaseInsensitive));
            if (wanted && !m_wish.view.isEmpty())
                m_waiting.append(view);
        }
        if (m_wish.view.isEmpty())
            m_waiting = {m_explore->currentView()};
        if (m_waiting.isEmpty())
            complain(QStringLiteral("There is no view \"%1\". There are: all, %2, rows.")
                             .arg(m_wish.view, names.join(QLatin1String(", "))));
        else
            show();
    }

    /// What lies over the charts, as it opens.
    void chooseRows()
    {
        m_waiting = {m_explore->currentView()};
        m_explore->rows()->openCell(RowCell::Wrong);
        look();
    }

    void show()
    {
        m_explore->showView(m_waiting.constFirst());
        look();
    }

    bool write(const QString &path)
    {
        QBuffer buffer;
        const bool made =
                buffer.open(QIODevice::WriteOnly) && m_window->grab().save(&buffer, "PNG");
        QStringList read = {m_wish.file};
        if (m_session->hasData())
            read.append(m_session->data().source.path);
        const auto problem = writePicture(path, made ? buffer.data() : QByteArray(), read);
        if (problem)
            complain(wording::problemWords(*problem).sentence());
        return !problem;
    }

    void end()
    {
        if (!m_wish.isSaid)
            return QApplication::exit(0);
        const QString said = wording::visibleLines(m_window->sentences()) + QLatin1Char('\n');
        if (const auto problem = files::writeOutput(said.toStdString()))
            complain(wording::problemWords(*problem).sentence());
        else
            QApplication::exit(0);
    }

    MainWindow *m_window;
    Session *m_session;
    ExplorePage *m_explore;
    ScreenshotWish m_wish;
    QList<QWidget *> m_waiting;
    QList<QRect> m_places; ///< a turn ago
    bool m_chosen = false;
    bool m_looking = false;
};

} // namespace

void screenshotWhenReady(MainWindow *window, Session *session, const ScreenshotWish &wish)
{
    new Photographer(window, session, wish);
}

} // namespace oneinn
