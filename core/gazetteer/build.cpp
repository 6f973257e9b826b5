#include "core/gazetteer/build.hpp"

#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/geometry/shape.hpp"
#include "core/store/workspace_file.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace terroir::gazetteer {

namespace {

/// Cells of a row by column name, and the sentence for a bad one.
class Sheet {
public:
    explicit Sheet(const std::filesystem::path& file) : m_table(readCsv(file)) {}
    const std::vector<TextRow>& rows() const { return m_table.rows; }
    std::size_t column(std::string_view name) const { return m_table.requireColumn(name); }
    [[noreturn]] void refuse(const TextRow& row, std::string_view column,
                             const LocalText& why) const {
        throw InputError(m_table.file, row.line, column, why);
    }
    std::optional<double> number(const TextRow& row, std::size_t column) const {
        const std::string& cell = row.cells[column];
        if (cell.empty())
            return std::nullopt;
        const auto value = parsePlainNumber(cell);
        if (!value)
            refuse(row, m_table.header[column],
                   localText("'{}' không phải là số.", "'{}' is not a number.", cell));
        return value;
    }
    Date date(const TextRow& row, std::size_t column, Date open) const {
        const std::string& cell = row.cells[column];
        if (cell.empty())
            return open;
        const auto value = parseDate(cell);
        if (!value)
            refuse(row, m_table.header[column],
                   localText("'{}' không phải là ngày (YYYY-MM-DD).",
                             "'{}' is not a date (YYYY-MM-DD).", cell));
        return *value;
    }

private:
    TextTable m_table;
};

struct KnownUnit {
    const TextRow* row = nullptr;
    Level level = Level::Commune;
    Period valid;
    std::string_view code, parent;
};
using KnownUnits = std::unordered_map<std::string_view, KnownUnit>;

constexpr std::array<std::string_view, 9> provinceTypes{"tỉnh", "thành phố"};
constexpr std::array<std::string_view, 9> districtTypes{"huyện", "quận", "thị xã", "thành phố"};
constexpr std::array<std::string_view, 9> communeTypes{"xã", "phường", "thị trấn", "đặc khu"};

bool typeFits(Level level, std::string_view type) {
    const auto& types = level == Level::Province   ? provinceTypes
                        : level == Level::District ? districtTypes
                                                   : communeTypes;
    return !type.empty() && std::find(types.begin(), types.end(), type) != types.end();
}

std::size_t codeWidth(Level level) {
    return level == Level::Province ? 2 : level == Level::District ? 3 : 5;
}

bool isCode(std::string_view code, Level level) {
    return code.size() == codeWidth(level) &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class UnitsTable {
public:
    explicit UnitsTable(const std::filesystem::path& file) : m_sheet(file) {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i] = m_sheet.column(names[i]);
        for (const TextRow& row : m_sheet.rows())
            take(row);
        checkParents();
        checkVersions();
    }

    void store(store::Database& database) const {
        store::Statement insert = database.prepare(
            "INSERT INTO unit(uid, code, level, type, name, parent, valid_from, valid_to, area_km2,"
            " area_source, population, lon, lat, source) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        for (const TextRow& row : m_sheet.rows()) {
            for (const int text :
                 {Uid, Code, LevelName, Type, Name, Parent, From, To, AreaSource, Source})
                insert.bindTextOrNull(position(text), cell(row, text));
            for (const int number : {Area, Population, Lon, Lat})
                insert.bind(position(number), m_sheet.number(row, m_columns[std::size_t(number)]));
            insert.run();
        }
    }

    const KnownUnits& known() const { return m_known; }
    std::size_t size() const { return m_sheet.rows().size(); }

private:
    enum Column {
        Uid,
        Code,
        LevelName,
        Type,
        Name,
        Parent,
        From,
        To,
        Area,
        AreaSource,
        Population,
        Lon,
        Lat,
        Source
    };
    static constexpr std::array<std::string_view, 14> names{
        "uid",      "code",     "level",       "type",       "name", "parent", "valid_from",
        "valid_to", "area_km2", "area_source", "population", "lon",  "lat",    "source"};
    static int position(int column) { return column + 1; }

    const std::string& cell(const TextRow& row, int column) const {
        return row.cells[m_columns[std::size_t(column)]];
    }
    [[noreturn]] void refuse(const TextRow& row, int column, const LocalText& why) const {
        m_sheet.refuse(row, names[std::size_t(column)], why);
    }

    void take(const TextRow& row) {
        const auto level = parseLevel(cell(row, LevelName));
        if (!level)
            refuse(row, LevelName,
                   localText("'{}' không phải là province, district hay commune.",
                             "'{}' is not province, district or commune.", cell(row, LevelName)));
        const std::string& code = cell(row, Code);
        if (!isCode(code, *level))
            refuse(row, Code,
                   localText("'{}' không phải là mã {} ({} chữ số).",
                             "'{}' is not a code of a {} ({} digits).", code, inWords(*level),
                             codeWidth(*level)));
        if (!cell(row, Uid).starts_with(code + "@"))
            refuse(row, Uid,
                   localText("'{}' không bắt đầu bằng mã '{}@'.",
                             "'{}' does not begin with the code '{}@'.", cell(row, Uid), code));
        if (!typeFits(*level, cell(row, Type)))
            refuse(row, Type,
                   localText("'{}' không phải là loại đơn vị của cấp {}.",
                             "'{}' is not a type of {}.", cell(row, Type), inWords(*level)));
        if (cell(row, Name).empty() || text::toNfc(cell(row, Name)) != cell(row, Name))
            refuse(row, Name,
                   localText("'{}' trống hoặc không ở dạng Unicode NFC.",
                             "'{}' is empty or not in Unicode NFC.", cell(row, Name)));
        const Period valid{m_sheet.date(row, m_columns[From], Date::beginning()),
                           m_sheet.date(row, m_columns[To], Date::end())};
        if (valid.to <= valid.from)
            refuse(row, To,
                   localText("{} hết hiệu lực ngày {}, không sau ngày bắt đầu {}.",
                             "{} ends on {}, not after it begins on {}.", cell(row, Uid),
                             cell(row, To), cell(row, From)));
        const auto area = m_sheet.number(row, m_columns[Area]);
        if (area && *area <= 0)
            refuse(row, Area,
                   localText("không thể có diện tích {} km².", "an area of {} km² is not possible.",
                             *area));
        const auto lon = m_sheet.number(row, m_columns[Lon]),
                   lat = m_sheet.number(row, m_columns[Lat]);
        // Vietnam with its islands, a little wider.
        if (lon.has_value() != lat.has_value() ||
            (lon && (*lon < 102 || *lon > 118 || *lat < 6 || *lat > 24)))
            refuse(
                row, Lon,
                localText(
                    "điểm {} {} không nằm ở Việt Nam (kinh độ 102 đến 118, vĩ độ 6 đến 24).",
                    "the point {} {} is not in Vietnam (longitude 102 to 118, latitude 6 to 24).",
                    cell(row, Lon), cell(row, Lat)));
        if (!m_known
                 .emplace(cell(row, Uid), KnownUnit{&row, *level, valid, code, cell(row, Parent)})
                 .second)
            refuse(row, Uid,
                   localText("'{}' có hai lần trong bảng.", "'{}' stands twice in the table.",
                             cell(row, Uid)));
    }

    void checkParents() const {
        for (const auto& [uid, unit] : m_known) {
            if (unit.level == Level::Province) {
                if (!unit.parent.empty())
                    refuse(
                        *unit.row, Parent,
                        localText("tỉnh không có đơn vị cấp trên.", "a province has no parent."));
                continue;
            }
            const auto parent = m_known.find(unit.parent);
            if (parent == m_known.end())
                refuse(*unit.row, Parent,
                       localText("không có đơn vị cấp trên '{}' của {}.",
                                 "the parent '{}' of {} does not exist.", unit.parent, uid));
            if (parent->second.level >= unit.level)
                refuse(*unit.row, Parent,
                       localText("đơn vị cấp trên '{}' của {} không thuộc cấp cao hơn.",
                                 "the parent '{}' of {} is not of a higher level.", unit.parent,
                                 uid));
            const Period& outer = parent->second.valid;
            if (outer.from >= unit.valid.to || outer.to < unit.valid.to)
                refuse(*unit.row, Parent,
                       localText("đơn vị cấp trên '{}' không còn hiệu lực vào ngày cuối của {}.",
                                 "the parent '{}' is not in force on the last day of {}.",
                                 unit.parent, uid));
        }
    }

    void checkVersions() const {
        std::map<std::pair<std::string_view, Level>, std::vector<const KnownUnit*>> byCode;
        for (const auto& [uid, unit] : m_known)
            byCode[{unit.code, unit.level}].push_back(&unit);
        for (auto& [key, versions] : byCode) {
            std::sort(versions.begin(), versions.end(), [](const KnownUnit* a, const KnownUnit* b) {
                return a->valid.from < b->valid.from;
            });
            for (std::size_t i = 1; i < versions.size(); ++i)
                if (versions[i]->valid.from < versions[i - 1]->valid.to)
                    refuse(*versions[i]->row, From,
                           localText("mã {} có hai đơn vị cùng hiệu lực từ ngày {}.",
                                     "code {} is in force twice from {} on.", key.first,
                                     versions[i]->valid.from.toString()));
        }
    }

    Sheet m_sheet;
    std::array<std::size_t, names.size()> m_columns{};
    KnownUnits m_known;
};

std::size_t storeSuccession(store::Database& database, const std::filesystem::path& file,
                            const KnownUnits& known) {
    const Sheet sheet(file);
    const std::array<std::string_view, 8> names{"predecessor", "successor",  "date",
                                                "decree",      "area_share", "kind",
                                                "share_basis", "evidence"};
    std::array<std::size_t, names.size()> columns{};
    std::transform(names.begin(), names.end(), columns.begin(),
                   [&](std::string_view name) { return sheet.column(name); });
    store::Statement insert =
        database.prepare("INSERT INTO succession(predecessor, successor, date, decree, area_share, "
                         "kind, share_basis, evidence)"
                         " VALUES(?,?,?,?,?,?,?,?)");
    for (const TextRow& row : sheet.rows()) {
        const auto unitOf = [&](std::size_t which) -> const KnownUnit& {
            const auto found = known.find(row.cells[columns[which]]);
            if (found == known.end())
                sheet.refuse(row, names[which],
                             localText("không có đơn vị '{}'.", "there is no unit '{}'.",
                                       row.cells[columns[which]]));
            return found->second;
        };
        const Date date = sheet.date(row, columns[2], Date::beginning());
        if (unitOf(0).valid.to != date)
            sheet.refuse(row, names[0],
                         localText("{} không hết hiệu lực vào ngày {}.", "{} did not end on {}.",
                                   row.cells[columns[0]], date.toString()));
        if (unitOf(1).valid.from != date)
            sheet.refuse(row, names[1],
                         localText("{} không bắt đầu hiệu lực từ ngày {}.",
                                   "{} did not begin on {}.", row.cells[columns[1]],
                                   date.toString()));
        const std::string& kind = row.cells[columns[5]];
        if (kind != "whole" && kind != "part" && kind != "rename" && kind != "split")
            sheet.refuse(row, names[5],
                         localText("'{}' không phải là whole, part, rename hay split.",
                                   "'{}' is not whole, part, rename or split.", kind));
        const auto share = sheet.number(row, columns[4]);
        if (share && (*share < 0 || *share > 1.0001))
            sheet.refuse(row, names[4],
                         localText("tỷ lệ {} không nằm giữa 0 và 1.",
                                   "a share of {} is not between 0 and 1.", *share));
        for (std::size_t i = 0; i < names.size(); ++i)
            insert.bindTextOrNull(int(i) + 1, row.cells[columns[i]]);
        insert.bind(5, share).run();
    }
    return sheet.rows().size();
}

std::size_t storeAliases(store::Database& database, const std::filesystem::path& file,
                         const KnownUnits& known) {
    const Sheet sheet(file);
    const std::size_t unit = sheet.column("unit"), alias = sheet.column("alias"),
                      kind = sheet.column("kind");
    store::Statement insert =
        database.prepare("INSERT INTO alias(unit, alias, kind) VALUES(?,?,?)");
    for (const TextRow& row : sheet.rows()) {
        if (!known.contains(row.cells[unit]))
            sheet.refuse(
                row, "unit",
                localText("không có đơn vị '{}'.", "there is no unit '{}'.", row.cells[unit]));
        if (row.cells[alias].empty())
            sheet.refuse(row, "alias",
                         localText("cách viết khác bị để trống.", "the other spelling is empty."));
        insert.bind(1, row.cells[unit])
            .bind(2, row.cells[alias])
            .bindTextOrNull(3, row.cells[kind])
            .run();
    }
    return sheet.rows().size();
}

/// Rings of one province by part; the first ring of a part is its outer one.
using Rings = std::map<int, std::map<int, geometry::Ring>>;

geometry::MultiPolygon closedShape(const Rings& rings) {
    geometry::MultiPolygon out;
    for (const auto& [part, members] : rings) {
        geometry::Polygon polygon;
        for (const auto& [number, points] : members) {
            geometry::Ring ring = points;
            if (ring.front() != ring.back())
                ring.push_back(ring.front());
            if (polygon.outer.empty())
                polygon.outer = std::move(ring);
            else
                polygon.holes.push_back(std::move(ring));
        }
        out.push_back(std::move(polygon));
    }
    return out;
}

std::size_t storeOutlines(store::Database& database, const std::filesystem::path& file,
                          const KnownUnits& known) {
    const Sheet sheet(file);
    const std::size_t province = sheet.column("province"), part = sheet.column("part"),
                      ring = sheet.column("ring"), lon = sheet.column("lon"),
                      lat = sheet.column("lat");
    std::map<std::string, Rings> outlines;
    std::map<std::string, const TextRow*> lastRow;
    for (const TextRow& row : sheet.rows()) {
        const auto unit = known.find(row.cells[province]);
        if (unit == known.end() || unit->second.level != Level::Province)
            sheet.refuse(row, "province",
                         localText("'{}' không phải là tỉnh.", "'{}' is not a province.",
                                   row.cells[province]));
        const auto x = sheet.number(row, lon), y = sheet.number(row, lat);
        const auto whichPart = sheet.number(row, part), whichRing = sheet.number(row, ring);
        if (!x || !y || !whichPart || !whichRing)
            sheet.refuse(row, "",
                         localText("phải ghi đủ part, ring, lon và lat.",
                                   "part, ring, lon and lat must all be given."));
        outlines[row.cells[province]][int(*whichPart)][int(*whichRing)].push_back({*x, *y});
        lastRow[row.cells[province]] = &row;
    }
    store::Statement insert =
        database.prepare("INSERT INTO outline(province, geom) VALUES(?, GeomFromWKB(?, 4326))");
    for (const auto& [uid, rings] : outlines) {
        for (const auto& [whichPart, members] : rings)
            for (const auto& [whichRing, points] : members)
                if (points.size() < 3)
                    sheet.refuse(*lastRow[uid], "ring",
                                 localText("một vòng của {} chỉ có {} điểm.",
                                           "a ring of {} has only {} points.", uid, points.size()));
        insert.bind(1, uid).bindBlob(2, geometry::toWkb(closedShape(rings))).run();
    }
    return outlines.size();
}

} // namespace

BuildCounts buildFromData(store::WorkspaceFile& workspace,
                          const std::filesystem::path& dataFolder) {
    const std::filesystem::path folder = dataFolder / "gazetteer";
    const UnitsTable units(folder / "units.csv");
    store::Database& database = workspace.database();
    store::Transaction transaction(database);
    units.store(database);
    BuildCounts counts;
    counts.units = units.size();
    counts.successions = storeSuccession(database, folder / "succession.csv", units.known());
    counts.aliases = storeAliases(database, folder / "aliases.csv", units.known());
    counts.outlines = storeOutlines(database, folder / "outlines.csv", units.known());
    transaction.commit();
    return counts;
}

} // namespace terroir::gazetteer
