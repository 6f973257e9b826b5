#include "core/records/edit_record.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/records/check_values.hpp"
#include "core/records/fields.hpp"
#include "core/records/import.hpp"
#include "core/records/period.hpp"
#include "core/records/place_doubts.hpp"
#include "core/records/record_words.hpp"
#include "core/records/row_details.hpp"
#include "core/records/stated_area.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>

namespace terroir::records {

namespace {

// Fields that are read together: one of them changes, and the others of its part are read with it.
enum class Part { Subject, Category, Value, State, Period, Day, Place, Scope, Itself, Detail };

struct PartOfField {
    std::string_view field;
    Part part;
};
constexpr std::array<PartOfField, 34> partsOfFields{{{"subject", Part::Subject},
                                                     {"variety", Part::Subject},
                                                     {"subject_as_written", Part::Subject},
                                                     {"category", Part::Category},
                                                     {"area", Part::Value},
                                                     {"output", Part::Value},
                                                     {"yield", Part::Value},
                                                     {"count", Part::Value},
                                                     {"stars", Part::Value},
                                                     {"indicator", Part::Value},
                                                     {"value", Part::Value},
                                                     {"value_max", Part::Value},
                                                     {"unit", Part::Value},
                                                     {"qualifier", Part::Value},
                                                     {"value_as_written", Part::Value},
                                                     {"status", Part::State},
                                                     {"period", Part::Period},
                                                     {"from", Part::Period},
                                                     {"to", Part::Period},
                                                     {"as_of", Part::Day},
                                                     {"place", Part::Place},
                                                     {"place_level", Part::Place},
                                                     {"place_role", Part::Place},
                                                     {"within", Part::Place},
                                                     {"groups", Part::Place},
                                                     {"province", Part::Place},
                                                     {"district", Part::Place},
                                                     {"commune", Part::Place},
                                                     {"former_place", Part::Place},
                                                     {"name_place", Part::Place},
                                                     {"name_place_level", Part::Place},
                                                     {"scope", Part::Scope},
                                                     {"group", Part::Itself},
                                                     {"holder", Part::Itself}}};

Part partOf(const std::string& field) {
    const auto* const known =
        std::find_if(partsOfFields.begin(), partsOfFields.end(),
                     [&](const PartOfField& one) { return one.field == field; });
    if (known != partsOfFields.end())
        return known->part;
    return findField(field)->isDetail ? Part::Detail : Part::Itself;
}

void requireFields(const FieldTexts& texts) {
    for (const auto& [field, text] : texts) {
        const bool isDay = field == "issued" || field == "expires" || field == "decision_date";
        if (isDay && isOutsideCalendar(text))
            throw InputError(dayRefusal(text));
        if (field == "id" || field == "source" || field == "kind")
            throw UsageError(localText(
                "Trường '{}' của bản ghi không sửa được; hãy xóa bản ghi và thêm bản ghi khác.",
                "The field '{}' of a record cannot be changed; delete the record and add another "
                "one.",
                field));
        if (findField(field) != nullptr)
            continue;
        std::vector<std::string> names;
        for (const FieldInfo& known : fields())
            names.push_back(known.field);
        throw UsageError(
            unknownWord(localText("Không có trường '{}'.", "There is no field '{}'.", field), field,
                        localText("Các trường là", "The fields are"), names));
    }
}

/// The row of these texts through the door of the import.
EditedRecord readRow(std::string_view kind, const FieldTexts& texts, const Source& source,
                     const RecordContext& context,
                     const std::shared_ptr<const RecordGround>& ground) {
    TextTable table;
    TextRow row;
    row.line = 1;
    for (const auto& [field, text] : texts) {
        table.header.push_back(field);
        row.cells.push_back(text);
    }
    table.rows.push_back(std::move(row));
    ImportOptions options;
    options.kind = kind;
    options.source = source;
    TableWalk walk(table);
    if (ground) {
        walk.hasGround = true;
        walk.visitRows = [&](const RowVisit& visit) {
            visit(table.rows.front(),
                  std::shared_ptr<const sheets::Ground>(ground, &ground->shape));
        };
    }
    std::vector<Record> records;
    const ImportReport report = readRecords(
        walk, options, context.sources, context.geocoder, context.gazetteer,
        [&](std::vector<Record>&& ofRow) {
            std::move(ofRow.begin(), ofRow.end(), std::back_inserter(records));
        },
        context.finder);
    EditedRecord made;
    for (const RowReport& said : report.rows) {
        if (said.outcome == RowOutcome::Refused)
            throw InputError(said.sentence);
        if (said.row == 0 || *said.sentence == LocalText())
            continue;
        made.isDoubtful = said.outcome == RowOutcome::Doubtful;
        made.remarks.push_back(said.sentence);
    }
    if (records.size() != 1)
        throw InputError(localText(
            "Các trường này làm thành {} bản ghi; mỗi lần chỉ ghi một giá trị (area, output, …).",
            "These fields make {} records; give one value at a time (area, output, …).",
            records.size()));
    made.record = std::move(records.front());
    if (const auto impossible = whyItCannotBe(made.record))
        throw InputError(*impossible);
    made.record.ground = ground;
    const auto& places = made.record.places;
    if (std::any_of(places.begin(), places.end(),
                    [](const Place& place) { return hasReason(place, "approximate"); }))
        made.remarks.push_back(approximateRemark(1));
    return made;
}

/// The text of a place that its ground alone says is "103.710000 22.360000".
bool isWords(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalpha(c) != 0 || c >= 0x80;
    });
}

