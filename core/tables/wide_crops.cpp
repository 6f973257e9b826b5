#include "core/tables/wide_crops.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/part_runs.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/wide_columns.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <set>

namespace terroir::tables {

namespace {

/// "Tổng diện tích (ha)" of the "Na" below "Trong đó" beside it: the parts of a sum are what it
/// is.
std::optional<GuessedColumn> sumBefore(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    const auto part = path.size() == 2 ? afterPartWord(path.front()) : std::nullopt;
    if (!part || !part->empty() || !text::isThing(path.back()) || !unitInHeader(path).empty())
        return std::nullopt;
    while (i > 0 && open.table.columns[i].path.front() == path.front())
        if (open.table.columns[--i].path.empty())
            return std::nullopt;
    const auto& sum = open.table.columns[i].path;
    if (sum.size() != 1 || !isTotalWord(sum.front()))
        return std::nullopt;
    for (const GuessedColumn& column : open.result.columns)
        if (column.column == i && isMeasure(column.field) && !column.unit.empty())
            return column;
    return std::nullopt;
}

/// "Gia súc / Tổng gia súc" beside "Gia súc / Trâu", "Gia súc / Bò": a sum of things that stand
/// there themselves, while "Lợn / Tổng số" beside "Lợn / Nái" is all the pigs.
bool isSumOfNames(const OpenGuess& open, const std::vector<std::string>& path) {
    if (path.size() < 2 || !isTotalWord(path.back()) || afterPartWord(path.back()))
        return false;
    std::size_t names = 0;
    for (const FoundColumn& column : open.table.columns) {
        if (column.path.size() < 2 || column.path.front() != path.front() || column.path == path)
            continue;
        for (const std::string& line : column.path)
            if (afterPartWord(line))
                return false;
        names += isAttribute(column.path.back()) || isPartWord(column.path.back()) ? 0 : 1;
    }
    return names >= 2;
}

/// "Trong đó: lợn nái (con)" beside "Lợn (con)", in a table of such columns: what the part is of is
/// the whole before it.
void addParts(OpenGuess& open) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const auto part = path.size() == 1 ? afterPartWord(path.front()) : std::nullopt;
        if (!part || open.taken[i] || open.values[i].filled == 0 || open.values[i].numbers < 0.5 ||
            !(text::isThing(*part) || isAttribute(*part)))
            continue;
        const WideColumn* whole = nullptr;
        for (const WideColumn& one : open.result.wide)
            if (one.column < i && one.partOf.empty() && !one.subject.empty() &&
                (whole == nullptr || one.column > whole->column))
                whole = &one;
        if (whole == nullptr)
            continue;
        const WideColumn its = *whole;
        open.addWide(i, its.measure, partName(its.subject, *part), its.period, its.isPlanned,
                     its.unit)
            .partOf = its.subject;
    }
}

/// "Bò sữa (con)" beside "SL sữa (tấn)", "SL trứng (nghìn quả)".
void addPlainThings(OpenGuess& open) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const bool isWide = std::any_of(open.result.wide.begin(), open.result.wide.end(),
                                        [&](const WideColumn& wide) { return wide.column == i; });
        if (path.size() == 1 && !isWide && text::isThing(path.back()) && open.isNumbersOnly(i))
            open.addWide(i, open.measureOf(unitInHeader(path)), withoutUnit(path.back()));
    }
}

/// "VietGAP" of "Diện tích VietGAP (ha)": how it is grown, and not what.
bool isStandard(const std::string& name) {
    return !text::isThing(name) && records::findCategory("certification", name) != nullptr;
}

