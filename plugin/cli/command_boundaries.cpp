#include "core/base/error.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/session/boundary_report.hpp"
#include "core/session/session.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/result_table.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class BoundariesCommand final : public Command {
public:
    std::string name() const override { return "boundaries"; }
    LocalText summary() const override {
        return {"Nhập ranh giới hành chính chính thức", "Take official administrative boundaries"};
    }
    std::string example() const override {
        return "terroir boundaries import ranh-gioi-xa.gpkg --valid-from 2025-07-01";
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(1, 1);
        CLI::App* import = app.add_subcommand(
            "import", words("Nhập đa giác từ tệp GIS (mọi định dạng mà GDAL đọc được)",
                            "Take polygons from a GIS file (any format that GDAL reads)"));
        import->fallthrough();
        import->add_option("FILE", m_file, words("tệp đa giác", "file with polygons"))->required();
        import->add_option("--layer", m_options.layer, words("lớp trong tệp", "layer of the file"))
            ->type_name("NAME");
        import
            ->add_option("--code", m_options.codeField,
                         words("trường mã đơn vị", "field with the unit code"))
            ->type_name("FIELD");
        import
            ->add_option("--name", m_options.nameField,
                         words("trường tên đơn vị", "field with the unit name"))
            ->type_name("FIELD");
        import
            ->add_option("--level", m_level,
                         words("cấp: province, district, commune (mặc định: theo mã)",
                               "level: province, district, commune (default: by the codes)"))
            ->type_name("LEVEL");
        import
            ->add_option(
                "--valid-from", m_validFrom,
                words("ranh giới của các đơn vị có hiệu lực vào ngày này (mặc định: hôm nay)",
                      "boundaries of the units valid on this day (default: today)"))
            ->type_name("YYYY-MM-DD");
    }

    void run(Context& context) override {
        boundaries::ImportOptions options = m_options;
        if (!m_level.empty())
            options.level = requireLevel(m_level);
        if (!m_validFrom.empty())
            options.validFrom = requireDate(m_validFrom, "--valid-from");
        requireFile(m_file);
        Session session(context.workspaceFile, store::Mode::ReadWrite, store::Spatial::Yes);
        const boundaries::ImportResult result = boundaries::importBoundaries(
            session.workspace(), session.gazetteer(), m_file, options, context.progress());

        print(context, session::boundaryRows(result, session.gazetteer(), context.words));
        context.note(session::boundarySummary(result, context.words));
    }

private:
    boundaries::ImportOptions m_options;
    std::string m_file, m_level, m_validFrom;
};

} // namespace

std::unique_ptr<Command> makeBoundariesCommand() {
    return std::make_unique<BoundariesCommand>();
}

} // namespace terroir::cli
