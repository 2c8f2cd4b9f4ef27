// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/htmldials.h"

#include "report/dialtable.h"
#include "report/dialwords.h"
#include "report/htmlsections.h"

#include <QCryptographicHash>
#include <QFile>

/// Resources in a static library are linked only when they are asked for; outside any namespace.
static void initDialResources()
{
    Q_INIT_RESOURCE(dials);
}

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

QString resource(const QString &name)
{
    initDialResources();
    QFile file(u":/dials/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return isThere ? QString::fromUtf8(file.readAll()) : QString();
}

/// As browsers take it from between the tags.
QString hashOf(const QString &text)
{
    return u"'sha256-"_s
            + QString::fromLatin1(
                    QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64())
            + u'\'';
}

QString policyHtml(const QString &script, const QString &styles)
{
    return u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
           "%1; style-src %2; img-src data:; base-uri 'none'; form-action 'none'\" />\n"_s.arg(
                   hashOf(script), hashOf(styles));
}

QString element(const QString &name, const QString &attributes, DialText text)
{
    return u"<%1 %2data-text=\"%3\"></%1>"_s.arg(
            name, attributes.isEmpty() ? QString() : attributes + u' ',
            QString::number(static_cast<int>(text)));
}

/// id: of the element; marks: places with what lies there.
QString dialHtml(const QString &id, const QString &label, DialText said, std::size_t places,
                 std::size_t place, const QList<std::size_t> &marks)
{
    QString html = u"<div class=\"dial\"><label for=\"%1\">%2</label> "_s.arg(id, label)
            + element(u"span"_s, {}, said)
            + u"\n<input type=\"range\" id=\"%1\" min=\"0\" max=\"%2\" step=\"1\" value=\"%3\" "
              "list=\"%1-marks\" autocomplete=\"off\" />\n<datalist id=\"%1-marks\">"_s.arg(
                      id, QString::number(places - 1), QString::number(place));
    for (const std::size_t mark : marks)
        html += u"<option value=\"%1\"></option>"_s.arg(mark);
    return html + u"</datalist>\n"_s;
}

QString endsHtml(const QString &least, const QString &most)
{
    return u"<div class=\"ends\"><span>%1</span><span>%2</span></div></div>\n"_s.arg(escaped(least),
                                                                                     escaped(most));
}

QString buttonHtml(const QString &name, const Dials::Place &place)
{
    return u"<button type=\"button\" data-threshold=\"%1\" data-budget=\"%2\">"_s.arg(
                   QString::number(place.threshold), QString::number(place.budget))
            + escaped(name) + u"</button>\n"_s;
}

QString controlsHtml(const Dials &dials)
{
    QList<std::size_t> thresholds{dials.choice.threshold};
    QList<std::size_t> budgets{dials.choice.budget};
    QString jumps = buttonHtml(u"Back to our choice"_s, dials.choice);
    for (const Dials::Mark &mark : dials.marks) {
        thresholds.append(mark.place.threshold);
        budgets.append(mark.place.budget);
        jumps += buttonHtml(u"To "_s + mark.name, mark.place);
    }
    const DialPosition &least = dials.positions.front();
    const DialPosition &most = dials.positions.back();
    QString html = u"<div class=\"controls\">\n"_s
            + dialHtml(u"threshold"_s, u"Threshold"_s, DialText::Threshold, dials.thresholds.size(),
                       dials.choice.threshold, thresholds)
            + endsHtml(least[DialText::Threshold], most[DialText::Threshold]);
    if (dials.budgets.size() > 1)
        html += dialHtml(u"budget"_s, u"Latency budget"_s, DialText::Budget, dials.budgets.size(),
                         dials.choice.budget, budgets)
                + endsHtml(least[DialText::Budget], most[DialText::Budget]);
    return html + u"<div class=\"jumps\">\n"_s + jumps + u"</div>\n</div>\n"_s;
}

QString iconsHtml(const QString &caption)
{
    constexpr int perSide = 10;
    QString html =
            u"<div class=\"hundred\"><svg class=\"icons\" viewBox=\"0 0 100 100\" role=\"img\">"_s;
    for (int i = 0; i < perSide * perSide; ++i)
        html += u"<g class=\"mark\" transform=\"translate(%1 %2)\"><circle cx=\"5\" cy=\"5\" "
                "r=\"4\"/><rect x=\"1\" y=\"1\" width=\"8\" height=\"8\" rx=\"1.5\"/>"
                "<path d=\"M3 3L7 7M3 7L7 3\"/></g>"_s.arg(QString::number(i % perSide * perSide),
                                                           QString::number(i / perSide * perSide));
    return html + u"</svg><p class=\"quiet\">"_s + escaped(caption) + u"</p></div>\n"_s;
}

QString factHtml(DialText headline)
{
    const auto next = [headline](int places) {
        return static_cast<DialText>(static_cast<int>(headline) + places);
    };
    return u"<div>"_s + element(u"p"_s, u"class=\"fact\""_s, headline)
            + element(u"p"_s, {}, next(1)) + element(u"p"_s, u"class=\"quiet\""_s, next(2))
            + u"</div>\n"_s;
}

QString factsHtml(const Dials &dials)
{
    return u"<div class=\"facts\">\n"_s + factHtml(DialText::Wrong) + factHtml(DialText::Missed)
            + (dials.words.anyLate ? factHtml(DialText::Late) : QString())
            + factHtml(DialText::UntilBad) + u"</div>\n"_s;
}

QString matrixHtml(const Dials::Words &words)
{
    const auto row = [](const QString &name, DialText shown, DialText notShown) -> QString {
        return u"<tr><th scope=\"row\">"_s + escaped(name) + u"</th>"_s
                + element(u"td"_s, {}, shown) + element(u"td"_s, {}, notShown) + u"</tr>\n"_s;
    };
    return u"<p>"_s + escaped(words.useCases)
            + u"</p>\n<div class=\"wide\">\n<table>\n<thead>\n<tr><td></td><th scope=\"col\">"_s
            + escaped(words.shown) + u"</th><th scope=\"col\">"_s + escaped(words.notShown)
            + u"</th></tr>\n</thead>\n<tbody>\n"_s
            + row(words.positives, DialText::Tp, DialText::Fn)
            + row(words.negatives, DialText::Fp, DialText::Tn) + u"</tbody>\n</table>\n</div>\n"_s
            + element(u"p"_s, u"class=\"quiet\""_s, DialText::Unserved) + u'\n';
}

QString dialSectionHtml(const Dials &dials)
{
    const auto line = [](const QString &name, DialText text, const QString &more = {}) -> QString {
        return element(u"p"_s, u"class=\"%1\"%2"_s.arg(name, more), text) + u'\n';
    };
    return u"<section class=\"dials\" id=\"dials\" aria-labelledby=\"dials-title\" "
           "hidden=\"hidden\">\n<h2 id=\"dials-title\">Move it yourself</h2>\n"_s
            + u"<p class=\"about\">"_s + escaped(aboutDials(dials)) + u"</p>\n"_s
            + controlsHtml(dials) + line(u"say"_s, DialText::Say, u" aria-live=\"polite\""_s)
            + line(u"standing"_s, DialText::Standing) + line(u"limits"_s, DialText::Limits)
            + u"<div class=\"meets\">\n"_s + iconsHtml(dials.words.hundred) + factsHtml(dials)
            + u"</div>\n"_s + matrixHtml(dials.words) + line(u"value"_s, DialText::Value)
            + line(u"quiet"_s, DialText::NearBest)
            + (dials.words.worth.isEmpty()
                       ? QString()
                       : u"<p class=\"quiet\">"_s + escaped(dials.words.worth) + u"</p>\n"_s)
            + u"</section>\n"_s;
}

} // namespace

DialsHtml dialsHtml(const Dials &dials, const QString &everyStyle)
{
    const QString script = resource(u"dials.js"_s);
    const QString styles = resource(u"dials.css"_s);
    return {policyHtml(script, everyStyle + styles), styles, dialSectionHtml(dials),
            u"<script type=\"application/json\" id=\"dial-data\">"_s
                    + QString::fromUtf8(dialTable(dials)) + u"</script>\n<script>"_s + script
                    + u"</script>\n"_s};
}

} // namespace oneinn::report
