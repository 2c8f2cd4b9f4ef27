// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pincomparison.h"
#include "core/review/reviewrows.h"
#include "results/background.h"

#include <QSet>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace oneinn {

class Session;

/// What a pin brings with a person in its band.
struct PinWithPerson {
    ReviewQuestion question;
    std::optional<BandNumbers> numbers; ///< absent: there is nothing to decide
};

/// What a session's pinned points mean under its assumptions, and how they differ from now.
class PinResults final : public QObject {
    Q_OBJECT

public:
    using AssessedPtr = std::shared_ptr<const AssessedPin>;
    using DifferencesPtr = std::shared_ptr<const PinDifferences>;
    /// The pin and now.
    using Pair = std::pair<SettingQuestion, SettingQuestion>;

    using WithPersonPtr = std::shared_ptr<const PinWithPerson>;

    struct Pin {
        Choice choice;
        std::optional<BandThresholds> band = {};
        AssessedPtr assessed;          ///< null: not there yet
        WithPersonPtr withPerson = {}; ///< likewise, and without a band or where it does not fit
        DifferencesPtr differences;    ///< null: not there yet, or the pin does not fit the data
        Pair compared;                 ///< what `differences` are between
        bool isCurrent = false;        ///< `assessed` is under the assumptions as they are
        bool isCompared = false;       ///< `differences` are from what is set now
    };

    PinResults(Session *session, Workers &workers, QObject *parent = nullptr);

    /// One for each of the session's, in their order.
    const std::vector<Pin> &pins() const { return m_pins; }
    Session *session() const { return m_session; }
    /// Every pin is current, and compared where it can be.
    bool isComplete() const;
    bool isPending() const { return m_assessing.isPending() || m_comparing.isPending(); }
    /// Something has been missing or old for so long that it should be seen.
    bool isOutdated() const { return m_assessing.isOutdated() || m_comparing.isOutdated(); }
    std::optional<double> progress() const;
    void cancel();
    bool isCancelled() const { return m_assessing.isCancelled() || m_comparing.isCancelled(); }
    void resume();
    /// Differences take a while: they are worked out only while somebody looks at them.
    void setDifferencesWanted(const QObject *by, bool wanted);

Q_SIGNALS:
    /// Pins were added, moved, named or removed; there is a result, or one is out of date.
    void changed();
    void progressed();
    void memoryRanOut();

private:
    /// An assessment is told with all of its scenario, so that all of it counts.
    struct AskedPin {
        Scenario scenario;
        std::optional<ReviewQuestion> review; ///< with a band

        friend bool operator==(const AskedPin &, const AskedPin &) = default;
    };
    struct AssessQuestion {
        PredictionsPtr predictions;
        std::vector<AskedPin> pins;

        friend bool operator==(const AssessQuestion &, const AssessQuestion &) = default;
    };
    struct CompareQuestion {
        ScenarioRows::Ptr rows;
        std::vector<Pair> pins;

        friend bool operator==(const CompareQuestion &, const CompareQuestion &) = default;
    };
    struct AssessedOne {
        Choice choice;
        std::optional<BandThresholds> band;
        AssessedPtr pin;
        WithPersonPtr withPerson;
    };
    using Assessed = std::vector<AssessedOne>;
    using Differences = std::vector<std::pair<Pair, DifferencesPtr>>;

    void follow();
    bool matchPins();
    bool markCurrent();
    Pair pairOf(const Pin &pin) const;
    AskedPin askedOf(const Pin &pin) const;
    static AssessedOne assessedOne(const Pin &pin, const AskedPin &asked, AssessedPin found);
    void askForMissing();
    void askForDifferences();
    void takeAssessed();
    void takeDifferences();

    Session *m_session;
    std::vector<Pin> m_pins;
    QSet<const QObject *> m_wantedBy;
    Background<AssessQuestion, Assessed> m_assessing;
    Background<CompareQuestion, Differences> m_comparing;
};

} // namespace oneinn
