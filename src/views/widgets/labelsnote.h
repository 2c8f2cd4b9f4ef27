// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/widgets/wrappedlabel.h"

namespace oneinn {

class Results;

/// That labels are missing by the score, above what counts labelled uses alone; hidden where they
/// are not.
class LabelsNote final : public WrappedLabel {
    Q_OBJECT

public:
    /// Of uses missed a limit is asked of, where it is above what is held against limits.
    enum class Above { Numbers, Limits };

    explicit LabelsNote(Above what, QWidget *parent = nullptr);

    void setResults(Results *results);

private:
    void render();

    Above m_above;
    Results *m_results = nullptr;
};

} // namespace oneinn
