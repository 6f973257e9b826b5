#include "core/records/fields.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::records {

const std::vector<FieldInfo>& fields() {
    static const std::vector<FieldInfo> list{
        {"id",
         {"ma", "ma so"},
         {"mã của dòng; để trống thì lấy tên bảng và số dòng",
          "id of the row; when empty, made of the table's name and the row number"}},
        {"kind",
         {"loai hinh", "nhom du lieu"},
         {"loại bản ghi, nếu bảng có nhiều loại", "kind of record, when a table holds several"}},
        {"subject",
         {"san pham", "ten san pham", "doi tuong", "cay trong", "vat nuoi", "mo hinh",
          "ten mo hinh", "ten nhiem vu", "nhan hieu", "ten nhan hieu", "crop", "product", "model"},
         {"đối tượng: sản phẩm, cây trồng, mô hình…; nhiều đối tượng cách nhau bằng dấu ;",
          "the thing: product, crop, model…; several are separated with ;"},
         true},
        {"variety",
         {"giong", "ten giong"},
         {"giống; viết sau tên cây trồng, hoặc là đối tượng khi không có cột đối tượng",
          "variety; put behind the crop, or the subject when no column names one"}},
        {"subject_as_written",
         {},
         {"đối tượng đúng như nguồn viết", "the subject as the source has it"}},
        {"category",
         {"loai", "phan loai", "loai nhan hieu", "tieu chuan", "chung nhan", "linh vuc",
          "certification", "scheme"},
         {"phân loại trong loại bản ghi: VietGAP, nhãn hiệu chứng nhận…",
          "category within the kind: VietGAP, certification mark…"}},
        {"area",
         {"dien tich"},
         {"diện tích; đơn vị ở tên cột, ở cột đơn vị hoặc sau số: ha, m², km², sào, mẫu, công; lưu "
          "bằng ha",
          "area; unit in the header, the unit column or behind the number: ha, m², km², sào, mẫu, "
          "công; kept in ha"}},
        {"output", {"san luong"}, {"sản lượng (tấn)", "output (tonnes)"}},
        {"yield", {"nang suat"}, {"năng suất (tấn/ha)", "yield (tonnes per ha)"}},
        {"count",
         {"so luong", "quantity"},
         {"số lượng, theo đơn vị ở cột đơn vị", "a count, of what the unit column says"}},
        {"stars",
         {"hang sao", "so sao", "sao", "rating"},
         {"hạng sao OCOP, 1 đến 5", "OCOP stars, 1 to 5"}},
        {"indicator",
         {"chi tieu", "chi so"},
         {"giá trị đo cái gì: area, output, farms…",
          "what the value measures: area, output, farms…"}},
        {"value",
         {"gia tri"},
         {"giá trị, viết kiểu Việt Nam (1.947 = một nghìn…); viết dấu chấm thập phân nếu bảng có "
          "cột value_as_written",
          "the value, the Vietnamese way (1.947 is 1947); with a decimal point when the table has "
          "a column value_as_written"}},
        {"value_max",
         {"gia tri lon nhat"},
         {"số lớn của một khoảng", "the upper number of a range"}},
        {"unit",
         {"don vi", "don vi tinh", "dvt", "don vi do"},
         {"đơn vị tính", "unit of the value"}},
        {"qualifier",
         {},
         {"=, >=, ~, range hoặc implied; để trống thì đọc từ giá trị (trên, khoảng, 20-30)",
          "=, >=, ~, range or implied; when empty, read from the value (trên, khoảng, 20-30)"}},
        {"value_as_written", {}, {"giá trị đúng như nguồn viết", "the value as the source has it"}},
        {"scope",
         {},
         {"own, part, aggregate, shared, repeat hoặc none: giá trị được cộng thế nào",
          "own, part, aggregate, shared, repeat or none: how the value may be counted"}},
        {"group", {"nhom"}, {"nối tổng số với các phần của nó", "ties a total to its parts"}},
        {"status",
         {"trang thai", "tinh trang"},
         {"done, ongoing, planned, proposed; đã thực hiện, đang thực hiện, kế hoạch, đề xuất",
          "done, ongoing, planned, proposed"}},
        {"period",
         {"nam", "thoi gian", "giai doan", "ngay", "year", "date"},
         {"năm, tháng, ngày hoặc khoảng: 2022, 4/2022, 15/4/2022, 2012-2022",
          "year, month, day or span: 2022, 2022-04, 2022-04-15, 2012-2022"}},
        {"from", {"tu ngay", "bat dau", "tu nam", "start"}, {"ngày đầu", "first day"}},
        {"to",
         {"den ngay", "ket thuc", "den nam", "end"},
         {"ngày cuối (tính cả ngày đó)", "last day (that day is in)"}},
        {"holder",
         {"don vi thuc hien", "chu the", "chu so huu", "to chuc thuc hien", "owner"},
         {"đơn vị thực hiện, chủ thể", "who runs or owns it"}},
        {"province",
         {"tinh", "tinh/thanh pho", "tinh, thanh pho"},
         {"tỉnh, thành phố", "province"}},
        {"district",
         {"huyen", "quan/huyen", "huyen/quan", "huyen, thanh pho", "huyen/thanh pho",
          "huyen/thi xa/thanh pho"},
         {"huyện, quận, thị xã, thành phố của tỉnh", "district"}},
        {"commune",
         {"xa", "xa/phuong", "phuong/xa", "xa, phuong", "xa/thi tran", "xa, thi tran",
          "xa/phuong/thi tran", "xa, phuong, thi tran"},
         {"xã, phường, thị trấn; nhiều xã cách nhau bằng dấu ;",
          "commune; several are separated with ;"}},
        {"place",
         {"dia diem", "noi", "noi thuc hien", "dia ban", "dia chi", "location", "address"},
         {"địa điểm như đã viết; nhiều địa điểm cách nhau bằng dấu ;",
          "the place as written; several are separated with ;"}},
        {"place_level",
         {"cap"},
         {"cấp của địa điểm: province, district, commune, village",
          "level of the place: province, district, commune, village"}},
        {"place_role",
         {},
         {"location: ở nơi đó; coverage: nói về nơi đó",
          "location: it is there; coverage: it is about that territory"}},
        {"within", {"thuoc"}, {"các cấp trên của địa điểm", "the parents of the place"}},
        {"name_place",
         {},
         {"địa danh trong tên gọi, không phải nơi có đối tượng",
          "a place inside a name, which is no location"}},
        {"name_place_level",
         {},
         {"cấp của địa danh trong tên gọi", "level of the place in the name"}},
        {"source",
         {},
         {"mã nguồn đã có; để trống: chính bảng này", "id of a known source; empty: this table"}},
        {"line",
         {"trang", "page"},
         {"dòng, ô hoặc trang trong nguồn", "line, cell or page in the source"}},
        {"facts", {}, {"mã các dữ kiện gốc", "ids of the facts it was made of"}},
        {"note", {"ghi chu", "chu thich", "remark"}, {"ghi chú", "note"}},
        {"code",
         {"ma so vung trong", "ma vung trong", "ma so co so dong goi", "ma co so dong goi",
          "ma so cap", "ma nhiem vu", "ma so nhiem vu", "puc", "phc"},
         {"mã số được cấp", "code given"},
         false,
         true},
        {"certificate_no",
         {"so giay chung nhan", "so gcn", "so van bang", "so bang", "so dang ky", "so chung nhan"},
         {"số giấy chứng nhận, văn bằng", "certificate number"},
         false,
         true},
        {"application_no",
         {"so don", "so don dang ky", "don dang ky"},
         {"số đơn", "application number"},
         false,
         true},
        {"decision",
         {"quyet dinh", "so quyet dinh", "so qd", "qd cong nhan", "quyet dinh cong nhan",
          "so quyet dinh cong nhan"},
         {"quyết định", "decision"},
         false,
         true},
        {"decision_date",
         {"ngay quyet dinh", "ngay qd", "ngay ky", "ngay ban hanh"},
         {"ngày quyết định", "day of the decision"},
         false,
         true},
        {"issued",
         {"ngay cap", "ngay cap gcn", "ngay cong nhan"},
         {"ngày cấp", "issued"},
         false,
         true},
        {"expires",
         {"ngay het han", "het han", "han su dung", "thoi han", "hieu luc den", "co gia tri den",
          "ngay het hieu luc"},
         {"hết hạn", "expires"},
         false,
         true},
        {"points",
         {"diem", "so diem", "diem danh gia", "tong diem"},
         {"điểm", "points"},
         false,
         true},
        {"product_group",
         {"nhom san pham", "nganh hang", "nhom nganh"},
         {"nhóm sản phẩm", "product group"},
         false,
         true},
        {"holder_type",
         {"loai hinh chu the", "loai chu the", "loai hinh to chuc"},
         {"loại hình chủ thể", "type of holder"},
         false,
         true},
        {"market", {"thi truong", "thi truong xuat khau"}, {"thị trường", "market"}, false, true},
        {"leader",
         {"chu nhiem", "chu nhiem nhiem vu", "chu nhiem de tai", "chu nhiem du an"},
         {"chủ nhiệm", "leader"},
         false,
         true},
        {"lead_organisation",
         {"co quan chu tri", "to chuc chu tri", "don vi chu tri"},
         {"cơ quan chủ trì", "lead organisation"},
         false,
         true},
        {"budget",
         {"kinh phi", "tong kinh phi", "kinh phi thuc hien"},
         {"kinh phí", "budget"},
         false,
         true},
        {"contract", {"so hop dong", "hop dong"}, {"hợp đồng", "contract"}, false, true},
        {"manager",
         {"to chuc quan ly", "co quan quan ly", "don vi quan ly"},
         {"tổ chức quản lý", "manager"},
         false,
         true},
        {"result",
         {"ket qua", "ket qua nghiem thu", "xep loai"},
         {"kết quả", "result"},
         false,
         true},
        {"crop_season", {"mua vu", "vu", "vu mua"}, {"mùa vụ", "crop season"}, false, true},
        {"status_as_written", {}, {"trạng thái như đã viết", "status as written"}, false, true},
        {"corrected",
         {},
         {"sửa khi nhập: chữ trong tệp → chữ đã sửa", "put right at import: in the file → now"},
         false,
         true},
        {"applicant", {}, {"tổ chức nộp đơn", "applicant"}, false, true},
        {"eu_protected",
         {},
         {"bảo hộ ở châu Âu (để trống: không rõ)", "protected in Europe (empty: not known)"},
         false,
         true},
        {"sources_agree", {}, {"số nguồn nói như nhau", "sources that agree"}, false, true},
        {"web_pages", {}, {"trang mạng", "web pages"}, false, true},
        {"as_of",
         {},
         {"ngày của các đơn vị; để trống thì lấy ngày cuối của thời gian",
          "the day of the units; when empty, the last day of the period"}},
    };
    return list;
}

