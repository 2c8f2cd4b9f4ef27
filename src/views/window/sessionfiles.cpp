// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/sessionfiles.h"

#include "document/dataplaces.h"
#include "document/documentfile.h"
#include "ingest/sourcetext.h"
#include "lessons/lesson.h"
#include "views/data/numberspage.h"
#include "views/start/recentfiles.h"
#include "views/start/startpage.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/offerbar.h"
#include "views/widgets/savednote.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/sessionwords.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

bool isOfTheProgram(const QString &path)
{
    const auto folder = sampleFolder();
    return folder && QFileInfo(path).absoluteFilePath().startsWith(*folder + QLatin1Char('/'));
}

QString readable()
{
    return QString::fromLatin1(ingest::readablePatterns().c_str());
}

QString tables()
{
    return SessionFiles::tr("Tables (%1)").arg(readable());
}

QString sessions()
{
    return SessionFiles::tr("Sessions (*.oneinn)");
}

/// The kind says what is assumed; a sample, which of its models is looked at.
Source sourceOfKind(const QString &path, const Preset &kind, const std::optional<Source> &sample)
{
    Source source{.path = path, .scenario = withPreset({}, kind), .atMostValuable = true};
    source.scenario->selection.model = sample ? sample->scenario->selection.model : std::nullopt;
    source.atDefaultSelection = !source.scenario->selection.model;
    return source;
}

} // namespace

SessionFiles::SessionFiles(QWidget *window, Session *session, RecentFiles *recent, const Bars &bars)
    : QObject(window)
    , m_window(window)
    , m_session(session)
    , m_recent(recent)
    , m_bars(bars)
    , m_saved(session, recoveryFolder())
{
    connect(&session->loading(), &Loading::failed, this, [this](const Problem &problem) {
        if (problem.kind == ProblemKind::TableUnclear && !problem.names.empty())
            askForTable(problem);
    });
    connect(&m_saved, &SavedSession::changed, this, &SessionFiles::renderTitle);
    connect(&m_saved, &SavedSession::problemRaised, this, &SessionFiles::tell);
    connect(&m_saved, &SavedSession::changedElsewhere, this, &SessionFiles::askWhatToReplace);
    connect(&m_saved, &SavedSession::saved, this, [this](const QString &path) {
        m_bars.conflict->hide();
        m_recent->add(path);
        tellSaved(m_bars.conflict, path);
        if (const auto next = std::exchange(m_next, {}))
            next();
    });
    connect(&m_saved, &SavedSession::dataCompared, this, [this](bool changed) {
        const QString differs = wording::dataDiffers(dataName(m_session->data().source.path),
                                                     changed, m_session->state().data->misfits);
        if (!differs.isEmpty())
            m_bars.message->displayAlso(differs);
    });
    connect(session, &Session::opened, this, &SessionFiles::renderOpened);
    connectBars();
}

void SessionFiles::connectBars()
{
    connect(m_bars.moved, &OfferBar::accepted, this, &SessionFiles::chooseMovedData);
    connect(m_bars.moved, &OfferBar::declined, m_bars.moved, &QWidget::hide);
    connect(m_bars.recovery, &OfferBar::accepted, this, [this] {
        // By name: until the question is answered, another one may have become the first.
        if (!m_orphans.empty())
            whenNothingIsLost([this, file = m_orphans.front().file] { recover(file); });
    });
    connect(m_bars.recovery, &OfferBar::declined, this, &SessionFiles::discardFirst);
    connect(m_bars.conflict, &OfferBar::accepted, this, [this] {
        m_bars.conflict->hide();
        saveAs();
    });
    connect(m_bars.conflict, &OfferBar::otherChosen, this, [this] {
        m_bars.conflict->hide();
        m_saved.save(m_conflict, SavedSession::Meanwhile::Replace);
    });
    connect(m_bars.conflict, &OfferBar::declined, this, [this] {
        m_bars.conflict->hide();
        m_next = {};
    });
}

