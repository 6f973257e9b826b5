#include "core/geometry/layer_writer.hpp"
#include "tests/sheets/sheet_files.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

std::string kml(const std::string& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml "
           "xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" +
           content + "</Document></kml>";
}

std::string placemark(const std::string& name, const std::string& ha, const std::string& place) {
    return "<Placemark><name>" + name + "</name><ExtendedData><Data name=\"ha\"><value>" + ha +
           "</value></Data></ExtendedData><Point><coordinates>" + place +
           "</coordinates></Point></Placemark>";
}

const std::string folders =
    "<Folder><name>Tam Đường</name>" + placemark("Trại A", "2,5", "103.5,22.3,0") + "</Folder>" +
    "<Folder><name>Tân Uyên</name>" + placemark("Trại B", "1.200", "103.7,22.1") + "</Folder>";

TEST(Layers, folders_of_kml_are_layers_and_features_are_counted_over_all) {
    const auto file = written("t.kml", kml(folders));
    const Workbook book = readWorkbook(file);
    ASSERT_EQ(book.sheets.size(), 2U);
    EXPECT_TRUE(book.sheets[0].hasNames);
    EXPECT_EQ(shown(book.sheets[0]), (Lines{"0: Name | ha", "1: Trại A | 2,5"}));
    EXPECT_EQ(shown(book.sheets[1]), (Lines{"0: Name | ha", "2: Trại B | 1.200"}));
    ASSERT_EQ(book.sheets[1].rows[1].ground->points.size(), 1U);
    EXPECT_DOUBLE_EQ(book.sheets[1].rows[1].ground->points[0].x, 103.7);
    EXPECT_EQ(sheetNames(file), (Lines{"Tam Đường", "Tân Uyên"}));
    EXPECT_EQ(shown(readWorkbook(file, "Tân Uyên").sheets.at(0)).at(1), "2: Trại B | 1.200");
    const auto packed = written("t.kmz", zipped({{"doc.kml", kml(folders)}}));
    EXPECT_EQ(shown(readWorkbook(packed).sheets.at(0)).at(1), "1: Trại A | 2,5");
}

std::string described(const std::string& name, const std::string& text) {
    return "<Placemark><name>" + name + "</name><description>" + text +
           "</description><Point><coordinates>103.5,22.3</coordinates></Point></Placemark>";
}

TEST(Layers, lines_of_a_description_are_columns_where_most_features_have_them) {
    const Workbook book = readWorkbook(written(
        "d.kml", kml(described("Hộ A", "Vật nuôi: Bò\nSố lượng: 12 con") +
                     described("Hộ B", "<![CDATA[<b>Vật nuôi</b>: Dê<br>Số lượng: 30 con]]>") +
                     described("Hộ C", "Số lượng: 5 con\nGhi chú: mới"))));
    EXPECT_EQ(
        shown(book.sheets.at(0)),
        (Lines{"0: Name | description | Vật nuôi | Số lượng | Ghi chú", "1: Hộ A |  | Bò | 12 con",
               "2: Hộ B |  | Dê | 30 con", "3: Hộ C |  |  | 5 con | mới"}));
    const Workbook free =
        readWorkbook(written("f.kml", kml(described("Hộ A", "Nuôi bò, gần suối: rẽ trái\nqua cầu") +
                                          described("Hộ B", "Nuôi dê"))));
    EXPECT_EQ(shown(free.sheets.at(0)).at(0), "0: Name | description");
}

TEST(Layers, fields_of_my_maps_keep_their_names_and_are_read_once) {
    const auto farm = [](const std::string& name, const std::string& animal,
                         const std::string& description) {
        return "<Placemark><name>" + name + "</name>" + description +
               "<ExtendedData><Data name=\"Vật nuôi\"><value>" + animal +
               "</value></Data></ExtendedData><Point><coordinates>103.5,22.3</coordinates></Point>"
               "</Placemark>";
    };
    const auto saying = [](const std::string& animal) {
        return "<description><![CDATA[Vật nuôi: " + animal +
               "<br>Ghi chú: mới]]></description>";
    };
    EXPECT_EQ(shown(readWorkbook(written("m.kml", kml(farm("A", "Bò", "") + farm("B", "Dê", ""))))
                        .sheets.at(0)),
              (Lines{"0: Name | Vật nuôi", "1: A | Bò", "2: B | Dê"}));
    EXPECT_EQ(shown(readWorkbook(written("n.kml", kml(farm("A", "Bò", saying("Bò")) +
                                                      farm("B", "Dê", saying("Dê")))))
                        .sheets.at(0)),
              (Lines{"0: Name | description | Vật nuôi | Ghi chú", "1: A |  | Bò | mới",
                     "2: B |  | Dê | mới"}));
    // Where they differ both are there.
    EXPECT_EQ(shown(readWorkbook(written("o.kml", kml(farm("A", "Bò", saying("Trâu")))))
                        .sheets.at(0))
                  .at(1),
              "1: A |  | Bò | Trâu | mới");
}

