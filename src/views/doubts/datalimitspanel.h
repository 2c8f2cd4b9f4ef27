// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/predictions/doubledrows.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QVBoxLayout;

namespace oneinn {

class NumberBox;
class Session;
class WrappedLabel;

/// What the data cannot know: what labels leave out, how many of them may be wrong, whose they are,
/// and rows that are there twice.
class DataLimitsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DataLimitsPanel(QWidget *parent = nullptr);

    void setSession(Session *session);
    void render(const Assessment &assessment);

private:
    WrappedLabel *addCard(const QString &title, const QString &name, QWidget *settings = nullptr);
    QWidget *noiseSettings();
    QWidget *goldSettings();
    void fillGold();
    void renderLabels(const Assessment &assessment);
    void renderNoise();
    void renderGold();

    Session *m_session = nullptr;
    QVBoxLayout *m_cards;
    NumberBox *m_oneIn;
    QComboBox *m_goldColumn;
    WrappedLabel *m_labels;
    WrappedLabel *m_noise;
    WrappedLabel *m_gold;
    WrappedLabel *m_doubled;
    WrappedLabel *m_largest;
    PredictionsPtr m_shownOf; ///< as they were read
};

} // namespace oneinn
