#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/place_algorithm.hpp"

namespace terroir::qgis {

namespace {

const QString toName = QStringLiteral("TO");
const QString explodeName = QStringLiteral("EXPLODE");

class ConvertAlgorithm final : public PlaceAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ConvertAlgorithm; }
    void initAlgorithm(const QVariantMap&) override {
        addInputs();
        add(new QgsProcessingParameterDateTime(toName, said("Sang ngày", "To the units of"),
                                               compat::dateOnly, QVariant(), true),
            said("Ngày của các đơn vị cần chuyển sang. Bỏ trống: hôm nay.",
                 "The day of the units to convert to. Empty: today."));
        add(new QgsProcessingParameterBoolean(
                explodeName, said("Mỗi đơn vị mới một dòng", "A row for each unit"), false),
            said("Không chọn: các đơn vị mới của một dòng nối bằng '|', phần lớn nhất đứng trước.",
                 "When it is off, the new units of a row are joined with '|', largest share "
                 "first."));
        addOutputs();
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "convert",
            AlgorithmSheet::Places,
            {"Chuyển địa danh sang đơn vị của ngày khác", "Convert place names to another day"},
            {"Tìm đơn vị của từng dòng, rồi theo các nghị quyết sáp nhập, chia tách sang đơn vị "
             "của một ngày khác: new_code, new_name, share (phần diện tích của đơn vị cũ; "
             "share_estimated hoặc '~': ước lượng), kind, decree.",
             "Finds the unit of each row, then follows the resolutions on mergers and splits to "
             "the units of another day: new_code, new_name, share (the part of the old unit's "
             "area; share_estimated or '~': an estimate), kind, decree."},
            "INPUT=diem.csv PROVINCE=tinh DISTRICT=huyen COMMUNE=xa AS_OF=2025-06-30 "
            "TO=2025-07-01 EXPLODE=true OUTPUT=diem-moi.gpkg",
            "sáp nhập,chuyển đổi,đơn vị mới,xã cũ,convert,merger,succession,2025"};
        return sheet;
    }
    std::unique_ptr<geocode::AnswerColumns> makeAnswer(const gazetteer::Gazetteer& gazetteer,
                                                       const QVariantMap& parameters,
                                                       QgsProcessingContext& context) override {
        const Date to = day(parameters, toName, context).value_or(Date::today());
        requireListed(to);
        return std::make_unique<geocode::ConversionColumns>(
            gazetteer, to, parameterAsBool(parameters, explodeName, context));
    }
    bool severalUnits(const QVariantMap& parameters, QgsProcessingContext& context) const override {
        return !parameterAsBool(parameters, explodeName, context);
    }
};

} // namespace

QgsProcessingAlgorithm* makeConvertAlgorithm() {
    return new ConvertAlgorithm;
}

} // namespace terroir::qgis
