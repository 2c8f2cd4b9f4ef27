// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace oneinn {

class ProgramsAnswer;
class PractiseChecklist;
class RecordBar;
class Recorder;
class Results;
class WaitingFile;

/// A question to be answered aloud, against the clock. Nothing else is shown until the person has
/// said it; then what strong answers do, to be ticked, and beside it, once that is done, the
/// program's own answer.
class PractiseDialog final : public QDialog {
    Q_OBJECT

public:
    /// Without data only products that the person uses are asked about. recorder: null where
    /// nothing can be recorded.
    PractiseDialog(Results *results, QWidget *window, std::unique_ptr<Recorder> recorder);
    ~PractiseDialog() override;

    const PracticeCard &card() const { return m_card; }
    bool isSaid() const { return m_said; }
    /// A file that has yet to be opened, since nobody said what its columns are; empty: none.
    void tellWaiting(const QString &path);
    void draw();
    void tellSaid();
    /// In the log, once for a card.
    void keep();

protected:
    /// Ticks that are in no log are not dropped by one key.
    void reject() override;

private:
    QWidget *makeTop();
    QWidget *makeQuestion();
    QWidget *makeAfterwards();
    QWidget *makeBottom();
    void showTime();
    void showLog(const QString &sentence = {});
    void exportLog();
    void drawAnother();
    void deleteLog();
    bool mayDropTicks();
    void setWanted(bool wanted);
    PracticeCard cardOf(CardKind kind, int number) const;

    QPointer<Results> m_results; ///< gone before, where the window closes with it
    PracticeCard m_card;
    bool m_said = false;
    QElapsedTimer m_clock;
    QTimer m_tick;
    int m_seconds = 0;         ///< taken, once it is said
    bool m_dropsTicks = false; ///< has been told that they are in no log
    bool m_deletes = false;    ///< has been asked whether to

    WaitingFile *m_waiting;
    RecordBar *m_recording;
    QComboBox *m_kind;
    QComboBox *m_time;
    QLabel *m_left;
    QLabel *m_title;
    QLabel *m_question;
    QLabel *m_hint;
    QPushButton *m_haveSaid;
    QWidget *m_afterwards;
    PractiseChecklist *m_checklist;
    ProgramsAnswer *m_own;
    QLineEdit *m_product;
    QPushButton *m_keep;
    QPushButton *m_export;
    QPushButton *m_delete;
    QLabel *m_log;
};

} // namespace oneinn
