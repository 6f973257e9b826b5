#include "core/figures/page_words.hpp"

#include "core/base/day_text.hpp"
#include "core/base/day_words.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/figures/coverage.hpp"
#include "core/figures/decimals.hpp"
#include "core/figures/reasons.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace terroir::figures {

namespace {

using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitIndex;

/// "one commune" and "two communes" in both languages.
struct LevelWords {
    LocalText one, several;
};

const LevelWords& wordsOf(Level level) {
    const auto both = [](Level of) {
        const LocalText& one = inWords(of);
        return LevelWords{one, {one.vi, one.en + "s"}};
    };
    static const LevelWords province = both(Level::Province), district = both(Level::District),
                            commune = both(Level::Commune);
    if (level == Level::Province)
        return province;
    return level == Level::District ? district : commune;
}

/// Which type words are shortened on a map; the ones not listed (xã, huyện, tỉnh) are left out, in
/// English too.
std::string_view shortType(std::string_view type) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> shortTypes{{
        {"thị trấn", "TT."},
        {"phường", "P."},
        {"thị xã", "TX."},
        {"thành phố", "TP."},
        {"quận", "Q."},
        {"đặc khu", "ĐK."},
        {"thành phố trung ương", "TP."},
    }};
    for (const auto& [whole, brief] : shortTypes)
        if (whole == type)
            return brief;
    return {};
}

std::string capitalized(std::string text) {
    return text.empty() ? text : text::capitalize(text);
}

std::string describeSource(const records::Source& source, Language language) {
    std::string text = source.title;
    std::vector<std::string> details;
    if (!source.number.empty())
        details.push_back((language == Language::English ? "no. " : "số ") + source.number);
    if (!source.issuer.empty())
        details.push_back(source.issuer);
    if (const std::string date = dateInWords(source.date, language); !date.empty())
        details.push_back(date);
    return details.empty() ? text : fmt::format("{} ({})", text, fmt::join(details, ", "));
}

constexpr std::size_t maxNames = 4; ///< of the places of a map in one line

} // namespace

PageWords::PageWords(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer)
    : m_evaluated(evaluated), m_gazetteer(gazetteer) {}

std::string PageWords::nameOf(UnitIndex unit) const {
    return pick(gazetteer::nameInWords(m_gazetteer.unit(unit)));
}

/// With the units above it: "huyện Tam Đường, tỉnh Lai Châu".
std::string PageWords::described(UnitIndex unit) const {
    std::string text;
    for (UnitIndex at = unit; at != gazetteer::noUnit;
         at = m_gazetteer.parentAt(at, m_evaluated.asOf))
        text += (text.empty() ? "" : ", ") + nameOf(at);
    return text;
}

bool PageWords::isYetToCome(UnitIndex unit) const {
    return m_evaluated.asOf < m_gazetteer.unit(unit).valid.from;
}

std::string PageWords::sinceWhen(UnitIndex unit) const {
    const std::string day = dateInWords(m_gazetteer.unit(unit).valid.from.toString(), language());
    return pick({" (mới, từ " + day + ")", " (new, from " + day + ")"});
}

std::string PageWords::area() const {
    if (m_evaluated.within != gazetteer::noUnit) {
        if (isYetToCome(m_evaluated.within))
            return capitalized(described(m_evaluated.within)) + sinceWhen(m_evaluated.within);
        return m_gazetteer.unit(m_evaluated.within).valid.contains(m_evaluated.asOf)
                   ? capitalized(described(m_evaluated.within))
                   : pick({"Địa bàn cũ của ", "Former "}) + described(m_evaluated.within);
    }
    return provincesOf(m_evaluated.units);
}

