// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentation.h"

#include "charts/charttheme.h"
#include "views/widgets/hiddennumbers.h"
#include "views/window/presentedscreens.h"
#include "views/window/presenternotes.h"
#include "views/window/walltexts.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTimer>

namespace oneinn {

namespace {

/// Of the screen's height.
constexpr double largestType = 0.064;
constexpr double smallestType = 0.026;
constexpr double questionType = 0.05;
constexpr double guessType = 0.045;
constexpr double classType = 0.034;
constexpr double footType = 0.024;

QFont sentenceFont(const QFont &base, double pixels)
{
    QFont font = base;
    font.setPixelSize(qMax(8, int(pixels)));
    font.setBold(true);
    return font;
}

PresentedScreens screensOf(const QWidget *window)
{
    const QList<QScreen *> all = QGuiApplication::screens();
    QList<QRect> rooms;
    for (const QScreen *screen : all)
        rooms.append(screen->geometry());
    return presentedScreens(rooms, all.indexOf(window->screen()));
}

} // namespace

Presentation::Presentation(Slides *slides, const Results *results, QWidget *window)
    : QWidget(window, Qt::Window)
    , m_slides(slides)
    , m_drawn(results, this)
{
    slides->setParent(this);
    setObjectName(QStringLiteral("presentation"));
    setWindowTitle(tr("Present"));
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(slides, &Slides::changed, this, &Presentation::refresh);
    connect(slides, &Slides::gone, this, &Presentation::hideAgain);
}

void Presentation::start()
{
    const PresentedScreens screens = screensOf(parentWidget());
    if (screens.notes) {
        m_notes = new PresenterNotes(this);
        m_notes->installEventFilter(this);
        m_notes->setGeometry(*screens.notes);
        m_notes->showFullScreen();
    }
    setGeometry(screens.audience);
    showFullScreen();
    activateWindow();
    setFocus(Qt::OtherFocusReason);
    begin();
}

void Presentation::begin()
{
    m_slides->go(0);
    hideAgain();
}

void Presentation::goOn()
{
    const bool wasRevealed = m_revealed;
    const QString key = m_slide.key;
    begin();
    if (!wasRevealed || m_slide.key != key)
        return;
    m_revealed = true;
    m_slides->setRevealed(true);
    refresh();
}

void Presentation::hideAgain()
{
    m_revealed = false;
    m_wrong.clear();
    m_slides->setRevealed(false);
    m_slide = m_slides->now();
    m_audience.turnTo(m_slide.key);
    refresh();
}

void Presentation::refresh()
{
    m_slide = m_slides->now();
    tell();
    drawAgain();
}

bool Presentation::isWaited() const
{
    return m_slide.view.picture == PresentedView::Picture::None && m_slide.question.isEmpty();
}

void Presentation::drawPicture()
{
    m_picture = m_drawn.of(
            m_slide,
            {places().picture.size(), devicePixelRatioF(), m_revealed, m_audience.guesses()});
}

void Presentation::reveal()
{
    enterGuess();
    if (!m_wrong.isEmpty())
        return;
    m_revealed = true;
    m_slides->setRevealed(true);
    refresh();
}

AudienceText Presentation::beside() const
{
    return audienceText(m_slide, m_audience.guesses(), m_revealed);
}

void Presentation::tell()
{
    setAccessibleName(m_slide.place.mid(0, 2).join(QStringLiteral(", ")));
    const AudienceText beside = this->beside();
    QStringList said{beside.question};
    said += beside.choices;
    said += {beside.said, beside.is, beside.all};
    if (isHeard())
        said.append(m_revealed ? m_slide.view.sentence
                               : withoutNumbers(m_slide.view.sentence, tr("blank")));
    said.removeAll(QString());
    setAccessibleDescription(said.join(QLatin1Char('\n')));
    tellNotes();
}

void Presentation::tellNotes()
{
    if (!m_notes)
        return;
    PresenterNote note;
    note.place = m_slide.place.join(QStringLiteral(" \u00b7 "));
    note.question = m_slide.question;
    note.sentence = m_slide.view.sentence;
    if (m_slide.asked)
        note.is = isText(*m_slide.asked);
    note.guesses = m_wrong.isEmpty() ? guessesText(m_audience) : m_wrong;
    note.next = m_slides->nextText();
    note.revealed = m_revealed;
    m_notes->display(note);
}

/// What is typed, if anything.
void Presentation::enterGuess()
{
    if (!m_slide.asked)
        return;
    m_wrong = m_audience.enter(*m_slide.asked);
    tell();
    drawAgain();
}

/// Whether the key is of a guess.
bool Presentation::typeGuess(const QKeyEvent &event)
{
    const QString text = event.text();
    if (!m_slide.asked || text.size() != 1 || event.modifiers() & Qt::ControlModifier
        || !m_audience.type(text.at(0), m_slide.asked->unit))
        return false;
    m_wrong.clear();
    tell();
    update();
    return true;
}

bool Presentation::isGuessing() const
{
    const bool isChoice = m_slide.asked && m_slide.asked->unit == wording::GuessUnit::Choice;
    return !m_audience.typed().isEmpty() || (isChoice && !m_revealed);
}

bool Presentation::event(QEvent *event)
{
    const bool isPlainKey = event->type() == QEvent::ShortcutOverride
            && !(static_cast<QKeyEvent *>(event)->modifiers()
                 & (Qt::ControlModifier | Qt::AltModifier));
    if (isPlainKey)
        event->accept();
    return isPlainKey || QWidget::event(event);
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    if (typeGuess(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return enterGuess();
    case Qt::Key_Backspace:
        m_audience.erase();
        return refresh();
    case Qt::Key_Space:
        return reveal();
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        return m_slides->go(1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        return m_slides->go(-1);
    case Qt::Key_S:
        Q_EMIT simpleRequested();
        return;
    case Qt::Key_B:
    case Qt::Key_Period: // what remote controls send
        // Whoever types a guess, or the letter of a choice, has not asked for the dark.
        if (!m_black && isGuessing())
            return;
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
        m_slides->go(1);
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

void Presentation::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    if (m_notes)
        m_notes->hide();
    Q_EMIT left();
}

bool Presentation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        keyPressEvent(static_cast<QKeyEvent *>(event));
    else if (event->type() == QEvent::Close)
        close();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void Presentation::drawAgain()
{
    drawPicture();
    update();
}

WallPlaces Presentation::places() const
{
    return wallPlaces(size(), m_slide, !m_audience.guesses().empty());
}

void Presentation::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_black)
        return painter.fillRect(rect(), Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isNull()) {
        const QSizeF size = m_picture.deviceIndependentSize();
        const QRectF room(places().picture);
        painter.drawImage(QPointF(room.left() + qMax(0.0, room.width() - size.width()) / 2.0,
                                  room.top() + qMax(0.0, room.height() - size.height()) / 2.0),
                          m_picture);
    }
    paintBeside(painter);
    if (isHeard())
        paintSentence(painter);
    paintFoot(painter);
}

void Presentation::paintBeside(QPainter &painter) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const AudienceText text = beside();
    if (places().isBelow) {
        QStringList line{text.said, text.is, text.all};
        line.removeAll(QString());
        return paintWallTexts(painter, places().beside, font(),
                              {{line.join(QStringLiteral(" \u00b7 ")), guessColor(palette()),
                                classType * height(), true}});
    }
    QList<WallText> shown{{text.question, colors.text, questionType * height()}};
    for (const QString &choice : text.choices)
        shown.append({choice, palette().color(QPalette::Text), guessType * height()});
    shown.append({text.said, guessColor(palette()), guessType * height(), true});
    shown.append({text.is, colors.badText, guessType * height(), true});
    shown.append({text.all, colors.text, classType * height()});
    paintWallTexts(painter, places().beside, font(), shown);
}

/// As large as fits.
void Presentation::paintSentence(QPainter &painter) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const QRectF room(places().sentence);
    const QString text = isWaited() ? tr("This view is being worked out\u2026") : sentence();
    double type = largestType * height();
    GuessedSentence sentence(text, sentenceFont(font(), type), room.width());
    while (sentence.height() > room.height() && type > smallestType * height()) {
        type *= 0.95;
        sentence = GuessedSentence(text, sentenceFont(font(), type), room.width());
    }
    sentence.paint(painter, room.topLeft(), palette().color(QPalette::Text),
                   !m_revealed && !isWaited(),
                   {charts::mixed(colors.background, colors.text, 0.45), m_slide.askedIn,
                    guessColor(palette())});
}