/// "Tổng đàn trâu", "Tổng đàn lợn", "Trong đó: lợn nái" side by side.
bool findMeasuredCrops(OpenGuess& open) {
    struct Found {
        std::size_t column;
        PartedHeader header;
        std::string unit; ///< of a part: that of the whole before it
        std::string partOf = {};
    };
    std::vector<Found> crops;
    std::set<std::string> subjects;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        if (path.size() != 1 || open.values[i].filled == 0 || open.values[i].numbers < 0.5)
            continue;
        const auto meanings = meaningsOf(path, open.kind);
        if (!meanings.empty() && meanings.front().share >= 0.9 &&
            !isMeasure(meanings.front().field))
            continue; // "Số TT", "Số hộ"
        if (const auto crop = open.measuredCrop(path.front()); crop && !isStandard(crop->subject)) {
            crops.push_back({i, *crop, unitInHeader(path)});
            subjects.insert(crop->subject + crop->period);
        } else if (const auto part = afterPartWord(path.front());
                   part && !crops.empty() && (text::isThing(*part) || isAttribute(*part)) &&
                   !isPartWord(*part)) {
            // It is of the whole before it.
            const auto whole = std::find_if(crops.rbegin(), crops.rend(),
                                            [](const Found& one) { return one.partOf.empty(); });
            const std::string unit = unitInHeader(path);
            crops.push_back({i,
                             {partName(whole->header.subject, *part), whole->header.measure},
                             unit.empty() ? whole->unit : unit,
                             whole->header.subject});
        }
    }
    if (subjects.size() < 2)
        return false;
    for (const Found& found : crops)
        open.addWide(found.column, found.header.measure, found.header.subject, found.header.period,
                     false, found.unit)
            .partOf = found.partOf;
    addPlainThings(open);
    open.leaveTotals();
    return true;
}

/// Numbers under a header that means nothing else.
bool isPlainCrop(const OpenGuess& open, std::size_t i) {
    return !open.taken[i] && !open.table.columns[i].path.empty() && open.values[i].filled > 0 &&
           open.values[i].numbers >= 0.6 && !isTotalWord(open.table.columns[i].path.back()) &&
           !isPartWord(open.table.columns[i].path.back());
}

/// One line of headers that mean nothing else, over numbers: "Chè", "Ngô (ha)", "Trâu".
void findPlainCrops(OpenGuess& open) {
    if (open.result.find("subject") != nullptr || open.result.find("variety") != nullptr ||
        open.result.find("area") != nullptr || open.result.find("count") != nullptr ||
        open.result.find("value") != nullptr || !open.result.wide.empty())
        return;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (isPlainCrop(open, i))
            columns.push_back(i);
    if (columns.size() < 2)
        return;
    for (const std::size_t i : columns) {
        const std::string unit = unitInHeader({open.table.columns[i].path.back()});
        open.addWide(i, open.measureOf(unit), withoutUnit(open.table.columns[i].path.back()));
    }
    open.leaveTotals();
}

/// "Lúa (ha)" beside columns of other things: what the rows are about stands nowhere else.
void findKnownCrops(OpenGuess& open) {
    // A measure of its own says that the rows name their things elsewhere.
    const auto isOtherMeasure = [&](const GuessedColumn& column) {
        const auto& path = open.table.columns[column.column].path;
        return isMeasure(column.field) && !(path.size() == 1 && text::isThing(path.back()));
    };
    if (!open.isAboutThings() ||
        std::any_of(open.result.columns.begin(), open.result.columns.end(), isOtherMeasure))
        return;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (const auto& path = open.table.columns[i].path;
            path.size() == 1 && text::isThing(path.back()) && open.isNumbersOnly(i)) {
            const std::string unit = unitInHeader(path);
            open.addWide(i, open.measureOf(unit), withoutUnit(path.back()));
        }
}

/// A column of numbers of one crop or animal.
struct CropColumn {
    std::size_t column = 0;
    std::string measure, subject, period = {};
    bool isPlanned = false;
    std::string unit = {};   ///< of a part: that of the sum before it
    bool isOfParts = false;  ///< a sum or a part of a thing
    std::string partOf = {}; ///< of a part: the thing
};

