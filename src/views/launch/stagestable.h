// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace oneinn {

class StagesModel;

/// The stages, all rows to be seen; what columns leave of the width is the first one's.
class StagesTable final : public QTableView {
    Q_OBJECT

public:
    explicit StagesTable(QWidget *parent = nullptr);

    StagesModel *stages() const { return m_stages; }
    /// After other stages.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    StagesModel *m_stages;
};

} // namespace oneinn
