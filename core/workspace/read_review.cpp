#include "core/workspace/read_review.hpp"

#include "core/base/folders.hpp"
#include "core/records/import.hpp"
#include "core/workspace/known_proposals.hpp"

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

} // namespace

extract::Review readReview(Workspace& workspace, const documents::Document& document,
                           const DocumentFacts& facts) {
    geocode::PlaceFinder::Options options;
    options.asOf = facts.asOf;
    options.within = facts.within;
    const auto places = geocode::PlaceFinder(workspace.geocoder()).find(document.text, options);
    const extract::Lexicon lexicon(dataFolder({}) / "lexicon");
    extract::Review review = extract::reviewOf(
        std::filesystem::path(facts.file).filename().string(), document.text, document.pages,
        sourceOf(workspace, facts), facts.asOf,
        extract::readReport(document.text, places,
                            {lexicon, workspace.gazetteer(), facts.asOf, facts.within}));
    compareWithKnown(workspace, review);
    return review;
}

} // namespace terroir::workspace
