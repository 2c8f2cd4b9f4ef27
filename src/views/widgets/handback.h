// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

namespace oneinn {

/// Of what opens beside or over other things and takes the keys: where they were before.
class HandBack {
public:
    explicit HandBack(const QWidget *opened)
        : m_opened(opened)
    {
    }

    /// Before it takes the keys; again while it has them changes nothing.
    void remember();
    /// Before it is hidden: to where the keys were, if they are in it now and that can be seen.
    void giveBack() const;

private:
    const QWidget *m_opened;
    QPointer<QWidget> m_before;
};

} // namespace oneinn
