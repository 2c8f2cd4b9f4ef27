// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/audience.h"
#include "views/window/slidepicture.h"
#include "views/window/wallplaces.h"

#include <QImage>
#include <QWidget>

namespace oneinn {

class PresenterNotes;
class Results;

/// For an audience: one picture on the whole screen, and one sentence in large type, whose numbers
/// can be guessed before they are revealed. Where there are two screens, who presents has notes on
/// the other one.
class Presentation final : public QWidget {
    Q_OBJECT

public:
    /// Takes the slides over.
    Presentation(Slides *slides, const Results *results, QWidget *window);

    /// With the slide that is there, or the next with a picture.
    void start();
    /// What is said of the slide that is shown; its numbers may be hidden.
    QString sentence() const { return m_slide.view.sentence; }
    bool isRevealed() const { return m_revealed; }
    const QImage &picture() const { return m_picture; }
    /// What stands beside the picture.
    AudienceText beside() const;
    /// Along the foot: what keys do, or the guess that is being typed.
    QString footText() const;
    /// With numbers hidden, from the slide that is there on.
    void begin();
    /// What a class guessed in a lesson, as `lesson summary` reads it.
    void saveGuessesTo(const QString &path);
    /// The same slide in another way: what was revealed stays so. From the view that is open.
    void goOn();

Q_SIGNALS:
    /// A class asks for simpler pictures, or for the usual ones.
    void simpleRequested();
    void left();

protected:
    /// Its keys are nobody else's meanwhile, wherever the window behind it has its focus.
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    /// Keys are heard in the notes as well, and closing these ends it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal();
    void hideAgain();
    void refresh();
    bool enterGuess();
    void goBy(int step);
    void goFirst();
    void leave();
    void lighten(const QKeyEvent *event);
    bool mayLeave();
    bool typeGuess(const QKeyEvent &event);
    void takeBack();
    void saveGuesses();
    void say(const QString &sentence);
    QString waysText() const;
    void drawPicture();
    void drawAgain();
    void tell();
    void tellNotes();
    /// How many there are, the one that is typed, or why that is none.
    /// Nothing to look at yet.
    bool isWaited() const;
    bool isGuessing() const;
    bool guessesFirst();
    bool isMistyped(QChar key);
    QString takenText() const;
    bool isHeard() const { return m_revealed || !m_slide.sentenceWaits; }
    WallPlaces places() const;
    void paintBeside(QPainter &painter) const;
    void paintSentence(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;

    Slides *m_slides;
    SlidePicture m_drawn;
    PresenterNotes *m_notes = nullptr; ///< where there are two screens
    Slide m_slide;
    Audience m_audience;
    QString m_said;             ///< why what was typed is no guess, or what became of one
    QString m_saved;            ///< what of the guesses is in a file
    bool m_leaves = false;      ///< has been told that guesses are in no file
    bool m_mistyped = false;    ///< what was typed last is no guess, and was not taken
    bool m_revealsNext = false; ///< has been told that nobody has guessed
    QImage m_picture;
    bool m_revealed = false;
    bool m_black = false;
};

} // namespace oneinn
