#include "core/records/measure_unit_words.hpp"

#include <algorithm>
#include <string>

namespace terroir::records {

namespace {

struct UnitWord {
    std::string_view unit, one, many;
};

// "mẫu" is left out: it is a sample, and a measure of land.
constexpr UnitWord unitWords[] = {
    {"bể", "tank", "tanks"},
    {"cán bộ", "official", "officials"},
    {"cá nhân", "person", "persons"},
    {"cây", "tree", "trees"},
    {"chỉ dẫn địa lý", "geographical indication", "geographical indications"},
    {"chứng nhận", "certificate", "certificates"},
    {"con", "head", "head"},
    {"công trình", "structure", "structures"},
    {"công ty", "company", "companies"},
    {"cơ sở", "site", "sites"},
    {"cơ sở đóng gói", "packing house", "packing houses"},
    {"cuộc", "event", "events"},
    {"doanh nghiệp", "enterprise", "enterprises"},
    {"dòng", "line", "lines"},
    {"dự án", "project", "projects"},
    {"đề tài", "research task", "research tasks"},
    {"đề xuất", "proposal", "proposals"},
    {"đoàn", "delegation", "delegations"},
    {"đồng", "đồng", "đồng"},
    {"đơn vị", "organisation", "organisations"},
    {"đơn vị cấp xã", "commune", "communes"},
    {"gam", "g", "g"},
    {"giải thưởng", "award", "awards"},
    {"giảng viên", "lecturer", "lecturers"},
    {"giấy chứng nhận", "certificate", "certificates"},
    {"giống", "variety", "varieties"},
    {"hồ sơ", "dossier", "dossiers"},
    {"hội đồng", "council", "councils"},
    {"hội thảo", "workshop", "workshops"},
    {"hộ", "household", "households"},
    {"hộ dân", "household", "households"},
    {"hợp tác xã", "cooperative", "cooperatives"},
    {"khu", "area", "areas"},
    {"lô", "lot", "lots"},
    {"lồng", "cage", "cages"},
    {"lớp", "class", "classes"},
    {"lứa", "batch", "batches"},
    {"lượt doanh nghiệp", "visit to enterprises", "visits to enterprises"},
    {"lượt học viên", "attendance", "attendances"},
    {"lượt người", "attendance", "attendances"},
    {"máy", "machine", "machines"},
    {"máy móc", "machine", "machines"},
    {"mã số", "code", "codes"},
    {"mô hình", "model", "models"},
    {"năm", "year", "years"},
    {"ngày", "day", "days"},
    {"nhãn hiệu", "trademark", "trademarks"},
    {"nhãn hiệu chứng nhận", "certification mark", "certification marks"},
    {"nhãn hiệu tập thể", "collective mark", "collective marks"},
    {"nhiệm vụ", "task", "tasks"},
    {"nông cụ", "farm tool", "farm tools"},
    {"phòng", "room", "rooms"},
    {"phương tiện đo", "measuring instrument", "measuring instruments"},
    {"sao", "star", "stars"},
    {"sáng kiến", "initiative", "initiatives"},
    {"sản phẩm", "product", "products"},
    {"sinh viên", "student", "students"},
    {"tấn", "tonne", "tonnes"},
    {"tạ", "quintal", "quintals"},
    {"thành viên", "member", "members"},
    {"tổ chức", "organisation", "organisations"},
    {"trang trại", "farm", "farms"},
    {"triệu đồng", "million đồng", "million đồng"},
    {"trung tâm", "centre", "centres"},
    {"tỷ đồng", "billion đồng", "billion đồng"},
    {"văn bằng", "title", "titles"},
    {"văn bằng bảo hộ", "title", "titles"},
    {"vùng trồng", "growing zone", "growing zones"},
    {"UBND phường", "ward committee", "ward committees"},
};

std::string inEnglish(std::string_view unit, bool isOne) {
    const auto* const known = std::find_if(std::begin(unitWords), std::end(unitWords),
                                           [&](const UnitWord& word) { return word.unit == unit; });
    if (known != std::end(unitWords))
        return std::string(isOne ? known->one : known->many);
    // What it is per is one: "head/batch".
    if (const std::size_t stroke = unit.find('/'); stroke != std::string_view::npos)
        return inEnglish(unit.substr(0, stroke), isOne) + '/' +
               inEnglish(unit.substr(stroke + 1), true);
    constexpr std::string_view comma = ", ";
    if (const std::size_t at = unit.find(comma); at != std::string_view::npos)
        return inEnglish(unit.substr(0, at), isOne) + std::string(comma) +
               inEnglish(unit.substr(at + comma.size()), isOne);
    return std::string(unit);
}

} // namespace

LocalText measureUnitInWords(std::string_view unit, std::optional<double> value) {
    return {std::string(unit), inEnglish(unit, value == 1)};
}

} // namespace terroir::records
