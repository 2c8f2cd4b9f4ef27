// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "ingest/columnmapping.h"
#include "ingest/stagetable.h"
#include "results/background.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace oneinn {

class Session;

/// Where the uses of a file are lost, by the stages that its columns are named after.
struct StagesAnswer {
    ingest::StageTable table;
    PipelineLosses losses;
    std::vector<std::string> columns; ///< all of the file
};

/// What `stages FILE` asks, of the same uses as a product's other numbers are of.
ingest::StagesAsked stagesAsked(const ingest::ResolvedMapping &mapping, const Selection &selection);
/// Null where columns cannot be read as stages.
std::shared_ptr<const StagesAnswer> stagesIn(const ingest::TableFile &file,
                                             const ingest::StagesAsked &asked);

/// The stages of the open file, where its columns are named after some: read in the background
/// when it is opened, and again for other uses.
class StagesRead final : public QObject {
    Q_OBJECT

public:
    struct Asked {
        QString path;
        QByteArray sha256; ///< of the bytes that were opened
        ingest::StagesAsked stages;
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Reading = Background<Asked, StagesAnswer>;

    StagesRead(Session *session, Workers &workers, QObject *parent = nullptr);

    Reading &reading() { return m_reading; }
    const Reading &reading() const { return m_reading; }

private:
    void follow();

    Session *m_session;
    Reading m_reading;
};

} // namespace oneinn
