#include "core/records/record_filter.hpp"
#include "core/records/record_words.hpp"
#include "core/sheets/read.hpp"
#include "core/workspace/attachments.hpp"
#include "core/workspace/own_work.hpp"
#include "core/workspace/record_edits.hpp"
#include "core/workspace/table_import.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <thread>

namespace terroir::workspace {
namespace {

using records::FieldTexts;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

/// The packaged workspace, opened anew for each edit as by another run of the program.
class RecordEdits : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::copy_file(packagedFile(), m_file); }

    template <typename Edit>
    auto edit(Edit run) {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        return run(workspace);
    }
    records::Record change(const std::string& id, const FieldTexts& texts) {
        return edit(
            [&](Workspace& workspace) { return changeRecord(workspace, "Lan", id, texts).record; });
    }
    records::EditedRecord add(const char* kind, const FieldTexts& texts) {
        return edit([&](Workspace& workspace) {
            return addRecord(workspace, "Lan", kind, texts, handSource());
        });
    }
    store::Edit undo() {
        return edit([](Workspace& workspace) { return undoEdit(workspace); });
    }
    /// Everything that records and sources say, as text.
    std::vector<std::string> contents() {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        std::vector<std::string> rows;
        for (const char* table : {"source", "record", "record_subject", "record_place",
                                  "record_detail", "record_ground", "decision", "attachment"}) {
            if (!workspace.file().database().queryText(
                    std::string("SELECT 1 FROM sqlite_master WHERE name = '") + table + "'"))
                continue; // nothing was attached yet
            store::Statement row = workspace.file().database().prepare(
                std::string("SELECT * FROM ") + table + " ORDER BY 1, 2, 3");
            while (row.step()) {
                std::string line = table;
                for (int column = 0; column < (std::string_view(table) == "record" ? 22 : 4);
                     ++column)
                    line += "|" + row.text(column);
                rows.push_back(std::move(line));
            }
        }
        return rows;
    }
    std::vector<store::Edit> history(const std::string& id) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return store::EditLog(workspace.file()).editsOf(id);
    }
    records::Record record(const std::string& id) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return records::loadRecord(workspace.file(), id).value_or(records::Record());
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

// TD22-097: four farms of buffalo and cattle in Sơn Bình, huyện Tam Đường.

TEST_F(RecordEdits, a_number_keeps_the_unit_and_what_it_measures) {
    const records::Record was = record("TD22-097");
    const records::Record now = change("TD22-097", {{"value", "12"}});
    EXPECT_EQ(now.value, 12);
    EXPECT_EQ(now.valueAsWritten, "12");
    EXPECT_EQ(now.unit, was.unit);
    EXPECT_EQ(now.indicator, was.indicator);
    EXPECT_EQ(now.places.front().uid, was.places.front().uid);
    EXPECT_EQ(now.period, was.period);
    EXPECT_EQ(record("TD22-097").value, 12) << "stored";
}

TEST_F(RecordEdits, a_number_is_read_the_vietnamese_way_with_its_own_unit) {
    EXPECT_EQ(change("TD22-097", {{"value", "1.250"}}).value, 1250);
    const records::Record added =
        add("model", {{"subject", "chè Shan"},
                      {"area", "25.000 m2"},
                      {"place", "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu"},
                      {"period", "2024"}})
            .record;
    EXPECT_EQ(added.value, 2.5);
    EXPECT_EQ(added.unit, "ha");
    EXPECT_EQ(added.id, "nhap-tay-n1");
    EXPECT_EQ(added.places.front().uid, "03424@2004");
}

TEST_F(RecordEdits, a_commune_keeps_its_district_and_its_day) {
    const records::Record now = change("TD22-097", {{"commune", "Bản Bo"}});
    ASSERT_EQ(now.places.size(), 1U);
    EXPECT_EQ(now.places.front().uid, "03424@2004") << "not the commune of today";
    EXPECT_EQ(now.value, 4);
}

