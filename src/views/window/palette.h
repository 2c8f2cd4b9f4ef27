// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/palettesearch.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListWidget;

namespace oneinn {

/// Everything that can be shown, set or done, found by typing some of its name; over the upper part
/// of the window it belongs to, until something is chosen or the focus goes elsewhere.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// none: what is said where nothing fits.
    void open(QList<PaletteEntry> entries, const QString &none);
    /// The focus goes back to where it was.
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool obeysKey(int key);
    bool isBeside(const QObject *watched) const;
    void search();
    void move(int rows);
    void tellCurrent();
    void choose(int row);
    void place();

    QLineEdit *m_typed;
    QListWidget *m_list;
    QLabel *m_none;
    QLabel *m_hint;
    QList<PaletteEntry> m_entries;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace oneinn
