// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/toldpage.h"

#include "views/evidence/iconarray.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"
#include "wording/phrases.h"

#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int toldSpacing = 12;
constexpr int toldMargin = 32;

QLabel *toldLine(const char *role, const QString &name, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setObjectName(name);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ToldPage::ToldPage(QWidget *parent)
    : QWidget(parent)
    , m_number(toldLine("headline", QStringLiteral("toldNumber"), this))
    , m_meaning(toldLine("detail", QStringLiteral("toldMeaning"), this))
    , m_rest(toldLine("quiet", QStringLiteral("toldRest"), this))
    , m_icons(new IconArray(this))
{
    setObjectName(QStringLiteral("toldPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(toldMargin, toldMargin, toldMargin, toldMargin);
    column->setSpacing(toldSpacing);
    column->addStretch();
    column->addWidget(m_icons, 0, Qt::AlignHCenter);
    column->addWidget(m_number);
    column->addWidget(m_meaning);
    column->addWidget(m_rest);
    column->addStretch();
}

void ToldPage::display(const LessonCourse &course)
{
    const Quantity *quantity = quantityOf(course.step().quantity);
    const auto value = course.given() && quantity ? course.answers()[*quantity] : std::nullopt;
    const bool isShare = value && quantity->unit == QuantityUnit::OfHundred;
    const QString number = value ? quantityText(*quantity, *value) : QString();
    say(m_number, wording::capitalised(wording::visible(number)));
    say(m_meaning, value ? quantity->meaning : QString());
    m_icons->setVisible(isShare);
    if (isShare) {
        m_icons->setCountsGood(!isHarm(*quantity));
        m_icons->display(qRound(value->number), number + QLatin1Char(' ') + quantity->meaning);
    }
    say(m_rest,
        course.given() ? tr("All that these data show stands here once every question is answered: "
                            "it would tell what is asked next.")
                       : tr("What these data show stands here once you have answered."));
}

} // namespace oneinn

#include "moc_toldpage.cpp"
