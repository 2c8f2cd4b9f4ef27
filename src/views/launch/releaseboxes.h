// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/releaseplan.h"

#include <QWidget>

namespace oneinn {

class TypedField;
class WrappedLabel;

/// What a release plan is asked with: how many uses a day, how many of those shown get a label and
/// when, and the stages.
class ReleaseBoxes final : public QWidget {
    Q_OBJECT

public:
    explicit ReleaseBoxes(QWidget *parent);

    void display(const ReleasePlanQuestion &question, const FeatureWords &words);
    /// Of another file: what was typed and not understood is gone.
    void reset(const ReleasePlanQuestion &question);

Q_SIGNALS:
    void edited(const oneinn::ReleasePlanQuestion &question);

private:
    TypedField *addField(const QString &name, int characters, const QString &hint,
                         const QString &fault);
    void setUpTaking();
    void tell(const QString &fault);

    TypedField *m_uses;
    TypedField *m_labelled;
    TypedField *m_delay;
    TypedField *m_stages;
    WrappedLabel *m_fault;
    ReleasePlanQuestion m_question;
};

} // namespace oneinn
