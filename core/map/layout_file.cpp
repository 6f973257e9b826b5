#include "core/map/layout_file.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/map/page.hpp"
#include "core/theme/json_file.hpp"
#include "core/theme/json_members.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace terroir::map {

namespace {

using theme::Choice;
using theme::JsonNode;
using Members = theme::Members<Layout>;

constexpr Choice<LegendPlace> legendPlaces[] = {{"automatic", LegendPlace::Automatic},
                                                {"right", LegendPlace::Right},
                                                {"left", LegendPlace::Left},
                                                {"below", LegendPlace::Below}};
constexpr Choice<Grid> grids[] = {
    {"none", Grid::None}, {"graticule", Grid::Graticule}, {"vn2000", Grid::Vn2000}};

constexpr Choice<SidePart> sideParts[] = {
    {"table", SidePart::Table}, {"note", SidePart::Note}, {"locator", SidePart::Locator}};
constexpr Choice<LogoPlace> logoPlaces[] = {{"left", LogoPlace::Left}, {"right", LogoPlace::Right}};

constexpr double minSideMm = 100, maxSideMm = 2000;

/// "A3 landscape", "A4 portrait", or two numbers of millimetres, width first.
void readPaper(const JsonNode& node, Layout& layout) {
    if (node.isText()) {
        const std::string text = node.text();
        const std::size_t space = text.find(' ');
        const std::string way = space == std::string::npos ? "" : text.substr(space + 1);
        if (way != "landscape" && way != "portrait")
            node.fail(localText("'{}' không nói giấy ngang hay dọc; hãy viết \"A3 landscape\" "
                                "(ngang) hoặc \"A3 portrait\" (dọc).",
                                "'{}' does not say which way the paper lies; write \"A3 "
                                "landscape\" or \"A3 portrait\".",
                                text));
        try {
            const Page page = parsePaper(text.substr(0, space), way == "landscape");
            layout.widthMm = page.widthMm;
            layout.heightMm = page.heightMm;
        } catch (const UsageError& error) {
            node.fail(error.text());
        }
        return;
    }
    const std::vector<JsonNode> sides = node.items();
    if (sides.size() != 2)
        node.fail(localText("Khổ giấy cần hai số, rộng và cao theo mm, ở đây có {}; hãy viết ví dụ "
                            "[420, 297].",
                            "A paper has two sides, width and height in mm, and here are {}; "
                            "write for example [420, 297].",
                            sides.size()));
    for (const JsonNode& side : sides)
        if (const double mm = side.number(); !(mm >= minSideMm && mm <= maxSideMm))
            side.fail(localText("{} mm không phải là cạnh của một trang; hãy viết một số từ {} đến "
                                "{}.",
                                "{} mm is no side of a page; write a number from {} to {}.", mm,
                                minSideMm, maxSideMm));
    layout.widthMm = sides[0].number();
    layout.heightMm = sides[1].number();
}

/// By its name where it has one.
theme::Json writtenPaper(const Layout& layout) {
    if (layout.widthMm <= 0)
        return {};
    for (const char* const name : {"A0", "A1", "A2", "A3", "A4", "A5", "A6"})
        for (const bool isLandscape : {true, false})
            if (const Page page = parsePaper(name, isLandscape);
                page.widthMm == layout.widthMm && page.heightMm == layout.heightMm)
                return std::string(name) + (isLandscape ? " landscape" : " portrait");
    return theme::Json::array({theme::written(layout.widthMm), theme::written(layout.heightMm)});
}

/// Parts that are not named follow as they do without a word.
void readOrder(const JsonNode& node, Layout& layout) {
    std::vector<SidePart> order;
    const auto isIn = [&order](SidePart part) {
        return std::find(order.begin(), order.end(), part) != order.end();
    };
    for (const JsonNode& item : node.items()) {
        const SidePart part =
            theme::chosen(item, sideParts, {"phần cạnh chú giải", "part beside the legend"});
        if (isIn(part))
            item.fail(localText("'{}' có hai lần; hãy bỏ một.",
                                "'{}' stands there twice; take one out.", item.text()));
        order.push_back(part);
    }
    for (const auto& part : sideParts)
        if (!isIn(part.value))
            order.push_back(part.value);
    layout.order = std::move(order);
}

theme::Json writtenOrder(const Layout& layout) {
    theme::Json names = theme::Json::array();
    for (const SidePart part : layout.order)
        names.push_back(theme::wordFor(part, sideParts));
    return names;
}

void readLogo(const JsonNode& node, Layout& layout) {
    const std::filesystem::path logo = node.text();
    layout.logo = logo.is_absolute() ? logo : layout.file.parent_path() / logo;
}

/// An enumeration by its words.
template <class Value, std::size_t n>
theme::Member<Layout> word(const char* name, Value Layout::*at, const Choice<Value> (&choices)[n],
                           const LocalText& what) {
    return {name,
            [at, &choices, what](const JsonNode& node, Layout& layout) {
                layout.*at = theme::chosen(node, choices, what);
            },
            [at, &choices](const Layout& layout) -> theme::Json {
                return theme::wordFor(layout.*at, choices);
            }};
}

constexpr std::size_t longestText = 4000; // bytes: a note of half a page

/// On one line, and not longer than a page can show.
void requireLine(const JsonNode& node, std::string& text) {
    if (text.size() > longestText)
        node.fail(localText("đoạn này dài quá {} byte; hãy rút gọn.",
                            "this text is longer than {} bytes; shorten it.", longestText));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ')
            c = ' ';
}

void requireLine(const JsonNode& node, LocalText& text) {
    requireLine(node, text.vi);
    requireLine(node, text.en);
}

/// A text that is set on the page.
template <class Text>
theme::Member<Layout> words(const char* name, Text Layout::*at) {
    return {name,
            [at](const JsonNode& node, Layout& layout) {
                theme::read(node, layout.*at);
                requireLine(node, layout.*at);
            },
            [at](const Layout& layout) { return theme::written(layout.*at); }};
}

const Members& members() {
    static const Members all{
        words("name", &Layout::name),
        {"paper", readPaper, writtenPaper},
        words("title", &Layout::title),
        words("subtitle", &Layout::subtitle),
        word("legend", &Layout::legend, legendPlaces, {"chỗ của chú giải", "place of the legend"}),
        {"order", readOrder, writtenOrder},
        word("grid", &Layout::grid, grids, {"lưới tọa độ", "grid"}),
        theme::member("ratio", &Layout::ratio),
        theme::member("projection", &Layout::projection),
        theme::member("locator", &Layout::locator),
        theme::member("table", &Layout::table),
        theme::member("day", &Layout::day),
        words("department", &Layout::department),
        words("author", &Layout::author),
        words("file_number", &Layout::fileNumber),
        words("note", &Layout::note),
        {"logo", readLogo,
         [](const Layout& layout) { return theme::written(layout.logo.string()); }},
        word("logo_at", &Layout::logoAt, logoPlaces, {"chỗ của biểu trưng", "place of the logo"})};
    return all;
}

constexpr const char* extendsName = "extends";

std::string idOf(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.ends_with(layoutSuffix) ? name.substr(0, name.size() - layoutSuffix.size()) : name;
}

} // namespace

