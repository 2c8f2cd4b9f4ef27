// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessoncourse.h"

#include <QWidget>

class QLabel;

namespace oneinn {

class IconArray;

/// Of a lesson whose questions are not all answered: the number of the step at hand once it is
/// told, and nothing that would tell another.
class ToldPage final : public QWidget {
    Q_OBJECT

public:
    explicit ToldPage(QWidget *parent = nullptr);

    void display(const LessonCourse &course);

private:
    QLabel *m_number;
    QLabel *m_meaning;
    QLabel *m_rest;
    IconArray *m_icons;
};

} // namespace oneinn
