// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/background.h"
#include "results/classesread.h"
#include "results/confusionlisting.h"

#include <QObject>

#include <memory>
#include <optional>

namespace oneinn {

class Session;

/// The rows of one class that were called another: read of the file again while somebody looks.
class ConfusionRead final : public QObject {
    Q_OBJECT

public:
    struct Asked {
        std::shared_ptr<const ClassesAnswer> of;
        ConfusionWish wish;
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Reading = Background<Asked, ConfusionListing>;
    static constexpr std::size_t mostListed = 10000;

    ConfusionRead(Session *session, Workers &workers, QObject *parent = nullptr);

    /// Of classes as they were read. Absent: nobody looks any more.
    void want(const std::optional<Asked> &asked);
    Reading &reading() { return m_reading; }
    const Reading &reading() const { return m_reading; }

private:
    Session *m_session;
    Reading m_reading;
};

} // namespace oneinn
