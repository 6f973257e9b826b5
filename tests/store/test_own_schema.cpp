#include "core/store/workspace_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace terroir::store {
namespace {

using testing::errorOf;
using testing::TemporaryFolder;

/// What opening a workspace says in which somebody has run the SQL.
std::string opened(const char* sql, Mode mode = Mode::ReadOnly, Spatial spatial = Spatial::No) {
    const TemporaryFolder folder;
    const auto file = folder / "w.sqlite";
    WorkspaceFile::create(file).database().execute(sql);
    return errorOf([&] { WorkspaceFile::open(file, mode, spatial); });
}

TEST(OwnSchema, what_others_have_put_into_a_workspace_does_not_run) {
    const struct {
        const char *sql, *said;
    } cases[] = {
        {"DROP TABLE source; CREATE VIRTUAL TABLE t USING VirtualText('/etc/passwd', 'UTF-8', 0, "
         "POINT, NONE, ':'); CREATE VIEW source AS SELECT 1 AS id FROM t",
         "the v"},
        {"ALTER TABLE source RENAME TO s; CREATE VIEW source AS SELECT * FROM s", "view 'source'"},
        {"CREATE VIRTUAL TABLE t USING VirtualText('/etc/passwd', 'UTF-8', 0, POINT, NONE, ':')",
         "virtual table 't'"},
        {"CREATE VIRTUAL TABLE t USING fts5(a)", "virtual table 't'"},
        {"CREATE TRIGGER tenfold AFTER INSERT ON record BEGIN UPDATE record SET value = value * "
         "10; END",
         "trigger 'tenfold'"},
        {"CREATE TRIGGER t AFTER DELETE ON source BEGIN SELECT 1; END", "trigger 't'"},
        {"CREATE TRIGGER ggi_boundary_more AFTER INSERT ON boundary BEGIN DELETE FROM \"record\"; "
         "END",
         "trigger 'ggi_boundary_more'"},
        {"CREATE TRIGGER t AFTER INSERT ON boundary BEGIN UPDATE boundary SET file = 'x'; END",
         "trigger 't'"},
        {"CREATE TRIGGER t AFTER INSERT ON boundary BEGIN DELETE FROM boundary_detail; DELETE FROM "
         "source; END",
         "trigger 't'"},
        {"CREATE TRIGGER chain AFTER UPDATE ON geometry_columns_time BEGIN DELETE FROM Record; END",
         "trigger 'chain'"},
        {"CREATE TABLE t(a); CREATE TRIGGER u AFTER INSERT ON t BEGIN DELETE FROM [unit]; END",
         "trigger 'u'"},
    };
    for (const auto& one : cases)
        EXPECT_NE(opened(one.sql).find(one.said), std::string::npos) << one.sql << "\n"
                                                                     << opened(one.sql);
    const char* const trigger = cases[4].sql;
    EXPECT_NE(opened(trigger, Mode::ReadWrite, Spatial::Yes).find("tenfold"), std::string::npos);
}

TEST(OwnSchema, tables_and_views_that_others_add_for_themselves_do_no_harm) {
    for (const char* sql :
         {"SELECT 1", "CREATE TABLE layer_styles(id INTEGER PRIMARY KEY, styleQML TEXT)",
          "CREATE VIEW my_records AS SELECT * FROM record",
          "CREATE TABLE t(a); CREATE TRIGGER u AFTER INSERT ON t BEGIN UPDATE t SET a = 1; END"})
        for (const Spatial spatial : {Spatial::No, Spatial::Yes})
            EXPECT_EQ(opened(sql, Mode::ReadWrite, spatial), "no error") << sql;
}

} // namespace
} // namespace terroir::store
