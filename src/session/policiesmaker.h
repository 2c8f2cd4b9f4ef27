// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>
#include <vector>

namespace oneinn {

/// Every candidate compared, and where each stands.
struct PoliciesAnswer {
    Scenario scenario; ///< that was asked about
    FrontierView view;
    std::shared_ptr<const ComparedPolicies> compared; ///< null: there is nothing to compare
    std::vector<FrontierPlace> places;                ///< by policy
};

/// Compares models and policies in the background. Only the last answer asked for arrives. Where
/// the scenario asks nothing new, only the places are worked out again.
class PoliciesMaker final : public QObject {
    Q_OBJECT

public:
    using AnswerPtr = std::shared_ptr<const PoliciesAnswer>;

    explicit PoliciesMaker(QObject *parent = nullptr);
    ~PoliciesMaker() override;

    /// made() follows.
    void ask(PredictionsPtr predictions, const Scenario &scenario, const FrontierView &view);
    /// What was asked for is no longer wanted.
    void cancel();

Q_SIGNALS:
    void made(const oneinn::PoliciesMaker::AnswerPtr &answer);

private:
    QFutureWatcher<AnswerPtr> m_making;
    std::stop_source m_stop;
    PredictionsPtr m_predictions; ///< that were asked about last
    PredictionsPtr m_madeOf;      ///< that m_made is about
    AnswerPtr m_made;
};

/// Whether candidates and their numbers are the same for both.
bool sameComparison(const Scenario &a, const Scenario &b);

} // namespace oneinn
