// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/columnmenu.h"

#include "session/columnparts.h"
#include "views/widgets/plaintext.h"
#include "wording/importwords.h"
#include "wording/names.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

constexpr std::array menuParts{ColumnPart::Label,   ColumnPart::Score,   ColumnPart::Decision,
                               ColumnPart::Latency, ColumnPart::Failed,  ColumnPart::Refused,
                               ColumnPart::Model,   ColumnPart::Example, ColumnPart::ExampleWith,
                               ColumnPart::User,    ColumnPart::Day,     ColumnPart::Weight,
                               ColumnPart::Count,   ColumnPart::Segment, ColumnPart::None};

} // namespace

ColumnMenu::ColumnMenu(const std::string &column, const ingest::ColumnMapping &wanted,
                       const ingest::ResolvedMapping *read, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("columnMenu"));
    setToolTipsVisible(true);
    setAccessibleName(tr("What %1 is").arg(wording::nameText(column)));
    addSection(onButton(wording::nameText(column)));
    const auto parts = read ? partsOf(*read, column) : std::vector<ColumnPart>();
    // Something has to be the label, and the score: another column takes that from this one.
    const bool isNeeded = std::ranges::any_of(parts, [](ColumnPart p) { return !isOptional(p); });
    for (const ColumnPart part : menuParts) {
        QAction *action = addAction(
                onButton(tr("%1 \u2013 %2").arg(wording::partName(part), wording::partHint(part))));
        const bool plays = part == ColumnPart::None ? parts.empty()
                                                    : std::ranges::find(parts, part) != parts.end();
        action->setCheckable(true);
        action->setChecked(plays);
        if (part == ColumnPart::None && isNeeded) {
            action->setEnabled(false);
            action->setText(tr("not used \u2013 first choose another label or score"));
        }
        // What is chosen although it is so already is said from now on, and not guessed.
        connect(action, &QAction::triggered, this,
                [this, next = withPart(wanted, read, column, part)] { Q_EMIT chosen(next); });
    }
}

} // namespace oneinn

#include "moc_columnmenu.cpp"