std::string PageWords::provincesOf(const std::vector<UnitIndex>& units) const {
    std::set<UnitIndex> provinces;
    for (const UnitIndex unit : units)
        provinces.insert(m_gazetteer.ancestorAt(unit, Level::Province, m_evaluated.asOf));
    provinces.erase(gazetteer::noUnit);
    if (provinces.empty() ||
        (provinces.size() > maxNames &&
         provinces.size() == m_gazetteer.unitsAt(Level::Province, m_evaluated.asOf).size()))
        return pick({"Cả nước", "Vietnam"});
    return namesOf({provinces.begin(), provinces.end()});
}

std::string PageWords::namesOf(const std::vector<UnitIndex>& units) const {
    if (units.size() > maxNames) {
        const LevelWords& level = wordsOf(m_gazetteer.unit(units.front()).level);
        return value(double(units.size())) + " " + pick(level.several);
    }
    std::vector<std::string> names;
    for (const UnitIndex unit : units)
        names.push_back(nameOf(unit));
    return capitalized(fmt::format("{}", fmt::join(names, ", ")));
}

std::string PageWords::subtitle() const {
    const std::string date = dateInWords(m_evaluated.asOf.toString(), language());
    const std::string level = pick(wordsOf(m_evaluated.level).one);
    std::string text =
        language() == Language::English
            ? fmt::format("{} – by {}, administrative units of {}", area(), level, date)
            : fmt::format("{} – theo cấp {}, đơn vị hành chính {}", area(), level, date);
    if (const std::string chosen = years(); !chosen.empty())
        text += ", " + chosen;
    if (const std::string limits = only(); !limits.empty())
        text += ", " + limits;
    text += inForce();
    return text;
}

std::string PageWords::inForce() const {
    for (const theme::Layer& layer : m_evaluated.theme.layers)
        for (const theme::Series& series : layer.series)
            if (series.inForce)
                return pick({", chỉ tính cái còn hiệu lực", ", only what is in force"});
    return {};
}

std::string PageWords::only() const {
    const std::string& words = pick(m_evaluated.only);
    return words.empty() ? words : pick({"chỉ: ", "only: "}) + words;
}

std::string PageWords::years() const {
    std::vector<std::string> periods;
    bool all = true;
    for (const theme::Layer& layer : m_evaluated.theme.layers)
        for (const theme::Series& series : layer.series) {
            all = all && series.selection.period;
            if (!series.selection.period)
                continue;
            const std::string text = periodInWords(*series.selection.period, language());
            if (std::find(periods.begin(), periods.end(), text) == periods.end())
                periods.push_back(text);
        }
    if (periods.empty())
        return yearsOfFigures();
    return fmt::format("{}{}{}", ofEachPlace(pick({"số liệu ", "figures of "})),
                       fmt::join(periods, "; "), all ? "" : pick({" (một phần)", " (in part)"}));
}

/// `words`, or how the year of each place was chosen where there are several.
std::string PageWords::ofEachPlace(const std::string& words) const {
    const LeftOutCount& left = m_evaluated.leftOut;
    if (left.later > 0)
        return pick({"số liệu của năm gần ngày bản đồ nhất ở từng nơi, ",
                     "figures of the year nearest to the day in each place, "});
    return left.earlier > 0
               ? pick({"số liệu mới nhất của từng nơi, ", "newest figures of each place, "})
               : words;
}

std::string PageWords::yearsOfFigures() const {
    const std::vector<int>& years = m_evaluated.years.years;
    if (years.empty())
        return {};
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < years.size();) {
        std::size_t end = i + 1;
        while (end < years.size() && years[end] == years[end - 1] + 1)
            ++end;
        runs.push_back(end == i + 1 ? fmt::format("{}", years[i])
                                    : fmt::format("{}–{}", years[i], years[end - 1]));
        i = end;
    }
    return fmt::format("{}{}{}", ofEachPlace(pick({"số liệu năm ", "figures of "})),
                       fmt::join(runs, ", "),
                       m_evaluated.years.someUnknown
                           ? pick({" (một phần không ghi năm)", " (some of no stated year)"})
                           : "");
}

