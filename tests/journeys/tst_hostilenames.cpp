// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/window/explorepage.h"
#include "views/window/sessionfiles.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTabWidget>
#include <QTableView>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

#include <memory>

namespace tests::journeys_hostilenames {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// A file, a preset and a session from a stranger, with names that would be rendered, run as keys
/// or turn lines around if anybody took them for more than names. Every widget is looked at.
class TestHostileNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void window_hostileNames_showsThemAsTheyStand();
    void toolTip_hostileName_isPlain();
    void question_hostileSessionName_isPlain();
    void problem_hostileColumns_isPlain();
    void editors_leftAlone_keepNamesExactly();
    void table_endlessNames_opensQuickly();

private:
    bool openHostile(const QString &fill = {});
    QString visitTabs(bool *sawImage);

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

QString hostile(const QString &name)
{
    return u"<img src=\"/dev/zero\"><s>%1</s> & &amp; \n\u001b[31m\u202E\u009b[*]"_s.arg(name);
}

/// A character that must not be passed on; line feeds are ours where texts have several lines.
bool steers(QChar c)
{
    return (c.category() == QChar::Other_Control && c != u'\n') || c == QChar(0x202E);
}

/// What rich text would do that no text of ours does.
bool isRendered(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextCharFormat format = each.fragment().charFormat();
            if (format.isImageFormat() || format.fontStrikeOut() || format.isAnchor())
                return true;
        }
    }
    return false;
}

/// A faulty & marks a key and is not seen; ours never stand before a blank.
bool marksAKey(const QString &text)
{
    QString rest = text;
    rest.remove(u"&&"_s);
    return rest.contains(u"& "_s) || rest.contains(u"&amp;"_s);
}

/// Collects what is wrong with a window, by widget.
class Faults {
public:
    void look(const QWidget *window)
    {
        lookAt(window);
        const auto widgets = window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            lookAt(widget);
        const auto actions = window->findChildren<QAction *>();
        for (const QAction *action : actions) {
            text(action, "action", action->text());
            text(action, "tool tip", action->toolTip());
            if (marksAKey(action->text()))
                add(action, "marks a key", action->text());
        }
    }
    QString first() const { return m_faults.value(0); }
    bool sawImage() const { return m_sawImage; }

private:
    void add(const QObject *object, const char *what, const QString &text)
    {
        m_faults.append(u"%1 %2: %3: %4"_s.arg(QLatin1String(object->metaObject()->className()),
                                               object->objectName(), QLatin1String(what),
                                               text.left(300)));
    }
    void text(const QObject *object, const char *what, const QString &text)
    {
        m_sawImage |= text.contains(u"<img src="_s);
        if (std::any_of(text.begin(), text.end(), steers))
            add(object, what, text);
        if (text.size() > 6000)
            add(object, "too long", text);
    }
    void lookAt(const QWidget *widget)
    {
        text(widget, "tool tip", widget->toolTip());
        text(widget, "what's this", widget->whatsThis());
        text(widget, "name", widget->accessibleName());
        text(widget, "description", widget->accessibleDescription());
        text(widget, "title", widget->windowTitle());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            lookAtLabel(label);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            text(button, "button", button->text());
            if (marksAKey(button->text()))
                add(button, "marks a key", button->text());
        }
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i) {
                text(box, "item", box->itemText(i));
                text(box, "item's tool tip", box->itemData(i, Qt::ToolTipRole).toString());
            }
        }
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            text(line, "line", line->text());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->model())
            lookAtModel(view);
        if (const auto *browser = qobject_cast<const QTextBrowser *>(widget)) {
            text(browser, "text", browser->toPlainText().left(5000));
            if (isRendered(*browser->document()))
                add(browser, "renders", browser->toHtml());
        }
        if (const auto *chart = qobject_cast<const charts::ChartView *>(widget)) {
            for (const QGraphicsItem *item : chart->scene()->items())
                text(chart, "tool tip in a chart", item->toolTip());
        }
    }
    void lookAtLabel(const QLabel *label)
    {
        text(label, "label", label->text());
        if (label->textFormat() == Qt::AutoText)
            add(label, "guesses whether its text is HTML", label->text());
        if (label->buddy() && marksAKey(label->text()))
            add(label, "marks a key", label->text());
        if (label->textFormat() != Qt::RichText)
            return;
        QTextDocument document;
        document.setHtml(label->text());
        if (isRendered(document))
            add(label, "renders", label->text());
    }
    void lookAtModel(const QAbstractItemView *view)
    {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role :
                     {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::EditRole})
                    text(view, "cell", model->index(row, column).data(role).toString());
            }
        }
    }

    QStringList m_faults;
    bool m_sawImage = false;
};

