// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QTimer>

namespace oneinn {

/// Says for a few seconds that a file was written, above the foot of the window: nothing moves for
/// it, it takes no click and no key, and a screen reader reads it out.
class SavedNote final : public QLabel {
    Q_OBJECT

public:
    explicit SavedNote(QWidget *window);

    void tell(const QString &text);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QTimer m_end;
};

/// "Saved: brief.html", in the window that holds `anywhere`.
void tellSaved(const QWidget *anywhere, const QString &path);

} // namespace oneinn
