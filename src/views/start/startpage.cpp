// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/start/startpage.h"

#include "document/dataplaces.h"
#include "ui_startpage.h"
#include "views/start/samplecard.h"
#include "views/widgets/plaintext.h"
#include "wording/names.h"

#include <QDir>
#include <QGridLayout>
#include <QPushButton>
#include <QShortcut>

namespace oneinn {

namespace {

constexpr int leastCardWidth = 280;

QString displayPath(const QString &path)
{
    const QString home = QDir::homePath();
    const QString shown = path.startsWith(home + QLatin1Char('/'))
            ? QLatin1Char('~') + path.mid(home.size())
            : path;
    return wording::middleElided(wording::visible(shown), wording::mostPathCharacters);
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    auto *grid = new QGridLayout(m_ui->samples);
    grid->setContentsMargins({});
    grid->setSpacing(12);
    auto *list = new QVBoxLayout(m_ui->recent);
    list->setContentsMargins({});
    list->setSpacing(2);
    connect(m_ui->openFile, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_ui->fromNumbers, &QPushButton::clicked, this, &StartPage::numbersRequested);
    connect(m_ui->learn, &QPushButton::clicked, this, &StartPage::learnRequested);
    connect(m_ui->practise, &QPushButton::clicked, this, &StartPage::practiseRequested);
    connect(m_ui->back, &QPushButton::clicked, this, &StartPage::backRequested);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &StartPage::backRequested);
    setOpenFile({});
    setRecentFiles({});
}

StartPage::~StartPage() = default;

void StartPage::setSamples(const QList<Sample> &samples)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const Sample &sample : samples) {
        auto *card = new SampleCard(sample.title, sample.sentence, m_ui->samples);
        card->setObjectName(QLatin1String("sample_") + sample.id);
        connect(card, &QAbstractButton::clicked, this,
                [this, id = sample.id] { Q_EMIT sampleRequested(id); });
        m_cards.append(card);
    }
    m_ui->samplesTitle->setVisible(!samples.isEmpty());
    arrangeSamples();
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    qDeleteAll(m_ui->recent->findChildren<QPushButton *>());
    for (const QString &path : paths) {
        auto *button = new QPushButton(onButton(displayPath(path)), m_ui->recent);
        button->setProperty("role", QStringLiteral("link"));
        button->setFlat(true);
        button->setCursor(Qt::PointingHandCursor);
        button->setAccessibleName(tr("Open %1").arg(wording::nameText(dataName(path))));
        m_ui->recent->layout()->addWidget(button);
        m_ui->recent->layout()->setAlignment(button, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
    }
    m_ui->recentTitle->setVisible(!paths.isEmpty());
}

void StartPage::setOpenFile(const QString &path)
{
    const QString name = dataName(path);
    m_ui->back->setVisible(!name.isEmpty());
    m_ui->back->setText(tr("\u2190 Back to %1").arg(onButton(name)));
    m_ui->back->setAccessibleName(tr("Back to %1").arg(wording::nameText(name)));
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSamples();
}

void StartPage::arrangeSamples()
{
    auto *grid = static_cast<QGridLayout *>(m_ui->samples->layout());
    const QMargins margins = m_ui->layout->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int columns = qBound(1, room / leastCardWidth, 3);
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        grid->addWidget(m_cards.at(i), int(i) / columns, int(i) % columns);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace oneinn

#include "moc_startpage.cpp"