Layout readLayout(const std::filesystem::path& file, const FindLayout& find) {
    return parseLayout(readFile(file, theme::maxJsonBytes), file, find);
}

Layout parseLayout(const std::string& json, const std::filesystem::path& file,
                   const FindLayout& find) {
    const nlohmann::json document = theme::parseJson(json, file);
    const std::string name = file.string();
    const JsonNode node(document, name);
    std::vector<std::string> known = theme::namesOf(members());
    known.insert(known.begin(), extendsName);
    node.allowMembers(known);
    Layout layout;
    if (const auto extends = node.find(extendsName)) {
        try {
            layout = find(extends->text());
        } catch (const UsageError& error) {
            extends->fail(error.text());
        }
    }
    layout.id = idOf(file);
    layout.file = file;
    for (const theme::Member<Layout>& member : members())
        if (node.has(member.name))
            member.read(node.member(member.name), layout);
    return layout;
}

namespace {

/// What the layout has that the base has not; null where the base has what it has not.
theme::Json differenceTo(const theme::Json& base, const theme::Json& layout) {
    for (const auto& [name, value] : base.items())
        if (!layout.contains(name))
            return {};
    theme::Json own = theme::Json::object();
    for (const auto& [name, value] : layout.items())
        if (!base.contains(name) || base[name] != value)
            own[name] = value;
    return own;
}

} // namespace

void writeLayout(const Layout& layout, const Layout* base, const std::filesystem::path& file,
                 Overwrite overwrite) {
    theme::Json json = theme::writtenMembers(members(), layout);
    if (base != nullptr) {
        const theme::Json own = differenceTo(theme::writtenMembers(members(), *base), json);
        if (!own.is_null()) {
            json = theme::Json::object({{extendsName, base->id}});
            json.update(own);
        }
    }
    std::error_code ignored; // OutputFile says when it is not there
    std::filesystem::create_directories(file.parent_path(), ignored);
    OutputFile output(file, overwrite);
    output.write(json.dump(2) + "\n");
}

} // namespace terroir::map