void SessionFiles::askWhatToReplace(const QString &path)
{
    m_conflict = path;
    m_bars.conflict->display(wording::changedElsewhere(QFileInfo(path).fileName()),
                             tr("Save &elsewhere…"), tr("&Cancel"), tr("&Replace it"));
}

void SessionFiles::take(const Askers &askers)
{
    connect(askers.open, &QAction::triggered, this, &SessionFiles::chooseFile);
    connect(askers.save, &QAction::triggered, this, &SessionFiles::save);
    connect(askers.saveAs, &QAction::triggered, this, &SessionFiles::saveAs);
    connect(askers.start, &StartPage::openRequested, this, &SessionFiles::chooseFile);
    connect(askers.start, &StartPage::fileRequested, this,
            [this](const QString &path) { openFile(path); });
    connect(askers.numbers, &NumbersPage::openRequested, this, &SessionFiles::chooseFile);
    const auto recall = [this, start = askers.start] { start->setRecentFiles(m_recent->paths()); };
    connect(m_recent, &RecentFiles::changed, this, recall);
    recall();
}

void SessionFiles::openFile(const QString &path, const std::optional<Preset> &kind)
{
    // Its data are opened in its stead, and work that would be lost is asked for then.
    if (isLessonFile(path)) {
        Q_EMIT lessonRequested(path);
        return;
    }
    whenNothingIsLost([this, path, kind] {
        if (isSessionFile(path))
            return openSession(path);
        const auto folder = sampleFolder();
        const auto sample = folder ? sampleAt(path, m_samples, *folder) : std::nullopt;
        if (kind)
            return m_session->loading().open(sourceOfKind(path, *kind, sample));
        m_session->loading().open(sample.value_or(Source{.path = path}));
    });
}

void SessionFiles::open(const Source &source)
{
    whenNothingIsLost([this, source] { m_session->loading().open(source); });
}

void SessionFiles::openSession(const QString &path)
{
    m_bars.message->hide();
    if (const auto problem = m_saved.open(path))
        tell(*problem);
}

void SessionFiles::chooseFile()
{
    auto *dialog =
            new QFileDialog(m_window, tr("Open predictions, a session or a lesson"), m_folder);
    dialog->setNameFilters(
            {tr("All that can be opened (%1 *.oneinn *.lesson.json)").arg(readable()), tables(),
             sessions(), tr("Lessons (*.lesson.json)"), tr("All files (*)")});
    showDialog(dialog, [this](const QString &path) { openFile(path); });
}

void SessionFiles::askForTable(const Problem &problem)
{
    QStringList names;
    for (const auto &name : problem.names)
        names.append(wording::nameText(name));
    const QString path = QFile::decodeName(problem.file.c_str());
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Several tables"));
    dialog->setLabelText(tr("Which table of %1 holds the predictions?")
                                 .arg(wording::nameText(QFileInfo(path).fileName())));
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxItems(names);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, path, names, tables = problem.names](const QString &shown) {
                const auto at = static_cast<std::size_t>(names.indexOf(shown));
                if (at < tables.size())
                    open(Source{.path = path, .mapping = {.table = tables[at]}});
            });
    dialog->open();
}

void SessionFiles::chooseMovedData()
{
    auto *dialog = new QFileDialog(m_window, tr("Where the data of the session is"), m_folder);
    dialog->setNameFilters({tables(), tr("All files (*)")});
    showDialog(dialog, [this](const QString &path) {
        m_bars.moved->hide();
        m_saved.openWith(path);
    });
}

void SessionFiles::showDialog(QFileDialog *dialog,
                              const std::function<void(const QString &)> &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (dialog->acceptMode() == QFileDialog::AcceptOpen)
        dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        chosen(path);
    });
    connect(dialog, &QFileDialog::rejected, this, [this] { m_next = {}; });
    dialog->open();
}

void SessionFiles::save()
{
    if (!m_session->hasData())
        return;
    if (m_saved.path().isEmpty())
        saveAs();
    else
        m_saved.save(m_saved.path());
}

