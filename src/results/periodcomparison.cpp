// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/periodcomparison.h"

#include "document/dataplaces.h"
#include "results/paces.h"
#include "session/opening.h"
#include "session/session.h"
#include "session/sessiondocument.h"
#include "wording/conditionwords.h"
#include "wording/dropviewwords.h"
#include "wording/names.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

constexpr double indexed = 0.5; ///< of the work

/// Of which version or model it came is one of the questions, so all of them are looked at; but
/// not where they answered the same cases, since each would count as often.
Scenario ofAllVersions(Scenario scenario, const Predictions &predictions)
{
    if (predictions.modelsShareRecords() || (predictions.exampleId() && predictions.model()))
        return scenario;
    scenario.selection.model.reset();
    scenario.combination.reset();
    return scenario;
}

Selection withPart(Selection selection, const Selection::Where &part)
{
    std::erase_if(selection.where,
                  [&part](const Selection::Where &each) { return each.column == part.column; });
    selection.where.push_back(part);
    return selection;
}

using IndexPtr = std::shared_ptr<const PredictionIndex>;

/// known: taken if it is of the same rows. Null: no row is selected, or it was stopped.
IndexPtr indexOf(const PredictionsPtr &predictions, const Selection &selection,
                 const IndexPtr &known, const JobControl &job)
{
    if (known && known->predictions() == predictions && known->selection() == selection)
        return known;
    auto built = PredictionIndex::build(predictions, selection, job);
    return built ? IndexPtr(std::move(built).value()) : nullptr;
}

} // namespace

PeriodComparison::PeriodComparison(Session *session, Workers &workers)
    : m_session(session)
    , m_reading(workers, atOncePace, {})
    , m_drop(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    // What follows from other data is asked when it has been assessed.
    connect(m_session, &Session::dataChanged, this, [this] {
        if (takeSaved())
            Q_EMIT changed();
    });
    connect(m_session, &Session::besideChanged, this, [this] {
        takeSaved();
        follow();
        Q_EMIT changed();
    });
    connect(m_session, &Session::assessmentChanged, this, &PeriodComparison::follow);
    connect(&m_reading, &BackgroundState::changed, this, [this] {
        follow();
        Q_EMIT changed();
    });
    connect(&m_drop, &BackgroundState::changed, this, &PeriodComparison::changed);
    for (const BackgroundState *part :
         {static_cast<BackgroundState *>(&m_reading), static_cast<BackgroundState *>(&m_drop)}) {
        connect(part, &BackgroundState::progressed, this, &PeriodComparison::progressed);
        connect(part, &BackgroundState::memoryRanOut, this, &PeriodComparison::changed);
    }
}

void PeriodComparison::compareWith(const std::optional<EarlierPeriod> &earlier,
                                   const std::optional<std::vector<Selection::Where>> &where)
{
    if (earlier != m_earlier || where)
        save(earlier, where);
}

Source PeriodComparison::swapped() const
{
    assert(m_earlier && std::holds_alternative<EarlierFile>(*m_earlier));
    const OpenedData &data = m_session->data();
    Source source{.path = std::get<EarlierFile>(*m_earlier).path,
                  .mapping = usedColumns(data),
                  .scenario = m_session->scenario(),
                  .atDefaultSelection = true};
    source.text = m_session->state().text;
    source.compared = ComparedPeriod{.file = DataReference{.path = absolutePlace(data.source.path),
                                                           .relative = {},
                                                           .sha256 = {},
                                                           .bytes = 0},
                                     .measure = m_measure};
    return source;
}

void PeriodComparison::setMeasure(DropMeasure measure)
{
    m_measure = measure;
    save(m_earlier);
}

void PeriodComparison::setJudgedAtBestBefore(bool judged)
{
    m_atBestBefore = judged;
    save(m_earlier);
}

/// As the command line does: what nobody chose is not what was in use.
bool PeriodComparison::isJudgedAtBestBefore() const
{
    return m_atBestBefore.value_or(!m_session->state().choseThreshold());
}

