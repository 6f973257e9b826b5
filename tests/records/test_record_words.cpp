// What a record says in words, in the language of the reader.
#include "core/records/measure_unit_words.hpp"
#include "core/records/record_words.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

TEST(RecordWords, a_packaged_note_is_told_in_the_language_of_the_reader) {
    std::size_t notes = 0;
    for (const Record& record : testing::packagedRecords()) {
        if (record.note.empty())
            continue;
        ++notes;
        const LocalText note = noteOf(record);
        EXPECT_EQ(note.vi + " / " + note.en, record.note) << record.id;
        EXPECT_NE(note.vi, note.en) << record.id;
    }
    EXPECT_GT(notes, 400u);
}

TEST(RecordWords, the_packaged_sources_are_those_of_their_list) {
    std::size_t known = 0;
    for (const Source& source : readSources(TERROIR_SOURCE_DIR "/data")) {
        EXPECT_TRUE(isPackagedSource(source.id)) << source.id;
        ++known;
    }
    EXPECT_GT(known, 0u);
    EXPECT_FALSE(isPackagedSource("khao-nghiem"));
}

TEST(RecordWords, what_a_person_noted_is_not_cut_at_a_stroke) {
    Record record;
    record.note = "giống J02 / vụ xuân";
    EXPECT_EQ(noteOf(record), (LocalText{record.note, record.note}));
}

TEST(RecordWords, units_of_measure_are_english_in_english_and_stay_in_vietnamese) {
    struct Case {
        const char* unit;
        double value;
        const char* english;
    };
    for (const Case& one :
         {Case{"cơ sở", 2, "sites"}, Case{"cơ sở", 1, "site"},
          Case{"nhãn hiệu chứng nhận", 1, "certification mark"},
          Case{"con/lứa", 2000, "head/batch"}, Case{"sáng kiến/năm", 3, "initiatives/year"},
          Case{"tổ chức, cá nhân", 12, "organisations, persons"}, Case{"ha", 2.5, "ha"},
          Case{"mẫu", 5, "mẫu"}, // two meanings
          Case{"chưa ai biết", 5, "chưa ai biết"}, Case{"", 5, ""}}) {
        EXPECT_EQ(measureUnitInWords(one.unit, one.value), (LocalText{one.unit, one.english}));
        Record record;
        record.value = one.value;
        record.unit = one.unit;
        if (*one.unit != '\0') {
            EXPECT_TRUE(RecordWords(Language::English).value(record).ends_with(one.english));
        }
    }
}

} // namespace
} // namespace terroir::records
