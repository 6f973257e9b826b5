#include "core/workspace/read_review.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/records/import.hpp"
#include "core/records/period.hpp"
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
    compareWithKnown(workspace, review);
    return review;
}

DocumentFacts factsOf(Workspace& workspace, const std::string& file,
                      const documents::Letterhead& head) {
    DocumentFacts facts;
    facts.file = file;
    facts.head = head;
    if (const auto period = records::parsePeriod(head.date))
        facts.asOf = period->to.previousDay(); // the last of a month or year
    if (!head.territory.empty()) {
        geocode::Query query;
        query.text = head.territory;
        query.asOf = facts.asOf;
        const geocode::Match match = workspace.geocoder().resolve(query);
        if (match.status == geocode::Status::Matched)
            facts.within = match.unit();
    }
    return facts;
}

} // namespace terroir::workspace
