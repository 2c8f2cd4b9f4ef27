// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "session/session.h"
#include "support/mouse.h"
#include "support/tablefile.h"
#include "views/dials/latencypanel.h"
#include "views/dials/precisionrecallpanel.h"
#include "views/dials/scorespanel.h"
#include "views/start/recentfiles.h"
#include "views/window/appearance.h"
#include "views/window/explorepage.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

/// The program as main() sets it up, with settings that touch nobody's own.
namespace testsupport {

/// Before anything else is made: where settings and recovery files go from here on.
class OwnSettings {
public:
    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("one-in-n-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("one-in-n-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path()));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

private:
    QTemporaryDir m_folder;
};

class OpenedWindow {
public:
    explicit OpenedWindow(QSize size = {1280, 800})
    {
        window.resize(size);
        window.show();
        window.activateWindow();
    }

    bool ready() { return QTest::qWaitForWindowActive(&window); }

    /// Whether the table is shown in the end; what kept it from that is in the message bar.
    bool open(const QByteArray &table)
    {
        return finishes([&] { window.openFile(files.write(QStringLiteral("table.csv"), table)); });
    }
    bool openSample(const QString &id)
    {
        return finishes([&] { window.openSample(id); });
    }
    template<typename Start> bool finishes(Start start)
    {
        QSignalSpy shown(&session, &oneinn::Session::assessmentChanged);
        QSignalSpy finished(&session.loading(), &oneinn::Loading::finished);
        start();
        const bool arrived = finished.wait() && !shown.isEmpty();
        QCoreApplication::processEvents(); // layouts settle after what they hold has changed
        return arrived;
    }

    oneinn::charts::ChartView *scores() const { return child<oneinn::ScoresPanel>()->chart(); }
    oneinn::charts::ChartView *curve() const
    {
        return child<oneinn::PrecisionRecallPanel>()->chart();
    }
    oneinn::charts::ChartView *latency() const { return child<oneinn::LatencyPanel>()->chart(); }

    /// One of the rooms' views, by its name.
    void showView(const QString &page) const
    {
        auto *explore = child<oneinn::ExplorePage>();
        explore->showView(explore->findChild<QWidget *>(page));
    }

    template<typename T> T *child(const QString &name = {}) const
    {
        return window.findChild<T *>(name);
    }
    /// The first item of a kind in a chart.
    template<typename T> static T *item(const oneinn::charts::ChartView *chart)
    {
        for (QGraphicsItem *each : chart->scene()->items(Qt::AscendingOrder)) {
            if (auto *found = dynamic_cast<T *>(each))
                return found;
        }
        return nullptr;
    }
    static oneinn::charts::ChartMarker *marker(const oneinn::charts::ChartView *chart)
    {
        return item<oneinn::charts::ChartMarker>(chart);
    }
    /// Where a place in axis units lies on the chart's viewport.
    static QPoint at(const oneinn::charts::ChartView *chart, QPointF axisUnits)
    {
        return onViewport(chart, chart->frame(), chart->frame()->toPixels(axisUnits));
    }
    /// A place in the plot, both coordinates from 0 (left, bottom) to 1.
    static QPoint inPlot(const oneinn::charts::ChartView *chart, double x, double y)
    {
        const QRectF plot = chart->frame()->plotArea();
        return onViewport(chart, chart->frame(),
                          {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()});
    }
    /// Where a person takes hold of a marker.
    static QPoint handle(const oneinn::charts::ChartMarker *marker)
    {
        const bool line = marker->kind() == oneinn::charts::ChartMarker::Kind::VerticalLine;
        return onViewport(marker->scene()->views().first(), marker, {0.0, line ? -10.0 : 0.0});
    }

    OwnSettings settings;
    TableFiles files;
    oneinn::Appearance appearance{qApp};
    oneinn::RecentFiles recent;
    oneinn::Session session;
    oneinn::MainWindow window{&session, &appearance, &recent};
};

} // namespace testsupport