TEST(Layers, field_names_that_cannot_be_told_apart_stay_as_they_are_read) {
    const auto fields = [](const std::string& a, const std::string& b) {
        return "<Placemark><name>A</name><ExtendedData><Data name=\"" + a +
               "\"><value>1</value></Data><Data name=\"" + b +
               "\"><value>2</value></Data></ExtendedData></Placemark>";
    };
    const Workbook book = readWorkbook(written("p.kml", kml(fields("Bò", "Bề mặt"))));
    EXPECT_EQ(shown(book.sheets.at(0)).at(0), "0: Name | Bò | Bề mặt");
    const Workbook alike = readWorkbook(written("q.kml", kml(fields("Bò", "Bê"))));
    EXPECT_EQ(shown(alike.sheets.at(0)).at(0).find("Bò"), std::string::npos);
}

TEST(Layers, rows_of_an_html_table_in_a_description_are_columns) {
    const auto page = [](const std::string& title, const std::string& rows) {
        return "<![CDATA[<html><head><style>td: x</style></head><body><table><tr><td>" + title +
               "</td></tr>\n<tr><td><table>" + rows + "</table></td></tr></table></body></html>]]>";
    };
    const auto row = [](const std::string& name, const std::string& value) {
        return "<tr>\n<td>" + name + "</td>\n<td>" + value + "</td>\n</tr>";
    };
    const Workbook book = readWorkbook(written(
        "h.kml",
        kml(described("Lô 1", page("Lô 1", row("CAY", "Quế") + row("DT_HA", "12,5"))) +
            described("Lô 2", page("Lô 2", row("CAY", "Hồi &amp; quế") + row("DT_HA", ""))) +
            described("Lô 3", page("Lô 3", row("CAY", "&lt;Null&gt;") + row("DT_HA", "3"))))));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"0: Name | description | CAY | DT_HA", "1: Lô 1 |  | Quế | 12,5",
                     "2: Lô 2 |  | Hồi & quế", "3: Lô 3 |  |  | 3"}));
    const std::string wide = "<tr><td>Quế</td><td>12</td><td>3</td></tr>";
    const Workbook free = readWorkbook(
        written("w.kml", kml(described("A", page("A", wide)) + described("B", page("B", wide)))));
    EXPECT_EQ(shown(free.sheets.at(0)).at(0), "0: Name | description");
}

std::string geojson(const std::string& features, const std::string& members = {}) {
    return "{\"type\":\"FeatureCollection\",\"name\":\"vùng\"," + members + "\"features\":[" +
           features + "]}";
}

std::string feature(const std::string& properties, const std::string& shape) {
    return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + shape + "}";
}

const std::string point = R"({"type":"Point","coordinates":[103.5,22.3]})";

TEST(Layers, features_without_attributes_still_have_a_row_of_names_before_them) {
    const Workbook book = readWorkbook(written("t.geojson", geojson(feature("", point))));
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"0:", "1:"}));
    EXPECT_TRUE(book.sheets[0].rows[1].ground);
}

TEST(Layers, kml_that_breaks_off_is_refused) {
    const std::string whole = kml(folders);
    for (std::size_t size = 120; size < whole.size(); size += 40)
        EXPECT_NE(refusal(written("t.kml", whole.substr(0, size))).find("damaged or cut"),
                  std::string::npos)
            << size;
}

TEST(Layers, geojson_keeps_numbers_texts_and_days) {
    const Workbook book = readWorkbook(written(
        "t.geojson",
        geojson(
            feature(R"("ha":1.947,"so":12,"ten":"Bản Bo","ngay":"2024-11-18","ok":true)", point) +
            "," +
            feature(R"("ha":2,"so":null,"ten":"1.947","ngay":null,"ok":false)",
                    R"({"type":"MultiPolygon","coordinates":[[[[103,22],[104,22],[104,23],)"
                    R"([103,22]]],[[[105,22],[106,22],[106,23],[105,22]]]]})") +
            "," + feature(R"("ten":"không có hình")", "null"))));
    const Sheet& sheet = book.sheets.at(0);
    EXPECT_EQ(shown(sheet), (Lines{"0: ha | so | ten | ngay | ok",
                                   "1: #1.947 | #12 | Bản Bo | @2024-11-18 | TRUE",
                                   "2: #2 |  | 1.947 |  | FALSE", "3:  |  | không có hình"}));
    EXPECT_EQ(sheet.rows[2].ground->polygons.size(), 2U);
    EXPECT_EQ(sheet.rows[3].ground, nullptr);
    EXPECT_TRUE(book.remarks.empty());
}

