// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/samples.h"

#include <QWidget>

#include <memory>

namespace oneinn {

namespace Ui {
class StartPage;
}

/// What is shown before there is data: samples as cards, recent files, "open a file".
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    void setSamples(const QList<Sample> &samples);
    void setRecentFiles(const QStringList &paths);
    /// What one may go back to; empty: nothing is open.
    void setOpenFile(const QString &path);

Q_SIGNALS:
    void openRequested();
    void backRequested();
    void numbersRequested();
    void learnRequested();
    void practiseRequested();
    void sampleRequested(const QString &id);
    void fileRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeSamples();

    std::unique_ptr<Ui::StartPage> m_ui;
    QList<QWidget *> m_cards;
};

} // namespace oneinn