TEST_F(RecordEdits, what_is_not_touched_stays_to_the_letter) {
    Workspace workspace(m_file, store::Mode::ReadOnly);
    const std::vector<records::Record> all = workspace.records();
    const records::RecordContext context{workspace.sources(), workspace.geocoder(),
                                         workspace.gazetteer()};
    for (const records::Record& one : all) {
        FieldTexts was = records::fieldTexts(one);
        const FieldTexts now =
            records::fieldTexts(records::changedRecord(one, {{"note", "Đã xem"}}, context).record);
        was["note"] = "Đã xem";
        EXPECT_EQ(was, now) << one.id;
    }
}

TEST_F(RecordEdits, a_form_hears_before_it_stores_what_storing_would_say) {
    const GroundChange far =
        GroundChange::to({{{{103.4, 22.6}}, {}, {}}, records::Accuracy::Coordinates, ""});
    const std::vector<RecordEdit> edits = {
        {"TD22-097", {}, {{"value", "12"}}},
        {"TD22-097", {}, {{"commune", "Xã Không Có"}}},
        {"TD22-097", {}, {}, far},
        {"", "livestock", {{"subject", "bò"}, {"count", "30 con"}, {"as_of", "2022"}}, far},
        {"", "model", {{"subject", "chè"}, {"place", "xã Bản Bo, huyện Tam Đường"}}},
    };
    for (const RecordEdit& edit : edits) {
        const std::vector<std::string> before = contents();
        Workspace workspace(m_file, store::Mode::ReadWrite, store::Spatial::Yes);
        const records::EditedRecord tried = tryEdit(workspace, edit, handSource());
        EXPECT_EQ(contents(), before) << "nothing is stored";
        const records::EditedRecord made =
            edit.id.empty()
                ? addRecord(workspace, "Lan", edit.kind, edit.texts, handSource(), edit.ground)
                : changeRecord(workspace, "Lan", edit.id, edit.texts, edit.ground);
        EXPECT_EQ(tried.remarks, made.remarks) << edit.id;
        EXPECT_EQ(tried.isDoubtful, made.isDoubtful) << edit.id;
        EXPECT_EQ(tried.record.details, made.record.details);
        undoEdit(workspace);
    }
}

TEST_F(RecordEdits, who_changed_what_and_when_is_kept) {
    change("TD22-097", {{"holder", "HTX Bản Bo"}, {"value", "5"}});
    const auto edits = history("TD22-097");
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(edits[0].who, "Lan");
    EXPECT_EQ(edits[0].at.size(), std::string("2026-11-29 14:05").size());
    Workspace workspace(m_file, store::Mode::ReadOnly);
    const auto fields = store::EditLog(workspace.file()).fieldsOf(edits[0].id);
    const std::vector<store::FieldChange> wanted{{"TD22-097", "holder", "", "HTX Bản Bo"},
                                                 {"TD22-097", "value", "4", "5"},
                                                 {"TD22-097", "value_as_written", "04", "5"}};
    EXPECT_EQ(fields, wanted);
}

TEST_F(RecordEdits, a_change_of_nothing_is_no_edit) {
    change("TD22-097", {{"value", "4"}, {"value_as_written", "04"}});
    edit([](Workspace& workspace) {
        SourceTexts texts;
        texts.issuer = "Ban Thường vụ Huyện ủy Tam Đường";
        changeSource(workspace, "Lan", "TD22", texts);
        return 0;
    });
    EXPECT_THROW(undo(), StoreError) << "there is none";
    EXPECT_TRUE(history("TD22-097").empty());
}

