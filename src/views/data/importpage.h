// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/columntrials.h"

#include <QByteArray>
#include <QWidget>

#include <string>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace oneinn {

class FactStrip;
class ImportTable;
class QuestionCard;
class RememberedColumns;
class RoleList;
class WorkBar;
class WrappedLabel;

/// What is in a file, and what each column is: the first records, what is asked, what was noticed,
/// every part with its reason, and what the choice as it stands would do. Nothing is opened before
/// a person says so.
class ImportPage final : public QWidget {
    Q_OBJECT

public:
    explicit ImportPage(QWidget *parent = nullptr);

    void setUp(Workers &workers, RememberedColumns *memory);
    /// A file that has yet to be opened.
    void ask(const ColumnChoices &choices);
    /// The file that is open, as it was read; it is read again only while this page is to be seen.
    /// digest: of its bytes. kept: of what cannot be read again.
    void follow(const Source &source, const QByteArray &digest, const ingest::TableFile::Ptr &kept);
    /// There is nothing to be said any more.
    void leave();

    /// What is asked of a file that has yet to be opened; empty: nothing.
    QString question() const;
    /// The path of such a file; empty: there is none.
    QString asksOf() const;

Q_SIGNALS:
    void accepted(const oneinn::Source &source);
    void cancelled();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Escape gives up.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpHead();
    void setUpParts();
    void setUpFoot();
    void layOut();
    void connectTrials();
    void choose(const ingest::ColumnMapping &mapping);
    void answer(const ingest::ColumnMapping &mapping);
    void showMenu(int column, QPoint where);
    void renderHead();
    void renderTrial();
    void renderQuestions(const ColumnTrial &trial);
    void renderFoot();
    void renderTitle();
    void renderMemory();
    QString refusal() const;
    void useFile();
    void giveUp();
    void moveFocusOn();

    ColumnTrials *m_trials = nullptr;
    RememberedColumns *m_memory = nullptr;
    Source m_source;
    QByteArray m_digest;
    ingest::TableFile::Ptr m_kept;
    ingest::TableFile::Ptr m_headerOf; ///< whose column names m_header stands for
    std::string m_header;
    ingest::ColumnMapping m_wanted;
    bool m_isAsked = false; ///< of a file that is not open
    std::size_t m_questions = 0;
    QString m_taken;             ///< an answer, by which the numbers are worked out meanwhile
    bool m_focusAnswers = false; ///< as soon as they are there
    bool m_answerOpens = false;  ///< of the only question there is
    bool m_opensIfTried = false; ///< it was answered so: nothing more is needed than the trial

    QLabel *m_title;
    WrappedLabel *m_hint;
    QWidget *m_memoryRow;
    QPushButton *m_forget;
    QLineEdit *m_find;
    WrappedLabel *m_shown;
    ImportTable *m_table;
    QuestionCard *m_asked;
    QuestionCard *m_noticed;
    RoleList *m_roles;
    QScrollArea *m_scroll;
    FactStrip *m_facts;
    WrappedLabel *m_refusal;
    WorkBar *m_work;
    QPushButton *m_use;
    QPushButton *m_cancel;
};

} // namespace oneinn