/// Comes back as besideChanged().
void PeriodComparison::save(const std::optional<EarlierPeriod> &earlier,
                            const std::optional<std::vector<Selection::Where>> &where)
{
    std::optional<ComparedPeriod> compared;
    if (earlier) {
        compared = ComparedPeriod{.measure = m_measure, .atBestBefore = m_atBestBefore};
        if (const auto *file = std::get_if<EarlierFile>(&*earlier)) {
            compared->file = DataReference{
                    .path = absolutePlace(file->path), .relative = {}, .sha256 = {}, .bytes = 0};
        } else {
            const auto &part = std::get<EarlierPart>(*earlier);
            compared->column = part.column;
            compared->earlier = part.earlier;
            compared->later = part.later;
            compared->isBoundary = part.isBoundary;
        }
    }
    m_session->setCompared(compared, where);
}

/// Of the session, which may have been opened, undone or edited here.
bool PeriodComparison::takeSaved()
{
    const auto &saved = m_session->state().compared;
    std::optional<EarlierPeriod> earlier;
    m_atBestBefore = saved ? saved->atBestBefore : std::nullopt;
    if (saved) {
        earlier = saved->file
                ? EarlierPeriod(EarlierFile{saved->file->path})
                : EarlierPart{saved->column, saved->earlier, saved->later, saved->isBoundary};
        m_measure = saved->measure;
    }
    if (earlier == m_earlier)
        return false;
    m_earlier = earlier;
    m_reading.forget();
    m_drop.forget();
    return true;
}

void PeriodComparison::setWanted(const QObject *by, bool wanted)
{
    if (wanted)
        m_wantedBy.insert(by);
    else
        m_wantedBy.remove(by);
    follow();
}

void PeriodComparison::setReadingWanted(const QObject *by, bool wanted)
{
    if (wanted)
        m_readingWantedBy.insert(by);
    else
        m_readingWantedBy.remove(by);
    follow();
}

Selection PeriodComparison::earlierOf(const Selection &selection) const
{
    const auto *part = m_earlier ? std::get_if<EarlierPart>(&*m_earlier) : nullptr;
    return part ? withPart(selection, part->before()) : selection;
}

std::shared_ptr<const DropAnswer> PeriodComparison::current() const
{
    if (!m_earlier || !m_session->hasData())
        return nullptr;
    const PredictionsPtr before = this->before();
    return before && m_drop.asked() == question(before) ? m_drop.current() : nullptr;
}

std::optional<Problem> PeriodComparison::problem() const
{
    const auto read = m_reading.current();
    return read && !*read ? std::optional(read->problem()) : std::nullopt;
}

std::vector<std::string> PeriodComparison::earlierColumns() const
{
    const auto read = m_reading.current();
    return read && *read ? read->value().file.columns : std::vector<std::string>();
}

QStringList PeriodComparison::otherRoles() const
{
    const auto read = m_reading.current();
    if (!read || !*read || !m_session->hasData())
        return {};
    const ingest::ResolvedMapping &then = read->value().file.mapping;
    const ingest::ResolvedMapping &now = m_session->data().file.mapping;
    QStringList notes;
    const auto compare = [&notes](const QString &role, const std::string &earlier,
                                  const std::string &later) {
        if (earlier != later)
            notes.append(wording::otherRoleNote(role, earlier, later));
    };
    const auto nameOf = [](const std::optional<ingest::ResolvedColumn> &column) {
        return column ? column->value : std::string();
    };
    compare(tr("label"), then.label.value, now.label.value);
    compare(tr("positive value"), then.positive.value, now.positive.value);
    compare(tr("score"), then.score.value, now.score.value);
    compare(tr("wait"), nameOf(then.latency), nameOf(now.latency));
    compare(tr("user"), nameOf(then.userId), nameOf(now.userId));
    return notes;
}

