// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "views/widgets/handback.h"

#include <QFrame>
#include <QString>

#include <memory>
#include <optional>

namespace oneinn {

class PinResults;
class PinsModel;
class ReviewResults;
class Results;
class Session;

namespace Ui {
class PinsPanel;
}

/// Now and the pinned points side by side, as a table that lies over the charts while they are
/// compared. What stands on the strip below it in the meantime: chips().
class PinsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PinsPanel(QWidget *parent = nullptr);
    ~PinsPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    /// A line about now, and one about every pin: with all that the table tells of it.
    struct Chip {
        QString text;
        QString toolTip;
    };
    QList<Chip> chips() const;
    Chip nowChip() const { return chip(0); }
    bool isOpen() const { return m_open; }
    /// The hand is then in the table; closed, it is again where it was.
    void setOpen(bool open);
    /// As high as it has to be, within so many pixels.
    int heightWithin(int most) const;
    /// Puts a pinned choice on the dials; says why not where it does not fit the data.
    void returnTo(int pin);

Q_SIGNALS:
    void chipsChanged();
    void nowChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void renderPins();
    void renderWithPerson(const ReviewResults &review);
    void renderSelection();
    void renderHint();
    void renderWork();
    void renderEmpty();
    void fitColumns();
    int rowHeight() const;
    Chip chip(int row) const;
    void move(int from, int to);
    void select(int pin);
    /// -1: now, or none.
    int selected() const;

    std::unique_ptr<Ui::PinsPanel> m_ui;
    Session *m_session = nullptr;
    PinResults *m_results = nullptr;
    PinsModel *m_model;
    HandBack m_hand{this};
    bool m_inForce = false; ///< a review band is
    bool m_open = false;
    bool m_timed = false; ///< now has a budget
    QString m_hint;
};

} // namespace oneinn
