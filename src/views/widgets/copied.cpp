// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/copied.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QTimer>
#include <QVariant>

#include <chrono>

namespace oneinn {

namespace {

constexpr std::chrono::milliseconds readable{1500};
constexpr const char *usual = "textBeforeCopied";

} // namespace

void sayCopied(QAbstractButton *button)
{
    if (button->property(usual).isValid())
        return; // it says so already
    button->setProperty(usual, button->text());
    button->setMinimumWidth(button->width());
    button->setText(QCoreApplication::translate("oneinn::Copied", "Copied"));
    QTimer::singleShot(readable, button, [button] {
        button->setText(button->property(usual).toString());
        button->setProperty(usual, QVariant());
        button->setMinimumWidth(0);
    });
}

} // namespace oneinn
