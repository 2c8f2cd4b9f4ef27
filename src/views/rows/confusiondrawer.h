// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

#include <cstddef>
#include <cstdint>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace oneinn {

class Results;
class Session;
class WorkBar;
struct ConfusionListing;

/// The rows of one class that were called another, over the charts until it is closed.
class ConfusionDrawer final : public QFrame {
    Q_OBJECT

public:
    static constexpr std::size_t firstShown = 100;

    explicit ConfusionDrawer(QWidget *parent = nullptr);

    void setResults(Results *results);
    /// The hand is then in the table. decided: the number of classes for undecided ones.
    void open(std::uint32_t actual, std::uint32_t decided);
    /// The hand is again where it was.
    void dismiss();
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void toggled(bool open);
    void told(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *head();
    void ask();
    void render();
    void renderRows(const ConfusionListing &listing);
    void save();

    Results *m_results = nullptr;
    Session *m_session = nullptr;
    QLabel *m_title;
    QLabel *m_sentence;
    QCheckBox *m_personal;
    QPushButton *m_save;
    QPushButton *m_close;
    QTableWidget *m_table;
    WorkBar *m_work;
    QPointer<QWidget> m_before; ///< where the hand was
    std::uint32_t m_actual = 0;
    std::uint32_t m_decided = 0;
    bool m_open = false;
};

} // namespace oneinn