namespace {

std::string marked(const std::string& number, bool lowerBound, bool approximate) {
    if (lowerBound)
        return "≥ " + number;
    return approximate ? "~ " + number : number;
}

} // namespace

std::string PageWords::value(double value, bool lowerBound, bool approximate) const {
    return marked(formatNumber(value, language()), lowerBound, approximate);
}

std::string PageWords::amount(const EvaluatedLayer& layer, double value, bool lowerBound,
                              bool approximate) const {
    if (!layer.decimals)
        return this->value(value, lowerBound, approximate);
    const double shown = rounded(value, *layer.decimals);
    if (shown == 0 && value > 0) // a little is not nothing
        return "< " + formatFixed(std::pow(10, -*layer.decimals), language(), *layer.decimals);
    return marked(formatFixed(shown, language(), *layer.decimals), lowerBound, approximate);
}

std::string PageWords::title() const {
    const std::string& title = pick(m_evaluated.theme.title);
    for (const EvaluatedLayer& layer : m_evaluated.layers)
        if (const std::string words =
                theme::rateWords(layer.layer->per, layer.rateScale, language());
            !words.empty())
            return title + ", " + words;
    return title;
}

std::string PageWords::cutAnew() const {
    return pick({"Các ngưỡng của chủ đề không phân biệt được số liệu này nên đã chia lớp lại.",
                 "The breaks of the theme tell these figures not apart; others were cut."});
}

std::string PageWords::withUnit(const std::string& number, double value,
                                const std::string& unit) const {
    if (unit.empty())
        return number;
    if (language() == Language::Vietnamese || value != 1)
        return number + " " + unit;
    // English words of a theme are plurals; symbols such as "ha" have no other form.
    if (unit.size() > 4 && unit.ends_with("ies"))
        return number + " " + unit.substr(0, unit.size() - 3) + "y";
    return number + " " +
           (unit.size() > 3 && unit.ends_with("s") ? unit.substr(0, unit.size() - 1) : unit);
}

std::string unitOf(const figures::Figures& figures, const theme::Series& series,
                   Language language) {
    const std::string& own = series.unit.in(language);
    return own.empty() ? figures.unit : own;
}

std::string PageWords::figure(const EvaluatedLayer& layer, std::size_t series,
                              const figures::Cell& cell) const {
    const std::string number = amount(layer, cell.value, cell.lowerBound, cell.approximate);
    const std::string unit = unitOf(layer.series[series], layer.layer->series[series], language());
    const bool isPlain = m_evaluated.layers.size() == 1 || layer.series.size() > 1 || unit.empty();
    return isPlain ? number : withUnit(number, cell.value, unit);
}

std::string PageWords::rate(const EvaluatedLayer& layer, const Rate& rate) const {
    const bool isGain = layer.layer->type == theme::LayerType::Change && rate.value > 0;
    const std::string text =
        marked((isGain ? "+" : "") + formatFixed(rate.value, language(), layer.rateDecimals),
               rate.lowerBound, rate.approximate);
    return m_evaluated.layers.size() == 1 || layer.rateUnit.empty() ? text
                                                                    : text + " " + layer.rateUnit;
}

std::string PageWords::classUnit(const EvaluatedLayer& layer) const {
    if (layer.layer->per == theme::Per::Total)
        return pick({"% của tổng số", "% of the total"});
    return layer.hasRates() ? layer.rateUnit
                            : unitOf(layer.series.front(), layer.layer->series.front(), language());
}

std::string PageWords::changeTitle(const EvaluatedLayer& layer) const {
    const std::string& label = layer.layer->label.in(language());
    const std::string name = label.empty() ? pick({"Thay đổi", "Change"}) : label;
    return layer.rateUnit.empty() ? name : fmt::format("{} ({})", name, layer.rateUnit);
}

