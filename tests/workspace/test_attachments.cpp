#include "core/base/sha256.hpp"
#include "core/workspace/attachments.hpp"
#include "core/workspace/record_edits.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace terroir::workspace {
namespace {

namespace fs = std::filesystem;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

class Attachments : public ::testing::Test {
protected:
    void SetUp() override { fs::copy_file(packagedFile(), m_file); }
    std::string write(const std::string& name, const std::string& content) {
        std::ofstream(m_folder / name) << content;
        return (m_folder / name).string();
    }
    template <typename Edit>
    auto edit(Edit run) {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        return run(workspace);
    }
    Attachment attached(const std::string& fileOrLink, const std::string& title = {}) {
        return edit([&](Workspace& workspace) {
            return attach(workspace, "Lan", "TD22-097", fileOrLink, title);
        });
    }
    std::vector<Attachment> all(const std::string& record = "TD22-097") {
        return edit(
            [&](Workspace& workspace) { return attachmentsOf(workspace.file(), record); });
    }
    std::string contentOf(const fs::path& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    TemporaryFolder m_folder;
    fs::path m_file = m_folder / "w.sqlite", m_kept = m_folder / "w.files";
};

TEST(Sha256, a_text_is_known_again_by_its_first_digits) {
    EXPECT_EQ(shortHash("abc"), "ba7816bf8f01");
}

TEST(Sha256, is_that_of_the_standard) {
    const auto of = [](std::string_view text) {
        Sha256 sum;
        sum.add(text);
        return sum.finish();
    };
    EXPECT_EQ(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 sum;
    for (int i = 0; i < 1000; ++i)
        sum.add(std::string(1000, 'a'));
    EXPECT_EQ(sum.finish(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_F(Attachments, a_file_is_kept_beside_the_workspace_and_opened_as_it_was) {
    const Attachment made = attached(write("Giấy chứng nhận.pdf", "%PDF-1"), "Giấy VietGAP");
    EXPECT_EQ(made.place, "Giấy chứng nhận.pdf");
    EXPECT_EQ(made.size, 6);
    EXPECT_EQ(contentOf(m_kept / made.place), "%PDF-1");
    ASSERT_EQ(all().size(), 1U);
    EXPECT_EQ(all().front().title, "Giấy VietGAP");
    EXPECT_EQ(openable(m_file, all().front()), (m_kept / made.place).string());
    fs::remove(m_folder / "Giấy chứng nhận.pdf"); // the copy is the workspace's own
    EXPECT_EQ(openable(m_file, all().front()), (m_kept / made.place).string());
}

TEST_F(Attachments, a_file_that_is_gone_or_another_one_is_not_opened) {
    const Attachment made = attached(write("a.pdf", "%PDF-1"));
    std::ofstream(m_kept / "a.pdf") << "%PDF-2";
    EXPECT_NE(errorOf([&] { openable(m_file, made); }).find("another"),
              std::string::npos);
    fs::remove(m_kept / "a.pdf");
    EXPECT_NE(errorOf([&] { openable(m_file, made); }).find("gone"),
              std::string::npos);
    fs::create_symlink("/etc/passwd", m_kept / "a.pdf");
    EXPECT_NE(errorOf([&] { openable(m_file, made); }), "no error");
}

TEST_F(Attachments, files_of_one_name_do_not_replace_each_other) {
    fs::create_directory(m_folder / "b");
    const Attachment first = attached(write("a.pdf", "one"));
    const Attachment second = attached(write("b/a.pdf", "two"));
    EXPECT_EQ(second.place, "a (2).pdf");
    EXPECT_EQ(contentOf(m_kept / first.place), "one");
    EXPECT_EQ(contentOf(m_kept / second.place), "two");
    // The same content again is one file; for one record it is refused.
    const Attachment again = edit([&](Workspace& workspace) {
        return attach(workspace, "Lan", "TD22-098", (m_folder / "b" / "a.pdf").string());
    });
    EXPECT_EQ(again.place, second.place);
    EXPECT_NE(errorOf([&] { attached((m_folder / "a.pdf").string()); }), "no error");
}

TEST_F(Attachments, are_taken_back_by_undo_and_survive_that_of_a_deletion) {
    const Attachment made = attached(write("a.pdf", "one"));
    edit([](Workspace& workspace) { deleteRecords(workspace, "Lan", {"TD22-097"}); });
    EXPECT_TRUE(all().empty()) << "a record that is gone has none";
    EXPECT_NE(errorOf([&] {
                  edit([&](Workspace& workspace) { return detach(workspace, "Lan", made.id); });
              }),
              "no error");
    edit([](Workspace& workspace) { return undoEdit(workspace); });
    ASSERT_EQ(all().size(), 1U);
    EXPECT_EQ(openable(m_file, all().front()), (m_kept / "a.pdf").string());
    edit([&](Workspace& workspace) { return detach(workspace, "Lan", made.id); });
    EXPECT_TRUE(all().empty());
    edit([](Workspace& workspace) { return undoEdit(workspace); });
    EXPECT_EQ(all().size(), 1U);
    edit([](Workspace& workspace) { return undoEdit(workspace); });
    EXPECT_TRUE(all().empty());
    EXPECT_TRUE(fs::exists(m_kept / "a.pdf")); // told, and harmless
}

TEST_F(Attachments, links_are_those_of_the_web_alone) {
    EXPECT_TRUE(attached("https://laichau.gov.vn/?a=1").isLink());
    EXPECT_EQ(openable(m_file, all().front()), "https://laichau.gov.vn/?a=1");
    for (const char* text : {"javascript://x", "file:///etc/passwd", "https://a b", "ftp://a"})
        EXPECT_NE(errorOf([&] { attached(text); }), "no error") << text;
}

TEST_F(Attachments, what_is_no_document_is_refused) {
    EXPECT_NE(errorOf([&] { attached(write("a.desktop", "x")); }), "no error");
    EXPECT_NE(errorOf([&] { attached(write("a.sh", "x")); }), "no error");
    EXPECT_NE(errorOf([&] { attached(write("a.pdf", "")); }), "no error");
    EXPECT_NE(errorOf([&] { attached((m_folder / "absent.pdf").string()); }), "no error");
    EXPECT_NE(errorOf([&] { attached(m_folder.path().string() + "/"); }), "no error");
    EXPECT_NE(errorOf([&] {
                  edit([&](Workspace& workspace) {
                      return attach(workspace, "Lan", "TD22-0", write("b.pdf", "x"));
                  });
              }),
              "no error");
    EXPECT_TRUE(all().empty());
    EXPECT_FALSE(fs::exists(m_kept));
}

TEST_F(Attachments, a_name_of_a_strangers_workspace_leads_nowhere_else) {
    for (const char* place : {"../w.sqlite", "/etc/passwd", ".pdf", "a/b.pdf", "x.desktop"}) {
        const Attachment strange{1, "TD22-097", "x", place, std::string(64, '0'), 1};
        EXPECT_NE(errorOf([&] { openable(m_file, strange); }), "no error") << place;
    }
    const Attachment link{1, "TD22-097", "x", "file:///etc/passwd", "", 0};
    EXPECT_NE(errorOf([&] { openable(m_file, link); }), "no error");
}

TEST(SafeFileName, has_no_folder_no_sign_of_a_system_and_is_short) {
    EXPECT_EQ(safeFileName("a/b\\Quyết định 12.pdf"), "Quyết định 12.pdf");
    EXPECT_EQ(safeFileName("..\n.pdf"), "_.pdf");
    EXPECT_EQ(safeFileName("a:b?.pdf"), "a_b_.pdf");
    EXPECT_EQ(safeFileName(""), "tai-lieu");
    std::string longName;
    for (int i = 0; i < 100; ++i)
        longName += "ệ";
    const std::string safe = safeFileName(longName + ".pdf");
    EXPECT_LE(safe.size(), 120U);
    EXPECT_TRUE(safe.ends_with("ệ.pdf"));
    EXPECT_EQ(safeFileName(safe), safe);
}

} // namespace
} // namespace terroir::workspace
