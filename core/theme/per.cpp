#include "core/theme/per.hpp"

#include "core/base/number.hpp"

namespace terroir::theme {

const std::vector<PerInfo>& perInfos() {
    static const std::vector<PerInfo> list{
        {Per::None,
         "none",
         {"số tuyệt đối", "absolute figures"},
         {"số liệu như trong báo cáo", "the figures as they are reported"}},
        {Per::Km2,
         "km2",
         {"trên km²", "per km²"},
         {"chia cho diện tích của đơn vị", "divided by the area of the unit"}},
        {Per::ThousandPeople,
         "1000-people",
         {"trên 1.000 dân", "per 1,000 inhabitants"},
         {"chia cho dân số của đơn vị; chỉ các đơn vị hiện nay có dân số",
          "divided by the population of the unit; only units of today have one"}},
        {Per::Total,
         "total",
         {"phần trăm của tổng", "share of the total"},
         {"phần trăm của tổng số liệu các đơn vị trên bản đồ",
          "percent of the sum of all units of the map"}},
    };
    return list;
}

std::optional<Per> parsePer(std::string_view id) {
    for (const PerInfo& info : perInfos())
        if (info.id == id)
            return info.per;
    return std::nullopt;
}

std::string_view toString(Per per) {
    for (const PerInfo& info : perInfos())
        if (info.per == per)
            return info.id;
    return {};
}

std::string rateUnit(Per per, double scale, const std::string& unit, Language language) {
    switch (per) {
    case Per::Km2:
        return unit + "/" + (scale == 1 ? "" : formatNumber(scale, language) + " ") + "km²";
    case Per::ThousandPeople:
        return unit + (unit.empty() ? "" : " ") + rateWords(per, scale, language);
    case Per::Total:
        return "%";
    default:
        return unit;
    }
}

std::string rateWords(Per per, double scale, Language language) {
    const bool english = language == Language::English;
    const std::string before = english ? "per " : "trên ";
    switch (per) {
    case Per::Km2:
        return before + (scale == 1 ? "" : formatNumber(scale, language) + " ") + "km²";
    case Per::ThousandPeople:
        return before + formatNumber(1000 * scale, language) + (english ? " inhabitants" : " dân");
    default:
        return {};
    }
}

} // namespace terroir::theme
