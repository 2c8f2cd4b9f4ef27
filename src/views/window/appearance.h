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

    /// While it lives the style sheet is laid aside. With one, Qt styles all that a widget holds
    /// anew whenever that widget gets another parent: half of the time that a window of many rooms,
    /// one within the other, takes to be built.
    class Building {
    public:
        explicit Building(Appearance *appearance);
        ~Building();
        Building(const Building &) = delete;
        Building &operator=(const Building &) = delete;

    private:
        Appearance *m_appearance;
    };

private:
    void apply();

    QApplication *m_application;
    bool m_systemIsDark;
    Mode m_mode = Mode::System;
};

} // namespace oneinn