const std::vector<KindInfo>& kinds() {
    static const std::vector<KindInfo> list{
        {"model", {"mô hình", "models"}},
        {"trial", {"thử nghiệm, khảo nghiệm", "trials"}},
        {"planting", {"liên kết trồng", "company plantings"}},
        {"production_zone", {"vùng sản xuất", "production zones"}},
        {"certification", {"chứng nhận, tiêu chuẩn", "certifications and standards"}},
        {"title", {"nhãn hiệu, văn bằng bảo hộ", "marks and other titles"}},
        {"geographical_indication", {"chỉ dẫn địa lý", "geographical indications"}},
        {"ocop", {"sản phẩm OCOP", "OCOP products"}},
        {"livestock", {"cơ sở chăn nuôi", "livestock farms"}},
        {"aquaculture", {"cơ sở nuôi thủy sản", "aquaculture"}},
        {"st_task", {"nhiệm vụ khoa học và công nghệ", "science and technology tasks"}},
        {"enterprise_technology", {"công nghệ của doanh nghiệp", "technology in enterprises"}},
        {"infrastructure", {"hạ tầng, thiết bị", "infrastructure and equipment"}},
        {"training", {"tập huấn, hội thảo", "training and workshops"}},
        {"inspection", {"thanh tra, kiểm tra", "inspections"}},
        {"measurement", {"đo lường, thử nghiệm mẫu", "measurement and testing"}},
        {"initiative", {"sáng kiến", "work initiatives"}},
        {"organisation", {"tổ chức", "organisations"}},
        {"packing_house", {"cơ sở đóng gói", "packing houses"}},
        {"border_marker", {"mốc biên giới", "border markers"}},
        {"soil_sample", {"mẫu đất", "soil samples"}},
        {"generic", {"số liệu khác", "other figures"}},
    };
    return list;
}

