#include "core/theme/palette.hpp"

#include <string>
#include <string_view>

// Published palettes, as their authors give them; sequential ones from light to dark.
//
// ColorBrewer 2.0: Cynthia A. Brewer, Geography, Pennsylvania State University, colorbrewer2.org,
//     Apache License 2.0: the nine and eleven colours of each scheme, the qualitative ones whole.
// matplotlib: viridis, magma, inferno, plasma by Stéfan van der Walt and Nathaniel Smith (CC0),
//     cividis by Nuñez, Anderton and Renslow (2018): nine colours, evenly spaced.
// Crameri: Scientific colour maps 7 by Fabio Crameri, doi 10.5281/zenodo.5501399, MIT licence: nine
//     and eleven colours, evenly spaced.
// Stevens: Joshua Stevens (2015), Bivariate Choropleth Maps: A How-to Guide. Grossenbacher, Zehr:
//     Timo Grossenbacher and Angelo Zehr (2019), Bivariate maps with ggplot2 and sf.
// Okabe and Ito (2008), Color Universal Design: their set without its black, and a grey.

namespace terroir::theme {

namespace {

constexpr const char* colorBrewer = "ColorBrewer";
constexpr const char* matplotlib = "matplotlib";
constexpr const char* crameri = "Crameri";
constexpr const char* stevens = "Stevens";
constexpr const char* grossenbacher = "Grossenbacher, Zehr";
constexpr const char* okabeIto = "Okabe, Ito";

struct Row {
    const char* name;
    LocalText label;
    PaletteKind kind;
    const char* family;
    std::string_view colours; ///< six hexadecimal digits each, with a space between them
};

std::vector<Row> rows() {
    using enum PaletteKind;
    // clang-format off
    return {
        {"YlGn", {"vàng – lục", "yellow to green"}, Sequential, colorBrewer,
         "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529"},
        {"Greens", {"lục", "greens"}, Sequential, colorBrewer,
         "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b"},
        {"Blues", {"lam", "blues"}, Sequential, colorBrewer,
         "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"},
        {"PuBu", {"tím – lam", "purple to blue"}, Sequential, colorBrewer,
         "fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858"},
        {"Purples", {"tím", "purples"}, Sequential, colorBrewer,
         "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d"},
        {"Oranges", {"cam", "oranges"}, Sequential, colorBrewer,
         "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704"},
        {"YlOrBr", {"vàng – cam – nâu", "yellow, orange, brown"}, Sequential, colorBrewer,
         "ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506"},
        {"YlOrRd", {"vàng – cam – đỏ", "yellow, orange, red"}, Sequential, colorBrewer,
         "ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026"},
        {"Reds", {"đỏ", "reds"}, Sequential, colorBrewer,
         "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d"},
        {"Greys", {"xám", "greys"}, Sequential, colorBrewer,
         "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000"},
        {"BuGn", {"lam – lục", "blue to green"}, Sequential, colorBrewer,
         "f7fcfd e5f5f9 ccece6 99d8c9 66c2a4 41ae76 238b45 006d2c 00441b"},
        {"BuPu", {"lam – tím", "blue to purple"}, Sequential, colorBrewer,
         "f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b"},
        {"GnBu", {"lục – lam", "green to blue"}, Sequential, colorBrewer,
         "f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081"},
        {"OrRd", {"cam – đỏ", "orange to red"}, Sequential, colorBrewer,
         "fff7ec fee8c8 fdd49e fdbb84 fc8d59 ef6548 d7301f b30000 7f0000"},
        {"PuBuGn", {"tím – lam – lục", "purple, blue, green"}, Sequential, colorBrewer,
         "fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636"},
        {"PuRd", {"tím – đỏ", "purple to red"}, Sequential, colorBrewer,
         "f7f4f9 e7e1ef d4b9da c994c7 df65b0 e7298a ce1256 980043 67001f"},
        {"RdPu", {"đỏ – tím", "red to purple"}, Sequential, colorBrewer,
         "fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a"},
        {"YlGnBu", {"vàng – lục – lam", "yellow, green, blue"}, Sequential, colorBrewer,
         "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58"},
        {"viridis", {"vàng – lục – tím", "yellow, green, violet"}, Sequential, matplotlib,
         "fde725 aadc32 5cc863 27ad81 21918c 2c728e 3b528b 472d7b 440154"},
        {"magma", {"vàng nhạt – hồng – đen", "pale yellow, pink, black"}, Sequential, matplotlib,
         "fcfdbf fec287 fb8761 e55064 b73779 832681 51127c 1d1147 000004"},
        {"inferno", {"vàng – đỏ – đen", "yellow, red, black"}, Sequential, matplotlib,
         "fcffa4 f9c932 f98c0a e35933 bc3754 8a226a 57106e 210c4a 000004"},
        {"plasma", {"vàng – hồng – lam tím", "yellow, pink, violet"}, Sequential, matplotlib,
         "f0f921 fdc328 f89441 e56b5d cc4778 aa2395 7e03a8 4c02a1 0d0887"},
        {"cividis", {"vàng – xám – lam", "yellow, grey, blue"}, Sequential, matplotlib,
         "fee838 ddc858 bbad6d 9a9376 7d7c78 61656f 434e6c 1a386f 00224e"},
        {"batlow", {"hồng – nâu – lam", "pink, brown, blue"}, Sequential, crameri,
         "faccfa fdb4b4 f19d6b bf9035 828232 4d734d 226061 114360 011959"},
        {"bamako", {"vàng – ô liu – lục thẫm", "yellow, olive, dark green"}, Sequential, crameri,
         "ffe599 e3c961 b9a525 888e03 607e14 436a25 2b5a34 154c41 00404d"},
        {"davos", {"vàng nhạt – lục xám – lam", "pale yellow, grey green, blue"}, Sequential, crameri,
         "fefefe eff0cb bbc794 8ba388 6c8e93 4e799d 2f5a96 143277 00054a"},
        {"oslo", {"trắng – lam – đen", "white, blue, black"}, Sequential, crameri,
         "ffffff ced1d7 a2b0ca 7c98ca 4f7abc 26578c 15395b 0e1e2e 010101"},
        {"lajolla", {"vàng – đỏ gạch – nâu đen", "yellow, brick red, dark brown"}, Sequential, crameri,
         "ffffcc fbe992 f2c360 e99b53 de754f b74f47 7f3b34 492a1b 1a1a01"},
        {"tokyo", {"lục nhạt – xám – mận", "pale green, grey, plum"}, Sequential, crameri,
         "fefed8 ceeeb7 a1c599 95a48e 908686 89697d 76466c 4b2350 1a0e34"},
        {"acton", {"hồng nhạt – tím", "pale pink to purple"}, Sequential, crameri,
         "e6e6f0 dac5d9 d4a6c4 d58cb1 c46e9a 9f6593 775a86 503e6a 2e214d"},
        {"hawaii", {"lam nhạt – lục – mận", "pale blue, green, plum"}, Sequential, crameri,
         "b3f2fd 66e8d3 6cd48c 8abc49 9c961c 9b6e28 974e3e 922e55 8c0273"},
        {"lapaz", {"kem – lam", "beige to blue"}, Sequential, crameri,
         "fef2f3 eaceb9 b3ac96 859e9c 5c8ca3 3d71a0 2d5393 24327e 1a0c64"},
        {"imola", {"vàng – lục – lam", "yellow, green, blue"}, Sequential, crameri,
         "ffff66 bde667 91c36f 70a377 54867f 3f718e 305e9d 2549a8 1a33b3"},
        {"turku", {"hồng – ô liu – đen", "pink, olive, black"}, Sequential, crameri,
         "ffe6e6 fbc3bd e4aa8f c2a373 928c5a 6b6a49 49493a 282823 000000"},
        {"nuuk", {"vàng – xám – lam", "yellow, grey, blue"}, Sequential, crameri,
         "fefeb2 dcdb8a c3c285 b5b591 a0a698 7d8f91 537785 2d6483 05598c"},
        {"devon", {"trắng – tím nhạt – lam", "white, lilac, blue"}, Sequential, crameri,
         "ffffff e4e2fa cac6f4 afaaee 7e8edc 4272bc 29588f 29386a 2c1a4c"},
        {"bilbao", {"trắng – nâu – đỏ thẫm", "white, brown, dark red"}, Sequential, crameri,
         "ffffff d7d7d3 c2bca6 b5a57d aa8666 a26b59 934b47 732726 4d0001"},
        {"BrBG", {"nâu – trắng – lục lam", "brown, white, teal"}, Diverging, colorBrewer,
         "543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30"},
        {"PiYG", {"hồng – trắng – lục", "pink, white, green"}, Diverging, colorBrewer,
         "8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419"},
        {"PRGn", {"tím – trắng – lục", "purple, white, green"}, Diverging, colorBrewer,
         "40004b 762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 a6dba0 5aae61 1b7837 00441b"},
        {"PuOr", {"cam – trắng – tím", "orange, white, purple"}, Diverging, colorBrewer,
         "7f3b08 b35806 e08214 fdb863 fee0b6 f7f7f7 d8daeb b2abd2 8073ac 542788 2d004b"},
        {"RdBu", {"đỏ – trắng – lam", "red, white, blue"}, Diverging, colorBrewer,
         "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061"},
        {"RdGy", {"đỏ – trắng – xám", "red, white, grey"}, Diverging, colorBrewer,
         "67001f b2182b d6604d f4a582 fddbc7 ffffff e0e0e0 bababa 878787 4d4d4d 1a1a1a"},
        {"RdYlBu", {"đỏ – vàng – lam", "red, yellow, blue"}, Diverging, colorBrewer,
         "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695"},
        {"RdYlGn", {"đỏ – vàng – lục", "red, yellow, green"}, Diverging, colorBrewer,
         "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837"},
        {"Spectral", {"đỏ – vàng – lam, như cầu vồng", "red, yellow, blue, as a rainbow"}, Diverging, colorBrewer,
         "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2"},
        {"vik", {"lam – trắng – đỏ nâu", "blue, white, red brown"}, Diverging, crameri,
         "001261 02397a 116496 5597b8 a7c9da ebe6e2 e1b8a0 cc8860 b75a26 862306 590008"},
        {"roma", {"nâu – vàng nhạt – lam", "brown, pale yellow, blue"}, Diverging, crameri,
         "7e1700 984e13 ac7726 c1a444 d2d484 c1eac2 89dad7 4cb2ce 2d88be 1e60ac 033198"},
        {"cork", {"lam – trắng – lục", "blue, white, green"}, Diverging, crameri,
         "2c194c 284174 3d6b98 7092b4 adc1d4 e6eded b7cfb7 7aa679 438142 195715 0f2903"},
        {"broc", {"lam – trắng – ô liu", "blue, white, olive"}, Diverging, crameri,
         "2c1a4c 284073 3f6b99 7798b8 b3c5d7 eaeeec dcdbb8 b5b57b 81814c 515123 262600"},
        {"bam", {"hồng tím – trắng – lục", "magenta, white, green"}, Diverging, crameri,
         "65024b 9a3880 c164a9 de9bcc f0d1e8 f6f1f0 e2edd1 accc88 709e4b 417726 0d4c00"},
        {"Distinct", {"màu phân biệt", "distinct colours"}, Qualitative, okabeIto,
         "0072b2 e69f00 009e73 cc79a7 56b4e9 d55e00 f0e442 404040"},
        {"Accent", {"màu nhấn", "accents"}, Qualitative, colorBrewer,
         "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666"},
        {"Dark2", {"màu đậm", "dark colours"}, Qualitative, colorBrewer,
         "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666"},
        {"Paired", {"từng cặp nhạt và đậm", "pairs of light and dark"}, Qualitative, colorBrewer,
         "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 "
         "b15928"},
        {"Pastel1", {"màu nhạt, bộ 1", "pastels, first set"}, Qualitative, colorBrewer,
         "fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2"},
        {"Pastel2", {"màu nhạt, bộ 2", "pastels, second set"}, Qualitative, colorBrewer,
         "b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc"},
        {"Set1", {"màu rực, bộ 1", "strong colours, first set"}, Qualitative, colorBrewer,
         "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999"},
        {"Set2", {"màu dịu, bộ 2", "soft colours, second set"}, Qualitative, colorBrewer,
         "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3"},
        {"Set3", {"màu dịu, bộ 3", "soft colours, third set"}, Qualitative, colorBrewer,
         "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 "
         "ffed6f"},
        {"DkViolet", {"đỏ × lam, chung là tím sẫm", "red by blue, dark violet together"}, Bivariate, grossenbacher,
         "cabed0 bc7c8f ae3a4e 89a1c8 806a8a 77324c 4885c1 435786 3f2949"},
        {"PinkTeal", {"lục lam × hồng", "teal by pink"}, Bivariate, stevens,
         "e8e8e8 ace4e4 5ac8c8 dfb0d6 a5add3 5698b9 be64ac 8c62aa 3b4994"},
        {"GreenBlue", {"lục × lam", "green by blue"}, Bivariate, stevens,
         "e8e8e8 b8d6be 73ae80 b5c0da 90b2b3 5a9178 6c83b5 567994 2a5a5b"},
        {"RedBlue", {"đỏ × lam", "red by blue"}, Bivariate, stevens,
         "e8e8e8 e4acac c85a5a b0d5df ad9ea5 985356 64acbe 627f8c 574249"},
        {"GoldPurple", {"vàng × tím", "gold by purple"}, Bivariate, stevens,
         "e8e8e8 e4d9ac c8b35a cbb8d7 c8ada0 af8e53 9972af 976b82 804d36"},
    };
    // clang-format on
}

} // namespace

const std::vector<Palette>& palettes() {
    static const std::vector<Palette> list = [] {
        std::vector<Palette> made;
        for (const Row& row : rows()) {
            Palette& palette = made.emplace_back();
            palette.name = row.name;
            palette.label = row.label;
            palette.kind = row.kind;
            palette.family = row.family;
            for (std::size_t at = 0; at < row.colours.size(); at += 7)
                palette.colours.push_back(
                    parseColour("#" + std::string(row.colours.substr(at, 6))));
        }
        return made;
    }();
    return list;
}

} // namespace terroir::theme
