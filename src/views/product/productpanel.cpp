// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/productpanel.h"

#include "session/session.h"
#include "ui_productpanel.h"
#include "views/widgets/plaintext.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/pacewords.h"
#include "wording/phrases.h"
#include "wording/trafficwords.h"

#include <QStandardItemModel>

#include <algorithm>

namespace oneinn {

namespace {

QString sentenceOf(const Preset &preset)
{
    constexpr qsizetype mostCharacters = 400; // a person may have the file from somebody else
    return wording::middleElided(wording::visible(preset.sentence), mostCharacters);
}

} // namespace

ProductPanel::ProductPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProductPanel>())
{
    m_ui->setupUi(this);
    m_words = WordBoxes({
            {m_ui->useCase, &FeatureWords::useCase},
            {m_ui->positive, &FeatureWords::positive},
            {m_ui->verb, &FeatureWords::verb},
            {m_ui->noun, &FeatureWords::raised},
            {m_ui->person, &FeatureWords::person},
            {m_ui->unit, &FeatureWords::unit},
    });
    m_boxes = FieldBoxes({
            {m_ui->usesPerWeek, Field::UsesPerWeek},
            {m_ui->baseRate, Field::BaseRate, BoxUnit::Percent},
            {m_ui->valueTp, Field::ValueTp},
            {m_ui->valueFp, Field::ValueFp},
            {m_ui->valueFn, Field::ValueFn},
            {m_ui->valueTn, Field::ValueTn},
            {m_ui->valueLate, Field::ValueLate},
            {m_ui->badBeforeLeaving, Field::BadBeforeLeaving},
            {m_ui->noticedWrong, Field::NoticedWrong, BoxUnit::Percent},
            {m_ui->noticedMissed, Field::NoticedMissed, BoxUnit::Percent},
            {m_ui->noticedLate, Field::NoticedLate, BoxUnit::Percent},
    });
}

ProductPanel::~ProductPanel() = default;

void ProductPanel::setSession(Session *session)
{
    m_session = session;
    m_ui->patience->setSession(session);
    connectFeature();
    m_words.connectTo(session);
    m_boxes.connectTo(session);
    connect(m_ui->askTraffic, &QPushButton::clicked, this, &ProductPanel::trafficAsked);
    m_ui->limits->setSession(session);
}

charts::ChartView *ProductPanel::patienceChart() const
{
    return m_ui->patience->chart();
}

void ProductPanel::setPresets(const QList<Preset> &presets)
{
    m_presets = presets;
    m_ui->feature->clear();
    // What it says for anything else; there is nothing to choose about it.
    m_ui->feature->addItem(tr("custom"));
    qobject_cast<QStandardItemModel *>(m_ui->feature->model())->item(0)->setEnabled(false);
    for (const Preset &preset : presets) {
        const QString title = wording::nameText(preset.title);
        m_ui->feature->addItem(preset.own ? tr("%1 (yours)").arg(title) : title);
        m_ui->feature->setItemData(m_ui->feature->count() - 1, sentenceOf(preset), Qt::ToolTipRole);
    }
}

void ProductPanel::connectFeature()
{
    connect(m_ui->feature, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_session->edit(edits::preset(m_presets.at(index - 1)));
    });
}

void ProductPanel::render(const Assessment &assessment)
{
    const Scenario &scenario = assessment.scenario;
    renderFeature(scenario);
    m_ui->patience->render(assessment);
    m_words.display(scenario.words);
    renderLabels(wording::featureOf(scenario.words));
    m_ui->usesLabel->setText(wording::paceLabel(assessment));
    m_ui->usesPerWeek->setToolTip(wording::paceToolTip(assessment));
    if (assessment.pace.from != PaceFrom::Person)
        m_ui->usesPerWeek->setSpecialValueText(wording::paceInBox(assessment.pace));
    m_boxes.display(scenario);
    m_ui->limits->render(scenario);
    m_ui->askTraffic->setText(onButton(wording::balancedHint(assessment)));
    m_ui->askTraffic->setVisible(!m_ui->askTraffic->text().isEmpty());
    const bool counts = scenario.latePolicy == LatePolicy::Unanswered
            || !scenario.patience.everyoneWaits() || assessment.experience.anyLost();
    const bool timed = m_session->predictions().hasLatency();
    m_ui->valueLate->setEnabled(counts);
    m_ui->lateHint->setVisible(timed && !counts);
    for (QWidget *part : QList<QWidget *>{m_ui->lateLabel, m_ui->valueLate})
        part->setVisible(timed || counts);
    for (QWidget *part : QList<QWidget *>{m_ui->noticedLateLabel, m_ui->noticedLate})
        part->setVisible(timed || assessment.experience.anyLost());
}

void ProductPanel::renderLabels(const wording::Feature &feature)
{
    m_ui->tpLabel->setText(feature.rightLabel());
    m_ui->fpLabel->setText(feature.wrongLabel());
    m_ui->tnLabel->setText(feature.silentLabel());
    const QString person = feature.person.singular;
    m_ui->usesPerWeek->setAccessibleName(
            tr("%1 per %2 per week").arg(wording::capitalised(feature.useCase.plural), person));
    m_ui->badBeforeLeaving->setAccessibleName(
            tr("Bad ones before %1 gives up").arg(wording::withArticle(person)));
    m_ui->badBeforeLeaving->setToolTip(tr("After how many bad ones %1 gives up: your assumption")
                                               .arg(wording::withArticle(person)));
    const QString persons = feature.person.plural;
    m_ui->noticedWrong->setAccessibleName(
            tr("Share of wrong ones that %1 notice, percent").arg(persons));
    m_ui->noticedWrong->setToolTip(tr("Of the wrong ones %1, how many %2 notice: your assumption")
                                           .arg(feature.done, persons));
    m_ui->noticedMissed->setAccessibleName(
            tr("Share of missed ones that %1 notice, percent").arg(persons));
    m_ui->noticedMissed->setToolTip(
            tr("Of the missed ones, how many %1 notice: your assumption").arg(persons));
    m_ui->noticedLate->setAccessibleName(
            tr("Share of late and failed ones that %1 notice, percent").arg(persons));
    m_ui->noticedLate->setToolTip(
            tr("Of those that come too late or fail, how many %1 notice: your assumption")
                    .arg(persons));
}

void ProductPanel::renderFeature(const Scenario &scenario)
{
    const auto fits = [&](const Preset &preset) { return follows(scenario, preset); };
    // Of two that say the same, the one that was chosen.
    auto preset = m_presets.cbegin() + qMax(0, m_ui->feature->currentIndex() - 1);
    if (preset == m_presets.cend() || !fits(*preset))
        preset = std::find_if(m_presets.cbegin(), m_presets.cend(), fits);
    const bool known = preset != m_presets.cend();
    const Preset *nearest = known ? nullptr : nearestPreset(scenario, m_presets);
    m_ui->feature->setItemText(
            0, nearest ? tr("%1, changed").arg(wording::nameText(nearest->title)) : tr("custom"));
    m_ui->feature->setCurrentIndex(known ? int(preset - m_presets.cbegin()) + 1 : 0);
    m_ui->feature->setToolTip(known ? sentenceOf(*preset)
                                    : tr("Start from the numbers of one kind of feature; your "
                                         "threshold and budget stay"));
}

QString ProductPanel::feature() const
{
    return m_ui->feature->currentText();
}

} // namespace oneinn

#include "moc_productpanel.cpp"
