// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/appearance.h"

#include "charts/charttheme.h"
#include "views/widgets/fieldstyle.h"
#include "views/widgets/preferences.h"

#include <QApplication>
#include <QFont>
#include <QJsonValue>

namespace oneinn {

namespace {

constexpr QLatin1String settingsKey("appearance");
constexpr int darkLightness = 128;

/// Sizes of type, relative to the desktop's own.
constexpr double brandScale = 1.2;
constexpr double headlineScale = 1.3;
constexpr double titleScale = 2.2;

QPalette paletteOf(bool dark)
{
    const QColor window(dark ? 0x1b1f24 : 0xf3f4f6);
    const QColor base(dark ? 0x23282f : 0xffffff);
    const QColor text(dark ? 0xe8ebef : 0x1d232b);
    const QColor button(dark ? 0x2c323a : 0xfcfdfe);
    const QColor accent(dark ? 0x4da3e0 : 0x0b5fa5);
    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(dark ? 0xb4bcc6 : 0x606a76));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, dark ? QColor(0x10151b) : QColor(Qt::white));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::Mid, QColor(dark ? 0x3d4550 : 0xdfe3e8));
    const QColor faint(dark ? 0x7d8794 : 0x8a939e);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

/// What the palette alone cannot say: cards, section titles, the shades of the matrix.
QString styleSheetOf(const QPalette &palette, double pointSize)
{
    const auto colors = charts::ChartColors::fromPalette(palette);
    const bool dark = colors.dark;
    const auto name = [](const QColor &color) { return color.name(); };
    return QStringLiteral(R"(
QFrame[role="card"] { background: %1; }
QFrame[role="card"] { border: 1px solid %2; border-radius: 7px; }
QLabel { qproperty-indent: 0; }
QLabel[role="section"] { color: %3; font-weight: 600; margin-top: 6px; }
QLabel[role="title"] { font-size: %13pt; font-weight: 700; }
QLabel[role="headline"] { font-size: %12pt; font-weight: 700; }
QLabel[role="quiet"] { color: %3; }
QLabel[role="detail"] { color: %4; }
QLabel[role="fault"] { background: %7; color: %6; border-radius: 4px; padding: 4px 6px; }
QFrame[role="rule"] { color: %2; max-height: 1px; border: none; background: %2; }
QFrame[role="warning"] { background: %7; border: 1px solid %2; border-radius: 5px; }
QFrame[role="fact"] { background: %5; border: 1px solid %2; border-radius: 5px; }
QFrame[role="message"] { background: %7; border-top: 1px solid %2; }
QFrame[role="loading"] { background: %1; border-bottom: 1px solid %2; }
QFrame[role="rail"] { border: none; border-right: 1px solid %2; }
QFrame[role="saybox"] { background: %5; border: none; border-top: 2px solid %10; }
QFrame[role="saybox"] > QLabel { color: %6; }
QPushButton[role="chip"] { background: transparent; color: %6; border: 1px solid %2; border-radius: 11px; padding: 3px 10px; }
QPushButton[role="chip"]:focus, QPushButton[role="chip"]:hover { border-color: %10; }
QPushButton[role="chip"][now="true"] { font-weight: 600; border-color: %6; }
QFrame[role="pins"] { background: %1; border-top: 1px solid %2; }
QLabel[cell] { padding: 5px 7px; border-radius: 3px; color: %6; }
QLabel[cell]:focus { border: 2px solid %6; padding: 3px 5px; }
QLabel[cell="good"] { background: %8; }
QLabel[cell="bad"] { background: %9; }
QLabel[role="brand"] { font-weight: 700; font-size: %11pt; padding: 0 8px 0 4px; }
QPushButton[role="link"] { color: %10; border: none; padding: 2px 4px; text-align: left; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[primary="true"] { background: %10; color: %14; border: none; border-radius: 5px; padding: 6px 14px; font-weight: 600; }
QPushButton[primary="true"]:disabled { background: %2; color: %3; }
QPushButton[primary="true"]:focus { border: 2px solid %6; padding: 4px 12px; }
QToolButton[role="answer"] { background: %1; color: %6; border: 1px solid %3; border-radius: 5px; padding: 3px 10px; }
QToolButton[role="answer"]:focus, QToolButton[role="answer"]:hover { border: 2px solid %10; padding: 2px 9px; }
QToolButton[role="notice"] { background: %7; color: %6; border: 1px solid %2; border-radius: 5px; padding: 3px 8px; }
QToolButton[role="notice"]:focus, QToolButton[role="notice"]:hover { border-color: %10; }
QToolButton[role="choice"] { border: 1px solid %2; border-radius: 5px; padding: 3px 8px; }
QToolButton[role="choice"]:focus { border: 1px solid %6; }
QToolButton[role="choice"]:checked { background: %10; color: %14; }
QToolButton[popupMode="2"] { border: 1px solid %2; border-radius: 5px; padding: 3px 18px 3px 8px; }
QToolButton[popupMode="2"]:hover { border-color: %10; }
QToolButton[popupMode="2"]:focus { border: 1px solid %6; }
QToolButton[popupMode="2"]::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QToolBar { background: %1; border-bottom: 1px solid %2; spacing: 4px; padding: 4px 8px; }
)")
            .arg(name(palette.color(QPalette::Base)), name(palette.color(QPalette::Mid)),
                 name(colors.text), dark ? QStringLiteral("#c3cad3") : QStringLiteral("#454f5b"),
                 name(palette.color(QPalette::Window)), name(palette.color(QPalette::Text)),
                 dark ? QStringLiteral("#4a3a12") : QStringLiteral("#fff3d6"),
                 dark ? QStringLiteral("#16405c") : QStringLiteral("#d9ecf9"),
                 dark ? QStringLiteral("#5c2f16") : QStringLiteral("#fbe3d6"))
            .arg(name(palette.color(QPalette::Link)))
            .arg(pointSize * brandScale)
            .arg(pointSize * headlineScale)
            .arg(pointSize * titleScale)
            .arg(name(palette.color(QPalette::HighlightedText)));
}

} // namespace

Appearance::Appearance(QApplication *application)
    : QObject(application)
    , m_application(application)
    , m_systemIsDark(application->palette().color(QPalette::Window).lightness() < darkLightness)
{
    application->setStyle(new FieldStyle);
    const int stored = preferences::value(settingsKey).toVariant().toInt();
    m_mode = static_cast<Mode>(qBound(0, stored, static_cast<int>(Mode::Dark)));
    apply();
}

void Appearance::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    preferences::keep(settingsKey, static_cast<int>(mode));
    apply();
}

void Appearance::showOnce(Mode mode)
{
    m_mode = mode;
    apply();
}

Appearance::Building::Building(Appearance *appearance)
    : m_appearance(appearance)
{
    m_appearance->m_application->setStyleSheet({});
}

Appearance::Building::~Building()
{
    m_appearance->apply();
}

void Appearance::apply()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
    const QPalette palette = paletteOf(dark);
    const QString sheet = styleSheetOf(palette, m_application->font().pointSizeF());
    // Every widget there is gets a new style by this, which takes a second in a full window.
    if (sheet == m_application->styleSheet())
        return;
    m_application->setPalette(palette);
    m_application->setStyleSheet(sheet);
}

} // namespace oneinn

#include "moc_appearance.cpp"
