// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presets/presets.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace oneinn {

class WrappedLabel;

/// For people who have only what stands on a slide: four counts, or two rates with a base rate and
/// a number of uses. Reads at once what users experience, in the sentences of the command line.
class NumbersPage final : public QWidget {
    Q_OBJECT

public:
    explicit NumbersPage(QWidget *parent = nullptr);

    void setPresets(const QList<Preset> &presets);
    /// The keyboard to the first number.
    void begin();
    /// As they are shown; empty while a number is missing or wrong.
    QString sentences() const;

Q_SIGNALS:
    void openRequested();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Field {
        QLineEdit *box;
        QString name;
        QString wanted; ///< what it has to be
    };

    QWidget *counts();
    QWidget *rates();
    QWidget *kinds();
    QWidget *answer();
    QLineEdit *field(std::vector<Field> &fields, const QString &object, const QString &name,
                     const QString &wanted, const QString &example);
    void addRate(QGridLayout *grid, const QString &object, const QString &label,
                 const QString &wanted, const QString &example);
    bool areRates() const;
    const std::vector<Field> &shown() const { return areRates() ? m_rates : m_counts; }
    void fillExample();
    void readOut();
    /// Why there are no sentences; empty: there are.
    QString refusal() const;
    QStringList told() const;
    std::optional<double> numberIn(const Field &field) const;
    void copy() const;

    std::vector<Field> m_counts; ///< right shown, wrong shown, missed, rightly not shown
    std::vector<Field> m_rates;  ///< recall, false alarms, base rate, uses
    QStackedWidget *m_forms;
    QAbstractButton *m_asCounts = nullptr;
    QAbstractButton *m_asRates = nullptr;
    QComboBox *m_kind = nullptr;
    QList<Preset> m_presets;
    QLabel *m_fault;
    WrappedLabel *m_sentences;
    QPushButton *m_copy;
};

} // namespace oneinn
