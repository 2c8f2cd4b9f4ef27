// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/learn/lessonlist.h"

#include "document/writebytes.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/savednote.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace oneinn {

namespace {

constexpr QSize listSize(720, 620);
constexpr int pathRole = Qt::UserRole;

} // namespace

LessonList::LessonList(QWidget *window)
    : QDialog(window)
{
    setObjectName(QStringLiteral("learn"));
    setWindowTitle(tr("Learn"));
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    auto *intro = new WrappedLabel(this);
    intro->setWordWrap(true);
    intro->setProperty("role", QStringLiteral("detail"));
    intro->setText(tr("Questions on a data set. What is right is worked out from the data, and "
                      "told once you have answered."));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("lessons"));
    m_list->setAccessibleName(tr("Lessons"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(5);
    m_problem = new WrappedLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setProperty("role", QStringLiteral("fault"));
    layout->addWidget(intro);
    layout->addWidget(m_list, 1);
    m_problems = scrolledDown(m_problem, this);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setAccessibleName(tr("What keeps the lesson from being taught"));
    layout->addWidget(m_problems);
    layout->addLayout(makeButtons());
    connect(m_list, &QListWidget::itemDoubleClicked, this, &LessonList::openCurrent);
    connect(&m_opening, &QFutureWatcherBase::finished, this, &LessonList::takeOpened);
    resize(listSize.boundedTo(window->size()));
    fill();
    m_list->setFocus();
}

LessonList::~LessonList() = default;

QLayout *LessonList::makeButtons()
{
    auto *row = new QHBoxLayout;
    m_open = new QPushButton(tr("&Open the lesson"), this);
    m_open->setObjectName(QStringLiteral("open"));
    m_open->setDefault(true);
    auto *file = new QPushButton(tr("Open a lesson &file…"), this);
    file->setObjectName(QStringLiteral("file"));
    auto *copy = new QPushButton(tr("Save a co&py…"), this);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setToolTip(tr("Of the lesson that is chosen, as a text file, to make one's own from it"));
    m_delete = new QPushButton(tr("&Delete what was done"), this);
    m_delete->setObjectName(QStringLiteral("delete"));
    auto *close = new QPushButton(tr("&Close"), this);
    row->addWidget(m_open);
    row->addWidget(file);
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(m_delete);
    row->addWidget(close);
    for (QPushButton *button : {file, copy, m_delete, close})
        button->setAutoDefault(false);
    connect(file, &QPushButton::clicked, this, &LessonList::chooseFile);
    connect(copy, &QPushButton::clicked, this, &LessonList::askForCopy);
    connect(m_delete, &QPushButton::clicked, this, &LessonList::deleteLog);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &LessonList::openCurrent);
    return row;
}

void LessonList::fill()
{
    m_list->clear();
    const auto read = readLessonLog(lessonLogPath());
    const auto *sentence = std::get_if<QString>(&read);
    const LessonLog log = sentence ? LessonLog() : std::get<LessonLog>(read);
    const QStringList builtIn = builtInLessons();
    for (const QString &path : builtIn)
        addLesson(path, log.value(path));
    for (auto each = log.cbegin(); each != log.cend(); ++each) {
        if (!builtIn.contains(each.key()))
            addLesson(each.key(), each.value());
    }
    m_list->setCurrentRow(0);
    m_delete->setVisible(sentence || !log.isEmpty());
    tell(sentence ? *sentence : QString());
}

void LessonList::addLesson(const QString &path, const QList<KeptAnswer> &answers)
{
    const auto read = readLessonFile(path);
    if (!read)
        return; // one's own, moved or damaged since: opened by its file it says so
    const Lesson &lesson = read.value();
    const QString done = doneText(lesson, answers);
    const QString minutes =
            lesson.minutes == 1 ? tr("1 minute") : tr("%1 minutes").arg(lesson.minutes);
    QString text = tr("%1 \u00b7 %2").arg(wording::visible(lesson.title), minutes);
    if (!done.isEmpty())
        text = tr("%1 \u00b7 %2").arg(text, done);
    if (!lesson.summary.isEmpty())
        text += QLatin1Char('\n') + wording::visible(lesson.summary);
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(pathRole, path);
    item->setToolTip(done);
}

QString LessonList::pathAt(int row) const
{
    const QListWidgetItem *item = m_list->item(row);
    return item ? item->data(pathRole).toString() : QString();
}

void LessonList::openCurrent()
{
    openFile(pathAt(m_list->currentRow()));
}

void LessonList::openFile(const QString &path)
{
    if (path.isEmpty() || m_opening.isRunning())
        return;
    tell({});
    m_asked = path;
    m_open->setEnabled(false);
    m_opening.setFuture(QtConcurrent::run(openLesson, path));
}

void LessonList::takeOpened()
{
    m_open->setEnabled(true);
    const OpenedLesson result = m_opening.result();
    if (const auto *faults = std::get_if<QStringList>(&result))
        return tell(allFaults(m_asked, *faults));
    const auto read = readLessonLog(lessonLogPath());
    const auto *log = std::get_if<LessonLog>(&read);
    Q_EMIT opened(std::get<OpenLessonPtr>(result), log ? *log : LessonLog());
    accept();
}

void LessonList::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a lesson file"), {},
                                                      tr("Lessons (*.lesson.json);;All files (*)"));
    openFile(path);
}

void LessonList::askForCopy()
{
    const QString name = QFileInfo(pathAt(m_list->currentRow())).fileName();
    const QString path = askWhereToSave(this, tr("Save a copy of the lesson"), name,
                                        tr("Lessons (*.lesson.json)"));
    if (!path.isEmpty())
        copyTo(path);
}

void LessonList::copyTo(const QString &path)
{
    QFile lesson(pathAt(m_list->currentRow()));
    if (!lesson.open(QIODevice::ReadOnly))
        return tell(tr("This lesson's file cannot be read any more."));
    if (const auto problem = writeBytes(path, lesson.readAll()))
        tell(wording::problemWords(*problem).sentence());
    else
        tellSaved(this, path);
}

void LessonList::deleteLog()
{
    const QString problem = deleteLessonLog(lessonLogPath());
    fill();
    if (!problem.isEmpty())
        tell(problem);
    m_list->setFocus();
}

void LessonList::tell(const QString &sentence)
{
    m_problem->setText(wording::visibleLines(sentence));
    m_problems->setVisible(!sentence.isEmpty());
    fitProblems();
}

/// As high as what is told, and no higher than leaves room for the lessons: then it scrolls.
void LessonList::fitProblems()
{
    constexpr int partOfHeight = 3;
    const int wanted = m_problem->heightForWidth(m_problems->viewport()->width());
    m_problems->setFixedHeight(
            std::min(wanted + 2 * m_problems->frameWidth(), height() / partOfHeight));
    m_problems->verticalScrollBar()->setValue(0);
}

void LessonList::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitProblems();
}

} // namespace oneinn

#include "moc_lessonlist.cpp"