/// Whether nothing but its ground says where the record is: a place of coordinates, none of words.
bool isPlacedByGround(const Record& record) {
    bool hasCoordinates = false;
    for (const Place& place : record.places) {
        if (place.role == PlaceRole::NameComponent || place.text.empty())
            continue;
        if (isWords(place.text))
            return false;
        hasCoordinates = true;
    }
    return hasCoordinates;
}

/// A row of ground needs no words of where it is.
FieldTexts besideGround(FieldTexts texts, const std::shared_ptr<const RecordGround>& ground) {
    if (ground)
        texts.emplace("place", "");
    return texts;
}

/// Whether no place of the record was found by anything but its ground, or the document's
/// territory.
bool followsGround(const Record& record) {
    return std::all_of(record.places.begin(), record.places.end(), [](const Place& place) {
        return place.role == PlaceRole::NameComponent || place.role == PlaceRole::Territory ||
               place.status != geocode::Status::Matched || hasReason(place, "point") ||
               hasReason(place, "polygon");
    });
}

std::string joined(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, "; "));
}

std::string plainNumber(double value) {
    return fmt::format("{}", value);
}

/// The field that knows the units of what an indicator measures; null where there is none.
const MeasureInfo* measureOf(const std::string& indicator) {
    const auto found =
        std::find_if(measures().begin(), measures().end(), [&](const MeasureInfo& measure) {
            return !measure.indicator.empty() && measure.indicator == indicator;
        });
    return found == measures().end() ? nullptr : &*found;
}

/// Puts in what the record says of it where no text is given.
class Completion {
public:
    Completion(const FieldTexts& given, const Record& record)
        : Completion(given, record, partsOf(given)) {}
    /// `parts`: what is read.
    Completion(FieldTexts given, const Record& record, std::set<Part> parts)
        : m_texts(std::move(given)), m_record(record), m_parts(std::move(parts)) {
        complete("subject", joined(record.subjects));
        // Other stars of a product are another category, by which maps show it.
        if (record.indicator == "stars" && changes(Part::Value))
            m_parts.insert(Part::Category);
        else
            complete("category", record.category);
        if (changes(Part::Value))
            completeValue();
        completePlaces();
        // A day that nobody has said is found again as it was, by the period and the document.
        const bool isDayKnown = !saysUnknownDay(doubtOf(record));
        if (!changes(Part::Period) && isDayKnown)
            complete("as_of", record.lookupDate.toString());
        else if (!has("period") && !has("from") && !has("to"))
            complete("period", record.periodAsWritten);
    }

    bool changes(Part part) const { return m_parts.contains(part); }
    bool has(std::string_view field) const { return m_texts.find(field) != m_texts.end(); }
    const FieldTexts& texts() const { return m_texts; }
    const std::set<Part>& parts() const { return m_parts; }

private:
    static std::set<Part> partsOf(const FieldTexts& given) {
        std::set<Part> parts;
        for (const auto& [field, text] : given)
            parts.insert(partOf(field));
        return parts;
    }

    void complete(const std::string& field, const std::string& text) {
        if (!text.empty())
            m_texts.emplace(field, text);
    }

    static bool holdsLetters(const std::string& text) {
        return std::any_of(text.begin(), text.end(), [](unsigned char c) {
            return std::isalpha(c) != 0 || c >= 0x80;
        });
    }

