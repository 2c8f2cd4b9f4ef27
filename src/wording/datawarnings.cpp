// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/datawarnings.h"

#include "wording/names.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString modelsPooledText(const std::string &column)
{
    return u"%1 has more than 50 different values, so they are not taken for models, and all rows "
           "are looked at together, whichever model they are from."_s.arg(quotedName(column));
}

} // namespace oneinn::wording
