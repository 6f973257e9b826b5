#include "core/export/code_lists.hpp"

#include "core/gazetteer/unit.hpp"
#include "core/records/fields.hpp"
#include "core/records/record_words.hpp"
#include "core/records/vocabulary.hpp"

#include <algorithm>
#include <set>

namespace terroir::exporting {

namespace {

constexpr std::string_view between = "; "; // as joinTexts()

const std::string* wordFor(const CodeList& list, std::string_view code) {
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](const auto& entry) { return entry.code == code; });
    return at == list.end() ? nullptr : &at->word;
}

/// A code that is not in the list stands for itself.
std::string wordsOf(const CodeList& list, std::string_view codes) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= codes.size();) {
        const std::size_t to = std::min(codes.find(between, from), codes.size());
        const std::string_view code = codes.substr(from, to - from);
        const std::string* word = wordFor(list, code);
        words.push_back(word != nullptr ? *word : std::string(code));
        from = to + between.size();
    }
    return joinTexts(words);
}

template <typename Code, typename InWords>
CodeList listOf(std::initializer_list<Code> codes, const InWords& inWords) {
    CodeList list;
    for (const Code code : codes)
        list.push_back({std::string(toString(code)), inWords(code)});
    return list;
}

/// Of the packaged vocabulary: ids with names in both languages.
template <typename Named>
CodeList listOf(const Named& all, Language language) {
    CodeList list;
    for (const auto& one : all)
        list.push_back({one.id, one.name.in(language)});
    return list;
}

} // namespace

CodeList kindList(Language language) {
    return listOf(records::kinds(), language);
}

CodeList categoryList(Language language) {
    CodeList list;
    for (const records::CategoryInfo& category : records::categories()) {
        const std::string& name = category.name.in(language);
        const auto known = std::find_if(
            list.begin(), list.end(), [&](const auto& entry) { return entry.code == category.id; });
        if (known == list.end())
            list.push_back({category.id, name});
        else if (known->word.find(name) == std::string::npos)
            known->word += " / " + name;
    }
    return list;
}

CodeList categoryList(const figures::EvaluatedLayer& layer) {
    CodeList list;
    for (std::size_t i = 0; i < layer.categories.size(); ++i)
        list.push_back({layer.categoryKeys[i], layer.categories[i].label});
    return list;
}

CodeList indicatorList(Language language) {
    return listOf(records::indicators(), language);
}

CodeList qualifierList(Language language) {
    const Words words(language);
    using enum records::Qualifier;
    return listOf({Exact, AtLeast, About, Range, Implied}, [&](records::Qualifier qualifier) {
        switch (qualifier) {
        case Exact:
            return words("= đúng", "= exactly");
        case AtLeast:
            return words("≥ ít nhất", "≥ at least");
        case About:
            return words("~ khoảng", "~ about");
        case Range:
            return words("từ … đến …", "from … to …");
        default:
            return words("suy ra từ câu văn", "implied by the text");
        }
    });
}

CodeList scopeList(Language language) {
    const records::RecordWords words(language);
    using enum records::Scope;
    return listOf({Own, Part, Aggregate, Shared, Repeat, None}, [&](records::Scope scope) {
        return scope == Own ? words.words()("giá trị riêng", "a value of its own")
                            : words.scope(scope);
    });
}

CodeList stateList(Language language) {
    const records::RecordWords words(language);
    using enum records::State;
    return listOf({Done, Ongoing, Planned, Proposed, Withdrawn}, [&](records::State state) {
        return state == Done ? words.words()("đã thực hiện, có hiệu lực", "done, in force")
                             : words.state(state);
    });
}

CodeList placeRoleList(Language language) {
    const records::RecordWords words(language);
    using enum records::PlaceRole;
    return listOf({Location, Coverage, NameComponent, Territory},
                  [&](records::PlaceRole role) { return words.role(role); });
}

CodeList placeStatusList(Language language) {
    const records::RecordWords words(language);
    using enum geocode::Status;
    return listOf({Matched, Ambiguous, Unmatched},
                  [&](geocode::Status status) { return words.status(status); });
}

CodeList levelList(Language language) {
    using enum gazetteer::Level;
    return listOf({Province, District, Commune},
                  [&](gazetteer::Level level) { return gazetteer::inWords(level).in(language); });
}

void JoinedCodes::see(const LayerTable& table, std::span<const LayerRow> rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].codes.empty())
            continue;
        for (const LayerRow& row : rows)
            if (const std::string* text = std::get_if<std::string>(&row.cells[i]);
                text != nullptr && text->find(between) != std::string::npos)
                m_seen[i].insert(*text);
    }
}

void JoinedCodes::addTo(LayerTable& table) const {
    for (const auto& [column, joined] : m_seen) {
        CodeList& list = table.columns[column].codes;
        const CodeList single = list;
        for (const std::string& codes : joined)
            list.push_back({codes, wordsOf(single, codes)});
    }
}

} // namespace terroir::exporting