TEST_F(RecordEdits, programs_that_add_and_change_at_once_lose_nothing) {
    std::vector<std::thread> programs;
    const std::vector<std::pair<const char*, const char*>> fields{
        {"holder", "HTX Bản Bo"}, {"note", "đã xem"}, {"facts", "x"}, {"group", "g"}};
    for (const auto& [field, text] : fields) {
        programs.emplace_back([&, field, text] { change("TD22-098", {{field, text}}); });
        programs.emplace_back([&] {
            add("model", {{"subject", "ngô lai"},
                          {"area", "1,5 ha"},
                          {"place", "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu"}});
        });
    }
    // And where it lies, what is attached to it, what is decided about another one.
    for (const char* link : {"https://a.vn/1", "https://a.vn/2"})
        programs.emplace_back([&, link] {
            edit([&](Workspace& workspace) { return attach(workspace, "Lan", "TD22-098", link); });
        });
    programs.emplace_back([&] {
        edit([&](Workspace& workspace) {
            const geometry::Ground point{{{103.71, 22.36}}, {}, {}};
            return changeRecord(workspace, "Lan", "TD22-098", {},
                                GroundChange::to({point, records::Accuracy::Drawn, "Lan"}));
        });
    });
    for (std::thread& program : programs)
        program.join();
    {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        EXPECT_EQ(attachmentsOf(workspace.file(), "TD22-098").size(), 2U);
        EXPECT_TRUE(records::loadGround(workspace.file(), "TD22-098"));
    }
    const records::Record changed = record("TD22-098");
    EXPECT_EQ(changed.holder, "HTX Bản Bo");
    EXPECT_EQ(changed.note, "đã xem");
    EXPECT_EQ(changed.facts, "x");
    EXPECT_EQ(changed.group, "g");
    for (const char* id : {"nhap-tay-n1", "nhap-tay-n2", "nhap-tay-n3", "nhap-tay-n4"})
        EXPECT_EQ(record(id).value, 1.5) << id;
}

TEST_F(RecordEdits, the_id_of_a_record_that_is_gone_is_not_given_again) {
    const FieldTexts texts{{"subject", "ngô lai"}, {"area", "1 ha"}, {"place", "tỉnh Lai Châu"}};
    EXPECT_EQ(add("model", texts).record.id, "nhap-tay-n1");
    edit([](Workspace& workspace) {
        deleteRecords(workspace, "Lan", {"nhap-tay-n1", "nhap-tay-n1"});
        return 0;
    });
    EXPECT_EQ(add("model", texts).record.id, "nhap-tay-n2");
}

TEST_F(RecordEdits, a_doubt_goes_with_what_it_was_about_and_only_then) {
    const std::string id =
        add("model",
            {{"subject", "ngô lai"}, {"area", "1 ha"}, {"place", "xã Tân Lập"}, {"period", "2022"}})
            .record.id;
    const auto doubt = [&] { return records::doubtOf(record(id)).en; };
    EXPECT_NE(doubt().find("Tân Lập"), std::string::npos) << "several are called so";
    change(id, {{"note", "đã hỏi"}});
    EXPECT_NE(doubt().find("Tân Lập"), std::string::npos);
    change(id, {{"place", "xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La"}});
    EXPECT_EQ(doubt(), "");
}

TEST_F(RecordEdits, of_two_doubts_the_one_that_is_solved_goes_and_the_other_stays) {
    const std::string id = add("livestock", {{"subject", "bò sữa"},
                                             {"count", "1.250"},
                                             {"place", "xã Tân Lập"},
                                             {"period", "2022"}})
                               .record.id;
    const auto doubt = [&] { return records::doubtOf(record(id)); };
    EXPECT_NE(doubt().en.find("Tân Lập"), std::string::npos) << doubt().en;
    EXPECT_NE(doubt().en.find("1,250"), std::string::npos) << doubt().en;
    change(id, {{"place", "xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La"}});
    EXPECT_EQ(doubt().en.find("Tân Lập"), std::string::npos) << doubt().en;
    EXPECT_NE(doubt().en.find("1,250"), std::string::npos) << doubt().en;
    EXPECT_NE(doubt().vi.find("1.250"), std::string::npos) << doubt().vi;
    change(id, {{"place", "xã Tân Lập"}});
    EXPECT_NE(doubt().en.find("Tân Lập"), std::string::npos) << doubt().en;
    EXPECT_NE(doubt().en.find("1,250"), std::string::npos) << doubt().en;
}

