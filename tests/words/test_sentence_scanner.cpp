#include "tests/words/sentence_scanner.hpp"

#include <gtest/gtest.h>

using namespace terroir::test;

namespace {

std::string faultIn(std::string_view source) {
    const auto faults = sentenceFaults(source);
    return faults.empty() ? "" : faults.front().what;
}

} // namespace

TEST(SentenceScanner, a_sentence_of_several_literals_and_lines_is_one) {
    const auto pairs =
        sentencePairs("int a;\n"
                      "throw Error(localText(\n"
                      "    \"Không có '{}'; \"\n"
                      "    \"hãy ghi \\\"tên\\\".\",\n"
                      "    \"There is no '{}'; \" \"write \\\"name\\\".\", name));\n");
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].line, 2U);
    EXPECT_EQ(pairs[0].vi, "Không có '{}'; hãy ghi \"tên\".");
    EXPECT_EQ(pairs[0].en, "There is no '{}'; write \"name\".");
}

TEST(SentenceScanner, finds_every_form_and_passes_over_what_is_no_sentence) {
    EXPECT_EQ(sentencePairs(R"(LocalText{"xã", "commune"}; words("xã", "commune");
                               m_words("xã", "commune"); pick({"xã", "commune"});)")
                  .size(),
              4U);
    for (const char* none :
         {R"(// localText("a", "b"))", R"(/* localText("a", "b") */)",
          "#define X words(\"a\", \"b\")", "const char* s = R\"(localText(\"a\", \"b\"))\";",
          R"(node.localText())", R"(other("a", "b"))", R"(LocalText{name, name})",
          R"(words("a" + b, "c"))"})
        EXPECT_TRUE(sentencePairs(none).empty()) << none;
    EXPECT_EQ(sentencePairs("char c = '\"'; int n = 1'000; words(\"xã\", \"commune\");").size(), 1U)
        << "a character or a number is no text";
}

TEST(SentenceScanner, a_planted_fault_is_found) {
    const struct {
        const char *source, *fault;
    } cases[] = {
        {R"(localText("", "Nothing."))", "no Vietnamese"},
        {R"(localText("The file '{}'.", "The file '{}'.", f))", "the Vietnamese is the English"},
        {R"(LocalText{"The file", "A file"})", "no Vietnamese letter"},
        {R"(localText("Tệp '{}'.", "The file '{}' of {}.", f, g))", "other placeholders"},
        {R"(said("Tệp %1", "The file"))", "other placeholders"},
        {R"(table = {{"unmatched", {"none of the units", "none of the units"}}};)",
         "the Vietnamese is the English"},
        {R"(table = {{"unmatched", {"none of the units", "matches no unit"}}};)",
         "no Vietnamese letter"},
        {R"(table = {{"unmatched", {"không khớp {}", "matches none"}}};)", "other placeholders"},
        {R"(throw Error("It is raining.");)", "one language"},
        {R"(throw terroir::UsageError(fmt::format("'{}' is wrong.", x));)", "one language"},
        {R"(throw InputError(file, 3, "ha", "is wrong.");)", "one language"},
        {"throw InputError(table.file, f(a, b), \"\",\n  fmt::format(\"no {}\", x));",
         "one language"},
    };
    for (const auto& [source, fault] : cases)
        EXPECT_NE(faultIn(source).find(fault), std::string::npos) << source << faultIn(source);
}

TEST(SentenceScanner, what_is_right_is_no_fault) {
    for (const char* right :
         {R"(localText("Không có tệp '{}'.", "There is no file '{}'.", f))",
          R"(localText("{}: {}", "{}: {}", a, b))", R"(LocalText{"ha", "ha"})",
          R"(localText("Viết {{…}} với {0}.", "Write {{…}} with {}.", a))",
          R"(throw InputError(file, 3, "ha", localText("bị sai.", "is wrong."));)",
          R"(table = {{"whole", {"nguyên vẹn", "the whole"}}, {"id", "a_b"}};)",
          R"(throw Error(error.text());)", R"(throw std::bad_alloc();)",
          R"(throw StoreError(unknownWord(localText("Không có.", "None."), "x", y, z));)"})
        EXPECT_EQ(faultIn(right), "") << right;
}
