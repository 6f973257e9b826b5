#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/place_algorithm.hpp"

namespace terroir::qgis {

namespace {

class GeocodeAlgorithm final : public PlaceAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new GeocodeAlgorithm; }
    void initAlgorithm(const QVariantMap&) override {
        addInputs();
        addOutputs();
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "geocode",
            AlgorithmSheet::Places,
            {"Tìm đơn vị hành chính theo tên", "Resolve place names"},
            {"Tìm đơn vị hành chính của từng dòng theo tên ghi trong bảng, đúng danh mục của ngày "
             "đó: có dấu, không dấu, viết tắt, sai chính tả nhẹ. Tên có thể là nhiều nơi thì để "
             "ambiguous kèm các khả năng (candidates), không đoán.",
             "Finds the administrative unit of each row by the name that stands in the table, in "
             "the list of units of its day: with or without diacritics, abbreviated, slightly "
             "misspelt. A name that may be several places stays ambiguous with its candidates; "
             "nothing is guessed."},
            "INPUT=diem.csv PROVINCE=tinh DISTRICT=huyen COMMUNE=xa AS_OF=2022-12-31 "
            "GEOMETRY=boundary OUTPUT=diem.gpkg",
            "địa danh,tra cứu,mã hóa địa lý,xã,huyện,tỉnh,geocode,place name,gazetteer,commune"};
        return sheet;
    }
    std::unique_ptr<geocode::AnswerColumns> makeAnswer(const gazetteer::Gazetteer& gazetteer,
                                                       const QVariantMap&,
                                                       QgsProcessingContext&) override {
        return std::make_unique<geocode::AnswerColumns>(gazetteer);
    }
    bool severalUnits(const QVariantMap&, QgsProcessingContext&) const override { return false; }
};

} // namespace

QgsProcessingAlgorithm* makeGeocodeAlgorithm() {
    return new GeocodeAlgorithm;
}

} // namespace terroir::qgis
