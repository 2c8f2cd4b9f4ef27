// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace oneinn {

/// Light, dark, or as the desktop has it; kept between runs.
class Appearance final : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Remembers the desktop's own palette, sets the style, and applies the stored mode.
    explicit Appearance(QApplication *application);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// Until the program ends; what is kept stays as it is.
    void showOnce(Mode mode);

private:
    void apply();

    QApplication *m_application;
    bool m_systemIsDark;
    Mode m_mode = Mode::System;
};

} // namespace oneinn
