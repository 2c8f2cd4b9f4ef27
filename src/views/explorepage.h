// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "presets/presets.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

class Results;
class Session;

namespace charts {
class ChartView;
}

namespace Ui {
class ExplorePage;
}

/// The three columns: the product, the tradeoff, what users experience. The middle has tabs, which
/// are rendered only while they are shown: add one in the .ui file and in the constructor.
class ExplorePage final : public QWidget {
    Q_OBJECT

public:
    explicit ExplorePage(QWidget *parent = nullptr);
    ~ExplorePage() override;

    void setResults(Results *results);
    void setPresets(const QList<Preset> &presets);
    void render(const Assessment &assessment);
    void renderData();
    /// Told besides, in the column of what users experience.
    void setOtherShares(const std::vector<Share> &shares);
    void copySentences() const;
    QString sentences() const;
    /// Of every tab, also of those that are hidden.
    QList<charts::ChartView *> charts() const;

Q_SIGNALS:
    void columnsRequested();
    /// A file could not be written.
    void failed(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Render = std::function<void(const Assessment &)>;

    /// The next tab shows a panel, and Ctrl with its number goes there.
    template<typename Panel> void setUpTab(Panel *panel);
    void addTabShortcut(int index);
    void addExportShortcut();
    void renderTab(const Assessment &assessment);
    void renderPins();

    std::unique_ptr<Ui::ExplorePage> m_ui;
    Session *m_session = nullptr;
    Results *m_results = nullptr;
    std::optional<std::string> m_pinsFor; ///< the model that pins on the charts are told from
    std::vector<Render> m_renderTab;      ///< by tab
};

} // namespace oneinn
