// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/choice.h"
#include "core/periods/drop.h"
#include "presets/presets.h"
#include "views/window/offeredviews.h"
#include "views/window/roomplaces.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QTabWidget;

namespace oneinn {

class EvidenceRoom;
class FindingNote;
class PinsPanel;
class RememberedColumns;
class Results;
class RowsPlace;
class Session;
class VerdictLines;
struct Source;

namespace charts {
class ChartView;
}

namespace Ui {
class ExplorePage;
}

/// Everything that is shown of one table: a rail of rooms, each with its views; beside them, in
/// every room, what users experience and the sentences to say.
class ExplorePage final : public QWidget {
    Q_OBJECT

public:
    explicit ExplorePage(QWidget *parent = nullptr);
    ~ExplorePage() override;

    void setResults(Results *results, RememberedColumns *memory);
    void setPresets(const QList<Preset> &presets);
    void render(const Assessment &assessment);
    /// Shares that a person has switched on; shown at once.
    void setOtherShares(const std::vector<Share> &shares);
    void renderData();
    void showRoom(Room room);
    /// Rooms are also reached by their keys and in the menu: without the rail there is more room.
    void setRailShown(bool shown);
    /// Each room's, in their order.
    QList<QWidget *> views() const { return m_rooms.views(); }
    /// What stands beside every room, with settings and commands of its own.
    QList<QWidget *> besideRooms() const;
    /// One of views(), in its room.
    void showView(QWidget *page);
    QWidget *currentView() const;
    using ViewName = RoomPlaces::ViewName;
    /// Of one of views().
    ViewName nameOf(const QWidget *page) const { return m_rooms.nameOf(page); }
    /// For menus: a room's and, with its file, the answer's.
    QAction *roomAction(Room room) const { return m_rooms.of(room).action; }
    QAction *exportAction() const { return m_export; }
    QAction *accountAction() const { return m_account; }
    RowsPlace *rows() const { return m_rows; }
    /// Each leads to a room.
    QList<QAction *> roomActions() const { return m_rooms.actions(); }
    /// In which everything here is told.
    FeatureWords words() const;
    void copySentences() const;
    QString sentences() const;
    /// Each with the words for its menu in the property "subject".
    QList<charts::ChartView *> charts() const;

Q_SIGNALS:
    /// The file that is open, to be read in another way.
    void columnsChosen(const oneinn::Source &source);
    void failed(const QString &sentence);
    /// A room or a view was asked for by its name or keys: from another page, too.
    void visited();

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// Esc that nobody else takes closes what lies over the charts.
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct RoomView {
        QWidget *page;
        std::function<void(const Assessment &)> render;
    };
    void addRoom(Room room, QTabWidget *views, const QString &name, const QString &question);
    template<typename Panel> void addView(QWidget *page, Panel *panel);
    void addExport();
    void addRoomsAndViews();
    void connectPages();
    void offerViews();
    void addAccount();
    void chooseRoom(Room room);
    void showEvidence(DropLayer layer);
    void tellFinding(QWidget *panel, const QString &finding);
    void roomChanged();
    void renderView(const Assessment &assessment);
    void renderRail(const Assessment &assessment);
    void renderLimits();
    void renderPins();
    void placeDrawers();

    std::unique_ptr<Ui::ExplorePage> m_ui;
    PinsPanel *m_pins; ///< over the charts while pins are compared
    EvidenceRoom *m_evidence = nullptr;
    VerdictLines *m_verdict = nullptr;
    FindingNote *m_finding; ///< stands in the view it is told over
    QAction *m_export;
    QAction *m_account;
    RowsPlace *m_rows;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    RoomPlaces m_rooms;
    std::vector<RoomView> m_views; ///< each is kept up to date only while it is to be seen
    OfferedViews m_offered;
    Choice m_pinsFor; ///< whose pins the charts show; at no threshold
};

} // namespace oneinn
