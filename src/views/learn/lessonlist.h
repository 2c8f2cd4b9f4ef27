// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonlog.h"

#include <QDialog>
#include <QFutureWatcher>

#include <variant>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QListWidget;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace oneinn {

/// The lessons that come with the program and those of one's own that were begun, each with what
/// has been done of it; and others from a file.
class LessonList final : public QDialog {
    Q_OBJECT

public:
    explicit LessonList(QWidget *window);
    ~LessonList() override;

    /// What keeps it from being opened is told here, by the sentence of `lesson check`.
    void openFile(const QString &path);
    /// The file of the lesson that is chosen, for a teacher to change.
    void copyTo(const QString &path);
    /// The file of a line.
    QString pathAt(int row) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void opened(const oneinn::OpenLessonPtr &lesson, const oneinn::LessonLog &log);

private:
    using OpenedLesson = std::variant<OpenLessonPtr, QStringList>;

    QLayout *makeButtons();
    void fill();
    void addLesson(const QString &path, const QList<KeptAnswer> &answers);
    void openCurrent();
    void chooseFile();
    void askForCopy();
    void takeOpened();
    void deleteLog();
    void tell(const QString &sentence);
    void fitProblems();

    QListWidget *m_list;
    QLabel *m_problem;
    QScrollArea *m_problems;
    QPushButton *m_open;
    QPushButton *m_delete;
    QString m_asked; ///< the path of the lesson that is being opened
    QFutureWatcher<OpenedLesson> m_opening;
};

} // namespace oneinn
