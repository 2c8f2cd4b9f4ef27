// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "session/openeddata.h"

#include <QFrame>

#include <cstdint>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableView;
class QTableWidget;

namespace oneinn {

class ClassCostsBox;
class ClassMatrixModel;
class Results;
class Session;
class WorkBar;

/// A file with more than two labels: what each class is taken for, the most costly confusions, and
/// the averages by their names. A class's name looks at it against all others.
class ClassesPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ClassesPanel(QWidget *parent = nullptr);

    void setResults(Results *results);
    void render(const Assessment &assessment);

Q_SIGNALS:
    /// The file, to be read as this class against the rest.
    void againstRestChosen(const oneinn::Source &source);
    /// Those behind a cell of the matrix; decided: the number of classes for undecided ones.
    void rowsRequested(std::uint32_t actual, std::uint32_t decided);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *head();
    QWidget *below();
    void setUpMatrix();
    void renderState();
    void renderAnswer();
    void renderAverages();
    void renderConfusions();
    void renderMore();
    void renderCell();
    void fitMatrix();
    void fitRows();
    void fitAverages();
    void takeClass(int row);
    void requestRows();

    Results *m_results = nullptr;
    Session *m_session = nullptr;
    ClassMatrixModel *m_model;
    QTableView *m_matrix;
    QComboBox *m_measure;
    QPushButton *m_rows;
    QPushButton *m_against;
    QLabel *m_sentence;
    QLabel *m_axes;
    QLabel *m_cell;
    QLabel *m_notes;
    ClassCostsBox *m_costs;
    QPushButton *m_more;
    QListWidget *m_confusions;
    QTableWidget *m_averages;
    WorkBar *m_work;
};

} // namespace oneinn
