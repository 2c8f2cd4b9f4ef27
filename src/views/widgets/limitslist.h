// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"
#include "views/widgets/fieldboxes.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;

namespace oneinn {

namespace wording {
struct Feature;
}

class Session;

namespace Ui {
class LimitsList;
}

/// Everything that may be asked of a setting, one row each. That on wrong ones is always asked, and
/// may be said in two ways: as 1 in N, or as a precision.
class LimitsList final : public QWidget {
    Q_OBJECT

public:
    explicit LimitsList(QWidget *parent = nullptr);
    ~LimitsList() override;

    void setSession(Session *session);
    void render(const Scenario &scenario);

private:
    void renderLabels(const wording::Feature &feature);
    /// Whether a limit is asked for; `with`: fields that go with it.
    void connectLimit(QCheckBox *asked, Field field, const QList<Field> &with);
    /// For what stands in the boxes, as one step of undo.
    void ask(Field field, const QList<Field> &with);
    void askForPrecision(double precision);
    /// How many may go to a person a day; absent: there is time for all.
    void limitReviews(std::optional<double> reviewsPerDay);
    void renderReviews();

    std::unique_ptr<Ui::LimitsList> m_ui;
    FieldBoxes m_boxes;
    Session *m_session = nullptr;
};

} // namespace oneinn
