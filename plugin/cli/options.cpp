#include "plugin/cli/options.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/text/vietnamese.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace terroir::cli {

void OutputOptions::bind(CLI::App& app, const Words& words) {
    bindFile(app, words,
             {"tệp kết quả; '-' là đầu ra chuẩn", "file to write; '-' is standard output"});
}

void OutputOptions::bindFile(CLI::App& app, const Words& words, const LocalText& help) {
    app.add_option("-o,--output", file, help.in(words.language()))->type_name("FILE");
    app.add_flag("-O,--overwrite", overwrite, words("thay tệp đã có", "replace an existing file"));
}

void WhereWhenOptions::bindAsOf(CLI::App& app, const Words& words) {
    app.add_option("--as-of", asOfText,
                   words("đơn vị hành chính có hiệu lực vào ngày này, viết 31/12/2022 hoặc "
                         "2022-12-31 (mặc định: hôm nay)",
                         "the administrative units of this day, written 2022-12-31 or 31/12/2022 "
                         "(default: today)"))
        ->type_name("DAY");
}

void WhereWhenOptions::bindLookUp(CLI::App& app, const Words& words) {
    bindAsOf(app, words);
    app.add_option("--within", within,
                   words("chỉ trong một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"",
                         "only inside a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\""))
        ->type_name("NAME");
    bindLevel(app, words);
}

void WhereWhenOptions::bind(CLI::App& app, const Words& words) {
    bindAsOf(app, words);
    app.add_option(
           "--within", within,
           words("chỉ trong một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"; all: mọi nơi có "
                 "số liệu; country: cả nước",
                 "only inside a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"; all: wherever "
                 "there are figures; country: every unit"))
        ->type_name("NAME");
    bindLevel(app, words);
}

void WhereWhenOptions::bindLevel(CLI::App& app, const Words& words) {
    app.add_option("--level", levelText,
                   words("cấp: tinh, huyen, xa (hoặc province, district, commune)",
                         "level: province, district, commune (or tinh, huyen, xa)"))
        ->type_name("LEVEL");
}

std::optional<Date> WhereWhenOptions::asOf() const {
    if (asOfText.empty())
        return std::nullopt;
    return requireDayOfUnits(asOfText, "--as-of");
}

std::optional<gazetteer::Level> WhereWhenOptions::level() const {
    if (levelText.empty())
        return std::nullopt;
    return requireLevel(levelText);
}

gazetteer::Level requireLevel(const std::string& text, std::string_view option) {
    using gazetteer::Level;
    static const std::pair<const char*, Level> words[] = {
        {"province", Level::Province}, {"district", Level::District}, {"commune", Level::Commune},
        {"tinh", Level::Province},     {"huyen", Level::District},    {"xa", Level::Commune}};
    const std::string folded = text::fold(text);
    std::vector<std::string> known;
    for (const auto& [word, level] : words) {
        if (folded == word)
            return level;
        known.emplace_back(word);
    }
    throw UsageError(
        localText("{} '{}' không phải là một cấp. {}Các cấp là tinh (province), huyen "
                  "(district) và xa (commune).",
                  "{} '{}' is not a level. {}The levels are province (tinh), district (huyen) "
                  "and commune (xa).",
                  option, text, suggestion(text, known)));
}

Date requireDay(const std::string& text, std::string_view option) {
    if (const auto day = parseDayText(text))
        return *day;
    throw UsageError(notADay(option, text));
}

Date requireDayOfUnits(const std::string& text, std::string_view option) {
    const Date date = requireDay(text, option);
    if (date < gazetteer::firstDay)
        throw UsageError(
            localText("{} '{}' sớm hơn {}, ngày bắt đầu của danh mục đơn vị; hãy chọn ngày muộn "
                      "hơn.",
                      "{} '{}' is before {}, when the list of units begins; choose a later day.",
                      option, text, dayText(gazetteer::firstDay)));
    return date;
}

std::size_t requireCount(const std::string& text, std::string_view option) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end)
        return number;
    throw UsageError(localText("{} '{}' không phải là số đếm; hãy ghi một số nguyên như 20.",
                               "{} '{}' is not a count; give a whole number such as 20.", option,
                               text));
}

double requirePositive(const std::string& text, std::string_view option) {
    const auto number = parsePlainNumber(text);
    if (number && std::isfinite(*number) && *number > 0)
        return *number;
    throw UsageError(localText("{} '{}' không phải là số lớn hơn 0; hãy ghi một số như 300.",
                               "{} '{}' is not a number above 0; give one such as 300.", option,
                               text));
}

void requireNoJson(const Context& context) {
    if (context.json)
        throw UsageError(LocalText{
            "--json và '-o -' cùng ghi ra đầu ra chuẩn; hãy bỏ --json, hoặc ghi vào một tệp.",
            "--json and '-o -' both write to standard output; leave --json out, or write a file."});
}

void requireFile(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(localText("Tệp '{}' không tồn tại; hãy kiểm tra tên tệp.",
                                   "The file '{}' does not exist; check the name.", file.string()));
    if (std::filesystem::is_directory(file, ignored))
        throw InputError(localText("'{}' là thư mục; hãy ghi tên một tệp trong đó.",
                                   "'{}' is a folder; name a file in it.", file.string()));
}

} // namespace terroir::cli