QString Presentation::footText() const
{
    QString guesses = m_wrong.isEmpty() ? guessesText(m_audience) : m_wrong;
    if (!m_wrong.isEmpty() || !m_audience.typed().isEmpty())
        return guesses;
    const QString taken = guesses.isEmpty() ? guesses : guesses + QStringLiteral(" \u00b7 ");
    if (m_revealed)
        return taken + tr("Page Down goes on \u00b7 Page Up back \u00b7 B black \u00b7 Esc ends");
    if (!m_slide.asked)
        return tr("Space reveals the numbers \u00b7 Page Down goes on \u00b7 Esc ends");
    return taken
            + tr("Type a guess, Enter takes it \u00b7 Space reveals \u00b7 Page Down goes on "
                 "\u00b7 "
                 "Esc ends");
}

void Presentation::paintFoot(QPainter &painter) const
{
    const QRect room = places().foot;
    QFont type = font();
    type.setPixelSize(qMax(8, int(footType * height())));
    painter.setFont(type);
    painter.setPen(charts::ChartColors::fromPalette(palette()).text);
    const QString keys = footText();
    const QFontMetrics metrics(type);
    const int rest = room.width() - metrics.horizontalAdvance(keys) - metrics.height();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, keys);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_slide.place.join(QStringLiteral(" \u00b7 ")),
                                        Qt::ElideMiddle, qMax(0, rest)));
}

} // namespace oneinn

#include "moc_presentation.cpp"
