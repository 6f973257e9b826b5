#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/xlsx_parts.hpp"

#include <algorithm>
#include <utility>

namespace terroir::sheets {

namespace {

constexpr XmlNamespace relationshipsNamespace[] = {
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
};

/// "xl/workbook.xml" and "worksheets/sheet1.xml": "xl/worksheets/sheet1.xml".
std::string resolved(const std::string& part, std::string_view target) {
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    const std::filesystem::path folder = std::filesystem::path(part).parent_path();
    return (folder / target).lexically_normal().generic_string();
}

struct Relation {
    std::string id, type, part; ///< the type without its namespace: "worksheet"
};

class RelationsHandler final : public XmlHandler {
public:
    explicit RelationsHandler(std::string part)
        : XmlHandler(relationshipsNamespace), m_part(std::move(part)) {}
    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (element != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        const std::string_view type = attributes.value("Type");
        relations.push_back({std::string(attributes.value("Id")),
                             std::string(type.substr(type.rfind('/') + 1)),
                             resolved(m_part, attributes.value("Target"))});
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<Relation> relations;

private:
    std::string m_part; ///< whose relations they are
};

struct SheetEntry {
    std::string name, relation, part;
    bool isHidden = false;
};

class WorkbookHandler final : public XmlHandler {
public:
    WorkbookHandler() : XmlHandler(xlsx::spreadsheet) {}
    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "sheet") {
            const std::string_view state = attributes.value("state");
            sheets.push_back({std::string(attributes.value("name")),
                              std::string(attributes.value("r", "id")),
                              {},
                              state == "hidden" || state == "veryHidden"});
        } else if (element == "workbookPr") {
            const std::string_view date = attributes.value("date1904");
            if (date == "1" || date == "true")
                days = DayCount::From1904;
        }
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<SheetEntry> sheets;
    DayCount days = DayCount::From1900;
};

/// What the workbook part says, and where its parts are.
struct Contents {
    std::vector<SheetEntry> sheets; ///< without chart sheets and the like
    std::string strings, styles;    ///< parts; empty when there is none
    DayCount days = DayCount::From1900;
};

std::vector<Relation> relationsOf(Package& package, const std::string& part,
                                  const std::string& file) {
    const std::filesystem::path path(part);
    const std::string relations =
        (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
    RelationsHandler handler(part);
    package.read(relations,
                 [&](const ByteSource& bytes) { readXml(bytes, file, relations, handler); });
    return std::move(handler.relations);
}

Contents contentsOf(Package& package, const std::string& file) {
    std::string part = "xl/workbook.xml";
    for (const Relation& relation : relationsOf(package, "", file))
        if (relation.type == "officeDocument")
            part = relation.part;
    WorkbookHandler handler;
    package.read(part, [&](const ByteSource& bytes) { readXml(bytes, file, part, handler); });
    Contents contents;
    contents.days = handler.days;
    const std::vector<Relation> relations = relationsOf(package, part, file);
    for (const Relation& relation : relations) {
        if (relation.type == "sharedStrings")
            contents.strings = relation.part;
        else if (relation.type == "styles")
            contents.styles = relation.part;
    }
    for (SheetEntry& sheet : handler.sheets) {
        const auto found =
            std::find_if(relations.begin(), relations.end(),
                         [&](const Relation& relation) { return relation.id == sheet.relation; });
        if (found == relations.end())
            failDamaged(file, localText("không có phần nào cho trang '{}'",
                                        "the sheet '{}' has no part", sheet.name));
        sheet.part = found->part;
        if (found->type == "worksheet")
            contents.sheets.push_back(std::move(sheet));
    }
    return contents;
}

std::vector<std::string> namesOf(const Contents& contents) {
    std::vector<std::string> names;
    for (const SheetEntry& sheet : contents.sheets)
        names.push_back(sheet.name);
    return names;
}

} // namespace

Workbook readXlsx(const std::filesystem::path& file, const std::string& sheet) {
    WorkbookBuilder workbook(file.string());
    Package package(file);
    const Contents contents = contentsOf(package, workbook.file());
    const std::vector<std::string> names = namesOf(contents);
    if (!sheet.empty() && std::find(names.begin(), names.end(), sheet) == names.end())
        failNoSheet(workbook.file(), sheet, names);
    xlsx::Shared shared;
    shared.days = contents.days;
    if (!contents.strings.empty())
        shared.strings = xlsx::readStrings(package, contents.strings, workbook);
    if (!contents.styles.empty())
        shared.formats = xlsx::readFormats(package, contents.styles, workbook.file());
    for (const SheetEntry& entry : contents.sheets) {
        if (!sheet.empty() && entry.name != sheet)
            continue;
        SheetBuilder builder(workbook, entry.name);
        builder.sheet().isHidden = entry.isHidden;
        xlsx::readSheet(package, entry.part, shared, workbook, builder);
        workbook.add(builder.finish());
    }
    return workbook.take();
}

std::vector<std::string> xlsxSheets(const std::filesystem::path& file) {
    Package package(file);
    return namesOf(contentsOf(package, file.string()));
}

} // namespace terroir::sheets
