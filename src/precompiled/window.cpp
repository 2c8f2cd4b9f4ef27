// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CMake wants a source to compile the headers for.
#include "precompiled/window.h"
