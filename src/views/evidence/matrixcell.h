// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/widgets/wrappedlabel.h"

namespace oneinn {

/// A count that leads to the rows behind it: by a click, and by Enter or Space where it has the
/// keys.
class MatrixCell final : public WrappedLabel {
    Q_OBJECT

public:
    explicit MatrixCell(QWidget *parent = nullptr);

    /// Where there are no rows behind it, it is a text.
    void setLeads(bool leads);
    bool leads() const { return m_leads; }

Q_SIGNALS:
    void activated();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_leads = false;
};

} // namespace oneinn
