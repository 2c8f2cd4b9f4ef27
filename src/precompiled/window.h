// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "precompiled/words.h"

#include <QtCharts/QtCharts>
#include <QtWidgets/QtWidgets>