/// A name over its measure, or a measure over names: "Chè / Diện tích", "Diện tích (ha) / Chè",
/// "Chè / 2023", "Chè (ha) / Xã A", "Vật nuôi / Lợn".
std::optional<CropColumn> namedCrop(const OpenGuess& open, std::size_t i,
                                    const std::vector<std::string>& path) {
    const auto leaf = meaningsOf({path.back()}, open.kind);
    const auto top = meaningsOf({path.front()}, open.kind);
    const bool leafMeasures = !leaf.empty() && isMeasure(leaf.front().field);
    const bool topMeasures = isMeasuredLine(path.front(), open.kind);
    const bool leafIsName = leaf.empty() || leaf.front().share < 0.5;
    const bool topIsName = top.empty() || top.front().share < 0.5 ||
                           isAnyOf(top.front().field, {"subject", villageColumn});
    const std::string topUnit = unitInHeader({path.front()});
    // "Tổng đàn gia súc (con)" over "Trâu", "Bò" is a measure of each and no sum.
    if (isTotalWord(path.back()) || (isTotalWord(path.front()) && !text::isThing(path.back())))
        return std::nullopt;
    if (leafMeasures && topIsName)
        return CropColumn{i,
                          leaf.front().field == "value" ? open.measureOf(unitInHeader(path))
                                                        : leaf.front().field,
                          withoutUnit(path.front())};
    const auto year = headerYearOf(path.back());
    if (topMeasures && leafIsName && !year && !isPartWord(path.back()))
        return CropColumn{i, top.front().field, withoutUnit(path.back())};
    if (year && topIsName && !topMeasures)
        return CropColumn{i, open.measureOf(topUnit), withoutUnit(path.front()),
                          std::to_string(year->year), year->isPlanned};
    const bool isBelowThings = !top.empty() && top.front().field == "subject" &&
                               top.front().share >= 0.5; // "Vật nuôi / Lợn nái"
    const bool areThings = text::isThing(path.front()) && text::isThing(path.back());
    if (topIsName && leafIsName && !isPartWord(path.back()) &&
        (!topUnit.empty() || isBelowThings || areThings)) // "Bò / Bò sữa"
        return CropColumn{i, open.measureOf(topUnit), withoutUnit(path.back())};
    return std::nullopt;
}

/// What a header of several lines says of a crop; nothing for other headers.
std::optional<CropColumn> cropColumn(const OpenGuess& open, std::size_t i) {
    std::vector<std::string> path = open.table.columns[i].path;
    if (isMoneyUnit(unitInHeader(path)) && open.kind != "generic")
        return std::nullopt;
    // "TH" and "KH" below a crop: what was done, beside its plan.
    const std::string last = headerWords(path.back());
    const bool isPlan = isAnyOf(last, {"kh", "ke hoach"});
    if (isPlan && path.size() == 2) {
        if (isMeasuredLine(path.front(), open.kind) || isTotalWord(path.front()))
            return std::nullopt;
        return CropColumn{
            i, open.measureOf(unitInHeader(path)), withoutUnit(path.front()), {}, isPlan};
    }
    if (path.size() > 2 && (isPlan || isAnyOf(last, {"th", "thuc hien"})))
        path.pop_back();
    if (open.fieldOf(i) != knownColumn && !isSumOfNames(open, path))
        if (const auto parted = partedHeader(path, open.kind))
            return CropColumn{i,
                              parted->measure.empty() ? open.measureOf(unitInHeader(path))
                                                      : parted->measure,
                              parted->subject,
                              {},
                              false,
                              {},
                              true,
                              parted->partOf};
    if (const auto sum = sumBefore(open, i))
        return CropColumn{i, sum->field, withoutUnit(path.back()), {}, isPlan, sum->unit};
    auto crop = namedCrop(open, i, path);
    if (crop)
        crop->isPlanned = crop->isPlanned || isPlan;
    return crop;
}

/// "Tổng số | Trong đó: gà | Vịt": the things of a sum, and the sum itself where it names one. The
/// columns that say so go to `known`.
std::vector<CropColumn> cropsOfRuns(OpenGuess& open, std::set<std::size_t>& known) {
    std::vector<CropColumn> crops;
    for (const PartRun& run : partRuns(open)) {
        const std::string field = open.fieldOf(run.whole);
        const std::string sumUnit = unitInHeader(open.table.columns[run.whole].path);
        const auto add = [&](std::size_t column, const std::string& name) {
            const std::string own = unitInHeader(open.table.columns[column].path);
            const std::string unit = own.empty() ? sumUnit : own;
            crops.push_back({column,
                             isMeasure(field) && own.empty() ? field : open.measureOf(unit),
                             name,
                             {},
                             false,
                             unit,
                             true});
            known.insert(column);
        };
        if (!run.wholeName.empty())
            add(run.whole, run.wholeName);
        else
            open.result.sums[run.whole] = run.parts;
        known.insert(run.whole);
        for (const std::size_t part : run.parts) {
            add(part, nameInRun(open, part));
            crops.back().partOf = run.wholeName;
        }
    }
    return crops;
}

