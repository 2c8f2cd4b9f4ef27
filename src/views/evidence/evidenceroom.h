// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QScrollArea;

namespace oneinn {

class ExperiencePanel;

/// Whether what users experience has room for what its headlines rest on: told as long as the
/// column need not scroll, the value's detail and large icons going first. Once there was too
/// little it stays away until look() is asked again, so that nothing comes and goes while a dial
/// moves.
class EvidenceRoom : public QObject {
    Q_OBJECT

public:
    /// column: scrolls the panel. Both must outlive this.
    EvidenceRoom(QScrollArea *column, ExperiencePanel *panel, QObject *parent);

    /// After the column, or what stands in it besides, has changed its size.
    void look();
    /// The same once all that has been shown is laid out.
    void lookSoon();

private:
    void checkSoon();
    void check();

    ExperiencePanel *m_panel;
    QScrollBar *m_bar;
    bool m_isToBeChecked = false;
};

} // namespace oneinn
