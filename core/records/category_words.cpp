#include "core/records/fields.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <vector>

namespace terroir::records {

namespace {

/// How departments write a category beside its name.
struct CategoryWord {
    std::string_view kind, words, category; ///< folded words, spaces for signs
};

constexpr CategoryWord categoryWords[] = {
    {"title", "nhtt", "collective_mark"},
    {"title", "nhcn", "certification_mark"},
    {"title", "nh", "trademark"},
    {"title", "nhhh", "trademark"},
    {"title", "nhan hieu hang hoa", "trademark"},
    {"title", "nhan hieu thong thuong", "trademark"},
    {"title", "kdcn", "industrial_design"},
    {"title", "sc", "patent"},
    {"title", "bang doc quyen sang che", "patent"},
    {"title", "gphi", "utility_solution"},
    {"title", "giong cay trong moi", "plant_variety"},
    {"geographical_indication", "cddl", "national"},
    {"geographical_indication", "chi dan dia ly", "national"},
    {"geographical_indication", "ten goi xuat xu", "national"},
    {"geographical_indication", "evfta", "eu"},
    {"certification", "viet gap", "vietgap"},
    {"certification", "viet gahp", "vietgahp"},
    {"certification", "vietgap chan nuoi", "vietgahp"},
    {"certification", "global gap", "globalgap"},
    {"certification", "global g a p", "globalgap"},
    {"certification", "hc", "organic"},
    {"certification", "tcvn 11041", "organic"},
    {"certification", "pgs", "organic"},
    {"certification", "usda organic", "organic"},
    {"certification", "iso 9001", "iso_9001"},
    {"certification", "iso 22000", "iso_22000"},
    {"certification", "tcvn iso 22000", "iso_22000"},
    {"certification", "vsattp", "food_safety"},
    {"certification", "attp", "food_safety"},
    {"certification", "an toan ve sinh thuc pham", "food_safety"},
    {"certification", "ve sinh an toan thuc pham", "food_safety"},
    {"certification", "msmv", "barcode"},
    {"certification", "ma vach", "barcode"},
    {"certification", "tccs", "in_house_standard"},
    {"production_zone", "cay che", "tea"},
    {"production_zone", "cay lua", "rice"},
    {"production_zone", "bap", "maize"},
    {"production_zone", "cay an trai", "fruit"},
    {"production_zone", "cay ca phe", "coffee"},
    {"production_zone", "ca phe voi", "coffee"},
    {"production_zone", "ca phe che", "coffee"}, // arabica, no tea
    {"production_zone", "mia duong", "sugar_cane"},
    {"production_zone", "cay mia", "sugar_cane"},
    {"production_zone", "cay duoc lieu", "medicinal"},
    {"production_zone", "cay thuoc", "medicinal"},
    {"aquaculture", "ca ho chua", "reservoir_fish"},
    {"aquaculture", "ca tren ho", "reservoir_fish"},
};

/// Folded words between single spaces, with one at either end.
std::string spacedWords(std::string_view text) {
    std::string out = " ";
    for (const char c : text::fold(text))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 ||
            static_cast<unsigned char>(c) >= 0x80)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    return out.back() == ' ' ? out : out + ' ';
}

const CategoryInfo* categoryOf(std::string_view kind, std::string_view id) {
    for (const CategoryInfo& category : categories())
        if (category.kind == kind && category.id == id)
            return &category;
    return nullptr;
}

/// Inside a longer text only what can be nothing else counts: standards and titles, and no "NH".
bool isReadInside(std::string_view kind, std::string_view name) {
    return (kind == "certification" || kind == "title" || kind == "geographical_indication") &&
           name.size() >= 5;
}

/// Every way to write a category of a kind.
struct KindWords {
    std::map<std::string, const CategoryInfo*> names;
    std::vector<std::string> inside; ///< names that are read inside a longer text, longest first
};

const KindWords& wordsOf(std::string_view kind) {
    static const std::map<std::string, KindWords, std::less<>> all = [] {
        std::map<std::string, KindWords, std::less<>> made;
        for (const CategoryInfo& category : categories())
            for (const std::string& name : {category.id, category.name.vi, category.name.en})
                made[category.kind].names.emplace(spacedWords(name), &category);
        for (const CategoryWord& word : categoryWords)
            made[std::string(word.kind)].names.emplace(spacedWords(word.words),
                                                       categoryOf(word.kind, word.category));
        for (auto& [kindId, words] : made) {
            for (const auto& [name, category] : words.names)
                if (isReadInside(kindId, name))
                    words.inside.push_back(name);
            std::stable_sort(words.inside.begin(), words.inside.end(),
                             [](const auto& a, const auto& b) { return a.size() > b.size(); });
        }
        return made;
    }();
    static const KindWords none;
    const auto found = all.find(kind);
    return found == all.end() ? none : found->second;
}

} // namespace

const CategoryInfo* findCategory(std::string_view kind, std::string_view text) {
    const std::string words = spacedWords(text);
    if (words == " ")
        return nullptr;
    const KindWords& known = wordsOf(kind);
    if (const auto whole = known.names.find(words); whole != known.names.end())
        return whole->second;
    // Cut out: "nhãn hiệu tập thể" is not also a "nhãn hiệu".
    std::string rest = words;
    const CategoryInfo* found = nullptr;
    for (const std::string& name : known.inside) {
        const std::size_t at = rest.find(name);
        if (at == std::string::npos)
            continue;
        const CategoryInfo* category = known.names.at(name);
        if (found != nullptr && found != category)
            return nullptr;
        found = category;
        rest.replace(at, name.size(), " | ");
    }
    return found;
}

std::string kindOfCategory(std::string_view kind, std::string_view text) {
    const std::string_view other = kind == "title"                     ? "geographical_indication"
                                   : kind == "geographical_indication" ? "title"
                                                                       : "";
    if (other.empty() || findCategory(kind, text) || !findCategory(other, text))
        return {};
    return std::string(other);
}

} // namespace terroir::records
