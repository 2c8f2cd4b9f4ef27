// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/answer/answersource.h"

#include "results/results.h"
#include "session/session.h"

namespace oneinn {

AnswerSource::AnswerSource(Results *results, QObject *parent)
    : QObject(parent)
    , m_results(results)
{
    connect(results->session(), &Session::besideChanged, this, &AnswerSource::changed);
    connect(&results->pins(), &PinResults::changed, this, &AnswerSource::changed);
    for (const BackgroundState *each : std::initializer_list<const BackgroundState *>{
                 &results->load(), &results->policies(), &results->doubts(),
                 &results->file().stages().reading()})
        connect(each, &BackgroundState::changed, this, &AnswerSource::changed);
    connect(&results->review(), &ReviewResults::changed, this, &AnswerSource::changed);
    connect(&results->periods(), &PeriodComparison::changed, this, &AnswerSource::changed);
}

void AnswerSource::setWanted(bool wanted)
{
    m_results->pins().setDifferencesWanted(this, wanted);
    m_results->setPoliciesWanted(this, wanted);
    m_results->periods().setWanted(this, wanted);
}

bool AnswerSource::isComplete() const
{
    return isAnswerComplete(*m_results);
}

AnswerParts AnswerSource::parts() const
{
    return answerParts(*m_results);
}

Workers &AnswerSource::workers() const
{
    return m_results->workers();
}

} // namespace oneinn

#include "moc_answersource.cpp"
