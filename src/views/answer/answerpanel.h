// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/assessment.h"
#include "core/comparison/policycomparison.h"
#include "report/report.h"

#include <QFrame>
#include <QList>

#include <memory>
#include <optional>
#include <string>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace oneinn {

class AnswerExport;
struct AnswerParts;
class AnswerSource;
class Session;

namespace Ui {
class AnswerPanel;
}

/// The tradeoff answer as it stands, in four lengths, with the person's words beside it: both
/// follow at once. Takes it away as text or as a file.
class AnswerPanel final : public QFrame {
    Q_OBJECT

public:
    explicit AnswerPanel(QWidget *parent = nullptr);
    ~AnswerPanel() override;

    void setSession(Session *session, AnswerSource *source);
    void render(const Assessment &assessment);
    /// What is decided and what it costs, in a sentence, as last rendered; empty before.
    QString lead() const { return m_lead; }
    /// To where files are chosen.
    void focusExport();

Q_SIGNALS:
    /// A file could not be written.
    void failed(const QString &sentence);

protected:
    /// Typing in one field is one step of undo; undo and redo are the window's.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field {
        QPlainTextEdit *edit;
        std::string AnswerText::*words;
    };

    void setUpLengths();
    void setUpFields();
    void setUpExport();
    report::Length length() const;
    void renderReport();
    void renderAlternative(const AnswerParts &parts, bool complete);
    void fitOffer();
    void takeAlternative();
    void renderWords();
    void copy() const;

    std::unique_ptr<Ui::AnswerPanel> m_ui;
    QList<Field> m_fields;
    Session *m_session = nullptr;
    AnswerSource *m_source = nullptr;
    QString m_lead;
    AnswerExport *m_export = nullptr;
    std::shared_ptr<const ComparedPolicies> m_compared; ///< what is offered is one of these
    QString m_offer;                                    ///< beside the button
    std::optional<std::size_t> m_alternative;           ///< absent: none is worth more
};

} // namespace oneinn
