#include "core/geocode/geocode_batch.hpp"

#include "core/geocode/listed_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

namespace terroir::geocode {

namespace {

/// Remembered answers above this number are dropped, so that memory stays bounded.
constexpr std::size_t maxAnswers = 100000;

std::string keyOf(const geocode::Query& query) {
    return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", query.text, query.province,
                       query.district, query.commune, query.context, query.asOf.toString(),
                       query.level ? int(*query.level) : -1);
}

} // namespace

Answer GeocodeBatch::resolve(const geocode::Query& query) const {
    if (m_lists == Lists::Whole)
        return m_answer.answer(m_geocoder.resolve(query), query.asOf);
    Answer all;
    all.status = Status::Matched;
    for (const ListedUnit& unit : listedUnits(m_geocoder, query)) {
        const Answer one = m_answer.answer(unit.match, query.asOf);
        all.rows.insert(all.rows.end(), one.rows.begin(), one.rows.end());
        all.isWhole = all.isWhole && one.isWhole;
        all.status = std::max(all.status, one.status);
    }
    return all;
}

void GeocodeBatch::answerAll(const std::unordered_map<std::string, const geocode::Query*>& asked) {
    std::vector<const std::pair<const std::string, const geocode::Query*>*> open;
    for (const auto& entry : asked)
        if (!m_answers.contains(entry.first))
            open.push_back(&entry);
    std::vector<Answer> answers(open.size());
    const auto work = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            answers[i] = resolve(*open[i]->second);
    };
    auto second = std::async(std::launch::async, work, open.size() / 2, open.size());
    work(0, open.size() / 2);
    second.get();
    for (std::size_t i = 0; i < open.size(); ++i)
        m_answers.emplace(open[i]->first, std::move(answers[i]));
}

void GeocodeBatch::count(const Answer& answer) {
    if (answer.status == geocode::Status::Matched)
        ++m_counts.matched;
    else if (answer.status == geocode::Status::Ambiguous)
        ++m_counts.ambiguous;
    else
        ++m_counts.unmatched;
    m_counts.partial += answer.isWhole ? 0 : 1;
}

void GeocodeBatch::resolve(std::span<const geocode::Query> rows, const Take& take) {
    std::vector<std::string> keys;
    keys.reserve(rows.size());
    std::unordered_map<std::string, const geocode::Query*> asked;
    for (const geocode::Query& query : rows) {
        keys.push_back(keyOf(query));
        asked.emplace(keys.back(), &query);
    }
    if (m_answers.size() > maxAnswers)
        m_answers.clear();
    answerAll(asked);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Answer& answer = m_answers.at(keys[row]);
        count(answer);
        take(row, answer);
    }
}

} // namespace terroir::geocode
