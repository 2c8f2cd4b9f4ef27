// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessonslides.h"

#include "session/session.h"
#include "views/window/lessondial.h"
#include "wording/names.h"

#include <utility>

namespace oneinn {

namespace {

QString askedText(const LessonStep &step)
{
    const QString show = wording::visibleLines(step.show);
    const QString question = wording::visibleLines(step.question);
    return show.isEmpty() ? question : show + QLatin1Char(' ') + question;
}

/// What is ranked, as a list to look at.
QString rankedText(const LessonStep &step)
{
    QStringList lines{askedText(step)};
    for (const LessonChoice &choice : step.choices)
        lines.append(QStringLiteral("\u2013 ") + wording::visible(choice.text));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

LessonSlides::LessonSlides(OpenLessonPtr lesson, qsizetype place, Session *session,
                           LessonDial *dial, QObject *parent)
    : Slides(parent)
    , m_lesson(std::move(lesson))
    , m_place(place)
    , m_session(session)
    , m_dial(dial)
{
    connect(session, &Session::assessmentChanged, this, &Slides::changed);
}

std::optional<QuantityValue> LessonSlides::right() const
{
    const Quantity *quantity = quantityOf(step().quantity);
    return quantity ? answers()[*quantity] : std::nullopt;
}

Slide LessonSlides::now() const
{
    Slide slide;
    slide.key = QString::number(m_place);
    slide.question = step().kind == AnswerKind::Ranking ? rankedText(step()) : askedText(step());
    slide.view.sentence = wallSentences(wording::visibleLines(answers().reveal(step())));
    slide.sentenceWaits = true;
    slide.place = {wording::visible(m_lesson->lesson.title),
                   tr("Step %1 of %2").arg(m_place + 1).arg(m_lesson->lesson.steps.size())};
    addNumber(slide);
    addDial(slide);
    addChoices(slide);
    return slide;
}

void LessonSlides::addNumber(Slide &slide) const
{
    const Quantity *quantity = quantityOf(step().quantity);
    const auto value = right();
    if (!quantity || quantity->unit != QuantityUnit::OfHundred || !value)
        return;
    slide.view.picture = PresentedView::Picture::Icons;
    slide.icons = value->number;
    slide.iconsAreGood = !isHarm(*quantity);
    if (step().kind == AnswerKind::Number)
        slide.asked = AskedNumber{wording::GuessUnit::OfHundred, value->number};
}

/// Words are asked for beside the scores, which give nothing away.
void LessonSlides::addDial(Slide &slide) const
{
    const auto value = right();
    if (step().kind == AnswerKind::Words || (LessonDial::isOf(step()) && value)) {
        slide.view.picture = PresentedView::Picture::Chart;
        slide.view.chart = m_dial->chart();
    }
    if (!LessonDial::isOf(step()) || !value)
        return;
    slide.asked = AskedNumber{step().kind == AnswerKind::Wait ? wording::GuessUnit::Milliseconds
                                                              : wording::GuessUnit::Score,
                              value->number};
    slide.toAxis = [dial = m_dial](double guess) { return dial->axisOf(guess); };
}

void LessonSlides::addChoices(Slide &slide) const
{
    const auto place = rightChoice(step(), answers());
    if (!place)
        return;
    AskedNumber asked{wording::GuessUnit::Choice, double(*place + 1)};
    asked.choices.right = int(*place) + 1;
    for (const LessonChoice &choice : step().choices) {
        asked.choices.texts.append(wording::visible(choice.text));
        asked.choices.misconceptions.append(wording::visible(choice.misconception));
    }
    slide.asked = asked;
}

QString LessonSlides::nextText() const
{
    return m_place + 1 < m_lesson->lesson.steps.size()
            ? wording::visible(m_lesson->lesson.steps.at(m_place + 1).question)
            : QString();
}

void LessonSlides::go(int step)
{
    const qsizetype place = m_place + step;
    if (place < 0 || place >= m_lesson->lesson.steps.size())
        return;
    m_place = place;
    Q_EMIT gone();
}

/// The dials stand where the step has them, which its question must not tell.
void LessonSlides::setRevealed(bool revealed)
{
    m_revealed = revealed;
    put();
    if (m_revealed)
        m_dial->tell();
    else
        m_dial->ask(step());
}

void LessonSlides::put()
{
    const Scenario scenario =
            m_revealed ? answers().scenario() : m_dial->askedScenario(step(), answers());
    m_session->edit({EditedPart::ModelAndPolicy, [&scenario](Scenario &now) { now = scenario; }});
}

} // namespace oneinn

#include "moc_lessonslides.cpp"
