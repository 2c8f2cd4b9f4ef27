// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentation.h"

#include "views/widgets/hiddennumbers.h"
#include "views/window/presentedscreens.h"
#include "views/window/presenternotes.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

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
    if (const QString begins = m_slides->beginText(); !begins.isEmpty())
        say(begins);
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
    m_mistyped = false;
    m_revealsNext = false;
    m_said.clear();
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

/// What is being typed is taken first, and no more than that: nobody guesses after the reveal.
void Presentation::reveal()
{
    if (!m_audience.typed().isEmpty()) {
        enterGuess();
        return;
    }
    if (guessesFirst())
        return;
    m_said.clear();
    m_audience.close();
    m_revealed = true;
    m_slides->setRevealed(true);
    refresh();
}

AudienceText Presentation::beside() const
{
    return audienceText(m_slide, m_audience.guesses(), m_revealed, m_audience.typedGuesses());
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
    note.guesses = m_said.isEmpty() ? guessesText(m_audience) : m_said;
    note.next = m_slides->nextText();
    note.revealed = m_revealed;
    m_notes->display(note);
}

/// In the foot, until the next key.
void Presentation::say(const QString &sentence)
{
    m_said = sentence;
    tell();
    update();
}

bool Presentation::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride;
    const bool isPlainKey = isKey
            && (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Save)
                || !(static_cast<QKeyEvent *>(event)->modifiers()
                     & (Qt::ControlModifier | Qt::AltModifier)));
    if (isPlainKey)
        event->accept();
    return isPlainKey || QWidget::event(event);
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    if (m_black)
        return lighten(event);
    const bool isLeaving = event->key() == Qt::Key_Escape || event->key() == Qt::Key_F5;
    m_leaves = m_leaves && isLeaving;
    if (event->matches(QKeySequence::Save))
        return saveGuesses();
    if (typeGuess(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enterGuess();
        return;
    case Qt::Key_Backspace:
        return takeBack();
    case Qt::Key_Space:
        return reveal();
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        return goBy(1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        return goBy(-1);
    case Qt::Key_Home:
        return goFirst();
    case Qt::Key_S:
        Q_EMIT simpleRequested();
        return;
    case Qt::Key_B:
    case Qt::Key_Period: // what remote controls send
        // Whoever types a guess, or the letter of a choice, has not asked for the dark.
        if (isGuessing())
            return;
        m_black = true;
        return update();
    case Qt::Key_Escape:
    case Qt::Key_F5:
        return leave();
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Whatever is pressed in the dark brings back the picture, and does nothing that nobody sees.
void Presentation::lighten(const QKeyEvent *event)
{
    constexpr std::array modifiers{Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_AltGr,
                                   Qt::Key_Meta};
    if (event && std::ranges::find(modifiers, event->key()) != modifiers.end())
        return;
    m_black = false;
    update();
}

void Presentation::mousePressEvent(QMouseEvent * /*event*/)
{
    if (m_black)
        return lighten(nullptr);
    if (m_revealed)
        goBy(1);
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
    if (!mayLeave())
        return event->ignore();
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
        event->setAccepted(close());
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

QString Presentation::footText() const
{
    QString guesses = m_said.isEmpty() ? guessesText(m_audience) : m_said;
    if (!m_said.isEmpty() || !m_audience.typed().isEmpty())
        return guesses;
    return guesses.isEmpty() ? waysText() : guesses + QStringLiteral(" \u00b7 ") + waysText();
}

/// What keys do.
QString Presentation::waysText() const
{
    const bool isSaved = !m_audience.guesses().empty() && m_slide.sentenceWaits;
    if (m_revealed && isSaved)
        return tr("Ctrl+S saves the guesses \u00b7 Page Down goes on \u00b7 Esc ends");
    if (m_revealed)
        return tr("Page Down goes on \u00b7 Page Up back \u00b7 B black \u00b7 Esc ends");
    if (!m_slide.noGuess.isEmpty())
        return m_slide.noGuess + tr(" \u00b7 Space reveals \u00b7 Page Down goes on");
    if (!m_slide.asked)
        return tr("Space reveals the numbers \u00b7 Page Down goes on \u00b7 Esc ends");
    if (m_audience.isClosed())
        return tr("Guesses are closed \u00b7 Space reveals \u00b7 Page Down goes on");
    const QString ways = tr(", Enter takes it \u00b7 Space reveals \u00b7 Page Down goes on");
    if (m_slide.asked->unit == wording::GuessUnit::Choice)
        return tr("Type a letter") + ways;
    if (m_slide.asked->unit == wording::GuessUnit::Order)
        return tr("Type all letters, most first") + ways;
    return tr("Type a guess") + ways;
}

} // namespace oneinn

#include "moc_presentation.cpp"
