// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/review/reviewer.h"

#include <QWidget>

#include <functional>
#include <optional>

class QGridLayout;

namespace oneinn {

class TypedField;
class WrappedLabel;

/// What a reviewer is like: how much is found, what it costs, and how many there is time for.
class ReviewBoxes final : public QWidget {
    Q_OBJECT

public:
    explicit ReviewBoxes(QWidget *parent);

    void display(const Reviewer &reviewer, const FeatureWords &words);
    /// Of another file: what was typed and not understood is gone.
    void reset(const Reviewer &reviewer);

Q_SIGNALS:
    void edited(const oneinn::Reviewer &reviewer);

private:
    using Take = std::function<bool(Reviewer &, const QString &)>;
    TypedField *addField(const QString &name, const QString &hint, const QString &fault,
                         const Take &take);
    void tell(const QString &fault);

    QGridLayout *m_grid;
    WrappedLabel *m_fault;
    TypedField *m_recall = nullptr;
    TypedField *m_alarms = nullptr;
    TypedField *m_cost = nullptr;
    TypedField *m_minutes = nullptr;
    TypedField *m_reviews = nullptr;
    TypedField *m_uses = nullptr;
    Reviewer m_reviewer;
};

} // namespace oneinn