const FieldInfo* findField(std::string_view field) {
    const auto found = std::find_if(fields().begin(), fields().end(),
                                    [&](const FieldInfo& known) { return known.field == field; });
    return found == fields().end() ? nullptr : &*found;
}

const KindInfo* findKind(std::string_view id) {
    const auto found = std::find_if(kinds().begin(), kinds().end(),
                                    [&](const KindInfo& kind) { return kind.id == id; });
    return found == kinds().end() ? nullptr : &*found;
}

const std::vector<MeasureInfo>& measures() {
    static const std::vector<MeasureInfo> list{{"area", "area", "ha"},
                                               {"output", "output", "tấn"},
                                               {"yield", "yield", "tấn/ha"},
                                               {"count", "", ""},
                                               {"stars", "stars", "sao"}};
    return list;
}

namespace {

struct Counted {
    std::string_view kind, unit, indicator; ///< kind empty: any
};

// The first row of a kind is what it counts without a unit.
constexpr Counted counted[] = {
    {"livestock", "cơ sở", "farms"},
    {"livestock", "hộ", "farms"},
    {"livestock", "trại", "farms"},
    {"livestock", "trang trại", "farms"},
    {"livestock", "gia trại", "farms"},
    {"aquaculture", "cơ sở", "sites"},
    {"model", "mô hình", "models"},
    {"title", "nhãn hiệu", "titles"},
    {"title", "nhãn hiệu chứng nhận", "titles"},
    {"title", "nhãn hiệu tập thể", "titles"},
    {"title", "văn bằng", "titles"},
    {"title", "văn bằng bảo hộ", "titles"},
    {"title", "sản phẩm", "titles"},
    {"geographical_indication", "chỉ dẫn địa lý", "indications"},
    {"ocop", "sản phẩm", "products"},
    {"st_task", "nhiệm vụ", "tasks"},
    {"st_task", "đề tài", "tasks"},
    {"st_task", "dự án", "tasks"},
    {"training", "lớp", "classes"},
    {"inspection", "cuộc", "inspections"},
    {"inspection", "mẫu", "samples"},
    {"measurement", "mẫu", "samples"},
    {"certification", "giấy chứng nhận", "certificates"},
    {"trial", "giống", "varieties"},
    {"packing_house", "cơ sở", "packing_houses"},
    {"packing_house", "cơ sở đóng gói", "packing_houses"},
    {"border_marker", "mốc", "markers"},
    {"border_marker", "cột mốc", "markers"},
    {"soil_sample", "mẫu", "soil_samples"},
    {"soil_sample", "mẫu đất", "soil_samples"},
    {"production_zone", "mã", "codes"},
    {"", "mã số", "codes"},
    {"", "mã số vùng trồng", "codes"},
    {"", "vùng", "zones"},
    {"", "vùng trồng", "zones"},
    {"", "mô hình", "models"},
    {"", "hộ", "households"},
    {"", "hộ dân", "households"},
    {"", "bể", "tanks"},
    {"", "lồng", "cages"},
    {"", "lồng bè", "cages"},
    {"", "ô lồng", "cages"},
    {"", "con", "head"},
    {"", "đầu con", "head"},
    {"", "con gia súc", "head"},
    {"", "con gia cầm", "head"},
    {"", "trang trại", "farms"},
    {"", "sản phẩm", "products"},
    {"", "hợp tác xã", "cooperatives"},
    {"", "htx", "cooperatives"},
    {"", "doanh nghiệp", "companies"},
    {"", "máy", "machines"},
};

const std::vector<std::string>& foldedUnits() {
    static const std::vector<std::string> folded = [] {
        std::vector<std::string> units;
        for (const Counted& known : counted)
            units.push_back(text::fold(known.unit));
        return units;
    }();
    return folded;
}

const Counted* findCounted(std::string_view kind, std::string_view foldedUnit) {
    const std::vector<std::string>& folded = foldedUnits();
    for (std::size_t i = 0; i < folded.size(); ++i)
        if ((counted[i].kind.empty() || counted[i].kind == kind) && foldedUnit == folded[i])
            return &counted[i];
    return nullptr;
}

/// "bè" is a raft of cages, "bể" a tank: only the letters tell.
bool isRaft(std::string_view words) {
    const std::string last = text::normalize(words);
    return last == "bè" || last.ends_with(" bè");
}

} // namespace

