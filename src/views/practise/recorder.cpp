// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/recorder.h"

#ifndef ONEINN_HAS_MULTIMEDIA
namespace oneinn {

std::unique_ptr<Recorder> microphone()
{
    return nullptr;
}

} // namespace oneinn
#endif

#include "moc_recorder.cpp"