TEST_F(RecordEdits, the_doubt_of_an_unknown_day_goes_when_the_day_is_said) {
    const FieldTexts texts{
        {"subject", "chè Shan"}, {"area", "1 ha"}, {"place", "xã Bản Bo, tỉnh Lai Châu"}};
    const std::pair<const char*, const char*> days[] = {{"31/12/2025", "03424@2025"},
                                                        {"31/12/2022", "03424@2004"}};
    for (const auto& [day, unit] : days) {
        const std::string id = add("model", texts).record.id;
        const auto doubt = [&] { return records::doubtOf(record(id)).en; };
        const char* unknown = "The day of the document is not known";
        EXPECT_NE(doubt().find(unknown), std::string::npos) << doubt();
        for (const FieldTexts& other :
             {FieldTexts{{"area", "2 ha"}}, {{"holder", "HTX Sao Mai"}}, {{"status", "ongoing"}}}) {
            change(id, other);
            EXPECT_NE(doubt().find(unknown), std::string::npos) << other.begin()->first;
        }
        change(id, {{"as_of", day}});
        EXPECT_EQ(doubt().find(unknown), std::string::npos) << doubt();
        EXPECT_EQ(record(id).places.front().uid, unit);
    }
    const std::string id = add("model", texts).record.id;
    change(id, {{"place", "tỉnh Lai Châu"}});
    EXPECT_EQ(records::doubtOf(record(id)).en, "") << "the province is the same on any day";
}

TEST_F(RecordEdits, doubts_of_a_table_go_with_what_they_were_about_and_only_then) {
    const std::filesystem::path table = m_folder / "bo.csv";
    std::ofstream(table) << "Vật nuôi,Xã,Tổng đàn (con),Thời gian\n"
                            "bò sữa,Tân Lập,5,hằng năm\nbò thịt,Tân Lập,\"12,5\",2022\n";
    edit([&](Workspace& workspace) {
        records::ImportOptions options;
        options.kind = "livestock";
        storeImport(readImport(sheets::readWorkbook(table), options, workspace), workspace);
        return 0;
    });
    const auto doubt = [&](const char* id) { return records::doubtOf(record(id)); };
    EXPECT_NE(doubt("bo-r3").en.find("Column 'Tổng đàn (con)'"), std::string::npos)
        << doubt("bo-r3").en;
    EXPECT_NE(doubt("bo-r3").en.find("Tân Lập"), std::string::npos);
    change("bo-r3", {{"place", "xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La"}});
    EXPECT_EQ(doubt("bo-r3").en.find("Tân Lập"), std::string::npos) << doubt("bo-r3").en;
    EXPECT_NE(doubt("bo-r3").en.find("Column 'Tổng đàn (con)'"), std::string::npos)
        << doubt("bo-r3").en;
    change("bo-r3", {{"count", "125 con"}});
    EXPECT_EQ(doubt("bo-r3").en, "") << "the door speaks of the field, the table of its column";
    EXPECT_EQ(doubt("bo-r3").vi, "");
    EXPECT_NE(doubt("bo-r2").en.find("hằng năm"), std::string::npos) << doubt("bo-r2").en;
    change("bo-r2", {{"subject", "bò sữa lai"}});
    EXPECT_NE(doubt("bo-r2").en.find("hằng năm"), std::string::npos) << doubt("bo-r2").en;
    change("bo-r2", {{"period", "2022"}});
    EXPECT_EQ(doubt("bo-r2").en.find("hằng năm"), std::string::npos) << doubt("bo-r2").en;
    EXPECT_NE(doubt("bo-r2").en.find("Tân Lập"), std::string::npos) << doubt("bo-r2").en;
}

