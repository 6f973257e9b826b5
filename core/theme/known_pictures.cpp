#include "core/theme/known_pictures.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/text/thing_words.hpp"
#include "core/theme/picture_files.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace terroir::theme {

namespace {

constexpr const char* star = "star";

struct PictureOfWord {
    std::string_view word, picture;
};

constexpr PictureOfWord ofCategories[] = {
    {"tea", "tea"},
    {"rice", "rice"},
    {"maize", "maize"},
    {"fruit", "fruit"},
    {"medicinal", "medicinal-plant"},
    {"mushroom", "mushroom"},
    {"fish", "fish"},
    {"reservoir_fish", "fish"},
    {"cold_water_fish", "fish"},
    {"sturgeon", "fish"},
    {"caviar", "fish"},
    {"cattle_over_15", "cattle"},
    {"dairy_cattle", "cattle"},
    {"beef_cattle", "cattle"},
    {"pigs_over_100", "pig"},
    {"pigs_over_50", "pig"},
};

/// By the first words of a thing's name; longer ones first, where one begins with another.
constexpr PictureOfWord ofThings[] = {
    {"chè dây", "medicinal-plant"},
    {"chè", "tea"},
    {"trà", "tea"},
    {"lúa", "rice"},
    {"gạo", "rice"},
    {"ngô", "maize"},
    {"bắp", "maize"},
    {"trâu", "cattle"},
    {"bò", "cattle"},
    {"lợn", "pig"},
    {"heo", "pig"},
    {"ong", "honey"},
    {"mật ong", "honey"},
    {"nấm", "mushroom"},
    {"mộc nhĩ", "mushroom"},
    {"linh chi", "mushroom"},
    {"dược liệu", "medicinal-plant"},
    {"sâm", "medicinal-plant"},
    {"sa nhân", "medicinal-plant"},
    {"đương quy", "medicinal-plant"},
    {"đinh lăng", "medicinal-plant"},
    {"ăn quả", "fruit"},
    {"cam", "fruit"},
    {"quýt", "fruit"},
    {"bưởi", "fruit"},
    {"chanh", "fruit"},
    {"xoài", "fruit"},
    {"nhãn", "fruit"},
    {"vải", "fruit"},
    {"lê", "fruit"},
    {"mận", "fruit"},
    {"đào", "fruit"},
    {"táo", "fruit"},
    {"ổi", "fruit"},
    {"chuối", "fruit"},
    {"dứa", "fruit"},
    {"thanh long", "fruit"},
    {"chanh leo", "fruit"},
    {"mắc ca", "fruit"},
};

constexpr PictureOfWord ofKinds[] = {
    {"ocop", star},
    {"aquaculture", "fish"},
    {"certification", "mark"},
    {"title", "mark"},
    {"geographical_indication", "mark"},
};

std::string_view pictureOfWord(std::span<const PictureOfWord> words, std::string_view word) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const PictureOfWord& one) { return one.word == word; });
    return found == words.end() ? std::string_view() : found->picture;
}

std::string_view pictureOfThing(std::string_view subject) {
    const std::string name = text::nameOfThing(subject);
    for (const PictureOfWord& one : ofThings)
        if (name == one.word || name.starts_with(std::string(one.word) + " ") ||
            name.starts_with(std::string(one.word) + ","))
            return one.picture;
    return text::isFish(subject) ? "fish" : std::string_view();
}

/// The one picture of all words; empty when one has none or another.
template <typename PictureOf>
std::string_view common(const std::vector<std::string>& words, const PictureOf& of) {
    if (words.empty())
        return {};
    const std::string_view first = of(words.front());
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return of(word) == first; })
               ? first
               : std::string_view();
}

const std::map<std::string, Picture, std::less<>>& allPictures() {
    static const std::map<std::string, Picture, std::less<>> all = [] {
        std::map<std::string, Picture, std::less<>> read;
        for (const PictureFile& file : pictureFiles())
            read.emplace(file.name, readPicture(file.svg, file.name));
        return read;
    }();
    return all;
}

} // namespace

std::vector<std::string> pictureNames() {
    std::vector<std::string> names;
    for (const auto& [name, picture] : allPictures())
        names.push_back(name);
    return names;
}

const Picture& knownPicture(std::string_view name) {
    const auto found = allPictures().find(name);
    if (found == allPictures().end())
        throw UsageError(unknownWord(
            localText("Không có hình '{}'.", "There is no picture '{}'.", name), std::string(name),
            localText("Các hình là", "The pictures are"), pictureNames()));
    return found->second;
}

std::string pictureOf(const records::Selection& selection) {
    const auto ofCategory = [](std::string_view word) { return pictureOfWord(ofCategories, word); };
    const auto ofKind = [](std::string_view word) { return pictureOfWord(ofKinds, word); };
    for (const std::string_view picture :
         {common(selection.categories, ofCategory), common(selection.subjects, pictureOfThing),
          common(selection.kinds, ofKind)})
        if (!picture.empty())
            return std::string(picture);
    return {};
}

std::size_t picturesInRow(std::string_view picture, const records::Selection& selection) {
    const std::vector<std::string>& categories = selection.categories;
    const bool isOfStars = picture == star && selection.kinds == std::vector<std::string>{"ocop"} &&
                           categories.size() == 1 && categories.front().size() == 1 &&
                           categories.front() >= "1" && categories.front() <= "5";
    return isOfStars ? std::size_t(categories.front().front() - '0') : 1;
}

} // namespace terroir::theme
