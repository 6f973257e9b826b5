#include "plugin/cli/metavars.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace terroir::cli {

std::string metavar(const std::string& english, Language language) {
    static const std::map<std::string, const char*> vietnamese = {
        {"CATEGORY", "PHÂN-LOẠI"},
        {"CODE", "MÃ"},
        {"COMMAND", "LỆNH"},
        {"COORDINATES", "TỌA-ĐỘ"},
        {"CRS", "HỆ-TỌA-ĐỘ"},
        {"DATE", "NGÀY"},
        {"DAY", "NGÀY"},
        {"DIR", "THƯ-MỤC"},
        {"EPSG:N", "EPSG:SỐ"},
        {"FIELD", "TRƯỜNG"},
        {"FIELD=COLUMN", "TRƯỜNG=CỘT"},
        {"FIELD=TEXT", "TRƯỜNG=CHỮ"},
        {"FIELD=VALUE", "TRƯỜNG=GIÁ-TRỊ"},
        {"FILE", "TỆP"},
        {"ID", "MÃ-SỐ"},
        {"INPUT", "ĐẦU-VÀO"},
        {"KEY", "KHÓA"},
        {"KIND", "LOẠI"},
        {"LANG", "NGÔN-NGỮ"},
        {"LEVEL", "CẤP"},
        {"LIST", "DANH-SÁCH"},
        {"N", "SỐ"},
        {"NAME", "TÊN"},
        {"NUMBER", "SỐ"},
        {"OPTIONS", "TÙY-CHỌN"},
        {"ROW", "DÒNG"},
        {"ROW:FIELD=TEXT", "DÒNG:TRƯỜNG=CHỮ"},
        {"STATE", "TRẠNG-THÁI"},
        {"SCALING", "CÁCH-TÍNH"},
        {"SYMBOL", "KÝ-HIỆU"},
        {"TEXT", "VĂN-BẢN"},
        {"TEXT=UNIT", "CHỮ=ĐƠN-VỊ"},
        {"THEME", "CHỦ-ĐỀ"},
        {"TIMES", "HAI-KỲ"},
        {"TITLE", "TÊN"},
        {"UNIT", "ĐƠN-VỊ"},
        {"WAY", "CÁCH-CHIA"},
        {"WORD", "TỪ"},
        {"WORKSPACE", "TỆP"},
        {"W,S,E,N", "TÂY,NAM,ĐÔNG,BẮC"},
        {"WxH", "RỘNGxCAO"},
        {"YEARS", "NĂM"},
        {"YYYY-MM-DD", "NGÀY"},
    };
    if (language == Language::English)
        return english;
    const auto found = vietnamese.find(english);
    return found == vietnamese.end() ? english : found->second;
}

std::string metavarOf(const CLI::Option& option, Language language) {
    if (option.get_positional())
        return metavar(option.get_name(true), language);
    if (option.get_type_size() == 0)
        return {};
    // A check adds ":UINT in [1 - 12]".
    const std::string name = option.get_type_name();
    const std::size_t check = name.find(':');
    const bool isCheck = check != std::string::npos && name.find('[', check) != std::string::npos;
    return metavar(isCheck ? name.substr(0, check) : name, language);
}

std::string rangeOf(const CLI::Option& option) {
    const std::string name = option.get_type_name();
    const std::size_t from = name.find(" in ["), dash = name.find(" - ", from);
    if (from == std::string::npos || dash == std::string::npos || name.back() != ']')
        return {};
    return name.substr(from + 5, dash - from - 5) + "–" +
           name.substr(dash + 3, name.size() - dash - 4);
}

std::string commandPath(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name()
                                       : commandPath(*app.get_parent()) + " " + app.get_name();
}

std::string pageOf(const CLI::App& app) {
    return app.get_parent() == nullptr ? std::string()
                                       : pageOf(*app.get_parent()) + " " + app.get_name();
}

} // namespace terroir::cli
