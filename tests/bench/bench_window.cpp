// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times what a person waits for in the window: from opening a file to the first picture, and from a
// mouse move to all panels painted. Usage: bench_window ROWS [MOVES]; prints a table.

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "session/session.h"
#include "views/appearance.h"
#include "views/mainwindow.h"
#include "views/recentfiles.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <random>

using namespace oneinn;

namespace {

constexpr QSize windowSize(1440, 900);

/// A table of made-up predictions: 5 % positives, scores of 6 digits, latencies with a tail.
void writeTable(const QString &path, int rows)
{
    std::mt19937_64 random(20260101);
    std::normal_distribution<double> normal;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    QByteArray text("label,score,latency_ms\n");
    const auto number = [&text](double value, int decimals) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value,
                                       std::chars_format::fixed, decimals);
        text.append(digits, end.ptr - digits);
    };
    for (int row = 0; row < rows; ++row) {
        const bool positive = random() % 20 == 0;
        const double logit = normal(random) * 1.2 + (positive ? 1.0 : -2.5);
        text.append(positive ? "1," : "0,");
        number(1.0 / (1.0 + std::exp(-logit)), 6);
        text.append(',');
        number(120.0 * std::exp(0.6 * normal(random)), 1);
        text.append('\n');
        if (text.size() > (1 << 20)) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
}

/// Everything that is due: paint requests included.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void sendMouse(QWidget *viewport, QEvent::Type type, QPointF where, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, where, viewport->mapToGlobal(where),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(viewport, &event);
}

struct Times {
    double median = 0.0;
    double p95 = 0.0;
};

Times summary(std::vector<double> ms)
{
    std::sort(ms.begin(), ms.end());
    return {ms[ms.size() / 2], ms[ms.size() * 95 / 100]};
}

/// Drags across the middle 80 % of the plot and back, a frame per move; `rise` of its height up and
/// down as well.
Times drag(charts::ChartView *chart, int moves, double rise)
{
    const QRectF plot = chart->frame()->plotArea();
    const auto at = [&](int i) {
        const double turn = std::abs(2.0 * i / moves - 1.0);
        return QPointF(plot.left() + plot.width() * (0.1 + 0.8 * turn),
                       plot.center().y() + plot.height() * rise * (turn - 0.5));
    };
    sendMouse(chart->viewport(), QEvent::MouseButtonPress, at(0), Qt::LeftButton);
    settle();
    std::vector<double> ms;
    for (int i = 1; i <= moves; ++i) {
        QElapsedTimer timer;
        timer.start();
        sendMouse(chart->viewport(), QEvent::MouseMove, at(i), Qt::LeftButton);
        settle();
        ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    sendMouse(chart->viewport(), QEvent::MouseButtonRelease, at(moves), Qt::NoButton);
    settle();
    return summary(std::move(ms));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int rows = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 1000000;
    const int moves = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 200;
    const QTemporaryDir folder;
    QApplication::setOrganizationName(QStringLiteral("one-in-n-bench"));
    const QString path = folder.filePath(QStringLiteral("predictions.csv"));
    writeTable(path, rows);

    Appearance appearance(&application);
    RecentFiles recent;
    Session session;
    MainWindow window(&session, &appearance, &recent);
    window.resize(windowSize);
    window.show();
    settle();

    QElapsedTimer opening;
    opening.start();
    session.open({.path = path});
    double longestStall = 0.0;
    while (!session.hasData()) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longestStall = std::max(longestStall, double(turn.nsecsElapsed()) / 1e6);
    }
    settle();
    const double opened = double(opening.nsecsElapsed()) / 1e6;

    QTextStream out(stdout);
    out << "rows " << rows << Qt::endl;
    out << QStringLiteral("open to first picture        %1 ms (longest stall of the window %2 ms)")
                    .arg(opened, 0, 'f', 0)
                    .arg(longestStall, 0, 'f', 0)
        << Qt::endl;
    auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("tabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QElapsedTimer turning;
        turning.start();
        tabs->setCurrentIndex(tab);
        settle();
        out << QStringLiteral("show tab %1 %2 ms")
                        .arg(tabs->tabText(tab), -19)
                        .arg(double(turning.nsecsElapsed()) / 1e6, 0, 'f', 2)
            << Qt::endl;
        // The plane of many rows arrives later.
        auto *best = tabs->widget(tab)->findChild<QPushButton *>(QStringLiteral("goToBest"));
        while (best && !best->isEnabled())
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (best)
            out << QStringLiteral("plane there after           %1 ms")
                            .arg(double(turning.nsecsElapsed()) / 1e6, 0, 'f', 0)
                << Qt::endl;
        const auto charts = tabs->widget(tab)->findChildren<charts::ChartView *>();
        for (charts::ChartView *chart : charts) {
            const bool plane = chart->property("subject") == QLatin1String("both dials");
            const Times times = drag(chart, moves, plane ? 0.4 : 0.0);
            out << QStringLiteral("drag %1 median %2 ms, p95 %3 ms")
                            .arg(chart->property("subject").toString(), -23)
                            .arg(times.median, 0, 'f', 2)
                            .arg(times.p95, 0, 'f', 2)
                << Qt::endl;
        }
    }
    return 0;
}
