// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"
#include "views/widgets/hiddennumbers.h"
#include "views/window/presentedview.h"
#include "wording/audiencewords.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace oneinn {

/// What an audience may guess before it is told.
struct AskedNumber {
    wording::GuessUnit unit = wording::GuessUnit::OfHundred;
    double right = 0.0;                 ///< in the unit; a choice's place, from 1
    wording::ChoicesAsked choices = {}; ///< of GuessUnit::Choice and Order
    QString told = {};                  ///< how the sentence tells it, where not so: "1 in 4"
    QString first = {};                 ///< of GuessUnit::Order: the letters that may come first
    /// Whether an order of letters is right, of GuessUnit::Order; absent: it is no order of all.
    std::function<std::optional<bool>(const QString &)> isRightOrder = {};
    /// Of a score, between which a guess lies. Absent: not known.
    std::optional<Interval> ends = {};
};

/// One picture and one sentence for an audience.
struct Slide {
    QString key; ///< under which guesses are kept
    PresentedView view;
    std::optional<double> icons; ///< of 100, so many are; absent: not known
    bool iconsAreGood = false;   ///< what is counted is no harm
    QString question;            ///< stands beside the picture; may be empty
    std::optional<AskedNumber> asked;
    std::optional<NumberPlace> askedIn; ///< in the sentence, where it asks for it
    /// Where a guess stands along the axis of the chart, absent where that ends before it; empty
    /// where guesses have no place there.
    std::function<std::optional<double>(double)> toAxis;
    QString noGuess;            ///< why nothing is guessed; empty: something is, or nothing can be
    bool sentenceWaits = false; ///< not its numbers alone: all of it is told by the reveal
    QStringList place;          ///< where in the program, or in a lesson
};

/// What is presented, one slide after another.
class Slides : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Slide now() const = 0;
    /// What comes next, for who presents; empty: nothing does.
    virtual QString nextText() const = 0;
    /// By one in either direction; 0: to the one that is there, or the next. At an end it stays.
    virtual void go(int step) = 0;
    /// To the first one, where they have an order of their own.
    virtual void goFirst() { }
    /// That it does not begin with the first one, and how to get there; empty: it does.
    virtual QString beginText() const { return {}; }
    /// What was guessed, by the slides' keys, as a table that `lesson summary` reads: the same for
    /// the same guesses. Empty: these slides are of no lesson.
    virtual QString guessesCsv(const QHash<QString, QStringList> & /*typed*/) const { return {}; }
    /// Numbers are shown from now on, or hidden again.
    virtual void setRevealed(bool /*revealed*/) { }

Q_SIGNALS:
    /// Another slide, or the same one told anew.
    void changed();
    /// Another slide: its numbers are hidden again.
    void gone();
};

} // namespace oneinn
