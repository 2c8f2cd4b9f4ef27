// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times what a person waits for in the window, and prints it as JSON:
//   bench_window ROWS [MOVES [PINS]]   from opening a file to the first picture; from a mouse move
//                               to all panels painted, with so many points pinned besides
//   bench_window start          from the start of the process to the first picture of a sample

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "results/results.h"
#include "session/session.h"
#include "support/testpaths.h"
#include "views/start/recentfiles.h"
#include "views/window/appearance.h"
#include "views/window/explorepage.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <random>
#include <unistd.h>

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

/// What this thread has worked for: the same whatever else the machine does meanwhile.
double msOfProcessor()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return 1e3 * double(used.tv_sec) + 1e-6 * double(used.tv_nsec);
}

struct Frames {
    Times waited;
    Times worked;
};

/// Where there is nothing to take hold of, on the point itself.
void press(charts::ChartView *chart, QPointF where)
{
    sendMouse(chart->viewport(), QEvent::MouseButtonPress, where, Qt::LeftButton);
    if (!chart->scene()->mouseGrabberItem()) {
        const QList<QGraphicsItem *> items = chart->scene()->items();
        const auto marker = std::find_if(items.begin(), items.end(), [](QGraphicsItem *item) {
            return item->isVisible() && dynamic_cast<charts::ChartMarker *>(item) != nullptr;
        });
        if (marker != items.end())
            sendMouse(chart->viewport(), QEvent::MouseButtonPress,
                      chart->mapFromScene((*marker)->scenePos()), Qt::LeftButton);
    }
    if (!chart->scene()->mouseGrabberItem())
        qFatal("nothing to drag in %s", qPrintable(chart->accessibleName()));
    settle();
}

/// Drags across the middle 80 % of the plot and back, a frame per move; `rise` of its height up and
/// down as well.
Frames drag(charts::ChartView *chart, int moves, double rise)
{
    const QRectF plot = chart->frame()->plotArea();
    const auto at = [&](int i) {
        const double turn = std::abs(2.0 * i / moves - 1.0);
        return QPointF(plot.left() + plot.width() * (0.1 + 0.8 * turn),
                       plot.center().y() + plot.height() * rise * (turn - 0.5));
    };
    press(chart, at(0));
    std::vector<double> waited;
    std::vector<double> worked;
    for (int i = 1; i <= moves; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double before = msOfProcessor();
        sendMouse(chart->viewport(), QEvent::MouseMove, at(i), Qt::LeftButton);
        settle();
        worked.push_back(msOfProcessor() - before);
        waited.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    sendMouse(chart->viewport(), QEvent::MouseButtonRelease, at(moves), Qt::NoButton);
    settle();
    return {summary(std::move(waited)), summary(std::move(worked))};
}

double msSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Since the system started this process; 0 where that is not told.
double msSinceProcessStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    // The fields after the name, which may hold spaces: the 20th of these is the start in ticks.
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return 1e3 * (double(now.tv_sec) + 1e-9 * double(now.tv_nsec) - ticks);
}

/// The window as a person has it, until data is shown.
class Bench {
public:
    explicit Bench(QApplication *application)
        : m_appearance(application)
        , m_window(&m_session, &m_appearance, &m_recent)
    {
        QObject::connect(&m_session, &Session::problemRaised, &m_session,
                         [] { qFatal("the file cannot be read"); });
        m_window.resize(windowSize);
        m_window.show();
        settle();
    }

    /// Returns the longest time for which the window did nothing else, in ms.
    double open(const Source &source)
    {
        m_session.loading().open(source);
        double longestStall = 0.0;
        while (!m_session.hasData()) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            longestStall = std::max(longestStall, msSince(turn));
        }
        settle();
        return longestStall;
    }

    /// At thresholds spread over the scores; returns when all are drawn.
    void pin(int points)
    {
        for (int i = 0; i < points; ++i) {
            m_session.edit(edits::operatingPoint({double(i + 1) / double(points + 1)},
                                                 Milliseconds{200.0}));
            m_session.pinBoard().pin();
        }
        const auto &pins = m_window.findChild<Results *>()->pins().pins();
        const auto isDrawn = [](const PinResults::Pin &pin) { return pin.isCurrent; };
        while (!std::all_of(pins.begin(), pins.end(), isDrawn))
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        settle();
    }

    QJsonObject drags(int moves)
    {
        QJsonObject result;
        auto *explore = m_window.findChild<ExplorePage *>();
        const QList<QWidget *> views = explore->views();
        for (QWidget *page : views) {
            explore->showView(page);
            settle();
            // The plane of many rows arrives later.
            auto *best = page->findChild<QPushButton *>(QStringLiteral("goToBest"));
            while (best && !best->isEnabled())
                QCoreApplication::processEvents(QEventLoop::AllEvents);
            const auto charts = page->findChildren<charts::ChartView *>();
            for (charts::ChartView *chart : charts) {
                if (!hasMarker(*chart))
                    continue;
                // Not where the drag before has left them, which may be at an end.
                m_session.edit(edits::operatingPoint({0.5}, Milliseconds{400.0}));
                settle();
                result.insert(chart->property("subject").toString(), dragged(chart, moves));
            }
        }
        return result;
    }

private:
    static bool hasMarker(const charts::ChartView &chart)
    {
        const auto items = chart.scene()->items();
        return chart.isVisible() && std::any_of(items.begin(), items.end(), [](QGraphicsItem *i) {
                   return dynamic_cast<charts::ChartMarker *>(i) != nullptr;
               });
    }
    static QJsonObject dragged(charts::ChartView *chart, int moves)
    {
        const bool plane = chart->property("subject") == QLatin1String("both dials");
        const Frames frames = drag(chart, moves, plane ? 0.4 : 0.0);
        return {{QStringLiteral("median_ms"), frames.waited.median},
                {QStringLiteral("p95_ms"), frames.waited.p95},
                {QStringLiteral("median_processor_ms"), frames.worked.median},
                {QStringLiteral("p95_processor_ms"), frames.worked.p95}};
    }

    Appearance m_appearance;
    RecentFiles m_recent;
    Session m_session;
    MainWindow m_window;
};

QJsonObject startWithSample(QApplication *application)
{
    const auto sample = testsupport::sampleData(QStringLiteral("inlinesuggestion.csv"));
    Bench bench(application);
    bench.open({.path = sample});
    return {{QStringLiteral("start_ms"), msSinceProcessStart()}};
}

QJsonObject openAndDrag(QApplication *application, int rows, int moves, int pins)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("predictions.csv"));
    writeTable(path, rows);
    Bench bench(application);
    QElapsedTimer opening;
    opening.start();
    const double longestStall = bench.open({.path = path});
    const double opened = msSince(opening);
    bench.pin(pins);
    return {{QStringLiteral("rows"), rows},
            {QStringLiteral("open_ms"), opened},
            {QStringLiteral("longest_stall_ms"), longestStall},
            {QStringLiteral("drag"), bench.drags(moves)}};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("one-in-n-bench"));
    const QStringList arguments = QApplication::arguments();
    const int rows = arguments.value(1, QStringLiteral("1000000")).toInt();
    const int moves = arguments.value(2, QStringLiteral("200")).toInt();
    const int pins = arguments.value(3, QStringLiteral("0")).toInt();
    QJsonObject result = arguments.value(1) == QLatin1String("start")
            ? startWithSample(&application)
            : openAndDrag(&application, rows, moves, pins);
    result.insert(QStringLiteral("platform"), QGuiApplication::platformName());
    QTextStream(stdout) << QJsonDocument(result).toJson();
    return 0;
}