bool isCountedUnit(std::string_view unit) {
    const std::vector<std::string>& known = foldedUnits();
    return !unit.empty() && std::find(known.begin(), known.end(), text::fold(unit)) != known.end();
}

CountIndicator countIndicator(std::string_view kind, std::string_view unit) {
    const std::string written = text::normalize(unit); // "Con" is no other unit than "con"
    if (written == "bè")
        return {"cages", written};
    const std::string folded = text::fold(unit);
    if (folded.empty()) {
        // A zone or a measurement without a unit may be counted in anything.
        for (const Counted& known : counted)
            if (known.kind == kind && kind != "production_zone" && kind != "measurement")
                return {std::string(known.indicator), std::string(known.unit)};
        return {"count", {}};
    }
    if (const Counted* known = findCounted(kind, folded))
        return {std::string(known->indicator), written};
    return {"count", std::string(unit)};
}

std::string unitCountedBy(std::string_view kind, std::string_view header) {
    std::string folded = text::fold(header.substr(0, header.find('(')));
    std::replace(folded.begin(), folded.end(), '_', ' '); // "TONG_DAN"
    std::string spaced; // "Số lồng, bè", "Số lồng/bè", "Số lồng - bè"
    for (const char c : folded)
        if (c != ' ' && c != ',' && c != '/' && c != '-')
            spaced += c;
        else if (!spaced.empty() && spaced.back() != ' ')
            spaced += ' ';
    std::string_view name = spaced;
    while (name.ends_with(' '))
        name.remove_suffix(1);
    for (const std::string_view herd : {"tong dan", "quy mo dan", "so dau con", "dan vat nuoi"})
        if (name == herd)
            return "con";
    for (const std::string_view opening : {"tong so ", "so luong ", "so "})
        if (name.starts_with(opening)) {
            const Counted* known = findCounted(kind, name.substr(opening.size()));
            if (known == nullptr)
                return {};
            if (known->indicator == "tanks" && isRaft(header.substr(0, header.find('('))))
                return "bè";
            return known->indicator == "cages" ? "lồng" : std::string(known->unit);
        }
    return {};
}

} // namespace terroir::records
