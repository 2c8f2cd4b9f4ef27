// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace oneinn {

class Session;

/// The boxes for the product's own words. One that is emptied goes back to the usual word, which it
/// shows faintly; what it shows has none.
class WordBoxes {
public:
    struct Box {
        QLineEdit *edit = nullptr;
        std::string FeatureWords::*word = nullptr;
    };

    WordBoxes() = default;
    explicit WordBoxes(QList<Box> boxes);

    void connectTo(Session *session);
    void display(const FeatureWords &words);

private:
    QList<Box> m_boxes;
};

} // namespace oneinn
