// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace oneinn {

/// A sample on the start page: a button with a title and a sentence that wraps.
class SampleCard final : public QAbstractButton {
    Q_OBJECT

public:
    SampleCard(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;

    QString m_sentence;
};

} // namespace oneinn
