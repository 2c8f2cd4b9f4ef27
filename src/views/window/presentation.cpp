// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentation.h"

#include "charts/charttheme.h"
#include "core/experience/naturalfrequency.h"
#include "results/results.h"
#include "session/session.h"
#include "views/doubts/lossbars.h"
#include "views/evidence/iconarray.h"
#include "views/launch/pictureview.h"
#include "views/options/segmentslide.h"
#include "views/widgets/hiddennumbers.h"
#include "views/window/explorepage.h"
#include "wording/names.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTimer>

namespace oneinn {

namespace {

/// Shares of the screen's height.
constexpr double wallMargin = 0.06;
constexpr double footHeight = 0.07;
constexpr double pictureHeight = 0.66; ///< of what the foot leaves, with the sentence under it
constexpr double largestType = 0.064;
constexpr double smallestType = 0.026;
constexpr double footType = 0.024;

constexpr int usualIconsHeight = 150;

QFont sentenceFont(const QFont &base, double pixels)
{
    QFont font = base;
    font.setPixelSize(qMax(8, int(pixels)));
    font.setBold(true);
    return font;
}

} // namespace

Presentation::Presentation(ExplorePage *explore, Results *results, QWidget *window)
    : QWidget(window, Qt::Window)
    , m_explore(explore)
    , m_results(results)
    , m_icons(new IconArray(this))
    , m_bars(new LossBars(this))
    , m_segments(new SegmentSlide(this))
{
    setObjectName(QStringLiteral("presentation"));
    setWindowTitle(tr("Present"));
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_icons->hide();
    m_bars->hide();
    m_segments->hide();
    connect(results->session(), &Session::assessmentChanged, this, &Presentation::refresh);
    // After the page, which listens for longer.
    for (const BackgroundState *part :
         {static_cast<const BackgroundState *>(&results->load()),
          static_cast<const BackgroundState *>(&results->plane()),
          static_cast<const BackgroundState *>(&results->policies()),
          static_cast<const BackgroundState *>(&results->places()),
          static_cast<const BackgroundState *>(&results->calibration()),
          static_cast<const BackgroundState *>(&results->band()),
          static_cast<const BackgroundState *>(&results->segments()),
          static_cast<const BackgroundState *>(&results->launch().release()),
          static_cast<const BackgroundState *>(&results->launch().learning()),
          static_cast<const BackgroundState *>(&results->rivals())})
        connect(part, &BackgroundState::changed, this, &Presentation::refresh);
    for (const BackgroundState *each : results->everyDoubts())
        connect(each, &BackgroundState::changed, this, &Presentation::refresh);
    connect(results, &Results::completed, this, &Presentation::refresh);
    // Once everybody else has heard of it.
    connect(results, &Results::completed, this, &Presentation::leaveWithoutPicture,
            Qt::QueuedConnection);
}

void Presentation::start()
{
    setGeometry(parentWidget()->screen()->geometry());
    showFullScreen();
    activateWindow();
    setFocus(Qt::OtherFocusReason);
    go(0);
}

/// By one view in either direction, past those without a picture; 0: to the one that is there, or
/// the next. At the end it stays.
void Presentation::go(int step)
{
    const QList<QWidget *> pages = m_explore->views();
    QWidget *before = m_explore->currentView();
    m_step = step < 0 ? -1 : 1;
    for (auto at = pages.indexOf(before) + step; at >= 0 && at < pages.size(); at += m_step) {
        if (!canBePresented(pages.at(at)))
            continue;
        m_explore->showView(pages.at(at));
        const PresentedView view = presentedView(pages.at(at), *m_results);
        if (view.picture == PresentedView::Picture::None && !m_results->isPending())
            continue;
        m_revealed = false;
        refresh();
        return;
    }
    m_explore->showView(before);
    if (isWaited() && m_step > 0)
        go(-1); // from a view behind all pictures
}

/// Nothing was found that could be shown of a view that was waited for.
void Presentation::leaveWithoutPicture()
{
    if (isWaited() && !m_results->isPending())
        go(m_step);
}

void Presentation::refresh()
{
    m_view = presentedView(m_explore->currentView(), *m_results);
    tell();
    drawAgain();
}

void Presentation::drawPicture()
{
    using Picture = PresentedView::Picture;
    m_picture = {};
    if (m_view.picture == Picture::Chart)
        m_picture =
                chartPicture(m_view.chart, pictureRoom().size(), devicePixelRatioF(), !m_revealed);
    else if (m_view.picture == Picture::Bars)
        m_picture = barsPicture();
    else if (m_view.picture == Picture::Icons)
        m_picture = iconsPicture();
    else if (m_view.picture == Picture::Drawing)
        m_picture = drawingPicture();
    else if (m_view.picture == Picture::Segments)
        m_picture = segmentsPicture();
}

QImage Presentation::drawingPicture() const
{
    m_view.drawing->setBare(!m_revealed);
    QImage image = widgetPicture(m_view.drawing, pictureRoom().size(), devicePixelRatioF(),
                                 m_view.drawing->sizeHint().height());
    m_view.drawing->setBare(false);
    return image;
}

QImage Presentation::segmentsPicture() const
{
    m_segments->display(m_view.segments, !m_revealed);
    return widgetPicture(m_segments, pictureRoom().size(), devicePixelRatioF(),
                         m_segments->usualHeight());
}

QImage Presentation::barsPicture() const
{
    const ScenarioLoad &known = *m_results->load().current();
    QList<LossBar> bars = lossBars(
            wording::verdictWords(known, m_results->session()->scenario().words).equalSteps,
            known.load.equalSteps, known.load.equalStepsRange);
    const double longest = largestLoss(bars);
    for (LossBar &bar : bars) {
        if (m_revealed)
            break;
        bar.words.loss = QStringLiteral("?");
        bar.words.range.clear();
    }
    m_bars->display(bars, longest);
    return widgetPicture(m_bars, pictureRoom().size(), devicePixelRatioF(),
                         m_bars->sizeHint().height());
}

/// The icons are the number: before it is revealed they are hollow.
QImage Presentation::iconsPicture() const
{
    const auto wrong = m_results->session()->assessment().experience[Share::WrongOfShown];
    const bool told = wrong && m_revealed;
    m_icons->display(told ? std::optional(countOf(wrong->value, 100)) : std::nullopt, {});
    const int side = qMin(pictureRoom().width(), pictureRoom().height());
    return widgetPicture(m_icons, {side, side}, devicePixelRatioF(), usualIconsHeight);
}

void Presentation::reveal()
{
    m_revealed = true;
    tell();
    drawAgain();
}

void Presentation::tell()
{
    const ExplorePage::ViewName name = m_explore->nameOf(m_explore->currentView());
    setAccessibleName(tr("%1, %2").arg(name.room, name.view));
    setAccessibleDescription(m_revealed ? m_view.sentence
                                        : withoutNumbers(m_view.sentence, tr("blank")));
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return reveal();
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        return go(1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        return go(-1);
    case Qt::Key_B:
    case Qt::Key_Period: // what remote controls send
        m_black = !m_black;
        return update();
    case Qt::Key_Escape:
    case Qt::Key_F5:
        close();
        parentWidget()->activateWindow();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Presentation::mousePressEvent(QMouseEvent * /*event*/)
{
    if (m_revealed)
        go(1);
    else
        reveal();
}

void Presentation::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    drawPicture();
}

void Presentation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Once the page's charts have the new colours, too.
    if (event->type() == QEvent::PaletteChange)
        QTimer::singleShot(0, this, &Presentation::drawAgain);
}

void Presentation::drawAgain()
{
    drawPicture();
    update();
}

QRect Presentation::content() const
{
    const int margin = int(wallMargin * height());
    return rect().adjusted(margin, margin, -margin, -margin - int(footHeight * height()) / 2);
}

QRect Presentation::pictureRoom() const
{
    QRect room = content();
    if (isBesideText())
        room.setWidth(qMin(room.height(), room.width() / 2));
    else
        room.setHeight(int(pictureHeight * room.height()));
    return room;
}

QRect Presentation::sentenceRoom() const
{
    QRect room = content();
    const int gap = int(wallMargin * height()) / 2;
    if (isBesideText())
        room.setLeft(pictureRoom().right() + 2 * gap);
    else
        room.setTop(pictureRoom().bottom() + gap);
    return room;
}

void Presentation::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_black)
        return painter.fillRect(rect(), Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isNull()) {
        const QSizeF size = m_picture.deviceIndependentSize();
        const QRectF room(pictureRoom());
        painter.drawImage(QPointF(room.left() + qMax(0.0, room.width() - size.width()) / 2.0,
                                  room.top() + qMax(0.0, room.height() - size.height()) / 2.0),
                          m_picture);
    }
    paintSentence(painter);
    paintFoot(painter);
}

