// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

namespace oneinn {

class WrappedLabel;

/// What was found elsewhere, over where it is to be seen; there only while it says something.
class FindingNote final : public QFrame {
    Q_OBJECT

public:
    explicit FindingNote(QWidget *parent = nullptr);

    /// Empty: nothing.
    void display(const QString &finding);

private:
    WrappedLabel *m_finding;
};

} // namespace oneinn
