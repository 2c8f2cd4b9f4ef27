// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/pins/pinspanel.h"

#include <QFrame>
#include <QList>

class QPushButton;
class QToolButton;

namespace oneinn {

/// Now and the pinned points in one line that never grows: a click returns to one. As many as there
/// is room for; all of them stand in the table that Compare opens.
class PinsStrip final : public QFrame {
    Q_OBJECT

public:
    explicit PinsStrip(QWidget *parent = nullptr);

    void display(const QList<PinsPanel::Chip> &chips);
    /// The first of them alone: it follows every move of a dial.
    void displayNow(const PinsPanel::Chip &chip);
    void setOpen(bool open);

Q_SIGNALS:
    /// A pin by its place; now is none.
    void pinChosen(int pin);
    void compareToggled(bool open);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChip();
    bool write(qsizetype place, const PinsPanel::Chip &chip);
    void fit();

    QWidget *m_row;
    QList<QPushButton *> m_chips;
    QToolButton *m_compare;
};

} // namespace oneinn
