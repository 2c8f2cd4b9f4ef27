// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/answersource.h"

#include "document/columnphrases.h"
#include "session/pinsmaker.h"
#include "session/session.h"
#include "session/verdictmaker.h"
#include "wording/numbers.h"
#include "wording/pinwords.h"

#include <QFileInfo>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int settleMs = 200; ///< after the last change

} // namespace

AnswerSource::AnswerSource(Session *session, const VerdictMaker *verdicts, PinsMaker *pins,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_verdicts(verdicts)
    , m_pins(pins)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &AnswerSource::askForAlternatives);
    connect(session, &Session::dataChanged, this, [this] { m_compared.reset(); });
    connect(session, &Session::assessmentChanged, this, &AnswerSource::follow);
    connect(session, &Session::answerTextChanged, this, &AnswerSource::changed);
    connect(verdicts, &VerdictMaker::changed, this, &AnswerSource::changed);
    connect(pins, &PinsMaker::changed, this, &AnswerSource::changed);
    connect(&m_policies, &PoliciesMaker::made, this, [this](const auto &answer) {
        m_compared = answer;
        Q_EMIT changed();
    });
}

void AnswerSource::setWanted(bool wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    m_pins->setDifferencesWanted(this, wanted);
    if (wanted) {
        follow();
    } else {
        m_settle.stop();
        m_policies.cancel();
    }
}

void AnswerSource::follow()
{
    if (!m_wanted || !m_session->hasData())
        return;
    if (!alternativesAreKnown())
        m_settle.start();
}

void AnswerSource::askForAlternatives()
{
    // A drag does not wait for them, nor they for every step of it.
    if (m_session->isInGesture()) {
        m_settle.start();
        return;
    }
    m_policies.ask(m_session->index().predictions(), m_session->assessment().scenario, {});
}

bool AnswerSource::alternativesAreKnown() const
{
    return m_compared && sameComparison(m_compared->scenario, m_session->assessment().scenario);
}

const ComparedPolicies *AnswerSource::alternatives() const
{
    return alternativesAreKnown() ? m_compared->compared.get() : nullptr;
}

bool AnswerSource::pinsAreKnown() const
{
    const auto &pins = m_pins->pins();
    return std::all_of(pins.begin(), pins.end(), [](const PinsMaker::Pin &pin) {
        return pin.isCurrent && (pin.assessed->misfit || pin.isCompared);
    });
}

bool AnswerSource::isComplete() const
{
    return m_session->hasData() && !m_verdicts->isPending() && pinsAreKnown()
            && alternativesAreKnown();
}

std::vector<report::PinnedAnswer> AnswerSource::pinnedAnswers() const
{
    std::vector<report::PinnedAnswer> answers;
    const auto &pins = m_pins->pins();
    const auto &points = m_session->pins();
    for (std::size_t i = 0; i < std::min(pins.size(), points.size()); ++i) {
        const PinsMaker::Pin &pin = pins[i];
        if (pin.isCurrent && pin.assessed->assessment)
            answers.push_back({points[i], &*pin.assessed->assessment,
                               pin.isCompared ? pin.differences.get() : nullptr});
    }
    return answers;
}

report::Provenance AnswerSource::provenance() const
{
    const ingest::ResolvedMapping &mapping = m_session->mapping();
    return {.fileName = QFileInfo(m_session->source().path).fileName(),
            .sha256 = m_session->reference().sha256,
            .account = m_session->predictions().account().narrowedTo(m_session->index().rows()),
            .columns = columnPhrases(mapping),
            .lowerIsPositive = mapping.lowerIsPositive.value};
}

report::Report AnswerSource::report(report::Length length, const QDate &date, Figures figures) const
{
    const ScenarioLoad *load = m_verdicts->isPending() ? nullptr : m_verdicts->load().get();
    const report::AnswerMaterial material{.assessment = m_session->assessment(),
                                          .load = load,
                                          .pins = pinnedAnswers(),
                                          .compared = alternatives(),
                                          .text = m_session->answerText(),
                                          .provenance = provenance()};
    report::Report report = report::makeReport(
            material, length,
            wording::displayLocale().toString(date, QStringLiteral("d MMMM yyyy")));
    if (figures == Figures::Drawn)
        report.figures = report::figuresOf(material);
    return report;
}

report::NamedPoints AnswerSource::points() const
{
    report::NamedPoints points{{wording::nowTitle(), &m_session->assessment(), {}}};
    const auto &pins = m_pins->pins();
    const auto &named = m_session->pins();
    for (std::size_t i = 0; i < std::min(pins.size(), named.size()); ++i) {
        if (pins[i].isCurrent && pins[i].assessed->assessment)
            points.append({wording::pinTitle(named[i], i), &*pins[i].assessed->assessment, {}});
    }
    return points;
}

report::OperatingPointSource AnswerSource::source(const QDate &date) const
{
    return {.fileName = QFileInfo(m_session->source().path).fileName(),
            .sha256 = m_session->reference().sha256,
            .date = date.toString(Qt::ISODate),
            .lowerIsPositive = m_session->mapping().lowerIsPositive.value};
}

} // namespace oneinn
