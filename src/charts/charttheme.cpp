// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/charttheme.h"

#include <QCache>
#include <QChart>
#include <QFont>
#include <QLegend>

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::charts {

namespace {

constexpr double textContrast = 4.5;
constexpr double markContrast = 3.0;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// WCAG 2.2, relative luminance.
double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
            + 0.0722 * linear(color.blueF());
}

ChartColors lightColors()
{
    ChartColors c;
    c.grid = QColor(0xe7eaee);
    c.axis = QColor(0x68727e);
    c.text = QColor(0x525c68);
    c.ink = QColor(0x1d232b);
    c.good = QColor(0x0072b2);
    c.bad = QColor(0xd55e00);
    c.goodPale = QColor(0x9cc3dd);
    c.neutralPale = QColor(0xc9ced5);
    c.outline = QColor(0x7d8793);
    c.shownShade = QColor(0xf1f7fc);
    c.lateShade = QColor(0xfbeee7);
    c.focus = QColor(0x0b5fa5);
    return c;
}

ChartColors darkColors()
{
    ChartColors c;
    c.grid = QColor(0x343b44);
    c.axis = QColor(0x8a939e);
    c.text = QColor(0xb4bcc6);
    c.ink = QColor(0xf1f3f5);
    c.good = QColor(0x56b4e9);
    c.bad = QColor(0xf0803c);
    c.goodPale = QColor(0x2f5f80);
    c.neutralPale = QColor(0x4b535d);
    c.outline = QColor(0x8a939e);
    c.shownShade = QColor(0x1d2a35);
    c.lateShade = QColor(0x3a2a22);
    c.focus = QColor(0x8cc8ff);
    c.dark = true;
    return c;
}

} // namespace

QColor mixed(const QColor &from, const QColor &to, double part)
{
    const auto mix = [part](float a, float b) { return static_cast<float>(a + (b - a) * part); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor withContrast(const QColor &color, const QColor &background, double ratio)
{
    const QColor away = contrastRatio(Qt::black, background) > contrastRatio(Qt::white, background)
            ? QColor(Qt::black)
            : QColor(Qt::white);
    for (int percent = 0; percent < 100; percent += 2) {
        // Compared as it will be painted, in eight bits.
        const QColor candidate = QColor(mixed(color, away, percent / 100.0).rgb());
        if (contrastRatio(candidate, background) >= ratio)
            return candidate;
    }
    return away;
}

namespace {

ChartColors workedOut(const QPalette &palette)
{
    const QColor background = palette.color(QPalette::Base);
    const bool dark = contrastRatio(Qt::white, background) > contrastRatio(Qt::black, background);
    ChartColors c = dark ? darkColors() : lightColors();
    c.background = background;
    // Words may stand on a shade as well as on the background.
    const auto readable = [&](QColor color) {
        for (const auto &behind : {background, c.shownShade, c.lateShade})
            color = withContrast(color, behind, textContrast);
        return color;
    };
    for (auto *mark : {&c.good, &c.bad, &c.axis, &c.outline, &c.focus}) {
        for (const auto &behind : {background, c.shownShade, c.lateShade})
            *mark = withContrast(*mark, behind, markContrast);
    }
    c.goodText = readable(c.good);
    c.badText = readable(c.bad);
    c.text = readable(c.text);
    c.ink = readable(c.ink);
    c.onInk = withContrast(background, c.ink, textContrast);
    return c;
}

} // namespace

ChartColors ChartColors::fromPalette(const QPalette &palette)
{
    // Each cell and each picture asks for them whenever it paints. Palettes are the window's few.
    constexpr int kept = 16;
    using Key = std::pair<qint64, int>;
    static thread_local QCache<Key, ChartColors> known(kept);
    const Key key(palette.cacheKey(), palette.currentColorGroup());
    if (const ChartColors *found = known.object(key))
        return *found;
    const ChartColors fresh = workedOut(palette);
    known.insert(key, new ChartColors(fresh));
    return fresh;
}

void applyTheme(QChart *chart, const ChartColors &colors)
{
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setTitle({});
    chart->legend()->hide();
    chart->setBackgroundRoundness(0.0);
    chart->setDropShadowEnabled(false);
    chart->setBackgroundPen(Qt::NoPen);
    chart->setBackgroundBrush(colors.background);
    chart->setPlotAreaBackgroundVisible(false);
}

} // namespace oneinn::charts
