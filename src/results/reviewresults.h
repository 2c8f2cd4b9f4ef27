// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "results/asked.h"
#include "results/background.h"

#include <QObject>

#include <memory>
#include <optional>

namespace oneinn {

class Session;

/// What is found about a reviewer, with the uses that any band is judged on.
struct ReviewFound {
    AskedOfRows<ReviewQuestion> asked;
    ReviewUses::Ptr uses;               ///< null: the model decides none
    std::optional<ReviewAnswer> answer; ///< absent: there is nothing to decide
};

/// A reviewer and a band, kept as long as the file stays, and what they bring: searched in the
/// background while somebody looks, and told at once while the band is moved.
class ReviewResults final : public QObject {
    Q_OBJECT

public:
    using Finding = Background<AskedOfRows<ReviewQuestion>, ReviewFound>;
    /// Fewer are searched on the window's thread.
    static constexpr Eigen::Index mostRowsAtOnce = 20000;

    ReviewResults(Session *session, Workers &workers, QObject *parent = nullptr);

    void want(bool wanted);
    Finding &finding() { return m_finding; }
    const Finding &finding() const { return m_finding; }

    /// The person's, else the kind of feature's, else the usual one.
    Reviewer reviewer() const;
    bool hasOwnReviewer() const { return m_setting.reviewer.has_value(); }
    void setReviewer(const Reviewer &reviewer);
    /// Absent: the best, wherever it is.
    const std::optional<BandThresholds> &band() const { return m_setting.band; }
    void setBand(const std::optional<BandThresholds> &band);
    /// Until it ends, what the band brings is told and not searched.
    void beginMove() { m_isMoving = true; }
    void endMove();

    /// At the band as it stands; absent before anything is known, and where there is nothing to
    /// decide.
    std::optional<ReviewAnswer> now() const;
    ReviewQuestion question() const;

Q_SIGNALS:
    /// What is set, or what is known.
    void changed();
    /// Another file: reviewer and band are gone.
    void forgotten();

private:
    void follow();
    void forget();

    Session *m_session;
    Finding m_finding;
    ReviewSetting m_setting;
    bool m_isWanted = false;
    bool m_isMoving = false;
};

} // namespace oneinn
