// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QComboBox>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace oneinn {

class Results;
class Session;

/// What a user gets when the answer comes after the budget; other models of the file can answer
/// where rows of the same example can be told.
class LatePolicyBox final : public QComboBox {
    Q_OBJECT

public:
    explicit LatePolicyBox(QWidget *parent = nullptr);

    void setResults(Results *results);
    void render(const Scenario &scenario);

private:
    void choose();
    int placeOf(const std::string &model) const;
    void addOther(const std::string &model);
    void fill(const std::optional<std::string> &model, const FeatureWords &words);

    Session *m_session = nullptr;
    Results *m_results = nullptr;
    /// The model and the words that it is filled for; absent: for none yet.
    std::optional<std::pair<std::optional<std::string>, FeatureWords>> m_filledFor;
    std::vector<std::string> m_others; ///< that can answer, by place in the list of these
};

} // namespace oneinn
