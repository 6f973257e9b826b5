#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace terroir::map::testing {

namespace {

using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitIndex;

constexpr double west = 103.4, south = 22.2, sizeDegrees = 0.05;
constexpr std::array<const char*, 6> names = {"Bình Lư",  "Khun Há", "Sơn Bình",
                                              "Thèn Sin", "Bản Hon", "Nùng Nàng"};

Unit unit(std::string code, Level level, std::string type, std::string name, UnitIndex parent) {
    Unit made;
    made.uid = code + "@2004";
    made.code = std::move(code);
    made.level = level;
    made.type = std::move(type);
    made.name = std::move(name);
    made.parent = parent;
    return made;
}

gazetteer::Gazetteer makeGazetteer(int communes) {
    std::vector<Unit> units{unit("12", Level::Province, "tỉnh", "Lai Châu", gazetteer::noUnit),
                            unit("106", Level::District, "huyện", "Tam Đường", 0)};
    for (int i = 0; i < communes; ++i) {
        const std::string code = std::to_string(3000 + i);
        const std::string again = i < 6 ? "" : " " + std::to_string(i / 6 + 1);
        units.push_back(unit("0" + code, Level::Commune, i == 0 ? "thị trấn" : "xã",
                             names[static_cast<std::size_t>(i) % names.size()] + again, 1));
    }
    return gazetteer::Gazetteer(std::move(units), {}, {});
}

geometry::MultiPolygon cell(int column, int row, int columns = 1, int rows = 1) {
    const double x = west + column * sizeDegrees, y = south + row * sizeDegrees;
    const double right = x + columns * sizeDegrees, top = y + rows * sizeDegrees;
    return {{{{x, y}, {right, y}, {right, top}, {x, top}, {x, y}}, {}}};
}

} // namespace

MapFixture::MapFixture(int gridColumns, int gridRows)
    : columns(gridColumns), rows(gridRows), gazetteer(makeGazetteer(gridColumns * gridRows)) {
    evaluated.theme.id = "test";
    evaluated.theme.title = {"Diện tích trồng chè", "Tea area"};
    evaluated.theme.layers.reserve(8);
    evaluated.asOf = Date::of(2022, 4, 15);
    evaluated.level = Level::Commune;
    evaluated.within = 1;
    evaluated.sources = {"TD22"};
    data.gazetteer = &gazetteer;
    data.sources = {
        {"TD22", "Tổng kết 10 năm", "Huyện ủy Tam Đường", "24-BC/HU", "2022-04-15", "", {}}};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            evaluated.units.push_back(commune(column, row));
            data.shapes.units.push_back(
                {commune(column, row), cell(column, row), boundaries::Origin::Official});
        }
    data.parents.units = {{1, cell(0, 0, columns, rows), boundaries::Origin::Official}};
}

UnitIndex MapFixture::commune(int column, int row) const {
    return static_cast<UnitIndex>(2 + row * columns + column);
}

figures::EvaluatedLayer& MapFixture::add(theme::LayerType type,
                                         const std::vector<std::vector<double>>& figures,
                                         const std::string& unitOfMeasure) {
    theme::Layer layer;
    layer.type = type;
    layer.label = {"Diện tích", "Area"};
    figures::EvaluatedLayer out;
    for (const std::vector<double>& values : figures) {
        theme::Series series;
        const std::string number = std::to_string(layer.series.size() + 1);
        series.label = {"Cây trồng " + number, "Crop " + number};
        series.unit = {unitOfMeasure, unitOfMeasure};
        series.colour = {178, 24, 43};
        layer.series.push_back(series);
        figures::Figures made;
        made.units = evaluated.units;
        made.unit = unitOfMeasure;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] > 0) {
                made.cells[evaluated.units[i]].value = values[i];
                made.total += values[i];
            }
        out.series.push_back(std::move(made));
    }
    evaluated.theme.layers.push_back(layer);
    out.layer = &evaluated.theme.layers.back();
    out.largestSymbol = figures::largestSymbolValue(out);
    evaluated.layers.push_back(std::move(out));
    if (type == theme::LayerType::Choropleth)
        setClasses(evaluated.layers.back());
    return evaluated.layers.back();
}

void MapFixture::setClasses(figures::EvaluatedLayer& layer) {
    layer.breaks.borders = {0, 2, 5, 1000};
    layer.classes = {{0, 2, {217, 240, 163}, "0 – 2", 0},
                     {2, 5, {120, 198, 121}, "> 2 – 5", 0},
                     {5, 1000, {0, 90, 50}, "> 5 – 1.000", 0}};
    for (const auto& [index, cell] : layer.series.front().cells)
        ++layer.classes[*layer.breaks.classOf(cell.value)].count;
    layer.noData = evaluated.units.size() - layer.series.front().cells.size();
}

map::Scene MapFixture::compose(const map::Page& page) const {
    return map::composeMap(evaluated, data, page, measureHalfEm);
}

map::TextExtent measureHalfEm(std::string_view text, const map::TextStyle& style) {
    const double em = style.sizePt * 25.4 / 72;
    const auto letters = std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    });
    return {0.5 * em * static_cast<double>(letters), 0.8 * em, 0.2 * em};
}

std::string textOf(const map::Scene& scene, const std::string& id) {
    std::string text;
    for (const map::TextItem& item : itemsOf<map::TextItem>(scene, id))
        text += item.text + "\n";
    return text;
}

geometry::Box inkBox(const map::TextItem& item) {
    const double width = measureHalfEm(item.text, item.style).widthMm;
    const double height = 0.7 * item.style.sizePt * 25.4 / 72;
    double left = item.at.x;
    if (item.align == map::Align::Centre)
        left -= width / 2;
    else if (item.align == map::Align::Right)
        left -= width;
    return {left, item.at.y - height, left + width, item.at.y};
}

const std::vector<double> someFigures = {1, 2, 3, 0, 7.5, 0, 12, 1, 0, 4, 2, 5};

bool crosses(const geometry::Box& a, const geometry::Box& b) {
    constexpr double touching = 1e-6;
    return a.minX < b.maxX - touching && b.minX < a.maxX - touching && a.minY < b.maxY - touching &&
           b.minY < a.maxY - touching;
}

void expectTextsOnPage(const map::Scene& scene) {
    for (const map::TextItem& item : itemsOf<map::TextItem>(scene, "")) {
        const geometry::Box box = inkBox(item);
        EXPECT_GE(box.minX, 0) << item.text;
        EXPECT_GE(box.minY, 0) << item.text;
        EXPECT_LE(box.maxX, scene.widthMm) << item.text;
        EXPECT_LE(box.maxY, scene.heightMm) << item.text;
    }
}

void expectNoTextOnText(const map::Scene& scene) {
    const std::vector<map::TextItem> items = itemsOf<map::TextItem>(scene, "");
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j)
            EXPECT_FALSE(crosses(inkBox(items[i]), inkBox(items[j])))
                << items[i].text << " | " << items[j].text;
}

const std::vector<map::Page> pages = {
    {297, 210, {}},
    {210, 297, {}},
    {420, 297, {}},
    {148, 105, {}},
    {297, 210,
     "Mô hình, khảo nghiệm và sản phẩm được chứng nhận VietGAP theo đơn vị hành chính cấp xã "
     "của huyện Tam Đường, tỉnh Lai Châu giai đoạn 2012–2022 và những năm tiếp theo"}};

} // namespace terroir::map::testing