QByteArray quoted(QString name)
{
    return (u'"' + name.replace(u'"', u"\"\""_s) + u'"').toUtf8();
}

QByteArray hostileTable(const QString &fill)
{
    const auto name = [&](const char *what) { return quoted(hostile(QLatin1String(what) + fill)); };
    const auto value = [](const char *what) { return quoted(hostile(QLatin1String(what))); };
    QByteArray table = name("label") + ",score," + name("latency") + ',' + name("model") + ','
            + name("users") + ",id\n";
    for (int i = 0; i < 240; ++i) {
        const int use = i / 2;
        const int score = (use * 37) % 101;
        const bool positive = (use * 53) % 97 + score > 95;
        table += value(positive ? "yes" : "no") + ','
                + QByteArray::number((score + i % 2 * 7) / 120.0) + ','
                + QByteArray::number(40 + i * 29 % 90 * (i % 2 ? 10 : 3)) + ','
                + name(i % 2 ? "large" : "small") + ',' + value(use % 3 ? "nl" : "de") + ','
                + QByteArray::number(use) + '\n';
    }
    return table;
}

QString fileName()
{
    return u"<b>&amp; & [*] \u202E.csv"_s;
}

} // namespace

void TestHostileNames::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    Preset preset;
    preset.title = hostile(u"preset"_s);
    preset.sentence = hostile(u"what it is"_s);
    preset.own = true;
    m_opened->child<ExplorePage>()->setPresets({preset});
}

bool TestHostileNames::openHostile(const QString &fill)
{
    const auto name = [&](const char *what) {
        return hostile(QLatin1String(what) + fill).toStdString();
    };
    Source source;
    source.path = m_opened->files.write(fileName(), hostileTable(fill));
    source.mapping = {.label = name("label"),
                      .positive = hostile(u"yes"_s).toStdString(),
                      .score = "score",
                      .latency = name("latency"),
                      .model = name("model"),
                      .exampleId = "id",
                      .unit = ingest::LatencyUnit::Milliseconds,
                      .segments = {name("users")}};
    source.text = {name("title"), name("problem"), name("whom"), name("metric"), name("rollback")};
    Session &session = m_opened->session;
    if (!m_opened->finishes([&] { session.loading().open(source); }))
        return false;
    session.edit(edits::word(&FeatureWords::raised, name("offer")));
    session.pinBoard().pin(name("pin"));
    session.edit(edits::model(name("large")));
    session.setBudget(Milliseconds{300.0});
    m_opened->child<Results>()->fallback().choose(name("small"));
    session.edit(edits::costPerCall({{name("large"), 0.2}}));
    session.edit(Field::WrongAtMost, 0.6);
    return true;
}

/// Whatever is wrong in any tab once all of it is known; empty if nothing is.
QString TestHostileNames::visitTabs(bool *sawImage)
{
    auto *explore = m_opened->child<ExplorePage>();
    const QList<QWidget *> views = explore->views();
    for (QWidget *page : views) {
        explore->showView(page);
        const QString tab = page->objectName();
        // Or there is nothing to fill it with, which is said in its place.
        const auto isFilled = [this](const QTableView *table) {
            return table->model()->rowCount() > 0
                    || (!table->isVisible() && !m_opened->child<Results>()->isPending());
        };
        const auto tables = page->findChildren<QTableView *>();
        const bool answers = page == views.last(); // and may be copied when all is known
        const bool known = QTest::qWaitFor(
                [&] {
                    return std::all_of(tables.begin(), tables.end(), isFilled)
                            && (!answers || m_opened->child<QToolButton>(u"copy"_s)->isEnabled());
                },
                60000);
        if (!known)
            return u"tab %1 is never filled"_s.arg(tab);
        if (m_opened->window.grab().isNull())
            return u"nothing is painted"_s;
        if (const int width = m_opened->window.minimumSizeHint().width(); width > 1280)
            return u"tab %1 needs %2 pixels"_s.arg(tab, QString::number(width));
        Faults faults;
        faults.look(&m_opened->window);
        *sawImage |= faults.sawImage();
        if (!faults.first().isEmpty())
            return faults.first();
    }
    return {};
}

