#include "core/base/table.hpp"
#include "core/map/known_layouts.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class LayoutsCommand final : public Command {
public:
    std::string name() const override { return "layouts"; }
    LocalText summary() const override {
        return {"Các bố cục trang cho 'map', 'atlas' và 'export'",
                "The layouts of pages, for 'map', 'atlas' and 'export'"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir layouts",
                "terroir map livestock -o chan-nuoi.pdf --layout a3-landscape --department \"Sở "
                "KH&CN\" --save-layout so-khcn"};
    }
    void setup(CLI::App&, const Words&) override {}
    void run(Context& context) override {
        const Language language = context.words.language();
        const map::KnownLayouts known = map::knownLayouts();
        for (const LocalText& problem : known.problems)
            context.note(problem);
        Table table{{"id", "title", "width_mm", "height_mm", "department", "file"}, {}};
        for (const map::Layout& layout : known.layouts)
            table.rows.push_back({layout.id, layout.name.in(language),
                                  layout.widthMm > 0 ? Value(layout.widthMm) : Value(),
                                  layout.heightMm > 0 ? Value(layout.heightMm) : Value(),
                                  layout.department.empty() ? Value() : Value(layout.department),
                                  layout.file.string()});
        print(context, table);
    }
};

} // namespace

std::unique_ptr<Command> makeLayoutsCommand() {
    return std::make_unique<LayoutsCommand>();
}

} // namespace terroir::cli