    void completeValue() {
        const bool hasMeasure =
            std::any_of(measures().begin(), measures().end(),
                        [&](const MeasureInfo& measure) { return has(measure.field); });
        if (hasMeasure) {
            // Another number of what was counted: "43" is of samples as it was before.
            const auto count = m_texts.find("count");
            if (count != m_texts.end() && !holdsLetters(count->second) &&
                measureOf(m_record.indicator) == nullptr)
                complete("unit", m_record.unit);
            return;
        }
        const MeasureInfo* measure = measureOf(m_record.indicator);
        if (measure != nullptr && (has("value") || has("unit")) && !has("qualifier"))
            return completeMeasure(measure->field);
        complete("indicator", m_record.indicator);
        complete("unit", m_record.unit);
        if (has("value") || !m_record.value)
            return;
        // With the text beside it the number is read as it is stored.
        complete("value", plainNumber(*m_record.value));
        complete("value_as_written", m_record.valueAsWritten.empty() ? plainNumber(*m_record.value)
                                                                     : m_record.valueAsWritten);
        complete("value_max", m_record.valueMax ? plainNumber(*m_record.valueMax) : "");
        complete("qualifier", std::string(toString(m_record.qualifier)));
    }

    /// An area, an output, a yield, stars are read in their own field.
    void completeMeasure(const std::string& field) {
        if (!has("value"))
            throw UsageError(
                localText("Đổi đơn vị thì số cũng đổi; hãy ghi cả hai, ví dụ --set {}=\"2,5 {}\".",
                          "Another unit is another number; give both, such as --set {}=\"2,5 {}\".",
                          field, m_texts.find("unit")->second));
        const std::string value = m_texts.find("value")->second;
        const bool hasUnit = holdsLetters(value);
        const auto unit = m_texts.find("unit");
        const std::string written =
            hasUnit || value.empty()
                ? value
                : value + " " + (unit == m_texts.end() ? m_record.unit : unit->second);
        for (const char* plain : {"value", "unit"})
            if (const auto given = m_texts.find(plain); given != m_texts.end())
                m_texts.erase(given);
        m_texts.emplace(field, written);
    }

    void completePlaces() {
        std::vector<std::string> texts;
        const Place* first = nullptr;
        for (const Place& place : m_record.places)
            if (place.role != PlaceRole::NameComponent && isWords(place.text)) {
                texts.push_back(place.text);
                first = first == nullptr ? &place : first;
            }
        if (first == nullptr)
            return;
        const bool hasOwn = has("place") || has("commune");
        if (!hasOwn) {
            complete("place", joined(texts));
            complete("place_level",
                     first->level ? std::string(gazetteer::toString(*first->level)) : "");
        }
        if (first->role != PlaceRole::Territory)
            complete("place_role", std::string(toString(first->role)));
        if (!has("district") && !has("province"))
            complete("within", first->context);
    }

    FieldTexts m_texts;
    const Record& m_record;
    std::set<Part> m_parts;
};

void takeValue(const Record& from, Record& to) {
    to.indicator = from.indicator;
    to.value = from.value;
    to.valueMax = from.valueMax;
    to.unit = from.unit;
    to.qualifier = from.qualifier;
    to.valueAsWritten = from.valueAsWritten;
    if (!from.value)
        to.scope = Scope::None;
    else if (to.scope == Scope::None)
        to.scope = from.scope;
}

/// Places inside the name stay where the texts say nothing about them.
void takePlaces(const Record& from, bool withNames, Record& to) {
    std::vector<Place> places = from.places;
    if (!withNames)
        for (const Place& place : to.places)
            if (place.role == PlaceRole::NameComponent)
                places.push_back(place);
    to.places = std::move(places);
}

void takeDetail(const std::string& field, const std::string& text, Record& record) {
    std::erase_if(record.details, [&](const Detail& one) { return one.field == field; });
    if (!text.empty())
        record.details.push_back({field, text});
}

void setDoubt(const LocalText& doubt, Record& record) {
    takeDetail(std::string(doubtField),
               doubt == LocalText() ? std::string() : doubt.vi + " / " + doubt.en, record);
}

/// What is kept as it is written.
void takeWords(const FieldTexts& texts, Record& record) {
    for (const auto& [field, text] : texts) {
        if (partOf(field) == Part::Detail)
            takeDetail(field, text, record);
        for (const auto& [name, member] :
             {std::pair<std::string_view, std::string Record::*>{"group", &Record::group},
              {"holder", &Record::holder},
              {"line", &Record::line},
              {"facts", &Record::facts},
              {"note", &Record::note}})
            if (field == name)
                record.*member = text;
    }
}

