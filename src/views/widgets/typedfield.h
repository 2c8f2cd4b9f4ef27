// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace oneinn {

/// A line to type into, with its label. What is typed is taken over or refused; what was refused
/// stays, to be mended.
class TypedField final : public QWidget {
    Q_OBJECT

public:
    /// Whether it was understood, and taken over.
    using Take = std::function<bool(const QString &)>;

    /// name: of the line, for tests. characters: room for so many.
    TypedField(const QString &name, int characters, QWidget *parent);

    void setLabel(const QString &label);
    void setHint(const QString &hint);
    void setSpoken(const QString &name, const QString &about);
    void setTake(Take take) { m_take = std::move(take); }
    /// Each time it changes, where it is understood: not only when it is done.
    void takeWhileTyped();
    /// What holds now; does not overwrite what is being typed.
    void display(const QString &text);
    /// What was refused is gone, too.
    void reset(const QString &text);

Q_SIGNALS:
    void understood();
    void refused();

private:
    void take();

    QLabel *m_label;
    QLineEdit *m_line;
    QString m_shown;
    Take m_take;
};

} // namespace oneinn
