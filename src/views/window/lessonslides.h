// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/openlesson.h"
#include "views/window/slide.h"

#include <QDateTime>

namespace oneinn {

class LessonDial;
class Session;

/// The steps of a lesson, to be asked of a class: the picture, the question, and the reveal. Nobody
/// answers the lesson by it.
class LessonSlides final : public Slides {
    Q_OBJECT

public:
    /// dial: which shows the session's data meanwhile. place: of the first step, from 0.
    LessonSlides(OpenLessonPtr lesson, qsizetype place, Session *session, LessonDial *dial,
                 QObject *parent = nullptr);

    Slide now() const override;
    QString nextText() const override;
    void go(int step) override;
    void goFirst() override;
    QString beginText() const override;
    qsizetype place() const { return m_place; } ///< from 0
    void setRevealed(bool revealed) override;
    QString guessesCsv(const QHash<QString, QStringList> &typed) const override;

private:
    const LessonStep &step() const { return m_lesson->lesson.steps.at(m_place); }
    const StepAnswers &answers() const { return m_lesson->answers.at(m_place); }
    std::optional<QuantityValue> right() const;
    void addNumber(Slide &slide) const;
    void addDial(Slide &slide) const;
    void addChoices(Slide &slide) const;
    void addOrder(Slide &slide) const;
    void put();

    OpenLessonPtr m_lesson;
    qsizetype m_place;
    QDateTime m_begun = QDateTime::currentDateTime(); ///< by which a class is told from another
    bool m_revealed = false;
    Session *m_session;
    LessonDial *m_dial;
};

} // namespace oneinn