std::string PageWords::notCompared(NotCompared why) const {
    switch (why) {
    case NotCompared::OneOnly:
        return pick({"chỉ có số liệu của một kỳ", "figures of one of the two times only"});
    case NotCompared::OtherGround:
        return pick({"số liệu hai kỳ không cùng phạm vi trong đơn vị",
                     "the figures of the two times are of different parts of the unit"});
    case NotCompared::OtherThings:
        return pick({"số liệu hai kỳ không cùng đối tượng; hãy chọn một, ví dụ --subject chè",
                     "the figures of the two times are of different things; choose one, as with "
                     "--subject chè"});
    case NotCompared::FromZero:
        return pick({"số liệu kỳ trước bằng 0 nên không tính được phần trăm",
                     "the earlier figure is 0, of which there is no percentage"});
    }
    return {};
}

std::string PageWords::withoutRate(const EvaluatedLayer& layer, gazetteer::UnitIndex unit) const {
    const auto why = layer.notCompared.find(unit);
    return why == layer.notCompared.end() ? withoutRate(layer.layer->per)
                                          : notCompared(why->second);
}

std::string PageWords::withoutRate(theme::Per per) const {
    switch (per) {
    case theme::Per::Km2:
        return pick({"diện tích chưa biết", "area unknown"});
    case theme::Per::ThousandPeople:
        return pick({"dân số chưa biết", "population unknown"});
    case theme::Per::Total:
        return pick({"tổng số bằng 0", "the total is 0"});
    default:
        return {};
    }
}

std::string PageWords::unitCount(std::size_t count) const {
    const LevelWords& level = wordsOf(m_evaluated.level);
    if (language() == Language::English)
        return fmt::format("{} {}", formatNumber(double(count), language()),
                           count == 1 ? level.one.en : level.several.en);
    return fmt::format("{} {}", formatNumber(double(count), language()), level.several.vi);
}

std::string PageWords::unitCount(std::size_t own, std::size_t together) const {
    if (together == 0)
        return unitCount(own);
    const std::string shared =
        pick({"chung " + unitCount(together), unitCount(together) + " together"});
    return own == 0 ? shared : unitCount(own) + ", " + shared;
}

std::string PageWords::inUnits(std::size_t count) const {
    return (language() == Language::English ? "in " : "") + unitCount(count);
}

std::string PageWords::reportedZero(std::size_t count) const {
    return pick({"Báo 0: ", "Reported 0: "}) + unitCount(count);
}

std::string PageWords::shortName(UnitIndex index) const {
    const Unit& unit = m_gazetteer.unit(index);
    const std::string_view type = shortType(unit.type);
    if (type.empty())
        return unit.name;
    return language() == Language::English ? nameOf(index) : fmt::format("{} {}", type, unit.name);
}

UnitIndex PageWords::namedBy(const UnitGroup& group) const {
    return figures::namedBy(m_evaluated, group);
}

std::string PageWords::groupName(const UnitGroup& group) const {
    const UnitIndex named = namedBy(group);
    if (named == gazetteer::noUnit)
        return pick({"chung " + unitCount(group.size()), unitCount(group.size()) + " together"});
    const Unit& unit = m_gazetteer.unit(named);
    if (isYetToCome(named))
        return nameOf(named) + sinceWhen(named);
    const bool isFormer = !unit.valid.contains(m_evaluated.asOf);
    return pick(
        {nameOf(named) + (isFormer ? " cũ" : ""), (isFormer ? "former " : "") + nameOf(named)});
}

std::string PageWords::groupNameInList(const UnitGroup& group) const {
    const UnitIndex named = namedBy(group);
    return named == gazetteer::noUnit
               ? shortNames(group)
               : fmt::format("{} ({})", groupName(group), unitCount(group.size()));
}

std::string PageWords::sharedFigure() const {
    const LevelWords& level = wordsOf(m_evaluated.level);
    return pick({"Số liệu chung của nhiều " + level.several.vi,
                 "One figure for several " + level.several.en});
}

