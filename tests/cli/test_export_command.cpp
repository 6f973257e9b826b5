#include "core/store/database.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

namespace terroir::cli_test {

namespace {

/// Exports the theme of models with the options, and asks the file.
class Exported {
public:
    explicit Exported(std::vector<std::string> options) {
        m_folder.addWorkspace();
        options.insert(options.begin(), {"export", "models", "-o", "x.gpkg"});
        const Outcome run = m_folder.run(options);
        EXPECT_EQ(run.code, 0) << run.err;
    }
    std::string ask(const std::string& sql) const {
        return store::Database::open(m_folder.path() / "x.gpkg", store::Mode::ReadOnly)
            .queryText(sql)
            .value_or("nothing");
    }
    int count(const std::string& table) const {
        return std::stoi(ask("SELECT count(*) FROM " + table));
    }

private:
    Folder m_folder;
};

} // namespace

TEST(ExportCommand, all_records_go_along_with_a_theme_unless_it_is_limited) {
    const Exported all({});
    EXPECT_GT(all.count("records"), 400);
    for (const std::vector<std::string>& limit : {std::vector<std::string>{"--source", "LC22"},
                                                  {"--within", "tỉnh Lai Châu"},
                                                  {"--years", "2022"}}) {
        const Exported part(limit);
        EXPECT_GT(part.count("records"), 0) << limit.front();
        EXPECT_LT(part.count("records"), all.count("records")) << limit.front();
        EXPECT_LT(part.count("sources"), all.count("sources")) << limit.front();
        EXPECT_EQ(part.ask("SELECT group_concat(DISTINCT kind) FROM records WHERE kind NOT IN "
                           "('model', 'trial')"),
                  "nothing")
            << limit.front();
    }
    EXPECT_EQ(Exported({"--source", "LC22"}).ask("SELECT group_concat(id) FROM sources"), "LC22");
}

} // namespace terroir::cli_test
