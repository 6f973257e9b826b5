#pragma once

#include "core/geocode/geocoder.hpp"

#include <string>
#include <vector>

namespace terroir::geocode {

using Cells = std::vector<std::string>;

/// What a table gets behind the columns of a row that names a place.
struct Answer {
    struct Row {
        Cells cells;
        /// The units that the cells speak of: the one that matched, or those that it became.
        std::vector<gazetteer::UnitIndex> units;
        bool operator==(const Row&) const = default;
    };
    geocode::Status status = geocode::Status::Unmatched;
    bool isWhole = true;   ///< false: the place was found, but what was asked of it was not
    std::vector<Row> rows; ///< one, or several where one row of input becomes several
};

/// How to answer for a resolved place: as it is. Safe from several threads.
class AnswerColumns {
public:
    explicit AnswerColumns(const gazetteer::Gazetteer& gazetteer) : m_gazetteer(gazetteer) {}
    virtual ~AnswerColumns() = default;
    virtual Cells header() const;
    virtual Answer answer(const geocode::Match& match, Date asOf) const;

protected:
    const gazetteer::Gazetteer& gazetteer() const { return m_gazetteer; }

private:
    const gazetteer::Gazetteer& m_gazetteer;
};

/// Takes a found place on to the units of another date: the columns of AnswerColumns, then
/// new_code, new_name, share, kind and decree. Several units stand in one row, joined with '|',
/// largest share first, or in a row each. See gazetteer::trace().
class ConversionColumns final : public AnswerColumns {
public:
    ConversionColumns(const gazetteer::Gazetteer& gazetteer, Date to, bool explode)
        : AnswerColumns(gazetteer), m_to(to), m_explode(explode) {}
    Cells header() const override;
    Answer answer(const geocode::Match& match, Date asOf) const override;

private:
    std::string agreement(const geocode::Match& match) const;

    Date m_to;
    bool m_explode;
};

} // namespace terroir::geocode
