// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QFrame>
#include <QString>

#include <memory>
#include <optional>

namespace oneinn {

class PinResults;
class PinsModel;
class Results;
class Session;

namespace Ui {
class PinsPanel;
}

/// Now and the pinned points side by side, below everything else. Folds to one line: as the person
/// wants it, else where there is little room.
class PinsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PinsPanel(QWidget *parent = nullptr);
    ~PinsPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    /// How high the page is that this is part of.
    void setPageHeight(int height);
    /// Puts a pinned choice on the dials; says why not where it does not fit the data.
    void returnTo(int pin);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void renderPins();
    void renderSelection();
    void renderHint();
    void renderWork();
    void fold();
    void fitColumns();
    void fitHeight();
    void move(int from, int to);
    void select(int pin);
    /// -1: now, or none.
    int selected() const;

    std::unique_ptr<Ui::PinsPanel> m_ui;
    Session *m_session = nullptr;
    PinResults *m_results = nullptr;
    PinsModel *m_model;
    std::optional<bool> m_wantsOpen; ///< as the person chose; absent: never did
    int m_pageHeight = 0;
    QString m_hint;
};

} // namespace oneinn
