// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "presets/presets.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace oneinn {

class Session;

namespace charts {
class ChartView;
}

namespace Ui {
class ExplorePage;
}

/// The three columns: the product, the tradeoff, what users experience.
class ExplorePage final : public QWidget {
    Q_OBJECT

public:
    explicit ExplorePage(QWidget *parent = nullptr);
    ~ExplorePage() override;

    void setSession(Session *session);
    void setPresets(const QList<Preset> &presets);
    void render(const Assessment &assessment);
    void renderData();
    void copySentences() const;
    QList<charts::ChartView *> charts() const;

Q_SIGNALS:
    void columnsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    std::unique_ptr<Ui::ExplorePage> m_ui;
};

} // namespace oneinn
