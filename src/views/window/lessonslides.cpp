// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessonslides.h"

#include "lessons/classguesses.h"
#include "session/session.h"
#include "views/window/lessondial.h"
#include "wording/names.h"

#include <QMap>

#include <utility>

namespace oneinn {

namespace {

QString askedText(const LessonStep &step)
{
    const QString show = wording::visibleLines(step.show);
    const QString question = wording::visibleLines(step.question);
    return show.isEmpty() ? question : show + QLatin1Char(' ') + question;
}

wording::ChoicesAsked choicesOf(const LessonStep &step)
{
    wording::ChoicesAsked choices;
    for (const LessonChoice &choice : step.choices) {
        choices.texts.append(wording::visible(choice.text));
        choices.misconceptions.append(wording::visible(choice.misconception));
    }
    return choices;
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
    slide.question = askedText(step());
    if (step().kind == AnswerKind::Words)
        slide.noGuess = tr("Words are said aloud and not typed: nothing here can judge them");
    slide.view.sentence = wallSentences(wording::visibleLines(answers().reveal(step())));
    slide.sentenceWaits = true;
    slide.place = {wording::visible(m_lesson->lesson.title),
                   tr("Step %1 of %2").arg(m_place + 1).arg(m_lesson->lesson.steps.size())};
    addNumber(slide);
    addDial(slide);
    addChoices(slide);
    addOrder(slide);
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
    if (step().kind == AnswerKind::Score)
        slide.asked->ends = answers().answerEnds(step());
    slide.toAxis = [dial = m_dial](double guess) { return dial->axisOf(guess); };
}

void LessonSlides::addChoices(Slide &slide) const
{
    const auto place = rightChoice(step(), answers());
    if (!place)
        return;
    slide.asked = AskedNumber{wording::GuessUnit::Choice, double(*place + 1), choicesOf(step())};
    slide.asked->choices.right = int(*place) + 1;
}

void LessonSlides::addOrder(Slide &slide) const
{
    if (step().kind != AnswerKind::Ranking)
        return;
    slide.asked = AskedNumber{wording::GuessUnit::Order, 1.0, choicesOf(step())};
    slide.asked->told = rightOrder(step(), answers());
    slide.asked->first = rightPlaces(step(), answers()).value(0);
    slide.asked->isRightOrder = [lesson = m_lesson,
                                 place = m_place](const QString &typed) -> std::optional<bool> {
        const auto judged = grade(lesson->lesson.steps.at(place), lesson->answers.at(place), typed);
        return judged ? judged->right : std::nullopt;
    };
}

QString LessonSlides::guessesCsv(const QHash<QString, QStringList> &typed) const
{
    QMap<qsizetype, QStringList> bySteps;
    for (auto each = typed.cbegin(); each != typed.cend(); ++each)
        bySteps.insert(each.key().toInt(), each.value());
    return classGuessesCsv(*m_lesson, bySteps, m_begun);
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

void LessonSlides::goFirst()
{
    go(-int(m_place));
}

QString LessonSlides::beginText() const
{
    return m_place == 0 ? QString()
                        : tr("Begins at step %1 of %2 \u00b7 Home goes to step 1")
                                  .arg(m_place + 1)
                                  .arg(m_lesson->lesson.steps.size());
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