TEST(Layers, a_number_among_texts_of_a_column_is_still_a_number) {
    const Workbook book =
        readWorkbook(written("t.geojson", geojson(feature(R"("ha":1.947)", point) + "," +
                                                  feature(R"("ha":"84,2")", point))));
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"0: ha", "1: #1.947", "2: 84,2"}));
}

TEST(Layers, coordinates_that_are_no_degrees_are_said_and_not_used) {
    const Workbook book = readWorkbook(written(
        "t.geojson",
        geojson(feature(R"("a":1)", R"({"type":"Point","coordinates":[550000,2460000]})"))));
    EXPECT_EQ(book.sheets.at(0).rows.at(1).ground, nullptr);
    ASSERT_EQ(book.remarks.size(), 1U);
    EXPECT_NE(book.remarks[0].en.find("1 shapes have coordinates that are no degrees"),
              std::string::npos);
}

TEST(Layers, geojson_in_vn2000_is_brought_to_degrees) {
    const std::string crs =
        R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3405"}},)";
    const Workbook book = readWorkbook(written(
        "t.geojson",
        geojson(feature(R"("a":1)", R"({"type":"Point","coordinates":[345000,2467000]})"), crs)));
    const auto& ground = book.sheets.at(0).rows.at(1).ground;
    ASSERT_TRUE(ground);
    EXPECT_NEAR(ground->points.at(0).x, 103.5, 0.1);
    EXPECT_NEAR(ground->points.at(0).y, 22.3, 0.1);
}

TEST(Layers, no_file_makes_the_program_ask_the_network) {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(listen(listener, 4), 0);
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    const std::string host = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/x";
    refusal(written("t.geojson",
                    geojson(feature(R"("a":1)", point),
                            R"("crs":{"type":"link","properties":{"href":")" + host + R"("}},)")));
    for (const char* name : {"t.geojson", "t.gpkg", "t.tab", "t.kml", "t.shp", "t.csv"})
        EXPECT_NE(refusal(written(
                      name, "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>" + host +
                                "</SrcDataSource></OGRVRTLayer>"
                                "</OGRVRTDataSource>")),
                  "accepted")
            << name;
    EXPECT_EQ(accept(listener, nullptr, nullptr), -1);
    close(listener);
}

TEST(Layers, mapinfo_interchange_is_read_with_its_system_or_without) {
    const auto file =
        written("t.mif",
                "Version 300\nCharset \"Neutral\"\nDelimiter \",\"\nColumns 2\n  xa Char(20)\n  ha "
                "Decimal(8,2)\nData\n\nPoint 103.5 22.3\nPoint 103.7 22.1\n");
    std::ofstream(file.parent_path() / "t.mid")
        << "\"X\xb7 B\xb6n Bo\",2.5\n\"M\xad\xeang Khoa\",3\n";
    const Workbook book = readWorkbook(file);
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"0: xa | ha", "1: Xã Bản Bo | #2.5", "2: Mường Khoa | #3"}));
    ASSERT_TRUE(book.sheets[0].rows[1].ground);
    EXPECT_NEAR(book.sheets[0].rows[1].ground->points[0].y, 22.3, 1e-6);
}

struct LayerFormat {
    const char* driver;
    const char* file;
    std::vector<const char*> parts; ///< that may not be cut
};

const LayerFormat layerFormats[] = {
    {"GPKG", "t.gpkg", {"t.gpkg"}},
    {"FlatGeobuf", "t.fgb", {"t.fgb"}},
    {"ESRI Shapefile", "t.shp", {"t.shp", "t.dbf"}},
    {"MapInfo File", "t.tab", {"t.dat"}},
};

std::filesystem::path layerFile(const LayerFormat& format) {
    const auto file = written(format.file, "");
    std::filesystem::remove(file);
    geometry::LayerTable table{"vung", "", "", geometry::GeometryType::Polygons, {}, {}, {}};
    table.columns = {{"xa", "", ColumnType::Text}, {"ha", "", ColumnType::Real}};
    for (int i = 0; i < 40; ++i) {
        const double x = 103 + i * 0.01;
        const geometry::Ring ring = {{x, 22}, {x, 22.01}, {x + 0.01, 22}, {x, 22}};
        table.rows.push_back({{"Ban Bo", 1.5}, {{ring, {}}}, {}});
    }
    geometry::LayerWriter writer(file, format.driver, "EPSG:4326");
    writer.write(table);
    writer.commit();
    return file;
}

