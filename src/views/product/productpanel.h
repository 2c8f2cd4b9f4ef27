// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "presets/presets.h"
#include "views/product/wordboxes.h"
#include "views/widgets/fieldboxes.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace oneinn {

namespace wording {
struct Feature;
}

class Session;

namespace charts {
class ChartView;
}

namespace Ui {
class ProductPanel;
}

/// What the feature is and what its outcomes are worth: the person's own numbers.
class ProductPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProductPanel(QWidget *parent = nullptr);
    ~ProductPanel() override;

    void setSession(Session *session);
    /// The kinds of feature to choose from; the person's own stand last.
    void setPresets(const QList<Preset> &presets);
    void render(const Assessment &assessment);
    /// What the kind of feature is called here: "custom" where it is none of the presets.
    QString feature() const;
    charts::ChartView *patienceChart() const;

Q_SIGNALS:
    /// Production's share of positives is to be said.
    void trafficAsked();

private:
    void connectFeature();
    void renderLabels(const wording::Feature &feature);
    void renderFeature(const Scenario &scenario);

    std::unique_ptr<Ui::ProductPanel> m_ui;
    FieldBoxes m_boxes;
    WordBoxes m_words;
    Session *m_session = nullptr;
    QList<Preset> m_presets;
};

} // namespace oneinn
