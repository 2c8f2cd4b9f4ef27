// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/pinresults.h"

#include "presets/presetreviewers.h"
#include "session/session.h"

#include <algorithm>

namespace oneinn {

namespace {

/// One of several like it.
JobControl partOf(const JobControl &job, std::size_t part, std::size_t of)
{
    const auto share = [of](std::size_t done) {
        return static_cast<double>(done) / static_cast<double>(of);
    };
    return job.part(share(part), share(part + 1));
}

} // namespace

PinResults::PinResults(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_assessing(workers, {}, [session] { return session->history().isInGesture(); })
    , m_comparing(workers, {}, [session] { return session->history().isInGesture(); })
{
    connect(&m_assessing, &BackgroundState::changed, this, &PinResults::takeAssessed);
    connect(&m_comparing, &BackgroundState::changed, this, &PinResults::takeDifferences);
    connect(&m_assessing, &BackgroundState::progressed, this, &PinResults::progressed);
    connect(&m_comparing, &BackgroundState::progressed, this, &PinResults::progressed);
    connect(&m_assessing, &BackgroundState::memoryRanOut, this, &PinResults::memoryRanOut);
    connect(&m_comparing, &BackgroundState::memoryRanOut, this, &PinResults::memoryRanOut);
    // What is known is about other rows; there is one for each of the session's pins all the same,
    // whoever looks.
    connect(session, &Session::dataChanged, this, [this] {
        m_pins.clear();
        matchPins();
        m_assessing.forget();
        m_comparing.forget();
    });
    connect(session, &Session::assessmentChanged, this, &PinResults::follow);
    // Another reviewer brings something else in a pin's band.
    connect(session, &Session::besideChanged, this, [this] {
        if (m_session->hasData()
            && std::ranges::any_of(m_pins, [](const Pin &pin) { return pin.band.has_value(); }))
            follow();
    });
    connect(&session->pinBoard(), &PinBoard::changed, this, [this] {
        follow();
        Q_EMIT changed(); // also for a name
    });
}

std::optional<double> PinResults::progress() const
{
    const auto comparing = m_comparing.progress();
    return comparing ? comparing : m_assessing.progress();
}

void PinResults::cancel()
{
    m_assessing.cancel();
    m_comparing.cancel();
}

void PinResults::resume()
{
    m_assessing.resume();
    m_comparing.resume();
}

void PinResults::setDifferencesWanted(const QObject *by, bool wanted)
{
    const bool anew = wanted && !m_wantedBy.contains(by);
    if (wanted)
        m_wantedBy.insert(by);
    else
        m_wantedBy.remove(by);
    if (!m_session->hasData())
        return;
    follow();
    if (anew)
        resume();
}

void PinResults::follow()
{
    const bool otherPins = matchPins();
    const bool otherState = markCurrent();
    askForMissing();
    askForDifferences();
    if (otherPins || otherState)
        Q_EMIT changed();
}

/// One for each of the session's; what is known of a choice stays. Whether anything moved.
bool PinResults::matchPins()
{
    const std::vector<PinnedPoint> &pinned = m_session->state().pins;
    const auto same = [](const Pin &pin, const PinnedPoint &point) {
        return pin.choice == point.choice && pin.band == point.band;
    };
    if (std::equal(m_pins.begin(), m_pins.end(), pinned.begin(), pinned.end(), same))
        return false;
    std::vector<Pin> matched;
    matched.reserve(pinned.size());
    for (const PinnedPoint &point : pinned) {
        const auto known = std::find_if(m_pins.begin(), m_pins.end(),
                                        [&](const Pin &pin) { return same(pin, point); });
        matched.push_back(known == m_pins.end() ? Pin{.choice = point.choice,
                                                      .band = point.band,
                                                      .assessed = {},
                                                      .withPerson = {},
                                                      .differences = {},
                                                      .compared = {}}
                                                : *known);
    }
    m_pins = std::move(matched);
    return true;
}

PinResults::Pair PinResults::pairOf(const Pin &pin) const
{
    const Scenario &now = m_session->assessment().scenario;
    return {settingQuestion(withChoice(now, pin.choice)), settingQuestion(now)};
}

PinResults::AskedPin PinResults::askedOf(const Pin &pin) const
{
    AskedPin asked{withChoice(m_session->assessment().scenario, pin.choice), {}};
    if (pin.band) {
        ReviewSetting setting = m_session->state().review;
        setting.band = pin.band;
        asked.review = reviewQuestion(asked.scenario, setting);
    }
    return asked;
}

PinResults::AssessedOne PinResults::assessedOne(const Pin &pin, const AskedPin &asked,
                                                AssessedPin found)
{
    AssessedOne one{pin.choice, pin.band, nullptr, nullptr};
    if (asked.review && found.rows) {
        PinWithPerson person{*asked.review, std::nullopt};
        const auto slice = found.rows->at(*asked.review);
        if (const auto uses = ReviewUses::of(*slice, *asked.review))
            person.numbers = bandNumbers(*slice, *uses, *asked.review);
        one.withPerson = std::make_shared<const PinWithPerson>(std::move(person));
    }
    one.pin = std::make_shared<const AssessedPin>(std::move(found));
    return one;
}

/// Whether any of it is another than before.
bool PinResults::markCurrent()
{
    bool other = false;
    for (Pin &pin : m_pins) {
        const bool sameRows = pin.assessed
                && (!pin.assessed->rows
                    || pin.assessed->rows->source() == m_session->rows()->source());
        const AskedPin asked = askedOf(pin);
        const bool samePerson = !asked.review || (pin.assessed && !pin.assessed->rows)
                || (pin.withPerson && pin.withPerson->question == *asked.review);
        const bool current = sameRows && samePerson && pin.assessed->scenario == asked.scenario;
        const bool compared = current && pin.differences && pin.compared == pairOf(pin);
        other = other || current != pin.isCurrent || compared != pin.isCompared;
        pin.isCurrent = current;
        pin.isCompared = compared;
    }
    return other;
}

bool PinResults::isComplete() const
{
    return std::all_of(m_pins.begin(), m_pins.end(), [](const Pin &pin) {
        return pin.isCurrent && (pin.isCompared || pin.assessed->misfit);
    });
}

void PinResults::askForMissing()
{
    const Scenario &now = m_session->assessment().scenario;
    AssessQuestion question{m_session->rows()->source(), {}};
    std::vector<Pin> missing;
    std::vector<ScenarioRows::Ptr> known{m_session->rows()};
    for (const Pin &pin : m_pins) {
        // Of other traffic they are other rows.
        if (pin.assessed && pin.assessed->rows
            && pin.assessed->rows->source() == m_session->rows()->source())
            known.push_back(pin.assessed->rows);
        if (pin.isCurrent)
            continue;
        missing.push_back(pin);
        question.pins.push_back(askedOf(pin));
    }
    if (missing.empty())
        return m_assessing.pause();
    m_assessing.ask(question, [missing, asked = question.pins, now, known](const JobControl &job) {
        auto rows = known;
        auto result = std::make_shared<Assessed>();
        for (std::size_t i = 0; i < missing.size(); ++i) {
            auto found = assessedPin(missing[i].choice, now, rows, partOf(job, i, missing.size()));
            if (!found)
                break;
            if (found.value().rows)
                rows.push_back(found.value().rows);
            result->push_back(assessedOne(missing[i], asked[i], std::move(found).value()));
            job.report(static_cast<double>(i + 1) / static_cast<double>(missing.size()));
        }
        return result;
    });
}

void PinResults::askForDifferences()
{
    if (m_wantedBy.isEmpty())
        return m_comparing.pause();
    CompareQuestion question{m_session->rows(), {}};
    std::vector<ScenarioRows::Ptr> rowsOfPins;
    for (const Pin &pin : m_pins) {
        // Those that are not assessed yet come with the next question.
        if (!pin.isCurrent || pin.isCompared || pin.assessed->misfit)
            continue;
        question.pins.push_back(pairOf(pin));
        rowsOfPins.push_back(pin.assessed->rows);
    }
    if (question.pins.empty())
        return m_comparing.pause();
    m_comparing.ask(question, [question, rowsOfPins](const JobControl &job) {
        auto result = std::make_shared<Differences>();
        for (std::size_t i = 0; i < question.pins.size(); ++i) {
            const auto &[pin, now] = question.pins[i];
            auto differences = pinDifferences(*rowsOfPins[i], pin, *question.rows, now,
                                              partOf(job, i, question.pins.size()));
            if (!differences)
                break;
            result->emplace_back(
                    question.pins[i],
                    std::make_shared<const PinDifferences>(std::move(differences).value()));
        }
        return result;
    });
}

void PinResults::takeAssessed()
{
    if (const auto assessed = m_assessing.current()) {
        for (const AssessedOne &one : *assessed) {
            for (Pin &pin : m_pins) {
                if (pin.choice != one.choice || pin.band != one.band)
                    continue;
                pin.assessed = one.pin;
                pin.withPerson = one.withPerson;
            }
        }
        markCurrent();
        askForDifferences();
    }
    Q_EMIT changed();
}

void PinResults::takeDifferences()
{
    if (const auto differences = m_comparing.current()) {
        for (const auto &[pair, result] : *differences) {
            for (Pin &pin : m_pins) {
                if (pairOf(pin) == pair) {
                    pin.differences = result;
                    pin.compared = pair;
                }
            }
        }
        markCurrent();
    }
    Q_EMIT changed();
}

} // namespace oneinn

#include "moc_pinresults.cpp"