TEST_F(RecordEdits, what_cannot_be_is_not_stored) {
    const FieldTexts whole{{"subject", "chè Shan"},
                           {"area", "2 ha"},
                           {"period", "2022"},
                           {"place", "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu"}};
    const std::array<const char*, 3> cases[] = {
        {"period", "31/02/2025", "'31/02/2025' is not a date"},
        {"period", "13/2022", "is not a date"},
        {"as_of", "30/2/2022", "is not a date"},
        {"issued", "31/4/2022", "is not a date"},
        {"area", "-3", "is negative"},
        {"area", "5-3 ha", "is not a number"},
    };
    const std::string id = add("model", whole).record.id;
    for (const auto& [field, text, said] : cases) {
        FieldTexts texts = whole;
        texts[field] = text;
        EXPECT_NE(errorOf([&] { add("model", texts); }).find(said), std::string::npos) << text;
        EXPECT_NE(errorOf([&] {
                      change(id, {{field, text}});
                  }).find(said),
                  std::string::npos)
            << text << ": " << errorOf([&] {
                   change(id, {{field, text}});
               });
    }
    EXPECT_NE(errorOf([&] { change("TD22-097", {{"value", "-4"}}); }), "") << "farms";
    EXPECT_NE(errorOf([&] { change("TD22-074", {{"value", "7"}}); }), "") << "stars";
    EXPECT_NE(errorOf([&] {
                  add("generic", {{"subject", "độ che phủ rừng"},
                                  {"indicator", "cover"},
                                  {"value", "120"},
                                  {"unit", "%"},
                                  {"place", "tỉnh Lai Châu"}});
              }),
              "")
        << "a share";
    EXPECT_EQ(change(id, {{"period", "vụ xuân"}}).periodAsWritten, "vụ xuân") << "words stay";
}

TEST_F(RecordEdits, another_unit_of_an_area_is_another_number) {
    const std::string id =
        add("model", {{"subject", "ngô lai"}, {"area", "20 ha"}, {"place", "tỉnh Lai Châu"}})
            .record.id;
    EXPECT_NE(errorOf([&] { change(id, {{"unit", "m2"}}); }).find("give both"), std::string::npos);
    EXPECT_EQ(change(id, {{"value", "5.000"}, {"unit", "m2"}}).value, 0.5);
    EXPECT_EQ(record(id).unit, "ha");
    EXPECT_EQ(change(id, {{"value", "7,5"}}).value, 7.5);
    EXPECT_NE(errorOf([&] { change(id, {{"value", "7"}, {"unit", "kg"}}); }), "");
    EXPECT_EQ(change("TD22-074", {{"value", "4"}}).value, 4) << "stars";
    EXPECT_EQ(record("TD22-074").unit, "sao");
    EXPECT_EQ(record("TD22-074").category, "4") << "by which maps show it";
}

TEST_F(RecordEdits, the_day_that_a_place_is_looked_up_at_can_be_changed_alone) {
    const records::Record was = record("TD22-097");
    const records::Record now = change("TD22-097", {{"as_of", "31/12/2005"}});
    EXPECT_EQ(now.lookupDate, Date::of(2005, 12, 31));
    EXPECT_EQ(now.period, was.period);
    EXPECT_EQ(history("TD22-097").size(), 1U);
}

TEST_F(RecordEdits, an_edit_that_cannot_be_undone_any_more_can_be_passed_over) {
    change("TD22-098", {{"holder", "HTX A"}});
    change("TD22-097", {{"holder", "HTX B"}});
    {
        Workspace other(m_file, store::Mode::ReadWrite);
        other.file().database().execute("DELETE FROM record WHERE id = 'TD22-097'");
    }
    EXPECT_NE(errorOf([&] { undo(); }).find("--skip"), std::string::npos);
    edit([](Workspace& workspace) { return undoEdit(workspace, store::Undo::Skip); });
    undo();
    EXPECT_EQ(record("TD22-098").holder, "");
}

