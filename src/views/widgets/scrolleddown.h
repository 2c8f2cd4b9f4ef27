// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace oneinn {

/// Scrolls up and down only: what is in it is as wide as there is room.
QScrollArea *scrolledDown(QWidget *content, QWidget *parent = nullptr);

/// For what is scrolled on a card: rows one below the other, on the card's own colour.
QVBoxLayout *rowsOnCard(QWidget *content);

} // namespace oneinn
