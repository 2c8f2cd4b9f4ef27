// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace oneinn {

/// What strong answers do, each to be ticked where one has said it, over what the data say of it.
class PractiseChecklist final : public QWidget {
    Q_OBJECT

public:
    explicit PractiseChecklist(QWidget *parent = nullptr);

    /// Nothing is ticked then, and nothing told of the data.
    void display(const QList<ChecklistItem> &items);
    void focusFirst();
    /// Under each what the data say, once one has ticked.
    void tellData();
    /// Of what is ticked, or of what is not.
    QStringList keys(bool isTicked) const;

Q_SIGNALS:
    /// Something was, or is not any more.
    void ticked();

private:
    void addItem(const ChecklistItem &item);

    struct Line {
        QCheckBox *box;
        QString key;
        QLabel *here = nullptr; ///< what the data say of it; null: nothing
    };
    QVBoxLayout *m_column;
    QList<Line> m_lines;
};

} // namespace oneinn
