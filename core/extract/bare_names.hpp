#pragma once

#include "core/base/date.hpp"
#include "core/extract/lexicon.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <map>
#include <span>
#include <string>

namespace terroir::extract {

/// The communes and districts of a territory by their names alone: "Sơn Bình 04 cơ sở"; and its
/// only township by its type: "Thị trấn 02 cơ sở". A name that two units of one level bear is none.
class BareNames {
public:
    /// Of no territory there are none.
    BareNames(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex territory, Date asOf);

    /// The unit whose bare name stands on the tokens from `first`, and where it ends; noUnit for
    /// none. A name of several words is also known with other marks: "Bản Hòn" for Bản Hon.
    gazetteer::UnitIndex at(std::span<const Token> tokens, std::size_t first,
                            std::size_t& end) const;

private:
    std::map<std::string, gazetteer::UnitIndex> m_names;  ///< lower case
    std::map<std::string, gazetteer::UnitIndex> m_folded; ///< without marks
};

} // namespace terroir::extract
