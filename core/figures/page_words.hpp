#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace terroir::figures {

/// The words of a page that do not come from the theme, in the language of the map.
class PageWords {
public:
    PageWords(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer);

    /// "Huyện Tam Đường, tỉnh Lai Châu – theo xã, đơn vị hành chính ngày 15/4/2022", with the years
    /// of the figures where they are selected.
    std::string subtitle() const;
    /// "2,28", "≥ 300", "~ 12".
    std::string value(double value, bool lowerBound = false, bool approximate = false) const;
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
    /// several when series differ; empty when no series has any.
    std::string years() const;
    /// Why a unit with a figure has no rate: "diện tích chưa biết".
    std::string withoutRate(theme::Per per) const;
    /// "3 xã", "1 commune": by the level, so that wards and townships count as xã, too.
    std::string unitCount(std::size_t count) const;
    /// With those that have the figure together: "3 xã, chung 6 xã", "chung 6 xã".
    std::string unitCount(std::size_t own, std::size_t together) const;
    /// The same as where something is: "3 xã", "in 1 commune".
    std::string inUnits(std::size_t count) const;
    /// Name for the map: "Bình Lư", "TT. Tam Đường", "P. Tân Phong", "TX. Sa Pa", "TP. Lai Châu".
    std::string shortName(gazetteer::UnitIndex unit) const;
    /// Of units that have figures together: "huyện Tam Đường cũ", "Tam Đường (former district)"; of
    /// several places "chung 3 xã", "3 communes together".
    std::string groupName(const UnitGroup& group) const;
    /// "Số liệu chung của nhiều xã", "One figure for several communes".
    std::string sharedFigure() const;
    /// "2 nhóm, 9 xã", "2 groups, 9 communes".
    std::string groupCount(std::size_t groups, std::size_t units) const;
    /// "Bản Bo, TT. Tam Đường, Khun Há".
    std::string shortNames(const std::vector<gazetteer::UnitIndex>& units) const;

    std::string noData() const;
    std::string notAttributedHeading() const;
    std::string notAttributedReason(const figures::NotAttributed& entry) const;
    /// Where a value that was not attributed is: its places, else its holder, else the country.
    std::string notAttributedPlace(const figures::NotAttributed& entry) const;
    std::string total() const;
    std::string listHeading() const;
    /// After a subject whose place is only a part of its name.
    std::string inNameOnly() const;
    std::string moreEntries(std::size_t count) const;
    std::string withoutShape() const;
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
    std::string coarserReason(const figures::NotAttributed& entry) const;

    const EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
};

/// The unit of measure of a series: the theme's word, else the records'.
std::string unitOf(const figures::Figures& figures, const theme::Series& series, Language language);

} // namespace terroir::figures