/// A doubt stays with the record as with a row that is imported.
void keepDoubt(EditedRecord& made) {
    if (made.isDoubtful && !made.remarks.empty())
        setDoubt(made.remarks.front(), made.record);
}

/// Whether the stop is one of "TT. Tam Đường", "TP. Vinh".
bool isAbbreviation(std::string_view text, std::size_t stop) {
    constexpr std::size_t longest = 2;
    std::size_t letters = 0;
    while (letters < stop && text[stop - letters - 1] >= 'A' && text[stop - letters - 1] <= 'Z')
        ++letters;
    return letters > 0 && letters <= longest;
}

/// "A. B." parted where a sentence seems to end; equal texts are parted alike.
std::vector<std::string> sentencesOf(std::string_view text) {
    std::vector<std::string> sentences;
    for (std::size_t from = 0; !text.empty();) {
        const std::size_t end = std::min(text.find(". ", from), text.size());
        if (end < text.size() && isAbbreviation(text, end)) {
            from = end + 2;
            continue;
        }
        sentences.emplace_back(text.substr(0, std::min(end + 1, text.size())));
        text.remove_prefix(std::min(end + 2, text.size()));
        from = 0;
    }
    return sentences;
}

/// A sentence without what it quotes: a table says the name of its column where a record has that
/// of its field, and both speak of one doubt.
std::string withoutQuotes(const std::string& sentence) {
    std::string plain;
    bool isQuoted = false;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const auto isLetter = [&](std::size_t at) {
            return at < sentence.size() &&
                   (std::isalnum(static_cast<unsigned char>(sentence[at])) ||
                    static_cast<unsigned char>(sentence[at]) >= 0x80);
        };
        // "M'Drắk" is quoted by none of its signs.
        if (sentence[i] == '\'' && (isQuoted ? !isLetter(i + 1) : i == 0 || !isLetter(i - 1)))
            isQuoted = !isQuoted;
        else if (!isQuoted)
            plain += sentence[i];
    }
    return plain;
}

/// What is known without what `was` said and `is` does not say, and with what `is` says as doubts.
/// What `was` did not say is about something else, and stays.
std::string changedSentences(const std::string& known, const std::string& was,
                             const std::string& is, bool areDoubts) {
    const std::vector<std::string> before = sentencesOf(was), after = sentencesOf(is);
    const auto holds = [](const std::vector<std::string>& all, const std::string& one) {
        const std::string plain = withoutQuotes(one);
        return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
            return other == one || withoutQuotes(other) == plain;
        });
    };
    std::vector<std::string> sentences = sentencesOf(known);
    std::erase_if(sentences, [&](const std::string& one) {
        const bool isSame = std::find(after.begin(), after.end(), one) != after.end();
        return isSame ? !areDoubts : holds(before, one);
    });
    for (const std::string& one : after)
        if (areDoubts && std::find(sentences.begin(), sentences.end(), one) == sentences.end())
            sentences.push_back(one);
    return fmt::format("{}", fmt::join(sentences, " "));
}

/// The doubts of the record after a change: those that the change solves go, those that it brings
/// come, and what it has nothing to do with stays.
void changeDoubt(const EditedRecord& asItWas, const EditedRecord& asItIs, Record& record) {
    if (asItIs.remarks == asItWas.remarks)
        return;
    const auto said = [](const EditedRecord& read) {
        return read.remarks.empty() ? LocalText() : read.remarks.front();
    };
    const LocalText was = said(asItWas), is = said(asItIs), known = doubtOf(record);
    setDoubt({changedSentences(known.vi, was.vi, is.vi, asItIs.isDoubtful),
              changedSentences(known.en, was.en, is.en, asItIs.isDoubtful)},
             record);
}

/// What was to be said of the record before is nothing that the change did.
void leaveOut(const std::vector<LocalText>& before, EditedRecord& read) {
    const auto leaveOutOf = [](std::string& text, const std::string& known) {
        const std::size_t at = known.empty() ? std::string::npos : text.find(known);
        if (at == std::string::npos)
            return;
        text.erase(at, known.size());
        const std::size_t first = text.find_first_not_of(' ');
        text = first == std::string::npos
                   ? std::string()
                   : text.substr(first, text.find_last_not_of(' ') + 1 - first);
    };
    for (LocalText& remark : read.remarks)
        for (const LocalText& known : before) {
            leaveOutOf(remark.vi, known.vi);
            leaveOutOf(remark.en, known.en);
        }
    std::erase_if(read.remarks, [](const LocalText& one) { return one.en.empty(); });
    read.isDoubtful = read.isDoubtful && !read.remarks.empty();
}