std::optional<double> PeriodComparison::progress() const
{
    return m_reading.progress() ? m_reading.progress() : m_drop.progress();
}

void PeriodComparison::cancel()
{
    m_reading.cancel();
    m_drop.cancel();
}

void PeriodComparison::resume()
{
    m_reading.resume();
    m_drop.resume();
}

void PeriodComparison::readEarlier(const EarlierFile &file)
{
    Source source{.path = file.path, .mapping = usedColumns(m_session->data())};
    // These are written as they are; how this file parts its cells may be another way.
    source.mapping.delimiter.reset();
    source.mapping.format.reset();
    m_reading.ask({file.path, source.mapping}, [source](const JobControl &job) {
        auto read = openSource(source, {}, job).data;
        if (!read && read.problem().kind == ProblemKind::ColumnMissing)
            read = openSource({.path = source.path}, {}, job).data;
        return std::make_shared<const Result<OpenedData>>(std::move(read));
    });
}

PredictionsPtr PeriodComparison::before() const
{
    if (!m_earlier || !m_session->hasData())
        return nullptr;
    if (std::holds_alternative<EarlierPart>(*m_earlier))
        return m_session->data().file.predictions;
    const auto read = m_reading.current();
    return read && *read ? read->value().file.predictions : nullptr;
}

PeriodComparison::DropAsked PeriodComparison::question(const PredictionsPtr &before) const
{
    const auto *part = std::get_if<EarlierPart>(&*m_earlier);
    Scenario scenario = m_session->assessment().scenario;
    // What is judged at the earlier period's best one stands while the dial moves.
    if (isJudgedAtBestBefore())
        scenario.threshold = Threshold();
    return {.before = before,
            .after = m_session->data().file.predictions,
            .scenario = scenario,
            .part = part ? std::optional(*part) : std::nullopt,
            .measure = m_measure,
            .kept = isJudgedAtBestBefore() ? KeptThreshold::BestBefore : KeptThreshold::OnDials};
}

void PeriodComparison::follow()
{
    if (!m_earlier || !m_session->hasData())
        return;
    const bool reads = !m_wantedBy.isEmpty() || !m_readingWantedBy.isEmpty();
    const auto *file = std::get_if<EarlierFile>(&*m_earlier);
    if (reads && file)
        readEarlier(*file);
    if (m_wantedBy.isEmpty())
        return m_drop.pause();
    const PredictionsPtr before = this->before();
    if (!before)
        return;
    const DropAsked asked = question(before);
    m_drop.ask(asked, [asked, last = m_drop.answer()](const JobControl &job) {
        return answerTo(asked, last, job);
    });
}

std::shared_ptr<const DropAnswer> PeriodComparison::answerTo(
        const DropAsked &asked, const std::shared_ptr<const DropAnswer> &last,
        const JobControl &job)
{
    DropAnswer answer{.before = asked.before, .after = asked.after, .periods = {}, .dropped = {}};
    Periods &periods = answer.periods;
    periods.measure = asked.measure;
    periods.kept = asked.kept;
    periods.earlier = periods.later = ofAllVersions(asked.scenario, *asked.after);
    if (asked.part) {
        const Selection all = periods.later.selection;
        periods.earlier.selection = withPart(all, asked.part->before());
        periods.later.selection = withPart(all, asked.part->after());
    }
    periods.before = indexOf(asked.before, periods.earlier.selection,
                             last ? last->periods.before : nullptr, job.part(0.0, indexed / 2.0));
    periods.after = indexOf(asked.after, periods.later.selection,
                            last ? last->periods.after : nullptr, job.part(indexed / 2.0, indexed));
    if (job.stopRequested())
        return nullptr;
    if (periods.before && periods.after)
        answer.dropped = dropped(periods, job.part(indexed, 1.0));
    return job.stopRequested() ? nullptr : std::make_shared<const DropAnswer>(std::move(answer));
}

} // namespace oneinn

#include "moc_periodcomparison.cpp"
