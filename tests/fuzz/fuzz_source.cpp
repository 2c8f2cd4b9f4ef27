// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file's bytes through everything that makes a delimited text of them: unpacking, decoding, JSON
// and ARFF. What comes out is text that the reader of tables can begin with.

#include "fuzz/fuzztarget.h"
#include "ingest/delimitedreader.h"
#include "ingest/sourcetext.h"
#include "ingest/textcheck.h"

namespace {

using namespace oneinn::ingest;
using fuzz::require;

void source(std::string_view input)
{
    const auto read = sourceText(input);
    if (!read)
        return;
    const auto &text = read.value();
    // Behind a line that is skipped anything may stand first, also what a PDF begins with.
    require(!textProblem(text.text) || text.text.empty() || text.firstLine > 1, "no text", input);
    if (text.converted && text.delimiter) {
        // What was written here is sound, and each record has as many fields as the first.
        DelimitedReader reader(text.text, *text.delimiter, {}, text.firstLine);
        if (reader.next())
            reader.expectFields(reader.fields().size());
        while (reader.next()) { }
        require(!reader.problem() || text.firstLine > 0, "unsound", input);
    }
}

} // namespace

ONEINN_FUZZ_TARGET(source, source);
