// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace oneinn {

class AnswerSource;
class WorkBar;
template<typename Question, typename Answer> class Background;

/// Writes the answer to files: as a document, as numbers, or for a serving configuration.
class AnswerExport final : public QObject {
    Q_OBJECT

public:
    enum class Kind {
        Markdown,
        WebPage,
        WebPageWithoutDials,
        PdfA4,
        PdfLetter,
        PointsCsv,
        OperatingPointJson
    };

    /// bar: how far a page with dials has come, which is made in the background.
    AnswerExport(WorkBar *bar, QWidget *parent);
    ~AnswerExport() override;

    /// dataPath: of the data the answer is about, after which files are named.
    void setSource(const AnswerSource *source, std::function<QString()> dataPath);
    /// Adds an entry for each kind.
    void fill(QMenu *menu);

    /// What a file of this kind holds, with today's date.
    QByteArray bytes(Kind kind) const;
    /// What kept it from being written, if anything; what was there before is then still there.
    std::optional<Problem> write(Kind kind, const QString &path) const;
    /// The web page with dials, of the answer as it stands now; written when it is made.
    void writeWebPage(const QString &path);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    struct PageQuestion;
    using PageWork = Background<PageQuestion, QByteArray>;

    void choosePath(Kind kind);
    void finishPage();
    void tell(const QString &path, const std::optional<Problem> &problem);

    QWidget *m_parent;
    WorkBar *m_bar;
    const AnswerSource *m_source = nullptr;
    std::unique_ptr<PageWork> m_page; ///< null before there is a source
    int m_pages = 0;                  ///< asked for so far
    std::function<QString()> m_dataPath;
};

} // namespace oneinn