// Whatever was done, taking all of it back leaves the workspace as it was.
TEST_F(RecordEdits, any_sequence_of_edits_and_undos_leaves_the_workspace_as_it_was) {
    const std::vector<std::string> was = contents();
    std::mt19937 random(20261129);
    const std::vector<std::string> ids{"TD22-097", "TD22-073", "SL20-078", "GI25-002", "LC20-093"};
    const auto any = [&](std::size_t count) { return std::size_t(random()) % count; };
    std::vector<std::vector<std::string>> states{was};
    for (int step = 0; step < 60; ++step) {
        const std::string& id = ids[any(ids.size())];
        const bool isThere = !record(id).id.empty();
        const std::size_t what = any(11);
        if (what == 0 && states.size() > 1) {
            undo();
            states.pop_back();
            ASSERT_EQ(contents(), states.back()) << "step " << step;
            continue;
        }
        if (what == 1 && isThere)
            edit([&](Workspace& workspace) {
                deleteRecords(workspace, "Lan", {id});
                return 0;
            });
        else if (what == 2)
            add("model", {{"subject", "ngô lai"}, {"area", "1,5 ha"}, {"place", "Tân Lập"}});
        else if (what == 3 && isThere)
            edit([&](Workspace& workspace) {
                return removeSourceByHand(workspace, "Lan", record(id).source);
            });
        else if (what == 9 && isThere)
            edit([&](Workspace& workspace) {
                return attach(workspace, "Lan", id, "https://a.vn/" + std::to_string(step));
            });
        else if (what == 10 && isThere)
            edit([&](Workspace& workspace) {
                const auto attached = attachmentsOf(workspace.file(), id);
                return attached.empty() ? Attachment()
                                        : detach(workspace, "Lan", attached.front().id);
            });
        else if (what >= 6 && isThere)
            edit([&](Workspace& workspace) {
                const double shift = double(step) / 1000;
                const geometry::Ground shapes[]{
                    {{{103.71 + shift, 22.36}}, {}, {}},
                    {{}, {}, {{{{103.71, 22.36}, {103.72 + shift, 22.36}, {103.72, 22.37}, {103.71, 22.36}}, {}}}}};
                return changeRecord(workspace, "Lan", id, {},
                                    what == 6 ? GroundChange::toNone()
                                              : GroundChange::to({shapes[what - 7],
                                                                  records::Accuracy::Drawn,
                                                                  "Lan"}))
                           .isChanged
                           ? 1
                           : 0;
            });
        else if (isThere)
            change(id,
                   {{"value", std::to_string(step + 20)}, {"note", "lần " + std::to_string(step)}});
        else
            continue;
        if (auto now = contents(); now != states.back()) // no ground to remove is no edit
            states.push_back(std::move(now));
    }
    ASSERT_GT(states.size(), 5U);
    while (states.size() > 1) {
        undo();
        states.pop_back();
        ASSERT_EQ(contents(), states.back());
    }
    EXPECT_EQ(contents(), was);
    EXPECT_THROW(undo(), StoreError) << "there is no more";
}

TEST_F(RecordEdits, an_undo_does_not_take_what_another_program_has_written_since) {
    change("TD22-097", {{"holder", "HTX Bản Bo"}});
    {
        Workspace other(m_file, store::Mode::ReadWrite);
        other.file().database().execute(
            "UPDATE record SET holder = 'HTX khác' WHERE id = 'TD22-097'");
    }
    EXPECT_NE(errorOf([&] { undo(); }).find("TD22-097"), std::string::npos);
    EXPECT_EQ(record("TD22-097").holder, "HTX khác");
    EXPECT_FALSE(history("TD22-097").front().isUndone);
}

TEST_F(RecordEdits, a_removed_source_comes_back_with_its_records) {
    const std::vector<std::string> was = contents();
    EXPECT_EQ(edit([](Workspace& w) { return removeSourceByHand(w, "Lan", "LC24"); }), 8U);
    EXPECT_NE(contents(), was);
    EXPECT_EQ(undo().what.en, "removed the source LC24");
    EXPECT_EQ(contents(), was);
}

