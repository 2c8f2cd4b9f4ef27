// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "core/review/shownalone.h"
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
    std::optional<ShownAlone> alone;    ///< at the end of the answer's band
};

/// What the session's reviewer and band bring: searched in the background while somebody looks or
/// the band is in force, and told at once while the band is moved.
class ReviewResults final : public QObject {
    Q_OBJECT

public:
    using Finding = Background<AskedOfRows<ReviewQuestion>, ReviewFound>;
    /// Fewer are searched on the window's thread.
    static constexpr Eigen::Index mostRowsAtOnce = 20000;

    ReviewResults(Session *session, Workers &workers);

    /// Somebody looks.
    void want(bool wanted);
    Finding &finding() { return m_finding; }
    const Finding &finding() const { return m_finding; }

    /// The person's, else the kind of feature's, else the usual one.
    Reviewer reviewer() const { return question().reviewer; }
    bool hasOwnReviewer() const { return setting().reviewer.has_value(); }
    void setReviewer(const Reviewer &reviewer);
    /// Absent: the best, wherever it is.
    const std::optional<BandThresholds> &band() const { return setting().band; }
    void setBand(const BandThresholds &band);
    /// While a band is in force it stays where the best is now.
    void setBestBand();
    bool isInForce() const { return setting().isInForce; }
    /// The band that is shown is what is decided from then on; or no band is, and its place is
    /// kept.
    void setInForce(bool inForce);

    /// At the band as it stands; absent before anything is known, and where there is nothing to
    /// decide.
    std::optional<ReviewAnswer> now() const;
    /// With all that takes a pass over rows or days; null while it is not known of this very band.
    std::shared_ptr<const ReviewFound> current() const;
    ReviewQuestion question() const;

Q_SIGNALS:
    /// What is set, or what is known.
    void changed();
    /// Another file: what was typed is of the one before.
    void forgotten();

private:
    const ReviewSetting &setting() const;
    void takeSetting();
    void follow();
    void forget();

    Session *m_session;
    Finding m_finding;
    ReviewSetting m_followed; ///< that changed() was told of
    bool m_isWanted = false;
};

} // namespace oneinn
