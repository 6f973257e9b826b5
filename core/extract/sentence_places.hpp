#pragma once

#include "core/extract/bare_names.hpp"
#include "core/extract/mentions.hpp"
#include "core/extract/outline.hpp"
#include "core/extract/proposal.hpp"
#include "core/extract/quantities.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

/// Decides where what a sentence says holds: at the place tied to it in its clause, that of the
/// line above a list, or in the whole territory.
class SentencePlaces {
public:
    SentencePlaces(std::span<const geocode::FoundPlace> places, const Context& context);

    /// Goes on to the next sentence of the report; `isFirst`: of its paragraph.
    void enter(const Sentence& sentence, bool isFirst);

    /// Gives the number `index` of the sentence its places and their role; a number of several
    /// places is shared.
    void placeNumber(std::span<const Counted> all, std::size_t index, Proposal& out) const;

    /// Whether what a mention names is only a unit of the territory: "7 xã: A, B".
    bool isPlaceName(const Mention& mention) const;

    /// Whether the token stands right behind a place.
    bool endsAt(std::size_t token) const;

    /// A proposal for each place of what is only named; `out` is complete but for its places.
    std::vector<Proposal> placeMention(const Mention& mention, const Proposal& out) const;

private:
    using Place = geocode::FoundPlace;

    std::span<const Token> tokens() const { return m_sentence->tokens; }
    void introduce();
    std::size_t tokenAt(std::size_t byte) const;
    bool isTied(std::size_t from, std::size_t to) const;
    bool isOfTerritory(const Place& place) const;
    bool isWithin(gazetteer::UnitIndex unit, gazetteer::UnitIndex larger) const;
    bool isLed(const Place& place) const;
    bool isAroundTerritory(const Place& place) const;
    const Place* smallerBefore(const Place* place) const;
    bool isAnnounced(const Place& place) const;
    void findTopic(bool isFirst);
    void rememberLast();
    void enterSection(bool isFirst);
    std::size_t behindBracket(std::size_t end) const;
    const Place* placeOf(std::span<const Counted> all, std::size_t index) const;
    gazetteer::UnitIndex bareNameAround(const Counted& counted, std::size_t from) const;
    gazetteer::UnitIndex partOfName(const Mention& mention) const;
    const Place* topicOf(const Mention& mention) const;
    const Place* behindList(std::size_t from, std::size_t to) const;
    void findNamedAlone();
    bool isPlaceAt(std::size_t byte) const;
    void take(const Place& place, Proposal& out) const;
    void dropParents(Proposal& out) const;
    void finish(Proposal& out, bool isOfRest = false) const;

    std::span<const Place> m_places;
    const Context& m_context;
    const Sentence* m_sentence = nullptr;
    std::vector<const Place*> m_here; ///< in the sentence
    std::vector<Place> m_alone;       ///< of these those that stand without their type
    std::vector<gazetteer::UnitIndex> m_introduced;            ///< by the line above a list
    std::vector<gazetteer::UnitIndex> m_topic;                 ///< what the paragraph speaks of
    struct Section {
        int rank = 0;
        std::vector<gazetteer::UnitIndex> places;
    };
    std::vector<Section> m_sections;                           ///< of headings that are places
    std::vector<gazetteer::UnitIndex> m_last;                  ///< named last in the paragraph
    BareNames m_bareNames;
};

} // namespace terroir::extract
