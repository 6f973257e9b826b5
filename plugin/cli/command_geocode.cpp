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
    std::string example() const override {
        return "terroir geocode diem.csv --columns \"tinh,huyen,xa\" --as-of 2022-12-31 -o "
               "diem-ma.csv";
    }

    void setup(CLI::App& app, const Words& words) override { m_input.bind(app, words); }

    void run(Context& context) override {
        m_input.check();
        Session session(context.workspaceFile, store::Mode::ReadOnly);
        const TableGeocoder::Counts counts =
            m_input.run(context, session, session::PlaceAnswer(session.gazetteer()));
        if (m_input.isTable())
            context.note(sentenceOf(counts, context.words));
    }

private:
    PlaceInput m_input;
};

} // namespace

std::unique_ptr<Command> makeGeocodeCommand() {
    return std::make_unique<GeocodeCommand>();
}

} // namespace terroir::cli
