// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/csvcell.h"

namespace oneinn {

QString csvCellText(std::string_view cell)
{
    const QString text = QString::fromUtf8(cell.data(), qsizetype(cell.size())).trimmed();
    const bool guarded =
            text.size() > 1 && text.at(0) == u'\'' && QStringView(u"=+-@").contains(text.at(1));
    return guarded ? text.mid(1) : text;
}

} // namespace oneinn
