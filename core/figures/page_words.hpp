#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace terroir::figures {

enum class CoverageLength { Full, Short };

/// The words of a page that do not come from the theme, in the language of the map.
class PageWords {
public:
    PageWords(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer);

    /// "Huyện Tam Đường, tỉnh Lai Châu – theo xã, đơn vị hành chính ngày 15/4/2022, số liệu năm
    /// 2021–2022", and only(); see years().
    std::string subtitle() const;
    /// "2,28", "≥ 300", "~ 12".
    std::string value(double value, bool lowerBound = false, bool approximate = false) const;
    /// value() with the decimals that all figures of the layer have.
    std::string amount(const EvaluatedLayer& layer, double value, bool lowerBound = false,
                       bool approximate = false) const;
    /// The theme's, with what its figures are related to: "…, trên 100 km²".
    std::string title() const;
    /// The theme's given breaks were not used: see EvaluatedLayer::isCutAnew.
    std::string cutAnew() const;
    /// The figure of one unit on the map; with its unit of measure ("23 cơ sở") where the map shows
    /// more than one thing and a bare number would not say which.
    std::string figure(const EvaluatedLayer& layer, std::size_t series,
                       const figures::Cell& cell) const;
    /// "0,0129", "≥ 12,5", with its unit of measure where figure() would have one.
    std::string rate(const EvaluatedLayer& layer, const Rate& rate) const;
    /// The unit of measure of the classes of a choropleth in words: the rates' ("ha/km²", "% của
    /// tổng số"), else that of the figures.
    std::string classUnit(const EvaluatedLayer& layer) const;
    /// The years that the figures are selected by: "số liệu năm 2021–2022", "figures of 2021–2022";
    /// several when series differ. Without a selection those that they are of; empty when none is
    /// known.
    std::string years() const;
    /// What the figures are narrowed to: "chỉ: nguồn Bảng 3; sản phẩm chè"; empty when they are not.
    std::string only() const;
    /// "2 số liệu của năm trước không cộng; 1 số liệu âm không cộng"; see countWords().
    std::string leftOut() const;
    /// ", chỉ tính cái còn hiệu lực", with the day where it is not the map's; empty: any counts.
    std::string inForce() const;
    /// A number with its unit of measure: "1 product" of "products", "2 products", "1 ha".
    std::string withUnit(const std::string& number, double value, const std::string& unit) const;
    /// Why units with a figure have no rate: "diện tích chưa biết".
    std::string withoutRate(theme::Per per) const;
    /// Why this one has none.
    std::string withoutRate(const EvaluatedLayer& layer, gazetteer::UnitIndex unit) const;
    std::string notCompared(NotCompared why) const;
    /// "Thay đổi (ha)", in the words of the layer.
    std::string changeTitle(const EvaluatedLayer& layer) const;
    /// "3 xã", "1 commune": by the level, so that wards and townships count as xã, too.
    std::string unitCount(std::size_t count) const;
    /// With those that have the figure together: "3 xã, chung 6 xã", "chung 6 xã".
    std::string unitCount(std::size_t own, std::size_t together) const;
    /// The same as where something is: "3 xã", "in 1 commune".
    std::string inUnits(std::size_t count) const;
    /// "Báo 0: 1 xã": units that reported nought, which is a figure.
    std::string reportedZero(std::size_t count) const;
    /// "Tỉnh Lai Châu, tỉnh Sơn La" of the provinces that the units are or lie in; "8 tỉnh" of more
    /// than four; "Cả nước" of all.
    std::string provincesOf(const std::vector<gazetteer::UnitIndex>& units) const;
    /// "Đặc khu Côn Đảo", at most four names; "12 xã" of more units, which are of one level.
    std::string namesOf(const std::vector<gazetteer::UnitIndex>& units) const;
    /// "Phân bố số liệu theo giá trị"; "cột cao nhất: 12 số liệu".
    std::string histogramHeading() const;
    std::string highestBar(std::size_t figures) const;
    /// Under several frames on a page.
    std::string framesDifferInScale() const;
    /// "huyện Tam Đường", "Tam Đường district".
    std::string nameOf(gazetteer::UnitIndex unit) const;
    /// Name for the map: "Bình Lư", "TT. Tam Đường", "P. Tân Phong", "TX. Sa Pa", "TP. Lai Châu";
    /// "Tân Phong ward" in English.
    std::string shortName(gazetteer::UnitIndex unit) const;
    /// Of units that have figures together: "huyện Tam Đường cũ", "former Tam Đường district"; of
    /// several places "chung 3 xã", "3 communes together".
    std::string groupName(const UnitGroup& group) const;
    /// The same where the units can be listed: "huyện Tam Đường cũ (6 xã)", "Bản Bo, Khun Há".
    std::string groupNameInList(const UnitGroup& group) const;
    /// The one unit, of its own day, that all figures of the group name; else noUnit.
    gazetteer::UnitIndex namedBy(const UnitGroup& group) const;
    /// "Số liệu chung của nhiều xã", "One figure for several communes".
    std::string sharedFigure() const;
    /// "2 nhóm, 9 xã", "2 groups, 9 communes".
    std::string groupCount(std::size_t groups, std::size_t units) const;
    /// "Bản Bo, TT. Tam Đường, Khun Há".
    std::string shortNames(const std::vector<gazetteer::UnitIndex>& units) const;

