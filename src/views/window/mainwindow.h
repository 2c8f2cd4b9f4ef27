// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/samples.h"
#include "session/session.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace oneinn {

class Appearance;
class CommandPalette;
class FrontPages;
class HistoryActions;
class LessonGuide;
class Presenting;
class RecentFiles;
class RememberedColumns;
class Results;
class SessionFiles;
class TurningOffer;
class WindowMenu;

namespace charts {
class ChartView;
}

namespace Ui {
class MainWindow;
}

/// The window: start page or exploration, with what was said about the last file above it.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session *session, Appearance *appearance, RecentFiles *recent,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// kind: of feature that it is of; absent: as it is found, or as usual.
    void openFile(const QString &path, const std::optional<Preset> &kind = {});
    void openSample(const QString &id);
    /// What is opened next is compared with this file, an earlier period of it.
    void compareNextWith(const QString &path);
    Results *results() const { return m_results; }
    /// What the bars above the page tell of the file that was opened last; empty: nothing.
    QString message() const;
    /// What a person would say at the point that is shown.
    QString sentences() const;
    /// Unsaved work of windows that were killed, offered in a bar.
    void offerRecovery();

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Enter presses the button that has the focus, as Space does.
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void readPresets();
    void connectActions();
    void connectSession();
    void setUpMenus();
    void findAnything();
    void present();
    void practise();
    void savePicture(charts::ChartView *chart, bool asSvg);
    void renderData();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session *m_session;
    Appearance *m_appearance;
    RememberedColumns *m_columns;
    Results *m_results;
    SessionFiles *m_files;
    TurningOffer *m_turning;
    FrontPages *m_front = nullptr;
    HistoryActions *m_history = nullptr;
    LessonGuide *m_lessons = nullptr;
    Presenting *m_presenting = nullptr;
    WindowMenu *m_menu = nullptr;
    CommandPalette *m_palette;
    QList<Sample> m_samples;
    QList<Preset> m_presets;
};

} // namespace oneinn
