// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "core/featurewords.h"

#include <QMenu>

#include <vector>

namespace oneinn {

/// Which shares are told besides, for those who ask for them; kept from one start to the next.
class ShareMenu final : public QMenu {
    Q_OBJECT

public:
    explicit ShareMenu(QWidget *parent = nullptr);

    std::vector<Share> chosen() const;
    /// Names the shares by these words.
    void setWords(const FeatureWords &product);

Q_SIGNALS:
    void changed();

private:
    void keep() const;
};

} // namespace oneinn
