// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QLabel>

namespace oneinn {

/// A sentence that takes the width it is given and is as high as that makes it. A QLabel lays its
/// text out for several widths whenever it is asked how large it wants to be, which is most of a
/// frame while many sentences change; this one wants no width, and lays out once for each.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

    /// At least as high as this text would be, so that nothing moves where one follows the other.
    void setRoomFor(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    int measured(const QString &text, int width) const;

    QString m_roomFor;
    mutable QString m_measured;       ///< the text whose heights are known
    mutable QHash<int, int> m_height; ///< by width
};

} // namespace oneinn