void SessionFiles::saveAs()
{
    if (!m_session->hasData())
        return;
    const QFileInfo suggested(m_saved.suggestedPath());
    auto *dialog = new QFileDialog(m_window, tr("Save the session"), suggested.absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(sessions());
    dialog->setDefaultSuffix(sessionSuffix);
    dialog->selectFile(suggested.fileName());
    showDialog(dialog, [this](const QString &path) { m_saved.save(path); });
}

bool SessionFiles::mayClose()
{
    if (m_closing || !m_saved.hasSomethingToLose())
        return true;
    whenNothingIsLost([this] {
        m_closing = true;
        m_window->close();
    });
    return false;
}

void SessionFiles::whenNothingIsLost(std::function<void()> next)
{
    if (!m_saved.hasSomethingToLose())
        return next();
    const bool asking = m_next != nullptr;
    m_next = std::move(next);
    if (!asking)
        ask();
}

void SessionFiles::ask()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("One in N"), QString(),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
                                m_window);
    box->setTextFormat(Qt::PlainText);
    box->setText(wording::saveQuestion(m_saved.name()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save)
            return save();
        const auto next = std::exchange(m_next, {});
        if (answer == QMessageBox::Discard && next)
            next();
    });
    box->open();
}

void SessionFiles::tell(const Problem &problem)
{
    m_next = {};
    const auto words = wording::problemWords(problem);
    if (problem.kind == ProblemKind::DataMoved)
        m_bars.moved->display(words.sentence(), tr("Choose the &file…"), tr("&Leave it"));
    else
        m_bars.message->display(words.sentence());
}

void SessionFiles::offerRecovery()
{
    m_orphans = orphanedRecoveries(recoveryFolder());
    renderRecovery();
}

void SessionFiles::renderRecovery()
{
    if (m_orphans.empty()) {
        m_bars.recovery->hide();
        return;
    }
    const OrphanedRecovery &orphan = m_orphans.front();
    const QString &own = orphan.document.recoveryOf;
    const QString path = own.isEmpty() ? orphan.document.data.path : own;
    m_bars.recovery->display(wording::recoveryOffer(QFileInfo(path).fileName(), orphan.written,
                                                    QDateTime::currentDateTime()),
                             tr("&Recover"), tr("&Discard"));
}

void SessionFiles::discardFirst()
{
    if (m_orphans.empty())
        return;
    m_orphans.front().discard();
    m_orphans.erase(m_orphans.begin());
    renderRecovery();
}

void SessionFiles::recover(const QString &file)
{
    const auto found =
            std::find_if(m_orphans.begin(), m_orphans.end(),
                         [&file](const OrphanedRecovery &each) { return each.file == file; });
    if (found == m_orphans.end())
        return;
    const OrphanedRecovery orphan = std::move(*found);
    m_orphans.erase(found);
    m_bars.message->hide();
    if (const auto problem = m_saved.recover(orphan))
        tell(*problem);
    renderRecovery();
}

void SessionFiles::renderOpened()
{
    m_bars.moved->hide();
    m_bars.conflict->hide();
    m_folder = QFileInfo(savingPlace(m_session->data().source.path)).absolutePath();
    if (!m_saved.path().isEmpty())
        m_recent->add(m_saved.path());
    else if (!isOfTheProgram(m_session->data().source.path))
        m_recent->add(m_session->data().source.path);
    renderTitle();
}

void SessionFiles::renderTitle()
{
    QString name = wording::nameText(m_saved.name());
    name.replace(QLatin1String("[*]"), QLatin1String("[*][*]")); // Qt's own mark, taken literally
    m_window->setWindowTitle(name.isEmpty() ? tr("One in N") : tr("%1[*] — One in N").arg(name));
    m_window->setWindowModified(m_saved.isModified());
}

} // namespace oneinn

#include "moc_sessionfiles.cpp"
