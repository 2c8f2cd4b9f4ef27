// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/scenarioload.h"

#include <QString>
#include <QStringList>

/// How far each failure may go before the product is no better than staying silent.
namespace oneinn::wording {

/// Of each failure: "Latency: 2.2 times as slow before it is no better than staying silent." None
/// where nothing is shown.
QStringList headroomsOf(const ScenarioLoad &load);
/// Of the failure that the verdict names: "It can get 2.2 times as slow before ..."; empty where
/// there is none.
QString firstHeadroom(const ScenarioLoad &load);

} // namespace oneinn::wording