std::string PageWords::groupCount(std::size_t groups, std::size_t units) const {
    return pick(
        {fmt::format("{} nhóm, {}", groups, unitCount(units)),
         fmt::format("{} {}, {}", groups, groups == 1 ? "group" : "groups", unitCount(units))});
}

std::string PageWords::shortNames(const std::vector<UnitIndex>& units) const {
    std::vector<std::string> names;
    for (const UnitIndex unit : units)
        names.push_back(shortName(unit));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string PageWords::noData() const {
    return pick(theme::noDataWords(m_evaluated.theme));
}

std::string PageWords::noFigures() const {
    return pick({"Chủ đề này không có số liệu nào ở nơi này, vào thời gian này. Không có số liệu "
                 "không có nghĩa là bằng 0.",
                 "This theme has no figure for this place and time. No data does not mean 0."});
}

std::string PageWords::note() const {
    std::string said = pick(m_evaluated.theme.note);
    for (const theme::SourceNote& one : m_evaluated.theme.sourceNotes)
        if (std::binary_search(m_evaluated.sources.begin(), m_evaluated.sources.end(), one.source))
            said += (said.empty() ? "" : " ") + pick(one.note);
    return said.empty() ? said : pick({"Lưu ý: ", "Note: "}) + said;
}

std::string PageWords::undrawn(std::size_t units, std::size_t withFigures) const {
    if (withFigures == 0)
        return unitCount(units);
    if (withFigures == units)
        return unitCount(units) + pick({" có số liệu", " with figures"});
    return pick(
        {fmt::format("{}, trong đó {} có số liệu", unitCount(units), unitCount(withFigures)),
         fmt::format("{}, {} of them with figures", unitCount(units), value(double(withFigures)))});
}

std::string PageWords::unnamed(std::size_t units) const {
    return pick({fmt::format("Không đủ chỗ ghi tên {} có số liệu; xem bằng terroir table {}",
                             unitCount(units), m_evaluated.theme.id),
                 fmt::format("No room for the names of {} with figures; see terroir table {}",
                             unitCount(units), m_evaluated.theme.id)});
}

std::string PageWords::beyondFrame(std::size_t records) const {
    const std::string number = value(double(records));
    return pick(
        {number + " bản ghi có vị trí riêng nằm hoàn toàn ngoài khung bản đồ, không vẽ được",
         number + (records == 1 ? " record lies" : " records lie") +
             " wholly outside the frame of the map and cannot be drawn"});
}

std::string PageWords::outside() const {
    return pick({"Ngoài phạm vi bản đồ", "Outside the area of the map"});
}

std::string PageWords::groupCircle() const {
    const LevelWords& level = wordsOf(m_evaluated.level);
    const std::vector<EvaluatedLayer>& layers = m_evaluated.layers;
    if (std::any_of(layers.begin(), layers.end(),
                    [](const auto& layer) { return theme::isOfBars(layer.layer->type); }))
        return pick({fmt::format("Cột của nhóm đặt ở một {} trong nhóm.", level.one.vi),
                     fmt::format("The bars of a group stand in one of its {}.", level.several.en)});
    if (std::any_of(layers.begin(), layers.end(), [](const auto& layer) {
            return layer.layer->type == theme::LayerType::Pictograms;
        }))
        return pick(
            {fmt::format("Hình của nhóm đặt ở một {} trong nhóm.", level.one.vi),
             fmt::format("The picture of a group stands in one of its {}.", level.several.en)});
    return pick({fmt::format("Vòng tròn của nhóm đặt ở một {} trong nhóm.", level.one.vi),
                 fmt::format("The circle of a group stands in one of its {}.", level.several.en)});
}

std::string PageWords::symbolsCover() const {
    const std::string& id = m_evaluated.theme.id;
    return pick({"Một số ký hiệu còn che nhau; số liệu từng nơi xem bằng terroir table " + id,
                 "Some symbols still cover each other; see each figure with terroir table " + id});
}

std::string PageWords::noHistogram(const EvaluatedLayer& layer,
                                   const std::vector<std::size_t>& series) const {
    if (series.size() == layer.series.size())
        return pick({"Không vẽ biểu đồ phân bố: có ít hơn ba số liệu khác nhau.",
                     "No histogram: fewer than three different figures."});
    std::vector<std::string> names;
    for (const std::size_t one : series)
        names.push_back(layer.layer->series[one].label.in(m_evaluated.language));
    return pick({fmt::format("Không vẽ biểu đồ phân bố của: {} (ít hơn ba số liệu khác nhau).",
                             fmt::join(names, "; ")),
                 fmt::format("No histogram of: {} (fewer than three different figures).",
                             fmt::join(names, "; "))});
}

std::string PageWords::onMap(const std::string& figure, const std::string& where) const {
    return fmt::format("{} ({})", pick({"trên bản đồ " + figure, figure + " on the map"}), where);
}

std::string PageWords::notOnMap(const std::string& figure) const {
    const LocalText& one = wordsOf(m_evaluated.level).one;
    return pick({fmt::format("chưa rõ {} {}", one.vi, figure),
                 fmt::format("{} of no known {}", figure, one.en)});
}

std::string PageWords::countedInEach() const {
    const LocalText& several = wordsOf(m_evaluated.level).several;
    const LocalText& one = wordsOf(m_evaluated.level).one;
    return pick({fmt::format("Loại có ở nhiều {0} được tính ở mỗi {0}, nhưng chỉ một lần trong "
                             "tổng số.",
                             several.vi),
                 fmt::format("What is in several {} counts in each {}, but once in the total.",
                             several.en, one.en)});
}

std::string PageWords::coverage(const Coverage& coverage, CoverageLength length) const {
    const LevelWords& below = wordsOf(levelBelow(m_evaluated, m_gazetteer));
    const std::string all = formatNumber(double(coverage.all), language());
    const std::string some = formatNumber(double(coverage.reporting), language());
    if (length == CoverageLength::Short)
        return pick({fmt::format("{}/{} {}", some, all, below.several.vi),
                     fmt::format("{} of {} {}", some, all, below.several.en)});
    return pick({fmt::format("{} trong {} {} có số liệu", some, all, below.several.vi),
                 fmt::format("{} of {} {} {} figures", some, all, below.several.en,
                             coverage.reporting == 1 ? "has" : "have")});
}

std::string PageWords::notAttributedHeading() const {
    const LocalText& one = wordsOf(m_evaluated.level).one;
    return language() == Language::English ? fmt::format("Not attributed to one {}", one.en)
                                           : fmt::format("Chưa xác định được {}", one.vi);
}

std::string PageWords::notAttributedPlace(const figures::NotAttributed& entry) const {
    if (entry.places.size() == 1)
        return nameOf(entry.places.front());
    if (!entry.places.empty())
        return shortNames(entry.places);
    if (entry.holder != gazetteer::noUnit)
        return nameOf(entry.holder);
    return pick({"cả nước", "the country"});
}

/// The words of the reason; with the level of the map where they can say more.
std::string PageWords::notAttributedReason(const figures::NotAttributed& entry) const {
    using Reason = figures::NotAttributed::Reason;
    const LocalText& several = wordsOf(m_evaluated.level).several;
    if (entry.reason == Reason::SeveralUnits)
        return pick(localText("chung cho nhiều {}", "one figure for several {}", several));
    return entry.reason == Reason::CoarserLevel ? coarserReason(entry)
                                                : pick(inWords(entry.reason));
}

/// How far down the place is known: "chỉ biết đến huyện".
std::string PageWords::coarserReason(const figures::NotAttributed& entry) const {
    const UnitIndex known = entry.places.empty() ? entry.holder : entry.places.front();
    if (known == gazetteer::noUnit)
        return pick({"không ghi nơi nào", "no place is given"});
    const LocalText& level = wordsOf(m_gazetteer.unit(known).level).one;
    return pick({"chỉ biết đến ", "known only to the "}) + pick(level);
}

std::string PageWords::inNameOnly() const {
    return pick({" (địa danh trong tên)", " (place in the name)"});
}

std::string PageWords::total() const {
    return pick({"Tổng số", "Total"});
}

std::string PageWords::listHeading() const {
    return pick({"Chi tiết theo ", "List by "}) + pick(wordsOf(m_evaluated.level).one);
}

std::string PageWords::moreEntries(std::size_t count) const {
    const std::string number = value(double(count));
    return pick({fmt::format("… và {} nữa: terroir table {}", number, m_evaluated.theme.id),
                 fmt::format("… and {} more: terroir table {}", number, m_evaluated.theme.id)});
}

std::string PageWords::histogramHeading() const {
    return pick({"Phân bố số liệu theo giá trị", "Spread of the figures by value"});
}

std::string PageWords::highestBar(std::size_t figures) const {
    const std::string number = value(double(figures));
    return pick({"cột cao nhất: " + number + " số liệu",
                 "highest bar: " + number + (figures == 1 ? " figure" : " figures")});
}

std::string PageWords::drawnCoarser(Level asked) const {
    const LevelWords& fine = wordsOf(asked);
    const LocalText& coarse = wordsOf(m_evaluated.level).one;
    return pick(
        {fmt::format("Ký hiệu theo {} vì quá nhiều {} có số liệu, vẽ từng {} sẽ che lấp nhau. Số "
                     "liệu từng {}: terroir table {}",
                     coarse.vi, fine.one.vi, fine.one.vi, fine.one.vi, m_evaluated.theme.id),
         fmt::format("Symbols by {}: too many {} have figures, and theirs would cover each other. "
                     "Figures by {}: terroir table {}",
                     coarse.en, fine.several.en, fine.one.en, m_evaluated.theme.id)});
}

std::string PageWords::framesDifferInScale() const {
    return pick({"Các khung không cùng tỷ lệ: xem thước tỷ lệ của từng khung.",
                 "The frames differ in scale: see the scale bar of each."});
}

std::string PageWords::withoutShape() const {
    return pick({"Không có ranh giới, không vẽ được", "No boundary, not drawn"});
}

std::string PageWords::approximateShort(const Approximate& count) const {
    if (count.units == count.ofAll)
        return pick({"Ranh giới gần đúng", "Approximate boundaries"});
    return language() == Language::English
               ? fmt::format("Approximate boundaries: {} of {}", value(double(count.units)),
                             value(double(count.ofAll)))
               : fmt::format("Ranh giới gần đúng: {} trên {} đơn vị", value(double(count.units)),
                             value(double(count.ofAll)));
}

std::string PageWords::approximateLong(const Approximate& count) const {
    return approximateShort(count) +
           pick({": dựng từ điểm đại diện và diện tích của các đơn vị, không phải ranh giới hành "
                 "chính chính thức.",
                 ": made from the units' representative points and areas; they are not the "
                 "official ones."});
}

std::string PageWords::titleOfSketch(const std::string& title) const {
    return pick({"Sơ đồ: ", "Sketch map: "}) + title;
}

std::string PageWords::sourceLine(const std::vector<records::Source>& sources) const {
    std::vector<std::string> texts;
    for (const std::string& id : m_evaluated.sources) {
        const auto found = std::find_if(sources.begin(), sources.end(),
                                        [&](const records::Source& s) { return s.id == id; });
        texts.push_back(found == sources.end() ? id : describeSource(*found, language()));
    }
    if (texts.empty())
        return {};
    return fmt::format("{}: {}.", pick({"Nguồn", "Source"}), fmt::join(texts, "; "));
}

std::string PageWords::north() const {
    return pick({"B", "N"});
}

} // namespace terroir::figures
