#include "core/page/interface_words.hpp"
#include "core/page/web_files.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace terroir::page {
namespace {

TEST(WebFiles, load_nothing_and_make_no_html_of_texts) {
    for (const WebFiles* files : {&webFiles(), &reviewFiles()}) {
        const std::string all =
            std::string(files->frame) + std::string(files->style) + std::string(files->script);
        for (const char* word :
             {"https:", "src=", "@import", "url(h", "fetch(", "XMLHttp", "import(", "innerHTML",
              "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
              "onclick=", "onerror", "localStorage", "/home", "/root"})
            EXPECT_EQ(all.find(word), std::string::npos) << word;
        // The name of SVG's elements is no address.
        std::size_t http = 0;
        for (std::size_t at = all.find("http:"); at != std::string::npos;
             at = all.find("http:", at + 1))
            ++http;
        EXPECT_EQ(http, 1U);
        EXPECT_NE(all.find("'http://www.w3.org/2000/svg'"), std::string::npos);
    }
}

TEST(WebFiles, do_not_end_the_element_that_they_stand_in) {
    for (const WebFiles* files : {&webFiles(), &reviewFiles()}) {
        EXPECT_EQ(files->script.find("</script"), std::string_view::npos);
        EXPECT_EQ(files->script.find("<!--"), std::string_view::npos);
        EXPECT_EQ(files->style.find("</style"), std::string_view::npos);
        EXPECT_EQ(files->scriptHash.size(), 7U + 44U);
        EXPECT_EQ(files->styleHash.size(), 7U + 44U);
    }
}

TEST(InterfaceWords, have_both_languages_and_are_all_used) {
    std::set<std::string_view> names;
    for (const InterfaceWord& word : interfaceWords()) {
        EXPECT_TRUE(names.insert(word.name).second) << word.name;
        EXPECT_FALSE(word.text.vi.empty()) << word.name;
        EXPECT_FALSE(word.text.en.empty()) << word.name;
        EXPECT_NE(webFiles().script.find("'" + std::string(word.name) + "'"), std::string::npos)
            << word.name;
        EXPECT_EQ(word.text.vi.find("%1") == std::string::npos,
                  word.text.en.find("%1") == std::string::npos)
            << word.name;
    }
}

} // namespace
} // namespace terroir::page
