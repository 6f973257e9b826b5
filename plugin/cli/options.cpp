#include "plugin/cli/options.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"
#include "core/gazetteer/unit.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <system_error>

namespace terroir::cli {

void OutputOptions::bind(CLI::App& app, const Words& words) {
    app.add_option(
           "-o,--output", file,
           words("tệp kết quả; '-' là đầu ra chuẩn", "file to write; '-' is standard output"))
        ->type_name("FILE");
    app.add_flag("-O,--overwrite", overwrite, words("thay tệp đã có", "replace an existing file"));
}

void AreaOptions::bindAsOf(CLI::App& app, const Words& words) {
    app.add_option("--as-of", asOfText,
                   words("đơn vị hành chính có hiệu lực vào ngày này (mặc định: hôm nay)",
                         "the administrative units of this day (default: today)"))
        ->type_name("YYYY-MM-DD");
}

void AreaOptions::bind(CLI::App& app, const Words& words) {
    bindAsOf(app, words);
    app.add_option(
           "--within", within,
           words("chỉ trong một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"; all: mọi nơi có "
                 "số liệu; country: cả nước",
                 "only inside a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"; all: everywhere, "
                 "country: every unit"))
        ->type_name("NAME");
    bindLevel(app, words);
}

void AreaOptions::bindLevel(CLI::App& app, const Words& words) {
    app.add_option("--level", levelText,
                   words("cấp: province (tỉnh), district (huyện), commune (xã)",
                         "level: province, district, commune"))
        ->type_name("LEVEL");
}

std::optional<Date> AreaOptions::asOf() const {
    if (asOfText.empty())
        return std::nullopt;
    const Date date = requireDate(asOfText, "--as-of");
    if (date < gazetteer::firstDay)
        throw UsageError(fmt::format(
            "--as-of '{}' is before {}, when the list of units begins; choose a later day.",
            asOfText, gazetteer::firstDay.toString()));
    return date;
}

std::optional<gazetteer::Level> AreaOptions::level() const {
    if (levelText.empty())
        return std::nullopt;
    return requireLevel(levelText);
}

gazetteer::Level requireLevel(const std::string& text) {
    if (const auto level = gazetteer::parseLevel(text))
        return *level;
    const std::vector<std::string> known = {"province", "district", "commune"};
    throw UsageError(
        fmt::format("--level '{}' is not a level. {}The levels are province, district and commune.",
                    text, suggestion(text, known).en));
}

void requireFile(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(
            fmt::format("The file '{}' does not exist; check the name.", file.string()));
    if (std::filesystem::is_directory(file, ignored))
        throw InputError(fmt::format("'{}' is a folder; name a file in it.", file.string()));
}

} // namespace terroir::cli
