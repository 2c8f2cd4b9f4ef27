// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace oneinn {

/// Where a file is to be written; empty: nowhere, it was cancelled. filters: "CSV (*.csv);;JSON
/// (*.json)". A name that is typed without an ending gets the one of the kind that is chosen.
QString askWhereToSave(QWidget *parent, const QString &title, const QString &suggested,
                       const QString &filters);

} // namespace oneinn
