// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace oneinn {

class MixEditor;
class Session;
class WrappedLabel;

/// What production's traffic is like, where it is not like the file: the share of positives, in
/// words a person types, and how uses are divided among segments.
class TrafficPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TrafficPanel(QWidget *parent = nullptr);

    void setSession(Session *session);
    /// The keyboard to how many are positive.
    void focusShare();
    void render(const Assessment &assessment);

private:
    QWidget *shareCard();
    QWidget *questionRow();
    void takeTyped();
    void renderShare(const Assessment &assessment);

    Session *m_session = nullptr;
    QLabel *m_shareLabel;
    QLineEdit *m_share;
    QLabel *m_inFile;
    QPushButton *m_asInFile;
    WrappedLabel *m_fault;
    QWidget *m_ask; ///< is there while production's share has to be asked for
    WrappedLabel *m_question;
    MixEditor *m_mix;
    std::optional<double> m_shown; ///< of the share, also where none is set
};

} // namespace oneinn
