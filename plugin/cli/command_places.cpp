#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/documents/read_document.hpp"
#include "core/geocode/place_table.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/document_options.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/row_sink.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace terroir::cli {

namespace {

class PlacesCommand final : public Command {
public:
    std::string name() const override { return "places"; }
    LocalText summary() const override {
        return {"Tìm mọi địa danh trong một văn bản", "Find every place that a text names"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir places bao-cao.docx --as-of 31/12/2022 -o dia-danh.csv",
                "terroir places --text \"các xã Bản Bo, Nà Tăm (huyện Tam Đường)\" --as-of "
                "31/12/2022"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option(
            "FILE", m_file,
            words(".docx, .odt, .pdf, .html hoặc văn bản thuần (.txt; UTF-8, UTF-16, TCVN3, VNI, "
                  "Windows-1258); '-' là đầu vào chuẩn",
                  ".docx, .odt, .pdf, .html or plain text (.txt; UTF-8, UTF-16, TCVN3, VNI, "
                  "Windows-1258); '-' is standard input"));
        app.add_option("--text", m_text, words("văn bản thay cho tệp", "a text instead of a file"))
            ->type_name("TEXT");
        m_area.bindAsOf(app, words);
        app.add_option("--within,--context", m_area.within,
                       words("văn bản nói về đơn vị nào, ví dụ \"tỉnh Lai Châu\": quyết định giữa "
                             "các nơi trùng tên",
                             "which unit the text is about, such as \"tỉnh Lai Châu\": decides "
                             "between places of one name"))
            ->type_name("NAME");
        m_area.bindLevel(app, words);
        m_output.bind(app, words);
        app.add_option("--save-text", m_textFile,
                       words("ghi văn bản đã đọc vào tệp này (.txt, UTF-8): start và end là vị trí "
                             "ký tự trong đó",
                             "write the text as it was read to this file (.txt, UTF-8): start and "
                             "end are characters of it"))
            ->type_name("FILE");
    }

    void run(Context& context) override {
        if (m_text.empty() == m_file.empty())
            throw UsageError(LocalText{"Hãy ghi hoặc một tệp văn bản, hoặc --text với một văn bản.",
                                       "Give either a text file or --text with a text."});
        if (!text::isValidUtf8(m_text))
            throw UsageError(LocalText{"Chữ sau --text không phải là UTF-8.",
                                       "The text behind --text is not UTF-8."});
        const documents::Document read =
            m_text.empty() ? documents::readDocument(m_file) : documents::Document{m_text, {}, {}};
        const std::string& text = read.text;
        for (const LocalText& remark : read.remarks)
            context.note(localText("{}: {}.", "{}: {}.", m_file, remark));
        std::optional<OutputFile> textFile;
        if (!m_textFile.empty())
            textFile.emplace(m_textFile, m_output.mode());
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
        const std::optional<gazetteer::Level> level = m_area.level();
        geocode::PlaceFinder::Options options;
        const DocumentSetting setting =
            settingOf(documents::readLetterhead(text), m_area, workspace, context);
        options.asOf = setting.asOf;
        options.within = setting.within;
        context.step({"Đọc các tên của danh mục hành chính", "Reading the names of the gazetteer"});
        const geocode::PlaceFinder finder(workspace.geocoder());
        context.step({"Tìm địa danh trong văn bản", "Finding the places of the text"});
        std::vector<geocode::FoundPlace> places = finder.find(text, options);
        if (level)
            std::erase_if(places, [&](const geocode::FoundPlace& place) {
                return place.match.candidates.empty() ||
                       gazetteer.unit(place.match.candidates.front().unit).level != *level;
            });
        Table table = geocode::placeTable(places, gazetteer, options.asOf);
        if (!read.pages.empty())
            addPages(table, places, read);
        if (textFile)
            textFile->write(text);
        print(context, table, m_output);
        report(context, places);
    }

private:
    /// Behind the line: the page of each place.
    static void addPages(Table& table, std::span<const geocode::FoundPlace> places,
                         const documents::Document& read) {
        constexpr std::ptrdiff_t at = 3;
        table.columns.insert(table.columns.begin() + at, Column("page"));
        for (std::size_t i = 0; i < places.size(); ++i)
            table.rows[i].insert(table.rows[i].begin() + at,
                                 countOf(read.pageOf(places[i].firstByte)));
    }

    static void report(const Context& context, const std::vector<geocode::FoundPlace>& places) {
        const auto count = [&](geocode::Status status) {
            return std::count_if(
                places.begin(), places.end(),
                [&](const geocode::FoundPlace& place) { return place.match.status == status; });
        };
        context.note(localText("{} khớp, {} chưa rõ, {} không tìm thấy.",
                               "{} matched, {} ambiguous, {} unmatched.",
                               count(geocode::Status::Matched), count(geocode::Status::Ambiguous),
                               count(geocode::Status::Unmatched)));
    }

    std::string m_file, m_text, m_textFile;
    WhereWhenOptions m_area;
    OutputOptions m_output;
};

} // namespace

std::unique_ptr<Command> makePlacesCommand() {
    return std::make_unique<PlacesCommand>();
}

} // namespace terroir::cli