    std::string noData() const;
    /// Of a map without any figure.
    std::string noFigures() const;
    /// "Lưu ý: …" of the theme's notes: its own and those of the sources whose figures are there;
    /// empty without any.
    std::string note() const;
    /// "trên bản đồ 2 (6 xã)", "2 on the map (in 6 communes)".
    std::string onMap(const std::string& figure, const std::string& where) const;
    /// "chưa rõ xã 7", "7 of no known commune".
    std::string notOnMap(const std::string& figure) const;
    /// Why the figures of the units may add up to more than a total of different things.
    std::string countedInEach() const;
    /// "1 trong 8 huyện có số liệu", "1 of 8 districts has figures"; short "1/8 huyện".
    std::string coverage(const Coverage& coverage, CoverageLength length) const;
    std::string notAttributedHeading() const;
    std::string notAttributedReason(const figures::NotAttributed& entry) const;
    /// Where a value that was not attributed is: its places, else its holder, else the country.
    std::string notAttributedPlace(const figures::NotAttributed& entry) const;
    std::string total() const;
    std::string listHeading() const;
    /// After a subject whose place is only a part of its name.
    std::string inNameOnly() const;
    /// After a list that is cut: "… và 12 nữa: terroir table ocop".
    std::string moreEntries(std::size_t count) const;
    /// Why a page shows a coarser level than was asked for: "Vẽ theo tỉnh vì …".
    std::string drawnCoarser(gazetteer::Level asked) const;
    std::string withoutShape() const;
    /// "12 xã, trong đó 3 xã có số liệu"; "3 xã có số liệu" when all have.
    std::string undrawn(std::size_t units, std::size_t withFigures) const;
    /// "Không đủ chỗ ghi tên 313 xã có số liệu; xem bằng terroir table ocop".
    std::string unnamed(std::size_t units) const;
    /// "2 bản ghi có vị trí riêng nằm hoàn toàn ngoài khung bản đồ": of which nothing is drawn.
    std::string beyondFrame(std::size_t records) const;
    /// "Ngoài phạm vi bản đồ": the grey around the units.
    std::string outside() const;
    /// Where the circle of units that have a figure together stands.
    std::string groupCircle() const;
    /// "Một số ký hiệu còn che nhau; số liệu từng nơi xem bằng terroir table ocop".
    std::string symbolsCover() const;
    /// "Không vẽ biểu đồ phân bố của: 5 sao (ít hơn ba số liệu khác nhau)."; without names where it is
    /// so for all of the layer.
    std::string noHistogram(const EvaluatedLayer& layer,
                            const std::vector<std::size_t>& series) const;
    /// How many of the units that are drawn have approximate boundaries.
    struct Approximate {
        std::size_t units = 0, ofAll = 0;
    };
    std::string approximateShort(const Approximate& count) const;
    std::string approximateLong(const Approximate& count) const;
    /// The title of a page with approximate boundaries, which is no map in the strict sense.
    std::string titleOfSketch(const std::string& title) const;
    std::string sourceLine(const std::vector<records::Source>& sources) const;
    std::string north() const;

    Language language() const { return m_evaluated.language; }

private:
    const std::string& pick(const LocalText& text) const { return text.in(language()); }
    std::string area() const;
    std::string described(gazetteer::UnitIndex unit) const;
    bool isYetToCome(gazetteer::UnitIndex unit) const;
    std::string sinceWhen(gazetteer::UnitIndex unit) const;
    std::string yearsOfFigures() const;
    std::string ofEachPlace(const std::string& words) const;
    std::string coarserReason(const figures::NotAttributed& entry) const;

    const EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
};

/// The unit of measure of a series: the theme's word, else the records'.
std::string unitOf(const figures::Figures& figures, const theme::Series& series, Language language);

} // namespace terroir::figures
