// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/verdictlines.h"

#include "report/alternatives.h"
#include "results/results.h"
#include "session/session.h"
#include "views/evidence/saypanel.h"
#include "views/window/roomrail.h"
#include "wording/datalimitwords.h"
#include "wording/dropsentence.h"
#include "wording/reviewbandwords.h"
#include "wording/reviewbeside.h"
#include "wording/sayit.h"
#include "wording/verdictwords.h"

namespace oneinn {

VerdictLines::VerdictLines(RoomRail *rail, SayPanel *say, QObject *parent)
    : QObject(parent)
    , m_rail(rail)
    , m_say(say)
{
}

void VerdictLines::setResults(Results *results)
{
    m_results = results;
    connect(&results->load(), &BackgroundState::changed, this, [this] {
        renderRail();
        if (m_results->session()->hasData())
            render(m_results->session()->assessment());
    });
    const auto renderAgain = [this] {
        if (m_results->session()->hasData())
            render(m_results->session()->assessment());
    };
    connect(&results->periods(), &PeriodComparison::changed, this, renderAgain);
    connect(&results->review(), &ReviewResults::changed, this, renderAgain);
    connect(&results->policies(), &BackgroundState::changed, this, renderAgain);
}

void VerdictLines::renderRail()
{
    const auto &load = m_results->load();
    const Session &session = *m_results->session();
    if (session.hasData() && wording::isSilentUnknown(session.assessment())) {
        const QString unknown = wording::verdictUnknownText();
        return m_rail->setVerdict(unknown, unknown);
    }
    m_rail->setVerdictFaint(load.isOutdated());
    if (load.isOutdated() && load.answer())
        return; // the one before stays until the next is known
    if (load.answer()) {
        const FeatureWords &product = session.scenario().words;
        if (m_last != load.answer())
            m_change = m_last ? wording::verdictChange(*m_last, *load.answer(), product)
                              : wording::VerdictChange();
        m_last = load.answer();
        const wording::VerdictWords words = wording::verdictWords(*m_last, product);
        QStringList all{wording::verdictSentence(words), m_change.sentence};
        all.removeAll(QString());
        m_rail->setVerdict(words.headline, all.join(QLatin1Char(' ')), m_change.brief);
        return;
    }
    m_last.reset(); // of other rows
    const QString none = load.isPending() || !load.isAnswered() ? wording::verdictPendingText()
                                                                : wording::noVerdictText();
    m_rail->setVerdict(none, none);
}

/// Once two periods are compared, for what is compared now alone. As there is no room for both, it
/// then stands in place of what carries the product, which the rail says.
QString VerdictLines::dropSaid(const Assessment &assessment) const
{
    const auto answer = m_results->periods().current();
    return answer && answer->dropped
            ? wording::dropInASentence(
                      *answer->dropped, assessment.scenario.words,
                      {assessment.scenario.threshold,
                       m_results->session()->data().file.mapping.lowerIsPositive.value, true})
                    + QLatin1Char(' ')
            : QString();
}

/// Before what is said of the single threshold, which is then what would be without a person.
QString VerdictLines::reviewSaid(const Assessment &assessment) const
{
    const ReviewResults &review = m_results->review();
    const auto now = review.isInForce() ? review.now() : std::nullopt;
    if (!now)
        return {};
    const FeatureWords &product = assessment.scenario.words;
    const wording::ReviewSaid side =
            wording::reviewSaid(assessment.scenario.combination,
                                m_results->session()->data().file.mapping.lowerIsPositive.value);
    const auto parts = wording::reviewParts(*now, review.question(), side, product);
    return tr("%1 That is with an assumed reviewer, and this without one.")
                   .arg(wording::reviewSpoken(parts))
            + QLatin1Char(' ');
}

QString VerdictLines::reviewBeside(const Assessment &assessment) const
{
    const ReviewResults &review = m_results->review();
    const auto now = review.isInForce() ? review.now() : std::nullopt;
    return now ? wording::reviewBesideNumbers(now->band, assessment.scenario.words) : QString();
}

/// Where alternatives have been compared with what stands on the dials.
QString VerdictLines::beatenSaid(const Assessment &assessment) const
{
    const auto compared = m_results->policies().current();
    if (!compared || wording::isSilentUnknown(assessment))
        return {};
    report::Provenance provenance;
    provenance.lowerIsPositive = m_results->session()->data().file.mapping.lowerIsPositive.value;
    const QString beaten = report::beatenSentence({.assessment = assessment,
                                                   .compared = compared.get(),
                                                   .provenance = provenance,
                                                   .rollback = {}});
    return beaten.isEmpty() ? beaten : QLatin1Char(' ') + beaten;
}

/// What carries the product is said for these settings alone; until it is known, that it is not.
void VerdictLines::render(const Assessment &assessment)
{
    const auto &load = m_results->load();
    QString carries;
    if (wording::isSilentUnknown(assessment))
        carries = wording::verdictUnknownText();
    else if (const auto found = load.current())
        carries = wording::carriesSpoken(*found, assessment.scenario.words);
    else if (load.isPending())
        carries = wording::carriesPendingText();
    Q_EMIT besideTold(reviewBeside(assessment));
    const QString lead = reviewSaid(assessment) + dropSaid(assessment);
    if (!lead.isEmpty())
        carries.clear();
    const QString beaten = beatenSaid(assessment);
    const QString said = lead + wording::sayIt(assessment, carries) + beaten;
    if (!load.isPending())
        m_carried = carries;
    // What was said of the setting before is about as long as what will be said of this one. An
    // alternative has its sentence as soon as anybody looks at any, and that has room in every
    // room.
    const QString before = load.isPending() ? m_carried : carries;
    QString room = lead + wording::sayIt(assessment, before);
    if (!wording::isSilentUnknown(assessment))
        room += QLatin1Char(' ') + report::beatenText(report::Limits::Broken);
    m_say->display(said, room);
}

} // namespace oneinn

#include "moc_verdictlines.cpp"