/// As large as fits.
void Presentation::paintSentence(QPainter &painter) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const QRectF room(sentenceRoom());
    const QString text = isWaited() ? tr("This view is being worked out\u2026") : m_view.sentence;
    double type = largestType * height();
    GuessedSentence sentence(text, sentenceFont(font(), type), room.width());
    while (sentence.height() > room.height() && type > smallestType * height()) {
        type *= 0.95;
        sentence = GuessedSentence(text, sentenceFont(font(), type), room.width());
    }
    const double above = isBesideText() ? qMax(0.0, room.height() - sentence.height()) / 2.0 : 0.0;
    sentence.paint(painter, room.topLeft() + QPointF(0.0, above), palette().color(QPalette::Text),
                   !m_revealed && !isWaited(), charts::mixed(colors.background, colors.text, 0.45));
}

void Presentation::paintFoot(QPainter &painter) const
{
    QRect room = content();
    room.setTop(height() - int(footHeight * height()));
    room.setBottom(height());
    QFont type = font();
    type.setPixelSize(qMax(8, int(footType * height())));
    painter.setFont(type);
    painter.setPen(charts::ChartColors::fromPalette(palette()).text);
    const QString keys = m_revealed
            ? tr("Page Down goes on \u00b7 Page Up back \u00b7 B black \u00b7 Esc ends")
            : tr("Space reveals the numbers \u00b7 Page Down goes on \u00b7 Esc ends");
    const ExplorePage::ViewName name = m_explore->nameOf(m_explore->currentView());
    QStringList where{name.room, name.view};
    where.removeDuplicates();
    where.append(wording::nameText(QFileInfo(m_results->session()->data().source.path).fileName()));
    const QFontMetrics metrics(type);
    const int rest = room.width() - metrics.horizontalAdvance(keys) - metrics.height();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, keys);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(where.join(QStringLiteral(" \u00b7 ")), Qt::ElideMiddle,
                                        qMax(0, rest)));
}

} // namespace oneinn

#include "moc_presentation.cpp"
