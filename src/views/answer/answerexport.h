// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace oneinn {

class AnswerSource;

/// Writes the answer to files: as a document, as numbers, or for a serving configuration.
class AnswerExport final : public QObject {
    Q_OBJECT

public:
    enum class Kind { Markdown, Html, PdfA4, PdfLetter, PointsCsv, OperatingPointJson };

    explicit AnswerExport(QWidget *parent);

    /// dataPath: of the data the answer is about, after which files are named.
    void setSource(const AnswerSource *source, std::function<QString()> dataPath);
    /// Adds an entry for each kind.
    void fill(QMenu *menu);

    /// What a file of this kind holds, with today's date.
    QByteArray bytes(Kind kind) const;
    /// What kept it from being written, if anything; what was there before is then still there.
    std::optional<Problem> write(Kind kind, const QString &path) const;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void choosePath(Kind kind);

    QWidget *m_parent;
    const AnswerSource *m_source = nullptr;
    std::function<QString()> m_dataPath;
};

} // namespace oneinn
