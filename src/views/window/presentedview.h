// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <cstdint>
#include <vector>

class QWidget;

namespace oneinn {

class PictureView;
class Results;
class SegmentsModel;

namespace charts {
class ChartView;
}

/// What an audience sees of a view: its picture and one sentence.
struct PresentedView {
    enum class Picture : std::uint8_t {
        None, ///< the data allow none, or not yet
        Chart,
        Bars,  ///< what each failure loses
        Icons, ///< of a hundred shown
        Drawing,
        Segments
    };

    Picture picture = Picture::None;
    charts::ChartView *chart = nullptr;
    QString sentence;
    PictureView *drawing = nullptr;
    SegmentsModel *segments = nullptr;
};

/// Whether a view has a picture where data allow it.
bool canBePresented(const QWidget *page);
/// Of the page that is shown.
PresentedView presentedView(const QWidget *page, const Results &results);

/// As many of the first whole sentences as a wall has room for; one in any case.
QString wallSentences(const QString &text);

/// Lines through a chart's plot where an audience believes something to be, in units of its axis.
struct ChartGuesses {
    std::vector<double> axis = {};
    QColor color = {};
};

/// A chart's picture as it would be in so much room, and sharp there. bare: without what is written
/// at its markers, which tells the numbers.
QImage chartPicture(charts::ChartView *chart, const QSize &room, double scale, bool bare,
                    const ChartGuesses &guesses = {});
/// The same of a widget that looks as usual at a height of `usual`.
QImage widgetPicture(QWidget *widget, const QSize &room, double scale, int usual);

} // namespace oneinn
