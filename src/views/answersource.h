// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answer.h"
#include "report/exports.h"
#include "report/namedpoint.h"
#include "session/policiesmaker.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace oneinn {

class PinsMaker;
class Session;
class VerdictMaker;

/// The tradeoff answer of a session as it stands: the live assessment, and whatever of the verdict,
/// the pinned points and the alternatives has been worked out for just that.
/// What is of an older scenario is left out, so that no answer is ever stale.
class AnswerSource final : public QObject {
    Q_OBJECT

public:
    AnswerSource(Session *session, const VerdictMaker *verdicts, PinsMaker *pins,
                 QObject *parent = nullptr);

    /// Alternatives and differences take a while: they are worked out only while they are wanted.
    void setWanted(bool wanted);
    /// Nothing is missing that will come.
    bool isComplete() const;

    enum class Figures { LeftOut, Drawn };
    /// These need data.
    report::Report report(report::Length length, const QDate &date, Figures figures) const;
    /// The choice on the dials first, then the pinned ones that fit.
    report::NamedPoints points() const;
    report::OperatingPointSource source(const QDate &date) const;

Q_SIGNALS:
    /// The report is another.
    void changed();

private:
    void follow();
    void askForAlternatives();
    const ComparedPolicies *alternatives() const;
    bool alternativesAreKnown() const;
    bool pinsAreKnown() const;
    std::vector<report::PinnedAnswer> pinnedAnswers() const;
    report::Provenance provenance() const;

    Session *m_session;
    const VerdictMaker *m_verdicts;
    PinsMaker *m_pins;
    PoliciesMaker m_policies;
    PoliciesMaker::AnswerPtr m_compared; ///< the last that was made; null: none for these data
    QTimer m_settle;
    bool m_wanted = false;
};

} // namespace oneinn
