// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/html.h"

#include "pictures/svg.h"
#include "report/dials.h"
#include "report/htmldials.h"
#include "report/htmlsections.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

/// Where a rule needs ">", a descendant will do: the file is XML as well.
constexpr QLatin1String styleSheet(R"(
:root { color-scheme: light dark; --ink: #1d232b; --quiet: #525c68; --line: #c9ced5;
  --paper: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f3f5; --quiet: #b4bcc6; --line: #4b535d; --paper: #1b1f24; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 46rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul { margin: .25rem 0 .5rem; }
ul { padding-left: 1.25rem; }
.date { color: var(--quiet); }
.lead { font-size: 1.15rem; font-weight: 600; margin: .75rem 0 1rem; }
.wide { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right;
  vertical-align: top; font-weight: normal; }
thead th { font-weight: 600; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
figure { margin: 1rem 0 1.5rem; }
figure svg { display: block; width: 100%; height: auto; background: #ffffff; }
figcaption { color: var(--quiet); margin-top: .35rem; font-size: .9rem; }
.appendix { border-top: 2px solid var(--line); margin-top: 2.5rem; }
@media print {
  @page { margin: 15mm 17mm; }
  :root { color-scheme: light; --ink: #000000; --quiet: #444444; --line: #999999;
    --paper: #ffffff; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.32; }
  h1 { font-size: 15pt; }
  h2 { font-size: 10.5pt; margin: 7pt 0 1pt; }
  h3 { font-size: 10pt; margin: 7pt 0 1pt; }
  p, ul { margin: 1pt 0 3pt; }
  .lead { font-size: 11pt; margin: 4pt 0 6pt; }
  .wide { overflow: visible; margin: 3pt 0; }
  th, td { padding: 1.5pt 5pt; }
  .appendix { break-before: page; border-top: 0; margin-top: 0; }
  h1, h2, h3 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
}
)");

QString figureHtml(const Figure &figure)
{
    return u"<h3>%1</h3>\n<figure>\n%2<figcaption>%3</figcaption>\n</figure>\n"_s.arg(
            escaped(figure.title), QString::fromUtf8(pictures::toSvg(figure.picture)),
            escaped(figure.caption));
}

QString appendixHtml(const Report &report)
{
    if (report.appendix.isEmpty() && report.figures.isEmpty())
        return {};
    QString html = u"<section class=\"appendix\">\n<h2>Appendix</h2>\n"_s
            + sectionsHtml(report.appendix, {.headingLevel = 3});
    for (const Figure &figure : report.figures)
        html += figureHtml(figure);
    return html + u"</section>\n"_s;
}

QString paragraph(const char *styleClass, const QString &text)
{
    return text.isEmpty()
            ? QString()
            : u"<p class=\"%1\">%2</p>\n"_s.arg(QLatin1String(styleClass), escaped(text));
}

QByteArray document(const Report &report, const DialsHtml &dials)
{
    const QString title = report.title.isEmpty() ? u"Tradeoff answer"_s : report.title;
    const QString head = u"<!DOCTYPE html>\n"
                         "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                         "<meta charset=\"utf-8\" />\n"_s
            + dials.policy + u"<meta name=\"viewport\" content=\"width=device-width\" />\n<title>"_s
            + escaped(title) + u"</title>\n<style>"_s + styleSheet + dials.styles
            + u"</style>\n</head>\n"_s;
    const QString body = u"<body>\n<main>\n<h1>"_s + escaped(title) + u"</h1>\n"_s
            + paragraph("date", report.date) + paragraph("lead", report.lead) + dials.section
            + sectionsHtml(report.body, {.headingLevel = 2}) + appendixHtml(report) + u"</main>\n"_s
            + dials.scripts + u"</body>\n</html>\n"_s;
    return (head + body).toUtf8();
}

} // namespace

QByteArray toHtml(const Report &report)
{
    return document(report, {});
}

QByteArray toHtml(const Report &report, const Dials &dials)
{
    constexpr std::size_t fewestThresholds = 20;
    constexpr std::size_t oneOf = 8;
    Dials fitting = dials;
    for (;;) {
        QByteArray html = document(report, dialsHtml(fitting, QLatin1String(styleSheet)));
        if (html.size() <= mostHtmlBytes || fitting.thresholds.size() <= fewestThresholds)
            return html;
        fitting = fitting.thinned(oneOf);
    }
}

} // namespace oneinn::report
