// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/fact.h"

#include <QList>
#include <QWidget>

#include <vector>

namespace oneinn {

class WrappedLabel;

/// Facts side by side, each in a box of its own: what is seen at a glance, and under it the
/// sentence. Takes no room without any.
class FactRow final : public QWidget {
    Q_OBJECT

public:
    explicit FactRow(QWidget *parent = nullptr);

    void display(const QList<wording::Fact> &facts);

private:
    struct Box {
        QWidget *frame;
        WrappedLabel *title;
        WrappedLabel *text;
    };

    Box newBox();

    std::vector<Box> m_boxes; ///< as many as were ever needed, the rest hidden
};

} // namespace oneinn
