// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/answerparts.h"

#include <QObject>

namespace oneinn {

class Workers;

/// The tradeoff answer of a session as it stands, for whoever shows it or takes it away.
class AnswerSource final : public QObject {
    Q_OBJECT

public:
    explicit AnswerSource(Results *results, QObject *parent = nullptr);

    /// Alternatives and differences take a while: they are worked out only while they are wanted.
    void setWanted(bool wanted);
    /// Nothing is missing that will come.
    bool isComplete() const;
    /// Needs data.
    AnswerParts parts() const;
    /// Where what takes a while is done.
    Workers &workers() const;

Q_SIGNALS:
    /// The report is another.
    void changed();

private:
    Results *m_results;
};

} // namespace oneinn
