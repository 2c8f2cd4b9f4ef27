// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>

namespace oneinn {

class EarlierCurves;

/// Shows and hides the earlier period in all charts that draw it. Hidden itself where nothing is
/// compared.
class EarlierSwitch final : public QCheckBox {
    Q_OBJECT

public:
    explicit EarlierSwitch(QWidget *parent = nullptr);

    void setCurves(EarlierCurves *curves);

private:
    void display();

    EarlierCurves *m_curves = nullptr;
};

} // namespace oneinn
