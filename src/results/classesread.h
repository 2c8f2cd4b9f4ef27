// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classreport.h"
#include "core/predictions/predictions.h"
#include "ingest/classtable.h"
#include "results/background.h"
#include "session/openeddata.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace oneinn {

class Session;

/// Several classes as they are decided by the highest score, or as the file says.
struct ClassesAnswer {
    ingest::ClassTable table;
    ClassReport report;
    std::vector<std::string> columns; ///< all of the file
};

/// The classes of a file whose label has more than two, where something is decided of them: read
/// and counted in the background when it is opened, and again for other uses.
class ClassesRead final : public QObject {
    Q_OBJECT

public:
    struct Asked {
        QString path;
        QByteArray sha256; ///< of the bytes that were opened
        std::string label;
        std::vector<Selection::Where> where;
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Reading = Background<Asked, ClassesAnswer>;

    ClassesRead(Session *session, Workers &workers, QObject *parent = nullptr);

    Reading &reading() { return m_reading; }
    const Reading &reading() const { return m_reading; }
    /// What to open to look at one class against the rest: its scores, where it has some.
    Source against(std::size_t taken) const;

private:
    void follow();

    Session *m_session;
    Reading m_reading;
};

} // namespace oneinn