void takeState(const Record& from, Record& to) {
    to.state = from.state;
    const auto words = std::find_if(from.details.begin(), from.details.end(), [](const auto& one) {
        return one.field == "status_as_written";
    });
    takeDetail("status_as_written", words == from.details.end() ? "" : words->text, to);
}

/// The area that it states beside that of its zone.
void compareArea(const std::shared_ptr<const RecordGround>& ground, EditedRecord& made) {
    if (ground == nullptr)
        return;
    if (auto sentence = otherAreaThanGround(made.record, *ground))
        made.remarks.push_back(*std::move(sentence));
}

} // namespace

EditedRecord newRecord(std::string_view kind, const FieldTexts& texts, const Source& source,
                       const std::string& id, const RecordContext& context) {
    requireFields(texts);
    // A row that lacks them says so, where a table would speak of its columns.
    FieldTexts row = texts;
    if (row.find("variety") == row.end())
        row.emplace("subject", "");
    if (source.territory.empty())
        row.emplace("place", "");
    if (context.ground)
        row.emplace("place", "");
    EditedRecord made = readRow(kind, row, source, context, context.ground);
    keepDoubt(made);
    made.record.id = id;
    if (texts.find("line") == texts.end())
        made.record.line.clear(); // a row of no table
    compareArea(context.ground, made);
    return made;
}

EditedRecord changedRecord(const Record& record, const FieldTexts& texts,
                           const RecordContext& context) {
    requireFields(texts);
    const auto source =
        std::find_if(context.sources.begin(), context.sources.end(),
                     [&](const Source& known) { return known.id == record.source; });
    const Completion asked(texts, record);
    const Source ofRecord = source == context.sources.end() ? Source() : *source;
    const bool isOtherGround = context.ground != context.groundBefore;
    const bool isByGround = context.finder && isPlacedByGround(record);
    // Looking for the units of ground takes a while.
    const bool asksGround = isOtherGround || asked.changes(Part::Place) ||
                            asked.changes(Part::Period) || asked.changes(Part::Day) || isByGround;
    const auto groundOrNone = [&](const std::shared_ptr<const RecordGround>& ground) {
        return asksGround ? ground : nullptr;
    };
    const auto readWith = [&](const FieldTexts& row,
                              const std::shared_ptr<const RecordGround>& ground) {
        return readRow(record.kind, isByGround ? besideGround(row, ground) : row, ofRecord, context,
                       ground);
    };
    EditedRecord read = readWith(asked.texts(), groundOrNone(context.ground));
    EditedRecord asItWas;
    try {
        asItWas = readWith(Completion({}, record, asked.parts()).texts(),
                           groundOrNone(context.groundBefore));
    } catch (const InputError&) {
        // What it said could not be read either: nothing is known about it.
    }
    const EditedRecord asItIs = read;
    leaveOut(asItWas.remarks, read);
    EditedRecord made{record, std::move(read.remarks), read.isDoubtful};
    made.record.ground = isOtherGround ? context.ground : nullptr; // else it stays where it is
    const Record& from = read.record;
    Record& to = made.record;
    if (asked.changes(Part::Subject)) {
        to.subjects = from.subjects;
        to.subjectAsWritten = from.subjectAsWritten;
    }
    if (asked.changes(Part::Category)) {
        to.category = from.category;
        to.kind = from.kind; // the category may be one of another kind
    }
    if (asked.changes(Part::Value))
        takeValue(from, to);
    if (asked.changes(Part::State))
        takeState(from, to);
    if (asked.changes(Part::Period)) {
        to.period = from.period;
        to.periodAsWritten = from.periodAsWritten;
    }
    const bool isOtherDay = (asked.changes(Part::Period) || asked.changes(Part::Day)) &&
                            from.lookupDate != to.lookupDate;
    if (asked.changes(Part::Place) || isOtherDay ||
        (isOtherGround && context.ground && context.finder && followsGround(record)))
        takePlaces(from, asked.has("name_place"), to);
    if (isOtherDay)
        to.lookupDate = from.lookupDate;
    if (asked.changes(Part::Scope))
        to.scope = from.scope;
    takeWords(texts, to);
    changeDoubt(asItWas, asItIs, to);
    if (isOtherGround || asked.changes(Part::Value))
        compareArea(context.ground, made);
    return made;
}

} // namespace terroir::records
