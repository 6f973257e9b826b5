#include "core/records/template_columns.hpp"

#include <algorithm>
#include <array>

namespace terroir::records {

namespace {

using sheets::TemplateFormat;

const std::vector<ColumnShape>& columnShapes() {
    using enum TemplateFormat;
    static const std::vector<ColumnShape> list{
        {"code", {"Mã số cấp", "code"}, Text, 18},
        {"subject", {"Sản phẩm", "product"}, Text, 28},
        {"variety", {"Giống", "variety"}, Text, 16},
        {"category", {"Phân loại", "category"}, Text, 22},
        {"area", {"Diện tích (ha)", "area (ha)"}, Number, 12},
        {"output", {"Sản lượng (tấn)", "output (t)"}, Number, 12},
        {"yield", {"Năng suất (tấn/ha)", "yield (t/ha)"}, Number, 12},
        {"count", {"Số lượng", "quantity"}, Count, 11},
        {"stars", {"Hạng sao", "stars"}, Count, 9},
        {"indicator", {"Chỉ tiêu", "indicator"}, Text, 18},
        {"value", {"Giá trị", "value"}, Number, 12},
        {"unit", {"Đơn vị", "unit"}, Text, 14},
        {"status", {"Trạng thái", "status"}, Text, 16},
        {"crop_season", {"Mùa vụ", "crop_season"}, Text, 14},
        {"period", {"Năm", "year"}, Text, 12},
        {"from", {"Bắt đầu", "start"}, Text, 12},
        {"to", {"Kết thúc", "end"}, Text, 12},
        {"holder", {"Chủ thể", "holder"}, Text, 30},
        {"holder_type", {"Loại hình chủ thể", "holder_type"}, Text, 18},
        {"manager", {"Tổ chức quản lý", "manager"}, Text, 30},
        {"leader", {"Chủ nhiệm", "leader"}, Text, 20},
        {"lead_organisation", {"Cơ quan chủ trì", "lead_organisation"}, Text, 30},
        {"budget", {"Kinh phí (triệu đồng)", "budget (triệu đồng)"}, Number, 14},
        {"contract", {"Số hợp đồng", "contract"}, Text, 18},
        {"result", {"Kết quả", "result"}, Text, 16},
        {"application_no", {"Số đơn", "application_no"}, Text, 18},
        {"certificate_no", {"Số giấy chứng nhận", "certificate_no"}, Text, 20},
        {"decision", {"Số quyết định", "decision"}, Text, 20},
        {"decision_date", {"Ngày quyết định", "decision_date"}, Day, 13},
        {"issued", {"Ngày cấp", "issued"}, Day, 13},
        {"expires", {"Ngày hết hạn", "expires"}, Day, 13},
        {"points", {"Điểm", "points"}, Number, 9},
        {"product_group", {"Nhóm sản phẩm", "product_group"}, Text, 18},
        {"market", {"Thị trường", "market"}, Text, 18},
        {"commune", {"Xã", "commune"}, Text, 20},
        {"district", {"Huyện", "district"}, Text, 16},
        {"province", {"Tỉnh", "province"}, Text, 16},
        {"@x", {"Kinh độ", "longitude"}, Text, 14},
        {"@y", {"Vĩ độ", "latitude"}, Text, 14},
        {"note", {"Ghi chú", "note"}, Text, 30},
    };
    return list;
}

struct KindColumns {
    std::string_view kind;
    std::vector<KindColumn> columns; ///< in front of those that say where
};

constexpr std::string_view cooperative = "HTX nông nghiệp Bản Bo";
constexpr std::string_view station = "Trung tâm Dịch vụ nông nghiệp huyện Tam Đường";
const LocalText plainSubject{"Đối tượng", "subject"}, crop{"Cây trồng", "crop"};

const std::vector<KindColumns>& kindColumns() {
    static const std::vector<KindColumns> list{
        {"model",
         {{"subject", "chè Kim Tuyên", {"Mô hình", "model"}},
          {"category", "tea"},
          {"area", "2.5"},
          {"count", "1"},
          {"unit", "mô hình", {}, {"mô hình", "hộ", "con", "lồng", "bể"}},
          {"period", "2024"},
          {"holder", station, {"Đơn vị thực hiện", "holder"}},
          {"status", "done"}}},
        {"trial",
         {{"subject", "ngô", crop},
          {"variety", "LVN10"},
          {"category", "crop"},
          {"area", "1.2"},
          {"yield", "6.8"},
          {"crop_season", "Xuân Hè"},
          {"period", "2024"},
          {"holder", station, {"Đơn vị thực hiện", "holder"}},
          {"status", "done"}}},
        {"planting",
         {{"subject", "chè", crop},
          {"category", "tea"},
          {"area", "35.5"},
          {"output", "210"},
          {"count", "48"},
          {"unit", "hộ", {}, {"hộ", "hợp tác xã"}},
          {"period", "2024"},
          {"holder", cooperative, {"Đơn vị thực hiện", "holder"}},
          {"status", "ongoing"}}},
        {"production_zone",
         {{"code", "VN-LC-0123", {"Mã số vùng trồng", "code"}},
          {"subject", "chuối", crop},
          {"category", "fruit"},
          {"area", "12.5"},
          {"output", "250"},
          {"period", "2024"},
          {"market", "Trung Quốc"},
          {"issued", "18/11/2024"},
          {"holder", cooperative},
          {"status", "in force"}}},
        {"packing_house",
         {{"code", "VN-LCPH-012", {"Mã số cơ sở đóng gói", "code"}},
          {"subject", "chuối"},
          {"period", "2024"},
          {"market", "Trung Quốc"},
          {"issued", "18/11/2024"},
          {"holder", cooperative},
          {"status", "in force"}}},
        {"certification",
         {{"subject", "chè"},
          {"category", "vietgap", {"Tiêu chuẩn", "scheme"}},
          {"area", "12.5"},
          {"output", "60"},
          {"period", "2024"},
          {"certificate_no", "VietGAP-TT-12-34-0056"},
          {"issued", "18/11/2024"},
          {"expires", "17/11/2027"},
          {"holder", cooperative},
          {"status", "in force"}}},
        {"title",
         {{"subject", "Chè Tam Đường", {"Nhãn hiệu", "subject"}},
          {"category", "certification_mark", {"Loại nhãn hiệu", "category"}},
          {"period", "2024"},
          {"application_no", "4-2023-00123"},
          {"certificate_no", "4-0512345-000", {"Số văn bằng", "certificate_no"}},
          {"issued", "18/11/2024"},
          {"expires", "12/1/2033"},
          {"holder", "UBND huyện Tam Đường", {"Chủ sở hữu", "owner"}},
          {"manager", "Phòng Nông nghiệp huyện Tam Đường"},
          {"status", "in force"}}},
        {"geographical_indication",
         {{"subject", "chè Tam Đường"},
          {"category", "national"},
          {"period", "2024"},
          {"application_no", "6-2023-00012"},
          {"certificate_no", "00123", {"Số đăng ký", "certificate_no"}},
          {"issued", "18/11/2024"},
          {"holder", "UBND tỉnh Lai Châu", {"Chủ sở hữu", "owner"}},
          {"manager", "Sở Khoa học và Công nghệ tỉnh Lai Châu"},
          {"status", "in force"}}},
        {"ocop",
         {{"subject", "chè Shan Bản Bo"},
          {"product_group", "Đồ uống"},
          {"stars", "4", {}, {"1", "2", "3", "4", "5"}, true},
          {"points", "78.5"},
          {"period", "2024"},
          {"decision", "1234/QĐ-UBND"},
          {"decision_date", "18/11/2024"},
          {"expires", "18/11/2027"},
          {"holder", cooperative},
          {"holder_type", "hợp tác xã"}}},
        {"livestock",
         {{"subject", "lợn", {"Vật nuôi", "subject"}},
          {"category", "pigs_over_100"},
          {"count", "350"},
          {"unit", "con", {}, {"con", "cơ sở", "hộ"}},
          {"period", "2024"},
          {"holder", cooperative}}},
        {"aquaculture",
         {{"subject", "cá tầm", {"Vật nuôi", "subject"}},
          {"category", "sturgeon"},
          {"count", "24"},
          {"unit", "bể", {}, {"cơ sở", "bể", "lồng", "con", "hộ"}},
          {"output", "18.5"},
          {"period", "2024"},
          {"holder", cooperative}}},
        {"st_task",
         {{"code", "ĐTKHCN.LC.05/2023", {"Mã nhiệm vụ", "code"}},
          {"subject", "Xây dựng mô hình trồng chè hữu cơ", {"Tên nhiệm vụ", "subject"}},
          {"category", "agriculture", {"Lĩnh vực", "category"}},
          {"lead_organisation", "Trường Đại học Tây Bắc"},
          {"leader", "Nguyễn Văn A"},
          {"from", "6/2023"},
          {"to", "6/2024"},
          {"budget", "1250"},
          {"contract", "05/2023/HĐ-KHCN"},
          {"status", "done"},
          {"result", "Đạt"}}},
        {"enterprise_technology",
         {{"subject", "dây chuyền sao chè", plainSubject},
          {"category", "technology_renewal", {"Lĩnh vực", "category"}},
          {"count", "1"},
          {"unit", "doanh nghiệp", {}, {"doanh nghiệp", "hợp tác xã", "máy"}},
          {"period", "2024"},
          {"holder", "Công ty TNHH Chè A", {"Đơn vị thực hiện", "holder"}},
          {"status", "done"}}},
        {"infrastructure",
         {{"subject", "máy cày", plainSubject},
          {"category", "farm_machinery", {"Lĩnh vực", "category"}},
          {"count", "12"},
          {"unit", "máy", {}, {"máy", "hộ", "hợp tác xã"}},
          {"period", "2024"},
          {"holder", station, {"Đơn vị thực hiện", "holder"}},
          {"status", "done"}}},
        {"training",
         {{"subject", "kỹ thuật trồng chè", plainSubject},
          {"category", "farming", {"Lĩnh vực", "category"}},
          {"count", "2"},
          {"unit", "lớp", {}, {"lớp"}},
          {"period", "4/2024", {"Thời gian", "period"}},
          {"holder", station, {"Đơn vị thực hiện", "holder"}},
          {"status", "done"}}},
        {"inspection",
         {{"subject", "xăng dầu", plainSubject},
          {"category", "petrol", {"Lĩnh vực", "category"}},
          {"count", "3"},
          {"unit", "cuộc", {}, {"cuộc"}},
          {"period", "4/2024", {"Thời gian", "period"}},
          {"holder", "Sở Khoa học và Công nghệ tỉnh Lai Châu", {"Đơn vị thực hiện", "holder"}}}},
        {"measurement",
         {{"subject", "cân đồng hồ lò xo", plainSubject},
          {"category", "verification", {"Lĩnh vực", "category"}},
          {"value", "125"},
          {"unit", "phương tiện đo"},
          {"period", "2024"},
          {"holder", "Trung tâm Kỹ thuật tỉnh Lai Châu", {"Đơn vị thực hiện", "holder"}}}},
        {"initiative",
         {{"subject", "cải tiến máy sao chè", plainSubject},
          {"category", "provincial", {"Phân loại", "category"}},
          {"period", "2024"},
          {"holder", "Nguyễn Văn A"}}},
        {"organisation",
         {{"subject", "Trạm Khuyến nông Tam Đường", plainSubject},
          {"category", "district_service"},
          {"period", "2024"}}},
        {"border_marker",
         {{"subject", "mốc số 68", plainSubject},
          {"period", "2024"},
          {"@x", "103,4512"},
          {"@y", "22,5234"}}},
        {"soil_sample",
         {{"subject", "mẫu đất trồng chè số 12", plainSubject},
          {"indicator", "pH"},
          {"value", "5.2"},
          {"unit", ""},
          {"period", "4/2024", {"Thời gian", "period"}},
          {"@x", "103,6215"},
          {"@y", "22,3308"}}},
        {"generic",
         {{"subject", "lao động nông nghiệp", plainSubject},
          {"indicator", "lao động"},
          {"value", "1250"},
          {"unit", "người"},
          {"period", "2024"},
          {"status", "done"}}},
    };
    return list;
}

bool isRight(std::string_view kind) {
    static constexpr std::array<std::string_view, 5> rights{
        "production_zone", "packing_house", "certification", "title", "geographical_indication"};
    return std::find(rights.begin(), rights.end(), kind) != rights.end();
}

} // namespace

const ColumnShape* findColumnShape(std::string_view field) {
    const auto& all = columnShapes();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.field == field; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<KindColumn> templateColumns(std::string_view kind) {
    const auto& all = kindColumns();
    const auto own =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.kind == kind; });
    std::vector<KindColumn> columns = own == all.end() ? all.back().columns : own->columns;
    for (KindColumn& column : columns)
        column.isRequired = column.isRequired || column.field == "subject";
    // The ground of an indication is several communes.
    columns.push_back(
        {"commune", kind == "geographical_indication" ? "Bản Bo; Bình Lư" : "Bản Bo"});
    columns.push_back({"district", "Tam Đường"});
    columns.push_back({"province", "Lai Châu", {}, {}, true});
    columns.push_back({"note", ""});
    return columns;
}

std::vector<LocalText> templateStates(std::string_view kind) {
    if (isRight(kind))
        return {{"đang hiệu lực", "in force"},
                {"tạm dừng", "suspended"},
                {"thu hồi", "revoked"},
                {"hết hiệu lực", "expired"},
                {"chờ cấp", "pending"}};
    return {{"đã thực hiện", "done"},
            {"đang thực hiện", "ongoing"},
            {"kế hoạch", "planned"},
            {"đề xuất", "proposed"}};
}

} // namespace terroir::records
