// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/release/learning.h"
#include "core/release/releaseplan.h"
#include "results/asked.h"
#include "results/background.h"

#include <QString>

namespace oneinn {

class Session;

/// How the setting on the dials is brought to users, and what it would learn there. Each is worked
/// out while it is wanted; what is asked of them is forgotten when another file is opened.
class LaunchResults final : public QObject {
    Q_OBJECT

public:
    struct ReleaseAsked {
        AskedOfRows<Scenario> released;
        ReleasePlanQuestion question;
        friend bool operator==(const ReleaseAsked &, const ReleaseAsked &) = default;
    };
    struct LearningAsked {
        AskedOfRows<Scenario> released;
        LearningQuestion question;
        friend bool operator==(const LearningAsked &, const LearningAsked &) = default;
    };
    struct LearningAnswer {
        LearningQuestion question;
        LearningPlan plan;
    };
    using Release = Background<ReleaseAsked, ReleasePlan>;
    using Learning = Background<LearningAsked, LearningAnswer>;

    LaunchResults(Session *session, Workers &workers);

    Release &release() { return m_release; }
    const Release &release() const { return m_release; }
    Learning &learning() { return m_learning; }
    const Learning &learning() const { return m_learning; }

    const ReleasePlanQuestion &releaseQuestion() const { return m_releaseQuestion; }
    void askRelease(const ReleasePlanQuestion &question);
    const LearningQuestion &learningQuestion() const { return m_learningQuestion; }
    void askLearning(const LearningQuestion &question);
    void setReleaseWanted(bool wanted);
    void setLearningWanted(bool wanted);

Q_SIGNALS:
    /// What is asked was forgotten.
    void forgotten();

private:
    void forget();
    void follow();
    void followRelease();
    void followLearning();

    Session *m_session;
    Release m_release;
    Learning m_learning;
    ReleasePlanQuestion m_releaseQuestion;
    LearningQuestion m_learningQuestion;
    QString m_of; ///< the open file that the questions are about
    bool m_releaseWanted = false;
    bool m_learningWanted = false;
};

} // namespace oneinn
