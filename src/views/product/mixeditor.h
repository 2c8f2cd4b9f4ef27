// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/trafficmix.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace oneinn {

class NumberBox;
class Session;
class WrappedLabel;

/// How many of 100 uses are of each value of a segment column: boxes that always add up to 100,
/// since the others give or take what one gets.
class MixEditor final : public QWidget {
    Q_OBJECT

public:
    explicit MixEditor(QWidget *parent = nullptr);

    void setSession(Session *session);
    void render(const Assessment &assessment);

private:
    struct Row {
        QLabel *name;
        NumberBox *box;
        QLabel *inFile;
    };

    void fillColumns();
    void chooseColumn(int index);
    void lookAtFile();
    void addRow();
    void edit(std::size_t at, double percent);
    void renderRows();

    Session *m_session = nullptr;
    QComboBox *m_column;
    QPushButton *m_reset;
    WrappedLabel *m_note;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    PredictionsPtr m_shownOf; ///< as they were read
    std::optional<std::string> m_model;
    std::string m_by;                     ///< the column that is chosen; empty: none
    std::vector<TrafficMix::Part> m_file; ///< its shares in the file
};

} // namespace oneinn
