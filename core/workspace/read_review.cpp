#include "core/workspace/read_review.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/records/import.hpp"
#include "core/records/period.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/known_proposals.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace terroir::workspace {

namespace {

/// By the file's name, as of a table; a text without a file by what it says of itself.
records::Source sourceOf(Workspace& workspace, const DocumentFacts& facts) {
    records::Source source;
    source.title = facts.title;
    if (source.title.empty() && facts.file == "-")
        source.title = facts.head.number.empty() ? "van-ban" : facts.head.number;
    TextTable named;
    named.file = facts.file;
    source = records::tableSource(named, std::move(source));
    source.issuer = facts.head.issuer;
    source.number = facts.head.number;
    source.date = facts.head.date;
    if (facts.within != gazetteer::noUnit)
        source.territory = workspace.gazetteer().describe(facts.within, facts.asOf);
    return source;
}

const records::Source* heldSource(Workspace& workspace, const std::string& id) {
    const auto& sources = workspace.sources();
    const auto held = std::find_if(sources.begin(), sources.end(),
                                   [&](const auto& source) { return source.id == id; });
    return held == sources.end() ? nullptr : &*held;
}

gazetteer::UnitIndex unitNamed(Workspace& workspace, const std::string& text, Date asOf) {
    if (text.empty())
        return gazetteer::noUnit;
    geocode::Query query;
    query.text = text;
    query.asOf = asOf;
    const geocode::Match match = workspace.geocoder().resolve(query);
    return match.status == geocode::Status::Matched ? match.unit() : gazetteer::noUnit;
}

} // namespace

bool isOtherDocument(const records::Source& held, const records::Source& read) {
    const auto differ = [](const std::string& a, const std::string& b) {
        return !a.empty() && !b.empty() && text::fold(a) != text::fold(b);
    };
    return differ(held.number, read.number) ||
           ((held.number.empty() || read.number.empty()) && differ(held.issuer, read.issuer));
}

std::optional<TakenBefore> takenBefore(Workspace& workspace, const DocumentFacts& facts) {
    const records::Source read = sourceOf(workspace, facts);
    const records::Source* held = heldSource(workspace, read.id);
    if (held == nullptr || isOtherDocument(*held, read) || held->date != read.date ||
        loadKnownProposals(workspace.file(), read.id).empty())
        return std::nullopt;
    store::Statement day = workspace.file().database().prepare(
        "SELECT lookup_date FROM record WHERE source = ? AND line IS NOT NULL GROUP BY lookup_date "
        "ORDER BY count(*) DESC, lookup_date LIMIT 1");
    day.bind(1, read.id);
    const auto asOf = day.step() ? parseDate(day.text(0)) : std::nullopt;
    if (!asOf)
        return std::nullopt;
    return TakenBefore{*asOf, unitNamed(workspace, held->territory, *asOf)};
}

std::optional<Date> dayOf(const documents::Letterhead& head) {
    const auto said = records::parsePeriod(head.date);
    return said ? std::optional(said->to.previousDay()) : std::nullopt;
}

gazetteer::UnitIndex unitOf(Workspace& workspace, const documents::Letterhead& head, Date asOf) {
    return unitNamed(workspace, head.territory, asOf);
}

extract::Review readReview(Workspace& workspace, const documents::Document& document,
                           const DocumentFacts& facts, const Progress& progress) {
    const auto step = [&](double share, const LocalText& what) {
        if (progress && !progress(share, what))
            throw Error(localText("Đã dừng đọc '{}'.", "Reading '{}' was stopped.", facts.file));
    };
    step(0, {"mở danh mục đơn vị", "opening the gazetteer"});
    workspace.geocoder();
    step(0.3, {"tìm địa danh", "looking for places"});
    geocode::PlaceFinder::Options options;
    options.asOf = facts.asOf;
    options.within = facts.within;
    const auto places = geocode::PlaceFinder(workspace.geocoder()).find(document.text, options);
    step(0.6, {"đọc từng câu", "reading the sentences"});
    const extract::Lexicon lexicon(dataFolder({}) / "lexicon");
    extract::Review review = extract::reviewOf(
        std::filesystem::path(facts.file).filename().string(), document.text, document.pages,
        sourceOf(workspace, facts), facts.asOf,
        extract::readReport(document.text, places,
                            {lexicon, workspace.gazetteer(), facts.asOf, facts.within}));
    step(0.9, {"so với lần nhận trước", "comparing with what was taken before"});
    const records::Source* held = heldSource(workspace, review.source.id);
    if (held == nullptr || !isOtherDocument(*held, review.source))
        compareWithKnown(workspace, review);
    return review;
}

DocumentFacts factsOf(Workspace& workspace, const std::string& file,
                      const documents::Letterhead& head, const std::string& title) {
    DocumentFacts facts;
    facts.file = file;
    facts.title = title;
    facts.head = head;
    if (const auto before = takenBefore(workspace, facts)) {
        facts.asOf = before->asOf;
        facts.within = before->within;
        return facts;
    }
    facts.asOf = dayOf(head).value_or(facts.asOf);
    facts.within = unitOf(workspace, head, facts.asOf);
    return facts;
}

} // namespace terroir::workspace
