// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace oneinn {

class LossBars;
class Results;

/// What carries the product, small and always in sight: a button to all that is known of it.
class VerdictCard final : public QAbstractButton {
    Q_OBJECT

public:
    explicit VerdictCard(QWidget *parent = nullptr);

    void setResults(const Results *results);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void render(const Results &results);

    QLabel *m_headline;
    LossBars *m_bars;
    QLabel *m_note;
};

} // namespace oneinn
