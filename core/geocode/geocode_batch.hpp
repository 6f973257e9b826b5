#pragma once

#include "core/geocode/answer_columns.hpp"

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace terroir::geocode {

/// Answers for the rows of a table of any size, piece by piece, on two threads. Answers are
/// remembered: real tables name the same places again and again. Wants a thread of its own.
class GeocodeBatch {
public:
    struct Counts {
        std::size_t matched = 0, ambiguous = 0, unmatched = 0;
        std::size_t partial = 0; ///< matched, but Answer::isWhole is false
    };
    /// The number of the row in the piece, and its answer, which lasts as long as the call.
    using Take = std::function<void(std::size_t row, const Answer& answer)>;

    /// What becomes of a cell that lists several units.
    enum class Lists { Whole, Explode };

    /// Geocoder and answer must outlive this. With Lists::Explode a row has an answer for each
    /// unit of its cell (listed_units.hpp), and is matched when all of them are.
    GeocodeBatch(const geocode::Geocoder& geocoder, const AnswerColumns& answer,
                 Lists lists = Lists::Whole)
        : m_geocoder(geocoder), m_answer(answer), m_lists(lists) {}

    /// One query a row; answers are taken in the order of the rows. A piece of some thousand rows
    /// keeps both threads busy.
    void resolve(std::span<const geocode::Query> rows, const Take& take);
    /// One place alone, not counted.
    Answer resolve(const geocode::Query& query) const;
    /// Of all rows so far.
    const Counts& counts() const { return m_counts; }

private:
    void answerAll(const std::unordered_map<std::string, const geocode::Query*>& asked);
    void count(const Answer& answer);

    const geocode::Geocoder& m_geocoder;
    const AnswerColumns& m_answer;
    Lists m_lists;
    std::unordered_map<std::string, Answer> m_answers;
    Counts m_counts;
};

} // namespace terroir::geocode
