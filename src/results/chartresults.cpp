// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What charts draw: worked out on the window's thread where that is quick.

#include "core/bestwithin.h"
#include "results/kept.h"
#include "results/results.h"
#include "session/session.h"

namespace oneinn {

namespace {

// Fewer are prepared on the window's thread.
constexpr std::size_t mostRivalRowsAtOnce = 100000;
constexpr Eigen::Index mostRowsWithinAtOnce = 5000;
constexpr double mostPlaneWorkAtOnce = 4e6; ///< about a frame or two

std::size_t rowsOf(const std::vector<RivalRows> &rivals)
{
    std::size_t rows = 0;
    for (const RivalRows &rival : rivals)
        rows += rival.rows;
    return rows;
}

} // namespace

void Results::askForRivals()
{
    const AskedOfAll<RivalsQuestion> asked{m_session->rows()->source(),
                                           rivalsQuestion(m_session->assessment().scenario)};
    const auto work = [asked](const JobControl &job) {
        return kept(oneinn::rivals(asked.of, asked.question, job));
    };
    if (m_rivals.asked() == asked)
        return;
    if (rowsOf(rivalRows(*asked.of, asked.question.selection)) <= mostRivalRowsAtOnce)
        m_rivals.askAtOnce(asked, work);
    else
        m_rivals.ask(asked, work);
}

void Results::askForPlane(const PlaneGrid &grid)
{
    const PlaneAsked asked{{m_session->rows(), planeQuestion(m_session->assessment().scenario)},
                           grid};
    const auto work = [asked](const JobControl &job) {
        return kept(valuePlane(*asked.plane.of, asked.plane.question, asked.grid, job));
    };
    if (planeWork(*asked.plane.of, asked.plane.question, grid) <= mostPlaneWorkAtOnce)
        m_plane.askAtOnce(asked, work);
    else
        m_plane.ask(asked, work);
    askForBestWithin(grid.searched);
}

void Results::askForBestWithin(const std::vector<Budget> &searched)
{
    const BestWithinAsked asked{
            {m_session->rows(), bestWithinQuestion(m_session->assessment().scenario)}, searched};
    if (!asked.within.question.limits.any())
        return m_bestWithin.forget();
    const auto work = [asked](const JobControl &job) {
        return kept(
                oneinn::bestWithin(*asked.within.of, asked.within.question, asked.searched, job));
    };
    if (asked.within.of->all()->rows() <= mostRowsWithinAtOnce)
        m_bestWithin.askAtOnce(asked, work);
    else
        m_bestWithin.ask(asked, work);
}

void Results::setPlaneUnwanted()
{
    m_plane.pause();
    m_bestWithin.pause();
}

} // namespace oneinn