/// Animals without parts have one line, and so have crops beside a group of them.
void addLonelyLines(const OpenGuess& open, const std::set<std::size_t>& known,
                    std::vector<CropColumn>& crops) {
    const bool hasParts = std::any_of(crops.begin(), crops.end(),
                                      [](const CropColumn& crop) { return crop.isOfParts; });
    for (std::size_t i = 0; !crops.empty() && i < open.table.columns.size(); ++i)
        if (const auto& path = open.table.columns[i].path;
            path.size() == 1 && !known.contains(i) &&
            ((hasParts && isPlainCrop(open, i)) ||
             (text::isThing(path.back()) && open.isNumbersOnly(i)))) {
            const auto crop = open.measuredCrop(path.back()); // "Tổng đàn trâu (con)"
            crops.push_back({i, crop ? crop->measure : open.measureOf(unitInHeader(path)),
                             crop ? crop->subject : withoutUnit(path.back())});
        }
}

/// "Hộ nghèo: Tỷ lệ" of "Hộ nghèo" over "Tỷ lệ (%)".
std::string figureNamed(const std::vector<std::string>& path) {
    std::string name;
    for (const std::string& line : path)
        if (const std::string its = withoutUnit(line); !its.empty())
            name += (name.empty() ? "" : ": ") + its;
    return name;
}

/// "hộ" of "Số hộ nghèo", "người" of "Dân số".
std::string unitOfFigure(const OpenGuess& open, const std::vector<std::string>& path) {
    if (const std::string unit = unitInHeader(path); !unit.empty())
        return unit;
    const std::string words = headerWords(path.back()) + " ";
    for (const auto& [start, unit] : {std::pair{"so ho ", "hộ"},
                                      {"tong so ho ", "hộ"},
                                      {"so nguoi ", "người"},
                                      {"dan so ", "người"},
                                      {"so nhan khau ", "người"},
                                      {"so lao dong ", "lao động"}})
        if (words.starts_with(start))
            return unit;
    return records::unitCountedBy(open.kind, path.back());
}

/// Figures of any sort: "Chỉ tiêu" says what the rows are about, else each header over numbers.
void findFigures(OpenGuess& open) {
    if (open.kind != "generic" || open.has("subject") || open.has("variety") ||
        !open.result.wide.empty() || open.titles.isSubjectSure)
        return;
    for (GuessedColumn& column : open.result.columns)
        if (column.field == "indicator" && open.values[column.column].texts >= 0.5) {
            column.field = "subject";
            return;
        }
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const std::string field = open.fieldOf(i);
        const bool isNumbers = !path.empty() && open.values[i].filled > 0 &&
                               open.values[i].numbers >= 0.6 && !open.chosen.contains(i);
        if (!isNumbers || !(field.empty() || field == knownColumn || isMeasure(field)) ||
            isAnyOf(headerWords(path.back()), {"tong", "tong so", "tong cong", "cong"}))
            continue;
        open.addWide(i, "value", figureNamed(path), {}, false, unitOfFigure(open, path));
    }
}

} // namespace

void findWideCrops(OpenGuess& open) {
    if (open.result.wide.empty())
        findSeasons(open);
    if (open.has("subject") || open.has("variety") || !open.result.wide.empty())
        return;
    std::set<std::size_t> known;
    std::vector<CropColumn> crops = cropsOfRuns(open, known);
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (open.table.columns[i].path.size() >= 2 && open.values[i].numbers >= 0.5 &&
            !known.contains(i))
            if (auto crop = cropColumn(open, i))
                crops.push_back(std::move(*crop));
    addLonelyLines(open, known, crops);
    std::set<std::string> subjects;
    for (const CropColumn& crop : crops)
        subjects.insert(crop.subject);
    if (subjects.size() >= 2) {
        for (const CropColumn& crop : crops)
            open.addWide(crop.column, crop.measure, crop.subject, crop.period, crop.isPlanned,
                         crop.unit)
                .partOf = crop.partOf;
        addParts(open);
        open.leaveTotals();
        return;
    }
    if (open.result.wide.empty() && findMeasuredCrops(open))
        return;
    findPlainCrops(open);
    if (open.result.wide.empty())
        findKnownCrops(open);
    findFigures(open);
    addParts(open);
}

} // namespace terroir::tables
