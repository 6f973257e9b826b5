#include "plugin/cli/command.hpp"
#include "plugin/cli/place_input.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class GeocodeCommand final : public Command {
public:
    std::string name() const override { return "geocode"; }
    LocalText summary() const override {
        return {"Tìm đơn vị hành chính cho tên địa danh trong bảng",
                "Resolve the place names of a table"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir geocode diem.csv --columns \"tinh,huyen,xa\" --as-of 31/12/2022 -o "
                "diem-ma.csv",
                "terroir geocode --text \"xa ban bo, tam duong, lai chau\" --as-of 31/12/2022"};
    }

    void setup(CLI::App& app, const Words& words) override {
        m_input.bind(app, words);
        app.add_flag("--explode", m_explode,
                     words("mỗi đơn vị của một ô liệt kê thành một dòng, cột row ghi số dòng gốc",
                           "a row for each unit of a cell that lists several; the column row has "
                           "the row of the input"));
    }

    void run(Context& context) override {
        m_input.check();
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const TableGeocoder::Counts counts =
            m_input.run(context, workspace, geocode::AnswerColumns(workspace.gazetteer()),
                        m_explode ? TableGeocoder::Lists::Explode : TableGeocoder::Lists::Whole);
        if (m_input.isTable())
            context.note(sentenceOf(counts));
    }

private:
    PlaceInput m_input;
    bool m_explode = false;
};

} // namespace

std::unique_ptr<Command> makeGeocodeCommand() {
    return std::make_unique<GeocodeCommand>();
}

} // namespace terroir::cli
