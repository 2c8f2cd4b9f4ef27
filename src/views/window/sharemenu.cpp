// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/sharemenu.h"

#include "views/widgets/preferences.h"
#include "wording/shareline.h"

#include <QAction>
#include <QJsonArray>

namespace oneinn {

namespace {

constexpr QLatin1String shareMenuKey("otherShares");

QString titleOf(Share share, const FeatureWords &product)
{
    const auto [name, meaning] = wording::shareName(share, product);
    return name + QLatin1String(": ") + meaning;
}

} // namespace

ShareMenu::ShareMenu(QWidget *parent)
    : QMenu(tr("Also &tell"), parent)
{
    const QStringList kept = preferences::value(shareMenuKey).toVariant().toStringList();
    for (const Share share : wording::offeredShares()) {
        QAction *action = addAction(titleOf(share, {}));
        action->setObjectName(wording::shareKey(share));
        action->setCheckable(true);
        action->setChecked(kept.contains(wording::shareKey(share)));
        connect(action, &QAction::toggled, this, [this] {
            keep();
            Q_EMIT changed();
        });
    }
}

std::vector<Share> ShareMenu::chosen() const
{
    std::vector<Share> shares;
    const auto offered = wording::offeredShares();
    for (qsizetype i = 0; i < offered.size(); ++i) {
        if (actions().at(i)->isChecked())
            shares.push_back(offered.at(i));
    }
    return shares;
}

void ShareMenu::setWords(const FeatureWords &product)
{
    const auto offered = wording::offeredShares();
    for (qsizetype i = 0; i < offered.size(); ++i)
        actions().at(i)->setText(titleOf(offered.at(i), product));
}

void ShareMenu::keep() const
{
    QJsonArray keys;
    for (const Share share : chosen())
        keys.append(wording::shareKey(share));
    preferences::keep(shareMenuKey, keys);
}

} // namespace oneinn

#include "moc_sharemenu.cpp"