void TestHostileNames::window_hostileNames_showsThemAsTheyStand()
{
    QVERIFY(openHostile());
    QTest::keyClick(&m_opened->window, Qt::Key_H, Qt::ControlModifier);
    bool sawImage = false;
    QCOMPARE(visitTabs(&sawImage), QString());
    QVERIFY(sawImage); // they are shown, after all
    const QString answer = m_opened->child<QTextBrowser>(u"report"_s)->toPlainText();
    QVERIFY2(answer.contains(u"<img src=\"/dev/zero\"><s>"_s), qPrintable(answer.left(2000)));
    QVERIFY(answer.contains(u"& &amp;"_s) && !answer.contains(u"&amp;amp;"_s));
}

void TestHostileNames::toolTip_hostileName_isPlain()
{
    QToolTip::showText({10, 10}, hostile(u"tip"_s), &m_opened->window);
    const QLabel *tip = nullptr;
    const auto widgets = QApplication::topLevelWidgets();
    for (const QWidget *widget : widgets) {
        if (widget->inherits("QTipLabel"))
            tip = qobject_cast<const QLabel *>(widget);
    }
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

void TestHostileNames::question_hostileSessionName_isPlain()
{
    const QString data = m_opened->files.write(u"data.csv"_s, mixedTable());
    Document document;
    document.data = referenceTo(data).value();
    const QString path = m_opened->files.path(u"<s>& &amp; [*] \u202E.oneinn"_s);
    QVERIFY(!saveDocument(path, document));
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    Faults faults;
    faults.look(&m_opened->window);
    QCOMPARE(faults.first(), QString());
    QVERIFY(m_opened->window.windowTitle().contains(u"[*][*]"_s));
    m_opened->session.setThreshold({0.11});
    m_opened->window.close();
    auto *box = m_opened->child<QMessageBox>();
    QVERIFY(box);
    QVERIFY(box->text().contains(u"<s>&"_s));
    Faults asked;
    asked.look(box);
    QCOMPARE(asked.first(), QString());
    box->reject();
}

void TestHostileNames::problem_hostileColumns_isPlain()
{
    QByteArray names;
    for (int i = 0; i < 300; ++i)
        names += (i ? "," : "") + quoted(hostile(QString::number(i)));
    QSignalSpy finished(&m_opened->session.loading(), &Loading::finished);
    m_opened->window.openFile(m_opened->files.write(
            fileName(), names + '\n' + QByteArray("5,").repeated(299) + "5\n"));
    QVERIFY(finished.wait());
    QCoreApplication::sendPostedEvents();
    Faults faults;
    faults.look(&m_opened->window);
    QCOMPARE(faults.first(), QString());
    QVERIFY(faults.sawImage());
}

void TestHostileNames::editors_leftAlone_keepNamesExactly()
{
    QVERIFY(openHostile());
    auto *noun = m_opened->child<QLineEdit>(u"noun"_s);
    noun->setFocus();
    Q_EMIT noun->editingFinished();
    QCOMPARE(QString::fromStdString(m_opened->session.scenario().words.raised),
             hostile(u"offer"_s));
    auto *pins = m_opened->child<QWidget>(u"pins"_s)->findChild<QAbstractItemView *>();
    QAbstractItemModel *model = pins->model();
    const QModelIndex name = model->index(model->rowCount() - 1, 0);
    QVERIFY(model->setData(name, name.data(Qt::EditRole)));
    QCOMPARE(QString::fromStdString(m_opened->session.state().pins.back().name), hostile(u"pin"_s));
}

void TestHostileNames::table_endlessNames_opensQuickly()
{
    QElapsedTimer timer;
    timer.start();
    constexpr int characters = 40000;
    QVERIFY(openHostile(QString(characters, u'x')));
    bool sawImage = false;
    QCOMPARE(visitTabs(&sawImage), QString());
    // Most of it is reading; laying out one of them would take far longer.
    constexpr int most = 30000;
    QVERIFY2(timer.elapsed() < most, qPrintable(QString::number(timer.elapsed())));
}

ONEINN_TEST(TestHostileNames)

} // namespace tests::journeys_hostilenames

#include "tst_hostilenames.moc"
