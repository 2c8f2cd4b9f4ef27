// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/samples.h"
#include "session/savedsession.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QFileDialog;
class QWidget;
QT_END_NAMESPACE

namespace oneinn {

class MessageBar;
class NumbersPage;
class OfferBar;
class RecentFiles;
class StartPage;

/// Opening and saving as a person meets them: dialogs, the bars above the page, the window's title,
/// and the question before work is lost.
class SessionFiles final : public QObject {
    Q_OBJECT

public:
    struct Bars {
        MessageBar *message;
        OfferBar *recovery;
        OfferBar *moved;
        OfferBar *conflict;
    };
    SessionFiles(QWidget *window, Session *session, RecentFiles *recent, const Bars &bars);

    /// What asks for a file, or to save what is open.
    struct Askers {
        QAction *open;
        QAction *save;
        QAction *saveAs;
        StartPage *start; ///< also told of the files that were opened last
        NumbersPage *numbers;
    };
    /// Once.
    void take(const Askers &askers);

    SavedSession &saved() { return m_saved; }
    /// A file that holds what one of these holds opens as that sample's card does.
    void setSamples(const QList<Sample> &samples) { m_samples = samples; }
    /// Data, a session or a lesson, by the name's ending; asks first if work would be lost. kind:
    /// of feature that the data is of, at its most valuable threshold; a session says that itself.
    void openFile(const QString &path, const std::optional<Preset> &kind = {});
    void open(const Source &source);
    void chooseFile();
    void save();
    void saveAs();
    /// Whether the window may close now. If not, the person is asked, and the window closed when
    /// they have answered.
    bool mayClose();
    /// Unsaved work that other windows left behind, one after the other.
    void offerRecovery();

Q_SIGNALS:
    /// A lesson was opened as a file is.
    void lessonRequested(const QString &path);

private:
    void whenNothingIsLost(std::function<void()> next);
    void ask();
    void showDialog(QFileDialog *dialog, const std::function<void(const QString &)> &chosen);
    void tell(const Problem &problem);
    void openSession(const QString &path);
    /// After a problem of the kind TableUnclear: its file is opened with the table that is chosen.
    void askForTable(const Problem &problem);
    void chooseMovedData();
    void recover(const QString &file);
    void discardFirst();
    void connectBars();
    void askWhatToReplace(const QString &path);
    void renderTitle();
    void renderOpened();
    void renderRecovery();

    QWidget *m_window;
    Session *m_session;
    RecentFiles *m_recent;
    Bars m_bars;
    SavedSession m_saved;
    QList<Sample> m_samples;
    std::function<void()> m_next; ///< waits for the answer to the question, or for the save
    std::vector<OrphanedRecovery> m_orphans;
    QString m_conflict; ///< the file that somebody else has changed
    QString m_folder;   ///< where the last file was chosen
    bool m_closing = false;
};

} // namespace oneinn
