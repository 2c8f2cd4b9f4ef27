// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace oneinn {

class LoadingBar;
class MessageBar;
class Results;
struct Problem;

/// What is told while files are read and rows prepared, and what kept it, or a result, from being
/// done.
class ReadingReport final : public QObject {
    Q_OBJECT

public:
    ReadingReport(Results *results, LoadingBar *loading, MessageBar *message, QObject *parent);

    void tell(const Problem &problem);

private:
    MessageBar *m_message;
};

} // namespace oneinn
