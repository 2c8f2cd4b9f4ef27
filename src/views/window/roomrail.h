// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QList>

class QLabel;
class QVBoxLayout;

namespace oneinn {

/// A room's name on the rail and the question it answers.
class RoomButton final : public QAbstractButton {
    Q_OBJECT

public:
    RoomButton(const QString &name, const QString &question, QWidget *parent = nullptr);

    void setQuestionShown(bool shown);
    /// Which leads here with Ctrl; stands beside the name.
    void setDigit(int digit) { m_digit = QString::number(digit); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont nameFont() const;
    QFont questionFont() const;
    QRect questionBounds(int width) const;

    QString m_question;
    QString m_digit;
    bool m_questionShown = true;
};

/// The rooms of the window in the order in which they are asked, and under them what the product
/// is: a way to its room.
class RoomRail final : public QFrame {
    Q_OBJECT

public:
    explicit RoomRail(QWidget *parent = nullptr);

    /// A room, by the number its owner knows it by; with its keys in the tool tip.
    void addRoom(int room, const QString &name, const QString &question, const QKeySequence &keys);
    void setCurrent(int room);
    /// What stands under the rooms: the feature's name, and lines of what it is worth.
    void setProduct(const QString &feature, const QStringList &lines);
    /// What carries it, or that it is not known yet; and all of it for those who ask.
    /// why: it is another than before, in a few words; may be empty.
    void setVerdict(const QString &headline, const QString &sentence, const QString &why = {});
    /// Older than what is set.
    void setVerdictFaint(bool faint);

Q_SIGNALS:
    void roomChosen(int room);
    void productChosen();
    void verdictChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Note;
    void fit();

    struct Entry {
        int room;
        RoomButton *button;
    };
    QList<Entry> m_rooms;
    QVBoxLayout *m_buttons;
    Note *m_product;
    Note *m_verdict;
};

} // namespace oneinn
