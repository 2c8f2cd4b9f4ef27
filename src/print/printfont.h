// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace oneinn::print {

/// The usual sans-serif font of the machine, without ligatures: who searches a PDF for
/// "specificity" types two letters for its "fi".
inline QFont printFont()
{
    QFont font(QStringLiteral("sans-serif"));
    // The least that Qt tells from none; with any spacing it leaves ligatures out.
    constexpr double least = 1.0 / 64.0;
    font.setLetterSpacing(QFont::AbsoluteSpacing, least);
    return font;
}

} // namespace oneinn::print
