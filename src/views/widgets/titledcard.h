// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QFrame;
class QVBoxLayout;

namespace oneinn {

/// Makes a frame a card with a title, plain text, and returns the rows below it, owned by the
/// frame.
QVBoxLayout *titledCard(QFrame *card, const QString &title);

} // namespace oneinn