TEST_F(RecordEdits, dates_of_sources_are_days_months_or_years) {
    const auto dateOf = [&](const std::string& text) {
        edit([&](Workspace& workspace) {
            SourceTexts texts;
            texts.date = text;
            changeSource(workspace, "Lan", "LC24", texts);
            return 0;
        });
        Workspace workspace(m_file, store::Mode::ReadOnly);
        const auto& sources = workspace.sources();
        return std::find_if(sources.begin(), sources.end(),
                            [](const auto& one) { return one.id == "LC24"; })
            ->date;
    };
    EXPECT_EQ(dateOf("31/12/2024"), "2024-12-31");
    EXPECT_EQ(dateOf("2024"), "2024");
    EXPECT_NE(errorOf([&] { dateOf("45/1/2024"); }).find("45/1/2024"), std::string::npos);
}

struct Refused {
    const char* name;
    FieldTexts texts;
    const char* says; ///< part of the sentence
};
const Refused refused[] = {
    {"unknown field", {{"hectares", "3"}}, "no field 'hectares'"},
    {"no number", {{"value", "nhiều"}}, "nhiều"},
    {"no day", {{"from", "khi nào đó"}}, "khi nào đó"},
    {"no scope", {{"scope", "half"}}, "half"},
    {"the id", {{"id", "X"}}, "cannot be changed"},
    {"no subject", {{"subject", ""}}, "subject"},
};

TEST_F(RecordEdits, what_cannot_be_is_refused_and_nothing_changes) {
    const std::vector<std::string> was = contents();
    for (const Refused& each : refused)
        EXPECT_NE(errorOf([&] { change("TD22-097", each.texts); }).find(each.says),
                  std::string::npos)
            << each.name << ": " << errorOf([&] { change("TD22-097", each.texts); });
    EXPECT_NE(errorOf([&] {
                  change("TD22-0977", {{"value", "3"}});
              }).find("TD22-0977"),
              std::string::npos);
    EXPECT_NE(errorOf([&] {
                  edit([&](Workspace& workspace) {
                      deleteRecords(workspace, "Lan", {"TD22-097", "TD22-0977"});
                      return 0;
                  });
              }).find("TD22-0977"),
              std::string::npos);
    EXPECT_EQ(contents(), was);
}

TEST_F(RecordEdits, work_by_hand_is_not_thrown_away_by_a_new_workspace) {
    const auto own = [&] {
        return ownWorkIn(m_file, TERROIR_SOURCE_DIR "/data", terroir::Words(Language::English));
    };
    EXPECT_EQ(own(), "");
    change("TD22-097", {{"value", "5"}});
    EXPECT_EQ(own(), "1 changes made by hand");
    undo();
    EXPECT_EQ(own(), "");
}

TEST_F(RecordEdits, records_are_found_by_what_they_say) {
    Workspace workspace(m_file, store::Mode::ReadOnly);
    const auto count = [&](const records::RecordFilter& filter) {
        const records::RecordMatcher matcher(filter, workspace.sources());
        const auto& all = workspace.records();
        return std::count_if(all.begin(), all.end(),
                             [&](const auto& one) { return matcher.accepts(one); });
    };
    records::RecordFilter filter;
    EXPECT_EQ(count(filter), 720);
    filter.sources = {"LC24"};
    EXPECT_EQ(count(filter), 8);
    filter = {};
    filter.subject = "MIẾN DONG";
    EXPECT_GT(count(filter), 0);
    const auto folded = count(filter);
    filter.subject = "mien dong";
    EXPECT_EQ(count(filter), folded) << "with or without diacritics";
    filter = {};
    filter.states = {records::State::Proposed};
    const auto proposed = count(filter);
    filter.states = {records::State::Proposed, records::State::Done};
    EXPECT_GT(count(filter), proposed);
    filter = {};
    filter.period = Period{Date::of(2015, 1, 1), Date::of(2016, 1, 1)};
    EXPECT_LT(count(filter), 720);
    filter = {};
    filter.text = "chữ không có ở đâu";
    EXPECT_EQ(count(filter), 0);
}

} // namespace
} // namespace terroir::workspace