TEST(Layers, each_format_gives_the_same_rows_and_their_ground) {
    for (const LayerFormat& format : layerFormats) {
        const Workbook book = readWorkbook(layerFile(format));
        const Sheet& sheet = book.sheets.at(0);
        ASSERT_EQ(sheet.rows.size(), 41U) << format.driver;
        EXPECT_EQ(shown(sheet.rows[0]), "0: xa | ha") << format.driver;
        EXPECT_EQ(shown(sheet.rows[2]), "2: Ban Bo | #1.5") << format.driver;
        ASSERT_TRUE(sheet.rows[40].ground) << format.driver;
        EXPECT_EQ(sheet.rows[40].ground->polygons.size(), 1U) << format.driver;
    }
}

TEST(Layers, a_layer_that_is_cut_is_never_read_in_part) {
    for (const LayerFormat& format : layerFormats) {
        for (const char* part : format.parts) {
            const auto file = layerFile(format);
            const auto whole = shown(readWorkbook(file).sheets.at(0));
            const auto cut = file.parent_path() / part;
            for (auto size = std::filesystem::file_size(cut); size > 64; size = size * 3 / 4) {
                std::filesystem::resize_file(cut, size);
                if (refusal(file) == "accepted") { // nothing but filling was cut
                    EXPECT_EQ(shown(readWorkbook(file).sheets.at(0)), whole)
                        << format.driver << " " << size;
                }
            }
        }
    }
}

/// A dBase file of two text fields of ten bytes and a number; a record begins with ' ' or '*'.
std::string dbf(const Lines& records) {
    std::string out("\x03\x18\x0b\x12", 4);
    out += {char(records.size()), 0, 0, 0, char(32 * 4 + 1), 0, 27, 0};
    out += std::string(20, '\0');
    for (const auto& [name, type, size] :
         {std::tuple("XA", 'C', 10), std::tuple("HUYEN", 'C', 10), std::tuple("HA", 'N', 6)}) {
        std::string field = name;
        field.resize(11);
        field += type;
        field += std::string(4, '\0');
        field += char(size);
        field += char(type == 'N' ? 2 : 0);
        field.resize(32);
        out += field;
    }
    out += '\r';
    for (const std::string& record : records)
        out += record;
    return out + '\x1a';
}

TEST(Dbf, records_keep_their_numbers_and_deleted_ones_are_said) {
    const auto file = written(
        "t.dbf", dbf({" B\xb6n Bo    Tam \xa7\xad\xeang   2.50", "*x         y              1",
                      " M\xad\xeang So  T\xa9n Uy\xaan      12"}));
    const Workbook book = readWorkbook(file);
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"0: XA | HUYEN | HA", "1: Bản Bo | Tam Đường | #2.5",
                                               "3: Mường So | Tân Uyên | #12"}));
    ASSERT_EQ(book.remarks.size(), 2U);
    EXPECT_EQ(book.remarks[0].en, "read as TCVN3 (ABC, .VnTime)");
    EXPECT_EQ(book.remarks[1].en, "1 deleted records left out");
    EXPECT_TRUE(sheetNames(file).empty());
    EXPECT_NE(refusal(file, "x").find("has no sheets"), std::string::npos);
}

TEST(Dbf, a_file_that_is_cut_is_refused) {
    const std::string whole = dbf({" a         b              1", " c         d              2"});
    for (std::size_t size = 32; size + 1 < whole.size(); size += 8)
        EXPECT_NE(refusal(written("t.dbf", whole.substr(0, size))), "accepted") << size;
}

TEST(Read, only_a_regular_file_of_a_known_format_is_opened) {
    EXPECT_NE(refusal("/dev/null").find("is no regular file"), std::string::npos);
    EXPECT_NE(refusal(::testing::TempDir()).find("is no regular file"), std::string::npos);
    EXPECT_NE(refusal("nowhere.xls").find("does not exist"), std::string::npos);
    EXPECT_NE(refusal(written("t.png", "\x89PNG")).find("the formats are"), std::string::npos);
    EXPECT_NE(refusal(written("t.gpkg", "no database")).find("the content is not that of .gpkg"),
              std::string::npos);
}

} // namespace
} // namespace terroir::sheets
