#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/place_input.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class ConvertCommand final : public Command {
public:
    std::string name() const override { return "convert"; }
    LocalText summary() const override {
        return {"Chuyển địa danh trong bảng sang đơn vị hành chính của một ngày khác",
                "Take the place names of a table to the administrative units of another day"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir convert diem.csv --columns \"tinh,huyen,xa\" --as-of 30/06/2025 -o "
                "diem-moi.csv",
                "terroir convert --text \"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu\" --as-of "
                "2022-12-31 --to 2025-07-01"};
    }

    void setup(CLI::App& app, const Words& words) override {
        m_input.bind(app, words);
        app.add_option(
               "--to", m_to,
               words("ngày của các đơn vị cần chuyển sang (mặc định: hôm nay). Cột share là phần "
                     "diện tích của đơn vị tìm thấy; '~' đứng trước là ước lượng",
                     "the day of the units to convert to (default: today). The column share is the "
                     "part of the found unit's area; '~' in front of it: an estimate"))
            ->type_name("DAY");
        app.add_flag("--explode", m_explode,
                     words("mỗi đơn vị mới một dòng, thay vì nối bằng '|'",
                           "a row for each new unit instead of joining them with '|'"));
    }

    void run(Context& context) override {
        m_input.check();
        const Date to = day();
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const geocode::ConversionColumns answer(workspace.gazetteer(), to, m_explode);
        const TableGeocoder::Counts counts = m_input.run(context, workspace, answer);
        if (!m_input.saysWhen())
            context.note(LocalText{
                "Tên được tra theo đơn vị của hôm nay trước; nếu bảng cũ hơn, hãy cho biết ngày, "
                "ví dụ --as-of 30/06/2025.",
                "Names were looked up among the units of today first; for an older table give its "
                "day, such as --as-of 2025-06-30."});
        if (!m_input.isTable())
            return;
        context.note(sentenceOf(counts));
        if (counts.partial > 0)
            context.note(localText(
                "{} dòng khớp nhưng danh mục không cho biết đơn vị ngày {}; xem cột reasons.",
                "Of {} matched rows the gazetteer does not say what they are on {}; see the "
                "column reasons.",
                counts.partial, dayText(to)));
    }

private:
    Date day() const {
        if (m_to.empty())
            return Date::today();
        return requireDayOfUnits(m_to, "--to");
    }

    PlaceInput m_input;
    std::string m_to;
    bool m_explode = false;
};

} // namespace

std::unique_ptr<Command> makeConvertCommand() {
    return std::make_unique<ConvertCommand>();
}

} // namespace terroir::cli
