// The HTML page: no text of a record, a source or a title becomes a tag or a script. An input: the
// text.

#include "core/figures/theme_figures.hpp"
#include "core/page/html_page.hpp"
#include "core/text/vietnamese.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/workspace.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <optional>

namespace {

using namespace terroir;
using workspace::Workspace;

/// A commune, a district and a province are all of the country: a page takes no time then.
constexpr const char* rows = R"sql(
CREATE TEMP TABLE kept AS
    WITH RECURSIVE above(uid) AS (
        SELECT uid FROM unit WHERE name IN ('Bình Lư', 'Tam Đường')
        UNION SELECT parent FROM unit JOIN above USING(uid) WHERE parent IS NOT NULL)
    SELECT uid FROM above;
DELETE FROM succession;
DELETE FROM alias;
DELETE FROM outline WHERE province NOT IN (SELECT uid FROM kept);
DELETE FROM unit WHERE uid NOT IN (SELECT uid FROM kept);
INSERT INTO source(id, title, date) VALUES('S', 'x', '2022');
INSERT INTO record(id, kind, category, indicator, value, unit, qualifier, scope, state, source,
                   lookup_date, period_from, period_to)
    VALUES('R', 'livestock', 'vietgap', 'farms', 4, 'x', '=', 'own', 'done', 'S', '2022-04-15',
           '2022-01-01', '2023-01-01');
INSERT INTO record_subject VALUES('R', 0, 'x');
INSERT INTO record_place(record, seq, role, text, status, unit, score)
    SELECT 'R', 0, 'location', 'x', 'matched', uid, 1 FROM unit
    WHERE name='Bình Lư' AND level='commune' AND valid_from < '2022' LIMIT 1;
)sql";

class Page {
public:
    Page() : m_file(fuzz::scratchFile("page.sqlite")) {
        store::WorkspaceFile made = store::WorkspaceFile::create(m_file);
        gazetteer::buildFromData(made, fuzz::dataFolder);
        made.database().execute(rows);
    }
    ~Page() { std::filesystem::remove(m_file); }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    std::string of(const std::string& text) {
        if (!m_workspace) {
            m_workspace.emplace(m_file, store::Mode::ReadWrite, store::Spatial::Yes);
            m_workspace->file().database().execute("PRAGMA synchronous=OFF; "
                                                   "PRAGMA journal_mode=MEMORY");
        }
        for (const char* sql :
             {"UPDATE source SET title=?, issuer=?1, number=?1, territory=?1",
              "UPDATE record SET holder=?, note=?1, subject_as_written=?1, facts=?1, line=?1, "
              "value_as_written=?1, unit=?1, category=?1, period_as_written=?1",
              "UPDATE record_subject SET subject=?", "UPDATE record_place SET text=?, context=?1"})
            m_workspace->file().database().prepare(sql).bind(1, text).run();
        m_workspace->forgetRecords();
        std::vector<page::PageTheme> themes;
        themes.push_back(page::evaluateOnDays(
            [&](Language language, std::optional<Date>) {
                theme::Settings settings;
                return figures::figuresOf(m_theme, settings, *m_workspace, language);
            },
            std::vector<Date>{}));
        return page::htmlPage(*m_workspace, themes, {text, Language::Vietnamese}).html;
    }

private:
    std::filesystem::path m_file;
    theme::Theme m_theme = theme::readTheme(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
    std::optional<Workspace> m_workspace;
};

std::ptrdiff_t tags(const std::string& html) {
    return std::count(html.begin(), html.end(), '<');
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string escaped = page::htmlText(text);
    fuzz::require(escaped.find_first_of("<>\"'") == std::string::npos, "A text could be a tag.");
    fuzz::require(page::scriptText(text).find('<') == std::string::npos, "JSON could be a tag.");
    static Page page;
    static const std::string harmless = page.of("harmless");
    static const std::ptrdiff_t own = tags(harmless);
    fuzz::require(harmless.find("\"harmless\"") != std::string::npos, "The record is not shown.");
    std::string html;
    if (fuzz::isTaken([&] { html = page.of(text); }))
        fuzz::require(tags(html) == own, "A text became a tag of the page.");
    return 0;
}
