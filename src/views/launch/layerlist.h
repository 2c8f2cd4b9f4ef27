// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace oneinn {

class StatusDot;
class WrappedLabel;

/// One row a layer, in the order in which they are ruled out: a light, its name, the word that the
/// light stands for, its evidence, and the way to the view that shows it.
class LayerList final : public QWidget {
    Q_OBJECT

public:
    explicit LayerList(QWidget *parent = nullptr);

    void display(const Dropped &dropped, const FeatureWords &words);

Q_SIGNALS:
    void evidenceRequested(oneinn::DropLayer layer);

private:
    struct Row {
        StatusDot *dot;
        QLabel *status;
        WrappedLabel *evidence;
        QPushButton *see;
    };

    std::array<Row, dropLayers.size()> m_rows{};
};

} // namespace oneinn
