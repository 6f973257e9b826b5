#pragma once

#include "core/geocode/lineage.hpp"
#include "core/geocode/match.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace terroir::geocode {

/// Resolves place mentions against the units of a date. Never guesses in silence: what is not
/// clearly one unit is Ambiguous or Unmatched. Immutable after construction, safe from several
/// threads; the gazetteer must outlive it. A text is read as spelled words (spelling.hpp), cut into
/// typed mentions (segment.hpp), each read as all units it may mean (reader.hpp) by what its
/// spelling costs (difference.hpp); the candidates are scored with all mentions together. Clean
/// rows take some 5 microseconds, noisy texts 5 to 100; at most maxTextBytes of a text are read.
class Geocoder {
public:
    explicit Geocoder(const gazetteer::Gazetteer& gazetteer);
    ~Geocoder();
    Geocoder(Geocoder&&) noexcept;

    Match resolve(const Query& query) const;

    const gazetteer::Gazetteer& gazetteer() const;
    const NameIndex& names() const;
    const Lineage& lineage() const;

private:
    class Index;
    std::unique_ptr<const Index> m_index;
};

/// "status,unit_code,…,reasons" of the command-line contract, as cells.
std::vector<std::string> answerHeader();
std::vector<std::string> answerCells(const Match& match, const gazetteer::Gazetteer& gazetteer,
                                     Date asOf);

} // namespace terroir::geocode
