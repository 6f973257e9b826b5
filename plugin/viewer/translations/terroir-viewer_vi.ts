<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>terroir::viewer::BaseLayersDialog</name>
    <message>
        <source>Base map</source>
        <translation>Nền bản đồ</translation>
    </message>
    <message>
        <source>What the base map is made of</source>
        <translation>Nền bản đồ gồm những gì</translation>
    </message>
    <message>
        <source>Layers of the base map</source>
        <translation>Các lớp của nền bản đồ</translation>
    </message>
    <message>
        <source>&amp;Add file…</source>
        <translation>Thê&amp;m tệp…</translation>
    </message>
    <message>
        <source>Add a file to the base map</source>
        <translation>Thêm một tệp vào nền bản đồ</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Take the selected layers out; their files stay</source>
        <translation>Bỏ các lớp đã chọn; tệp của chúng vẫn còn</translation>
    </message>
    <message>
        <source>Maps and pictures (*.tif *.tiff *.png *.jpg *.jp2 *.asc *.img *.hgt *.gpkg *.shp *.geojson *.json *.kml *.fgb *.gpx *.tab *.mif *.mbtiles);;All files (*)</source>
        <translation>Bản đồ và ảnh (*.tif *.tiff *.png *.jpg *.jp2 *.asc *.img *.hgt *.gpkg *.shp *.geojson *.json *.kml *.fgb *.gpx *.tab *.mif *.mbtiles);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Add to the base map</source>
        <translation>Thêm vào nền bản đồ</translation>
    </message>
    <message>
        <source>Maps, pages and projects draw these below the figures. The files stay where they are.</source>
        <translation>Bản đồ, trang in và dự án QGIS vẽ các lớp này dưới số liệu. Tệp vẫn ở nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>Take out of the base map</source>
        <translation>Bỏ khỏi nền bản đồ</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Ctrl+F, Ctrl+K</source>
        <translation>Ctrl+F, Ctrl+K</translation>
    </message>
    <message>
        <source>Search: units, products, holders, documents, coordinates</source>
        <translation>Tìm: địa danh, sản phẩm, chủ thể, tài liệu, tọa độ</translation>
    </message>
    <message>
        <source>Arrow keys, +, −, Home</source>
        <translation>Phím mũi tên, +, −, Home</translation>
    </message>
    <message>
        <source>On the map: move, enlarge, reduce, show all</source>
        <translation>Trên bản đồ: di chuyển, phóng to, thu nhỏ, xem toàn bộ</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>Con lăn, kéo chuột</translation>
    </message>
    <message>
        <source>On the map: enlarge and reduce, move</source>
        <translation>Trên bản đồ: phóng to và thu nhỏ, di chuyển</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Giữ Shift và kéo</translation>
    </message>
    <message>
        <source>On the map: enlarge a box</source>
        <translation>Trên bản đồ: phóng to một khung</translation>
    </message>
    <message>
        <source>Click, Ctrl and click</source>
        <translation>Nhấp chuột, giữ Ctrl và nhấp</translation>
    </message>
    <message>
        <source>Select a unit; one more or one less</source>
        <translation>Chọn một đơn vị; thêm hoặc bớt một đơn vị</translation>
    </message>
    <message>
        <source>Ctrl and drag</source>
        <translation>Giữ Ctrl và kéo</translation>
    </message>
    <message>
        <source>Select the units in a box</source>
        <translation>Chọn các đơn vị trong khung</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close a list or a dialog; take back what is being typed</source>
        <translation>Đóng danh sách hoặc hộp thoại; bỏ phần đang gõ</translation>
    </message>
    <message>
        <source>See a map</source>
        <translation>Xem bản đồ</translation>
    </message>
    <message>
        <source>Choose a theme at the left. The area, level, classes and colours are below the list; the day of the units and the years of the figures are at the foot of the window.</source>
        <translation>Chọn chủ đề ở bên trái. Phạm vi, cấp, cách phân lớp và màu ở dưới danh sách; ngày của đơn vị hành chính và năm của số liệu ở chân cửa sổ.</translation>
    </message>
    <message>
        <source>Only some records</source>
        <translation>Chỉ xem một phần</translation>
    </message>
    <message>
        <source>The button Filter narrows the map, the table, the chart and the list of records to a product, a holder, a source, a category or a state. Each limit is a chip at the top; press it to take it away.</source>
        <translation>Nút Lọc giới hạn bản đồ, bảng, biểu đồ và danh sách bản ghi theo sản phẩm, chủ thể, nguồn, phân loại hoặc trạng thái. Mỗi giới hạn là một thẻ ở phía trên; nhấn vào thẻ để bỏ.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Type a name at the top, without diacritics if you like, or coordinates: 22.36, 103.71; VN-2000 as x and y.</source>
        <translation>Gõ tên ở phía trên, không dấu cũng được, hoặc tọa độ: 22.36, 103.71; VN-2000 theo x và y.</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Click a unit for its figures and records. Ctrl and click, or Ctrl and drag a box, selects several: their sum stands in the status bar.</source>
        <translation>Nhấp vào một đơn vị để xem số liệu và bản ghi. Giữ Ctrl và nhấp, hoặc giữ Ctrl và kéo khung, để chọn nhiều đơn vị: tổng số liệu hiện ở thanh trạng thái.</translation>
    </message>
    <message>
        <source>Bring in a table</source>
        <translation>Nhập bảng</translation>
    </message>
    <message>
        <source>Drop it on the window. Each row is shown as it is understood before anything is stored.</source>
        <translation>Thả tệp vào cửa sổ. Từng dòng hiện ra như chương trình hiểu trước khi ghi.</translation>
    </message>
    <message>
        <source>What ≥ and ~ mean</source>
        <translation>Dấu ≥ và ~</translation>
    </message>
    <message>
        <source>≥: at least so much, a part is not known. ~: about so much. No data is not zero.</source>
        <translation>≥: ít nhất chừng ấy, một phần chưa rõ. ~: khoảng chừng ấy. Không có số liệu không có nghĩa là bằng 0.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back any change of the map or the data.</source>
        <translation>Ctrl+Z hoàn tác mọi thay đổi của bản đồ hoặc dữ liệu.</translation>
    </message>
    <message>
        <source>Places of Vietnam of any date, records of agriculture and science, and maps of them.</source>
        <translation>Địa danh Việt Nam vào mọi thời điểm, số liệu nông nghiệp và khoa học, và bản đồ của chúng.</translation>
    </message>
    <message>
        <source>Qt %1. Free software; the licence is in the file LICENSE.</source>
        <translation>Qt %1. Phần mềm tự do; giấy phép ở tệp LICENSE.</translation>
    </message>
    <message>
        <source>&amp;How to use the window</source>
        <translation>&amp;Cách dùng cửa sổ</translation>
    </message>
    <message>
        <source>How to use the window</source>
        <translation>Cách dùng cửa sổ</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Phím tắt và chuột</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Phím tắt và chuột</translation>
    </message>
    <message>
        <source>&amp;About terroir</source>
        <translation>&amp;Giới thiệu terroir</translation>
    </message>
    <message>
        <source>About terroir</source>
        <translation>Giới thiệu terroir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>T&amp;rợ giúp</translation>
    </message>
    <message>
        <source>Bring in a report</source>
        <translation>Đưa báo cáo vào</translation>
    </message>
    <message>
        <source>Drop it on the window, or Ctrl+R. What it seems to say is proposed beside its text: A accepts, R refuses, E changes, S stores. Nothing is stored that nobody accepted.</source>
        <translation>Kéo thả vào cửa sổ, hoặc bấm Ctrl+R. Điều báo cáo có vẻ nêu được đề xuất cạnh văn bản: A nhận, R bỏ, E sửa, S lưu. Điều chưa ai nhận thì không được lưu.</translation>
    </message>
    <message>
        <source>Profile of a unit</source>
        <translation>Hồ sơ một đơn vị</translation>
    </message>
    <message>
        <source>Right click on it, or Ctrl+Shift+P when it is selected: all that is known of it on one page, with documents and lines, to copy, print or save.</source>
        <translation>Nhấn chuột phải vào đơn vị, hoặc Ctrl+Shift+P khi đơn vị đang được chọn: mọi điều đã biết về đơn vị trên một trang, kèm tài liệu và dòng, để sao chép, in hoặc lưu.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Asking</name>
    <message>
        <source>Replace the file?</source>
        <translation>Thay tệp đã có?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; exists. Its content will be lost.</source>
        <translation>Đã có “%1”. Nội dung cũ của tệp sẽ mất.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Thay thế</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::AttachmentsDialog</name>
    <message>
        <source>Documents attached to %1</source>
        <translation>Tài liệu đính kèm của %1</translation>
    </message>
    <message>
        <source>Attached documents</source>
        <translation>Tài liệu đính kèm</translation>
    </message>
    <message>
        <source>What is said about the documents</source>
        <translation>Nhận xét về các tài liệu</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>Thêm &amp;tệp…</translation>
    </message>
    <message>
        <source>Add a &amp;link…</source>
        <translation>Thêm đường &amp;dẫn…</translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>&amp;Gỡ</translation>
    </message>
    <message>
        <source>%1, %2 kB</source>
        <translation>%1, %2 kB</translation>
    </message>
    <message>
        <source>Nothing is attached. A file is copied into the folder “%1” beside the workspace.</source>
        <translation>Chưa có tài liệu nào. Tệp đính kèm được chép vào thư mục “%1” cạnh không gian làm việc.</translation>
    </message>
    <message>
        <source>Attach a document to %1</source>
        <translation>Đính kèm tài liệu vào %1</translation>
    </message>
    <message>
        <source>The document was attached.</source>
        <translation>Đã đính kèm tài liệu.</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Đính kèm tệp</translation>
    </message>
    <message>
        <source>Documents and pictures (*.pdf *.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp *.heic *.docx *.doc *.odt *.xlsx *.xls *.ods *.csv *.txt *.rtf)</source>
        <translation>Tài liệu và ảnh (*.pdf *.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp *.heic *.docx *.doc *.odt *.xlsx *.xls *.ods *.csv *.txt *.rtf)</translation>
    </message>
    <message>
        <source>Attach a link</source>
        <translation>Đính kèm đường dẫn</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Địa chỉ:</translation>
    </message>
    <message>
        <source>Take a document off %1</source>
        <translation>Gỡ một tài liệu khỏi %1</translation>
    </message>
    <message>
        <source>The document was taken off; its file stays in the folder.</source>
        <translation>Đã gỡ tài liệu; tệp vẫn ở trong thư mục.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::BoundariesDialog</name>
    <message>
        <source>Import boundaries</source>
        <translation>Nhập ranh giới</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Nội dung của tệp</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>Import the boundaries</source>
        <translation>Nhập các ranh giới</translation>
    </message>
    <message>
        <source>Choose a file with polygons of administrative units.</source>
        <translation>Hãy chọn tệp có đa giác của các đơn vị hành chính.</translation>
    </message>
    <message>
        <source>File with polygons</source>
        <translation>Tệp đa giác</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Tệp:</translation>
    </message>
    <message>
        <source>Layer of the file</source>
        <translation>Lớp trong tệp</translation>
    </message>
    <message>
        <source>&amp;Layer:</source>
        <translation>&amp;Lớp:</translation>
    </message>
    <message>
        <source>Field with the unit code</source>
        <translation>Trường mã đơn vị</translation>
    </message>
    <message>
        <source>&amp;Code field:</source>
        <translation>Trường &amp;mã:</translation>
    </message>
    <message>
        <source>Field with the unit name</source>
        <translation>Trường tên đơn vị</translation>
    </message>
    <message>
        <source>&amp;Name field:</source>
        <translation>Trườn&amp;g tên:</translation>
    </message>
    <message>
        <source>Level of the units</source>
        <translation>Cấp của các đơn vị</translation>
    </message>
    <message>
        <source>by the codes</source>
        <translation>theo mã</translation>
    </message>
    <message>
        <source>provinces</source>
        <translation>cấp tỉnh</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>cấp huyện</translation>
    </message>
    <message>
        <source>communes</source>
        <translation>cấp xã</translation>
    </message>
    <message>
        <source>L&amp;evel:</source>
        <translation>&amp;Cấp:</translation>
    </message>
    <message>
        <source>The units of this day are meant</source>
        <translation>Ranh giới của các đơn vị có hiệu lực vào ngày này</translation>
    </message>
    <message>
        <source>found by codes, names and areas</source>
        <translation>tìm theo mã, tên và diện tích</translation>
    </message>
    <message>
        <source>Coordinate system of the file</source>
        <translation>Hệ tọa độ của tệp</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>như tệp đã ghi</translation>
    </message>
    <message>
        <source>VN-2000, central meridian %1</source>
        <translation>VN-2000, kinh tuyến trục %1</translation>
    </message>
    <message>
        <source>Where the file says none or a wrong one: a central meridian of VN-2000, an EPSG code, or vn2000-noi-bo:105°45&apos; for coordinates made of WGS 84 without the shift of the datum</source>
        <translation>Khi tệp không ghi hoặc ghi sai: kinh tuyến trục VN-2000, mã EPSG, hoặc vn2000-noi-bo:105°45&apos; cho tọa độ lập từ WGS 84 mà chưa tính chuyển</translation>
    </message>
    <message>
        <source>C&amp;oordinate system:</source>
        <translation>&amp;Hệ tọa độ:</translation>
    </message>
    <message>
        <source>Units of the &amp;day:</source>
        <translation>Đơn vị vào ngà&amp;y:</translation>
    </message>
    <message>
        <source>Boundaries to import</source>
        <translation>Ranh giới cần nhập</translation>
    </message>
    <message>
        <source>GIS files (*.gpkg *.shp *.geojson *.json *.kml *.gml *.fgb);;All files (*)</source>
        <translation>Tệp GIS (*.gpkg *.shp *.geojson *.json *.kml *.gml *.fgb);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>found by usual names</source>
        <translation>tìm theo các tên thường dùng</translation>
    </message>
    <message>
        <source>Polygons of the same units are replaced. It can be undone.</source>
        <translation>Đa giác đã có của cùng đơn vị sẽ được thay. Có thể hoàn tác.</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>Ranh giới từ %1</translation>
    </message>
    <message>
        <source>Boundaries imported</source>
        <translation>Đã nhập ranh giới</translation>
    </message>
    <message>
        <source>Importing; the status bar shows how far it is. Cancel stops it.</source>
        <translation>Đang nhập; tiến độ ở thanh trạng thái. Nút Hủy dừng việc này.</translation>
    </message>
    <message>
        <source>all %1 layers that hold units</source>
        <translation>tất cả %1 lớp có đơn vị hành chính</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ChartPanel</name>
    <message>
        <source>&amp;By unit</source>
        <translation>Th&amp;eo đơn vị</translation>
    </message>
    <message>
        <source>By &amp;year</source>
        <translation>The&amp;o năm</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Figures of different units of measure have a chart each</source>
        <translation>Mỗi đơn vị tính có một biểu đồ riêng</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>Hình b&amp;iểu đồ</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Lưu thành P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>Lưu thành S&amp;VG…</translation>
    </message>
    <message>
        <source>No workspace is open. Open one or make a new one in the menu File.</source>
        <translation>Chưa mở không gian làm việc nào. Hãy mở hoặc tạo mới trong trình đơn Tệp.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>số lượng</translation>
    </message>
    <message>
        <source>No record of this theme has a year.</source>
        <translation>Không bản ghi nào của chủ đề này có năm.</translation>
    </message>
    <message>
        <source>There are no figures to draw: this theme has none for single units of the map. Choose another theme, area or level.</source>
        <translation>Không có số liệu để vẽ: chủ đề này không có số liệu của từng đơn vị trên bản đồ. Hãy chọn chủ đề, phạm vi hoặc cấp khác.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message numerus="yes">
        <source>The %1 largest; %n more unit(s) with %2 in all are left out.</source>
        <translation>
            <numerusform>%1 đơn vị lớn nhất; còn %n đơn vị nữa, tổng cộng %2, không có trong biểu đồ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not attributed to a single unit and not in the chart: %1.</source>
        <translation>Chưa xác định được đơn vị, không có trong biểu đồ: %1.</translation>
    </message>
    <message>
        <source>A year without a bar has no data.</source>
        <translation>Năm không có cột là năm không có số liệu.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) over several years stand at the last one.</source>
        <translation>
            <numerusform>%n giá trị của nhiều năm được vẽ ở năm cuối.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) without a year are left out.</source>
        <translation>
            <numerusform>%n bản ghi không có năm không có trong biểu đồ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Lưu biểu đồ</translation>
    </message>
    <message>
        <source>The chart is in &apos;%1&apos;.</source>
        <translation>Biểu đồ đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>A bar for each unit, the largest first</source>
        <translation>Mỗi đơn vị một cột, lớn nhất trước</translation>
    </message>
    <message>
        <source>A bar for each year of the figures</source>
        <translation>Mỗi năm của số liệu một cột</translation>
    </message>
    <message>
        <source>Copy the chart or save it as a picture</source>
        <translation>Sao chép biểu đồ hoặc lưu thành hình</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ColumnChoiceDelegate</name>
    <message>
        <source>– not used –</source>
        <translation>– không dùng –</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ColumnChoiceModel</name>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Column of the table</source>
        <translation>Cột của bảng</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Ý nghĩa</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ColumnMenu</name>
    <message>
        <source>As at &amp;first</source>
        <translation>&amp;Như lúc đầu</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::CommandLine</name>
    <message>
        <source>Maps of Vietnam&apos;s science-and-technology models, trials and certified products.</source>
        <translation>Bản đồ mô hình khoa học và công nghệ, khảo nghiệm và sản phẩm được chứng nhận của Việt Nam.</translation>
    </message>
    <message>
        <source>Begin with this theme.</source>
        <translation>Bắt đầu bằng chủ đề này.</translation>
    </message>
    <message>
        <source>Begin with this area: a name or a code.</source>
        <translation>Bắt đầu bằng phạm vi này: tên hoặc mã.</translation>
    </message>
    <message>
        <source>Begin with the units of this day.</source>
        <translation>Bắt đầu bằng đơn vị hành chính của ngày này.</translation>
    </message>
    <message>
        <source>vi or en.</source>
        <translation>vi hoặc en.</translation>
    </message>
    <message>
        <source>A workspace, a theme file, a report, a table or boundaries to bring in; without a workspace the last one, or a new one of the packaged data.</source>
        <translation>Không gian làm việc, tệp chủ đề, báo cáo, bảng hoặc ranh giới cần đưa vào; nếu không nêu không gian làm việc thì mở lại lần trước, hoặc tạo mới từ dữ liệu có sẵn.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ContextMenus</name>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Chi tiết</translation>
    </message>
    <message>
        <source>&amp;Zoom to it</source>
        <translation>&amp;Phóng đến</translation>
    </message>
    <message>
        <source>&amp;Add a record here…</source>
        <translation>Thêm &amp;bản ghi ở đây…</translation>
    </message>
    <message>
        <source>Copy the &amp;name</source>
        <translation>Sao chép tê&amp;n</translation>
    </message>
    <message>
        <source>&amp;Copy the coordinates (%1)</source>
        <translation>Sao chép tọa độ (%1)</translation>
    </message>
    <message>
        <source>&amp;Change the document…</source>
        <translation>&amp;Sửa tài liệu…</translation>
    </message>
    <message>
        <source>&amp;Remove it with its records…</source>
        <translation>&amp;Xóa cùng các bản ghi…</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Hiện</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Đổi tê&amp;n…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Copy the legend as a picture</source>
        <translation>&amp;Sao chép chú giải thành hình</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Hiện %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Ẩn %1</translation>
    </message>
    <message>
        <source>&amp;Draw a zone for a new record…</source>
        <translation>&amp;Vẽ vùng cho bản ghi mới…</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Hoàn tác: %1</translation>
    </message>
    <message>
        <source>&amp;Profile…</source>
        <translation>&amp;Hồ sơ đơn vị…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::DayEdit</name>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no day; write it as day/month/year, such as 31/12/2024.</source>
        <translation>“%1” không phải là ngày; hãy ghi ngày/tháng/năm, ví dụ 31/12/2024.</translation>
    </message>
    <message>
        <source>A day, such as 31/12/2024; Enter shows the units of it</source>
        <translation>Ngày, ví dụ 31/12/2024; nhấn Enter để xem đơn vị hành chính của ngày ấy</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Desk</name>
    <message>
        <source>Undo: %1</source>
        <translation>Hoàn tác: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Làm lại: %1</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Không gian làm việc mới</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Chủ đề: %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>My province</source>
        <translation>Tỉnh của tôi</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>Đã làm lại: %1</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Các bản ghi</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Sao chép các dòng</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>No workspace is open. Open one or make a new one in the menu File.</source>
        <translation>Chưa mở không gian làm việc nào. Hãy mở hoặc tạo mới trong trình đơn Tệp.</translation>
    </message>
    <message>
        <source>No record names this unit or a place within it.</source>
        <translation>Không bản ghi nào nhắc đến đơn vị này hoặc một nơi trong đơn vị này.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n bản ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Đã chọn %1</translation>
    </message>
    <message>
        <source>within the filter, of %1</source>
        <translation>hợp với bộ lọc, trên %1</translation>
    </message>
    <message>
        <source>Change the &amp;record…</source>
        <translation>Sửa &amp;bản ghi…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Lịch sử</translation>
    </message>
    <message>
        <source>&amp;Attached documents…</source>
        <translation>Tài liệu đính &amp;kèm…</translation>
    </message>
    <message>
        <source>All that is known of the unit on one page, to copy, print or save</source>
        <translation>Mọi điều đã biết về đơn vị trên một trang, để sao chép, in hoặc lưu</translation>
    </message>
    <message>
        <source>Profile…</source>
        <translation>Hồ sơ đơn vị…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ExportLayersDialog</name>
    <message>
        <source>Export layers</source>
        <translation>Xuất lớp bản đồ</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Tệp kết quả</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Tệp:</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Hệ tọa độ</translation>
    </message>
    <message>
        <source>An EPSG code; vn2000: the 3° zone of the province before 01/07/2025; or vn2000:105°45&apos;: a central meridian</source>
        <translation>Mã EPSG; vn2000: múi 3° của tỉnh trước 01/07/2025; hoặc vn2000:105°45&apos;: kinh tuyến trục</translation>
    </message>
    <message>
        <source>&amp;Coordinate system:</source>
        <translation>&amp;Hệ tọa độ:</translation>
    </message>
    <message>
        <source>Themes to export</source>
        <translation>Chủ đề cần xuất</translation>
    </message>
    <message>
        <source>The map as it is shown</source>
        <translation>Bản đồ như đang hiển thị</translation>
    </message>
    <message>
        <source>&amp;Themes:</source>
        <translation>&amp;Chủ đề:</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Việc đang làm</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Xuất</translation>
    </message>
    <message>
        <source>Export the layers</source>
        <translation>Xuất các lớp</translation>
    </message>
    <message>
        <source>Choose at least one theme.</source>
        <translation>Hãy chọn ít nhất một chủ đề.</translation>
    </message>
    <message>
        <source>The layers are in &apos;%1&apos;.</source>
        <translation>Các lớp đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>Exporting; the status bar shows how far it is. Cancel stops it.</source>
        <translation>Đang xuất; tiến độ ở thanh trạng thái. Nút Hủy dừng việc này.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::FigureModel</name>
    <message>
        <source>Not attributed</source>
        <translation>Chưa xác định được đơn vị</translation>
    </message>
    <message>
        <source>Total in the report</source>
        <translation>Tổng trong báo cáo</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Thuộc</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>≥: at least so much, a part is not known. ~: about so much.</source>
        <translation>≥: ít nhất chừng ấy, một phần chưa rõ. ~: khoảng chừng ấy.</translation>
    </message>
    <message>
        <source>The documents that the figures are from, with their lines</source>
        <translation>Tài liệu có số liệu này, kèm số dòng</translation>
    </message>
    <message>
        <source>What else is to know of the figures: categories, doubts, why there is no rate</source>
        <translation>Điều cần biết thêm về số liệu: phân loại, nghi vấn, vì sao không quy đổi được</translation>
    </message>
    <message>
        <source>Code of the General Statistics Office on the day of the map</source>
        <translation>Mã của Tổng cục Thống kê vào ngày của bản đồ</translation>
    </message>
    <message>
        <source>What kind of unit it is</source>
        <translation>Loại đơn vị hành chính</translation>
    </message>
    <message>
        <source>Name of the unit on the day of the map</source>
        <translation>Tên đơn vị vào ngày của bản đồ</translation>
    </message>
    <message>
        <source>The unit that it lies in</source>
        <translation>Đơn vị cấp trên</translation>
    </message>
    <message>
        <source>An empty cell: no data, which is not zero.</source>
        <translation>Ô trống: không có số liệu, không phải bằng 0.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::FileCommands</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Mở &amp;gần đây</translation>
    </message>
    <message>
        <source>&amp;Import table…</source>
        <translation>&amp;Nhập bảng số liệu…</translation>
    </message>
    <message>
        <source>Import &amp;boundaries…</source>
        <translation>Nhập &amp;ranh giới…</translation>
    </message>
    <message>
        <source>&amp;Export map…</source>
        <translation>&amp;Xuất bản đồ…</translation>
    </message>
    <message>
        <source>Export &amp;layers…</source>
        <translation>Xuất &amp;lớp bản đồ…</translation>
    </message>
    <message>
        <source>Open in Q&amp;GIS</source>
        <translation>Mở trong &amp;QGIS</translation>
    </message>
    <message>
        <source>Export &amp;HTML page…</source>
        <translation>Xuất trang &amp;web…</translation>
    </message>
    <message>
        <source>Export web page</source>
        <translation>Xuất trang web</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Trang web (*.html)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>Open a workspace first; then &apos;%1&apos; can be imported.</source>
        <translation>Hãy mở một không gian làm việc trước; sau đó mới nhập được “%1”.</translation>
    </message>
    <message>
        <source>Read theme</source>
        <translation>Đọc chủ đề</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Chủ đề: %1</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Không gian làm việc mới</translation>
    </message>
    <message>
        <source>Discard what is in the file?</source>
        <translation>Bỏ nội dung đang có trong tệp?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2. A new workspace in its place has none of that.</source>
        <translation>“%1” có %2. Không gian làm việc mới thay vào đó sẽ không còn những thứ này.</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>&amp;Bỏ nội dung cũ</translation>
    </message>
    <message>
        <source>Boundaries in the &amp;workspace…</source>
        <translation>Ranh giới đã nhậ&amp;p…</translation>
    </message>
    <message>
        <source>Base &amp;map…</source>
        <translation>Nền &amp;chung cho bản đồ…</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no workspace (.sqlite), table (.csv, .xlsx, .xls, .ods, .dbf), report (.docx, .pdf, .odt, .html, .txt, .md), boundaries (.gpkg, .shp, .geojson, .kml) or theme (.theme.json).</source>
        <translation>“%1” không phải không gian làm việc (.sqlite), bảng (.csv, .xlsx, .xls, .ods, .dbf), báo cáo (.docx, .pdf, .odt, .html, .txt, .md), ranh giới (.gpkg, .shp, .geojson, .kml) hay chủ đề (.theme.json).</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Bỏ bộ lọc</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Bỏ hết</translation>
    </message>
    <message>
        <source>Show all records again</source>
        <translation>Xem lại toàn bộ bản ghi</translation>
    </message>
    <message>
        <source>Remove the filter: %1</source>
        <translation>Bỏ giới hạn: %1</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Trạng thái</translation>
    </message>
    <message>
        <source>&amp;Product…</source>
        <translation>&amp;Sản phẩm…</translation>
    </message>
    <message>
        <source>&amp;Holder…</source>
        <translation>&amp;Chủ thể…</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Nguồn</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Phân loại</translation>
    </message>
    <message>
        <source>Product, crop or animal</source>
        <translation>Sản phẩm, cây trồng, vật nuôi</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Chủ thể</translation>
    </message>
    <message>
        <source>Whole words; without diacritics they are found with and without them</source>
        <translation>Cả từ; gõ không dấu thì tìm được cả từ có dấu và không dấu</translation>
    </message>
    <message>
        <source>Show only one product, holder, source, category or state, or what is in force on a day: on the map, in the table, the chart and the list of records</source>
        <translation>Chỉ hiện một sản phẩm, chủ thể, nguồn, phân loại hoặc trạng thái, hoặc những gì còn hiệu lực vào một ngày: trên bản đồ, trong bảng, biểu đồ và danh sách bản ghi</translation>
    </message>
    <message>
        <source>In &amp;force</source>
        <translation>Hiệu &amp;lực</translation>
    </message>
    <message>
        <source>Another &amp;day or time…</source>
        <translation>&amp;Ngày khác, thời hạn khác…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ForceDialog</name>
    <message>
        <source>In force on a day</source>
        <translation>Hiệu lực vào một ngày</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tình trạng hiệu lực</translation>
    </message>
    <message>
        <source>Stars, titles, certificates, codes; other records are left out</source>
        <translation>Hạng sao, văn bằng, chứng nhận, mã số; các bản ghi khác không hiện</translation>
    </message>
    <message>
        <source>Ends within so many months</source>
        <translation>Hết hạn trong số tháng ghi dưới đây</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Số tháng</translation>
    </message>
    <message>
        <source>Counted from the day</source>
        <translation>Tính từ ngày ghi bên dưới</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>&amp;How it stands:</source>
        <translation>&amp;Tình trạng:</translation>
    </message>
    <message>
        <source>&amp;Months:</source>
        <translation>&amp;Số tháng:</translation>
    </message>
    <message>
        <source>On the &amp;day:</source>
        <translation>Vào &amp;ngày:</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::GroundDrawing</name>
    <message>
        <source>What is drawn</source>
        <translation>Hình đang vẽ</translation>
    </message>
    <message>
        <source>Take the last corner back (Backspace)</source>
        <translation>Bỏ đỉnh vừa đặt (phím Backspace)</translation>
    </message>
    <message>
        <source>Close this one and begin another</source>
        <translation>Khép hình này và bắt đầu hình khác</translation>
    </message>
    <message>
        <source>Back to the form with what is drawn (Enter, double click)</source>
        <translation>Trở lại biểu mẫu với hình đã vẽ (Enter hoặc bấm đúp)</translation>
    </message>
    <message>
        <source>Back to the form, nothing drawn (Esc)</source>
        <translation>Trở lại biểu mẫu, không lấy hình nào (Esc)</translation>
    </message>
    <message>
        <source>%1 of at least %2 corners of a zone</source>
        <translation>%1 trong ít nhất %2 đỉnh của một vùng</translation>
    </message>
    <message>
        <source>%1 of at least %2 corners of a line</source>
        <translation>%1 trong ít nhất %2 đỉnh của một đường</translation>
    </message>
    <message>
        <source>Click the corners of the zone; a double click ends it.</source>
        <translation>Bấm lần lượt các đỉnh của vùng; bấm đúp để kết thúc.</translation>
    </message>
    <message>
        <source>Click the corners of the line; a double click ends it.</source>
        <translation>Bấm lần lượt các đỉnh của đường; bấm đúp để kết thúc.</translation>
    </message>
    <message>
        <source>%1, %2 km around</source>
        <translation>%1, chu vi %2 km</translation>
    </message>
    <message>
        <source>%1 – its sides cross</source>
        <translation>%1 – có cạnh cắt nhau</translation>
    </message>
    <message>
        <source>Last corner back</source>
        <translation>Bỏ đỉnh cuối</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Vẽ thêm hình</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::HeldBoundariesDialog</name>
    <message>
        <source>Boundaries in the workspace</source>
        <translation>Ranh giới đã nhập</translation>
    </message>
    <message>
        <source>What the workspace holds</source>
        <translation>Những gì không gian làm việc đang có</translation>
    </message>
    <message>
        <source>Layers that were imported</source>
        <translation>Các lớp đã nhập</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Remove the boundaries of the selected rows</source>
        <translation>Bỏ ranh giới của các dòng đang chọn</translation>
    </message>
    <message>
        <source>There are none yet: maps show approximate cells. Import official polygons with File, Import boundaries.</source>
        <translation>Chưa có ranh giới nào: bản đồ đang vẽ vùng gần đúng. Hãy nhập đa giác chính thức bằng Tệp, Nhập ranh giới.</translation>
    </message>
    <message>
        <source>Select rows to remove their boundaries. It can be undone.</source>
        <translation>Chọn các dòng cần bỏ ranh giới. Có thể hoàn tác.</translation>
    </message>
    <message>
        <source>Removing; the status bar shows how far it is.</source>
        <translation>Đang bỏ; tiến độ hiện trên thanh trạng thái.</translation>
    </message>
    <message>
        <source>Remove boundaries</source>
        <translation>Bỏ ranh giới</translation>
    </message>
    <message numerus="yes">
        <source>%n boundaries were removed.</source>
        <translation>
            <numerusform>Đã bỏ %n ranh giới.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terroir::viewer::HitModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>product</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>chủ thể</translation>
    </message>
    <message>
        <source>document</source>
        <translation>tài liệu</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ImportDialog</name>
    <message>
        <source>Import a table</source>
        <translation>Nhập bảng số liệu</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>Import the rows</source>
        <translation>Nhập các dòng</translation>
    </message>
    <message>
        <source>Table file</source>
        <translation>Tệp bảng</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
    <message>
        <source>Choose the table</source>
        <translation>Chọn bảng</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Tệp:</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>Trang tính của tệp</translation>
    </message>
    <message>
        <source>Kind of records</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>&amp;Kind of records:</source>
        <translation>&amp;Loại số liệu:</translation>
    </message>
    <message>
        <source>Title of the document</source>
        <translation>Tên tài liệu</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>tên tệp</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>Tên tà&amp;i liệu:</translation>
    </message>
    <message>
        <source>Date of the document</source>
        <translation>Ngày của tài liệu</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>Ngà&amp;y:</translation>
    </message>
    <message>
        <source>What area the document speaks of</source>
        <translation>Địa bàn của tài liệu</translation>
    </message>
    <message>
        <source>such as: tỉnh Lai Châu</source>
        <translation>ví dụ: tỉnh Lai Châu</translation>
    </message>
    <message>
        <source>&amp;Area:</source>
        <translation>Đị&amp;a bàn:</translation>
    </message>
    <message>
        <source>Table to import</source>
        <translation>Bảng cần nhập</translation>
    </message>
    <message>
        <source>Choose what kind of records the rows are.</source>
        <translation>Hãy chọn loại số liệu của các dòng.</translation>
    </message>
    <message>
        <source>Replace the former import?</source>
        <translation>Thay lần nhập trước?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was imported before. Importing it twice would count everything twice; its records can be replaced with those of this table.</source>
        <translation>“%1” đã được nhập trước đây. Nhập hai lần thì mọi thứ bị tính hai lần; có thể thay các bản ghi cũ bằng các bản ghi của bảng này.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Thay thế</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Nhập %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported.</source>
        <translation>
            <numerusform>Đã nhập %n bản ghi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to be decided.</source>
        <translation>
            <numerusform>%n địa danh cần xác nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a table (XLSX, XLS, ODS, CSV, DBF) or a map layer of trials, models or products.</source>
        <translation>Hãy chọn bảng (XLSX, XLS, ODS, CSV, DBF) hoặc lớp bản đồ có khảo nghiệm, mô hình hoặc sản phẩm.</translation>
    </message>
    <message>
        <source>Field that is set for all rows</source>
        <translation>Trường được đặt cho mọi dòng</translation>
    </message>
    <message>
        <source>– no field –</source>
        <translation>– không trường nào –</translation>
    </message>
    <message>
        <source>What all rows have there</source>
        <translation>Giá trị của mọi dòng ở trường ấy</translation>
    </message>
    <message>
        <source>for every row that leaves the field empty</source>
        <translation>cho mọi dòng để trống trường ấy</translation>
    </message>
    <message>
        <source>For a&amp;ll rows:</source>
        <translation>Ch&amp;o mọi dòng:</translation>
    </message>
    <message>
        <source>What each column holds</source>
        <translation>Mỗi cột chứa gì</translation>
    </message>
    <message>
        <source>Tables and layers (%1);;All files (*)</source>
        <translation>Bảng và lớp bản đồ (%1);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>All sheets</source>
        <translation>Mọi trang tính</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>31/12/2024, 12/2024 or 2024</source>
        <translation>31/12/2024, 12/2024 hoặc 2024</translation>
    </message>
    <message>
        <source>The date &apos;%1&apos; is no day; write it as 31/12/2024, 12/2024 or 2024.</source>
        <translation>Ngày “%1” không có; hãy ghi như 31/12/2024, 12/2024 hoặc 2024.</translation>
    </message>
    <message>
        <source>– choose, or a column of the table says it –</source>
        <translation>– chọn, hoặc theo một cột của bảng –</translation>
    </message>
    <message>
        <source>What a row of the table is a record of</source>
        <translation>Mỗi dòng của bảng là số liệu về gì</translation>
    </message>
    <message>
        <source>Te&amp;mplate…</source>
        <translation>Biểu &amp;mẫu…</translation>
    </message>
    <message>
        <source>Save an empty table to fill in</source>
        <translation>Lưu bảng trống để điền</translation>
    </message>
    <message>
        <source>Save an empty Excel table of this kind, with its columns, lists and an example</source>
        <translation>Lưu một bảng Excel trống của loại này, có sẵn các cột, danh sách chọn và ví dụ</translation>
    </message>
    <message>
        <source>Excel tables (*.xlsx)</source>
        <translation>Bảng Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The empty table is in &apos;%1&apos;: fill it in and import it here.</source>
        <translation>Bảng trống đã lưu ở &apos;%1&apos;: điền xong thì nhập tại đây.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ImportReportModel</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>What is to be said</source>
        <translation>Nhận xét</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Place as written</source>
        <translation>Địa danh như trong bảng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời kỳ</translation>
    </message>
    <message>
        <source>In the file, “%1”: %2</source>
        <translation>Trong tệp, “%1”: %2</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ImportReportPane</name>
    <message>
        <source>What would become of the rows</source>
        <translation>Các dòng sẽ được nhập thế nào</translation>
    </message>
    <message>
        <source>Which rows are listed</source>
        <translation>Những dòng được liệt kê</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Mọi dòng</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Lư&amp;u báo cáo…</translation>
    </message>
    <message>
        <source>Save the report as CSV</source>
        <translation>Lưu báo cáo thành CSV</translation>
    </message>
    <message>
        <source>Report, row by row</source>
        <translation>Báo cáo từng dòng</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) accepted</source>
        <translation>
            <numerusform>%n dòng được nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful (stored, to be looked at)</source>
        <translation>
            <numerusform>%n dòng cần xem lại (vẫn lưu)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n dòng bị từ chối</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be imported like this.</source>
        <translation>Với thiết lập này, không dòng nào nhập được.</translation>
    </message>
    <message>
        <source>The document &apos;%1&apos; was imported before; this import would replace it.</source>
        <translation>Tài liệu “%1” đã được nhập trước đây; lần nhập này sẽ thay nó.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Đang nhập…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>The report is in &apos;%1&apos;.</source>
        <translation>Báo cáo đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>What is said of the whole table</source>
        <translation>Nhận xét về cả bảng</translation>
    </message>
    <message>
        <source>&amp;Put right…</source>
        <translation>&amp;Sửa dòng…</translation>
    </message>
    <message>
        <source>Put the cells of the row right</source>
        <translation>Sửa các ô của dòng</translation>
    </message>
    <message>
        <source>C&amp;hoose the place…</source>
        <translation>C&amp;họn địa danh…</translation>
    </message>
    <message>
        <source>Choose the unit that the place is</source>
        <translation>Chọn đơn vị ứng với địa danh</translation>
    </message>
    <message>
        <source>Take all corr&amp;ections back</source>
        <translation>&amp;Bỏ mọi chỗ sửa</translation>
    </message>
    <message>
        <source>Read the table as the file says it</source>
        <translation>Đọc bảng đúng như trong tệp</translation>
    </message>
    <message>
        <source>Double-click a cell to put it right; untick a row to leave it out.</source>
        <translation>Bấm đúp vào ô để sửa; bỏ dấu chọn để không nhập dòng.</translation>
    </message>
    <message>
        <source>All rows (%1)</source>
        <translation>Mọi dòng (%1)</translation>
    </message>
    <message>
        <source>Only: %1 (%2)</source>
        <translation>Chỉ dòng %1 (%2)</translation>
    </message>
    <message>
        <source>This row names no place of its own; put its cells right.</source>
        <translation>Dòng này không ghi địa danh riêng; hãy sửa các ô của dòng.</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n dòng bỏ qua</numerusform>
        </translation>
    </message>
    <message>
        <source>What is to be said of the row</source>
        <translation>Nhận xét về dòng</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::JobDialog</name>
    <message>
        <source>Cancelling…</source>
        <translation>Đang dừng…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Layers</name>
    <message>
        <source>Export of layers</source>
        <translation>Xuất lớp bản đồ</translation>
    </message>
    <message>
        <source>QGIS is opening &apos;%1&apos;.</source>
        <translation>QGIS đang mở “%1”.</translation>
    </message>
    <message>
        <source>QGIS is not installed here; the layers with their styles are in &apos;%1&apos;, to be opened in any QGIS.</source>
        <translation>Máy này chưa cài QGIS; các lớp kèm kiểu dáng ở “%1”, mở được bằng QGIS bất kỳ.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::LegendPanel</name>
    <message>
        <source>Map %1: %2 · %3</source>
        <translation>Bản đồ %1: %2 · %3</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Click: another colour</source>
        <translation>Nhấp: đổi màu</translation>
    </message>
    <message>
        <source>Double click: another limit of the class</source>
        <translation>Nhấp đúp: đổi ngưỡng của lớp</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::MainWindow</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Xem lại</translation>
    </message>
    <message numerus="yes">
        <source>Review (%n)</source>
        <translation>
            <numerusform>Xem lại (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>Tạo &amp;không gian làm việc…</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>&amp;Mở không gian làm việc…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Thu nhỏ</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>T&amp;oàn bộ bản đồ</translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation>Phóng theo &amp;khung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Khung nhìn t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Khung nhìn &amp;sau</translation>
    </message>
    <message>
        <source>One &amp;map</source>
        <translation>Một &amp;bản đồ</translation>
    </message>
    <message>
        <source>Two maps &amp;side by side</source>
        <translation>Hai bản đồ &amp;cạnh nhau</translation>
    </message>
    <message>
        <source>Two maps, s&amp;wipe</source>
        <translation>Hai bản đồ, kéo &amp;vạch so sánh</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Các &amp;ngăn</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>N&amp;gôn ngữ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>%1° N, %2° E</source>
        <translation>%1° B, %2° Đ</translation>
    </message>
    <message>
        <source>There is no theme &apos;%1&apos;.</source>
        <translation>Không có chủ đề “%1”.</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Chủ đề: %1</translation>
    </message>
    <message>
        <source>The workspace was not opened</source>
        <translation>Không mở được không gian làm việc</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Mở không gian làm việc</translation>
    </message>
    <message>
        <source>Workspaces (*.sqlite *.terroir);;All files (*)</source>
        <translation>Không gian làm việc (*.sqlite *.terroir);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>New workspace from the packaged data</source>
        <translation>Tạo không gian làm việc từ dữ liệu có sẵn</translation>
    </message>
    <message>
        <source>Workspaces (*.sqlite)</source>
        <translation>Không gian làm việc (*.sqlite)</translation>
    </message>
    <message>
        <source>Change the language when the work is done.</source>
        <translation>Hãy đổi ngôn ngữ khi công việc đã xong.</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Đang có việc chưa xong</translation>
    </message>
    <message>
        <source>An import or another edit is not finished. Wait for it, and close then?</source>
        <translation>Việc nhập hoặc một thay đổi khác chưa xong. Chờ xong rồi mới đóng?</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>&amp;Chờ</translation>
    </message>
    <message>
        <source>&amp;Stop the work</source>
        <translation>&amp;Dừng việc này</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>S&amp;elect units in a box</source>
        <translation>C&amp;họn các đơn vị trong khung</translation>
    </message>
    <message>
        <source>&amp;Copy the coordinates under the pointer</source>
        <translation>Sao chép tọa độ &amp;dưới con trỏ</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Đã sao chép: %1</translation>
    </message>
    <message>
        <source>M&amp;y province…</source>
        <translation>Tỉnh của tô&amp;i…</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Hãy mở một không gian làm việc trước.</translation>
    </message>
    <message>
        <source>Stop the work that is under way; nothing of it is kept</source>
        <translation>Dừng việc đang làm; không giữ lại gì</translation>
    </message>
    <message>
        <source>Where the pointer is; Ctrl+Shift+C copies it</source>
        <translation>Vị trí con trỏ; Ctrl+Shift+C sao chép tọa độ</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>One file is opened at a time; left out: %1. Open it when this one is done.</source>
        <translation>Mỗi lần chỉ mở một tệp; chưa mở: %1. Hãy mở sau khi xong tệp này.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>Arrow keys move the map, plus and minus enlarge and reduce it, Home shows all of it.</source>
        <translation>Phím mũi tên dời bản đồ, phím cộng và trừ phóng to, thu nhỏ, phím Home cho xem toàn bộ.</translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation>Đang tính bản đồ…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::MapPageDialog</name>
    <message>
        <source>Export the map</source>
        <translation>Xuất bản đồ</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>In bản đồ</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Xem trước trang</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Việc đang làm</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Xuất</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Drawing the preview…</source>
        <translation>Đang vẽ bản xem trước…</translation>
    </message>
    <message>
        <source>Export of the map</source>
        <translation>Xuất bản đồ</translation>
    </message>
    <message>
        <source>The map is in &apos;%1&apos;.</source>
        <translation>Bản đồ đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>In</translation>
    </message>
    <message>
        <source>The map was printed.</source>
        <translation>Đã in bản đồ.</translation>
    </message>
    <message>
        <source>Exporting; the status bar shows how far it is. Cancel stops it.</source>
        <translation>Đang xuất; tiến độ ở thanh trạng thái. Nút Hủy dừng việc này.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::MapPane</name>
    <message>
        <source>Line between the two maps</source>
        <translation>Vạch giữa hai bản đồ</translation>
    </message>
    <message>
        <source>There are no figures for this theme in the workspace.</source>
        <translation>Không gian làm việc không có số liệu cho chủ đề này.</translation>
    </message>
    <message>
        <source>No unit of this map has a boundary or a point.</source>
        <translation>Không đơn vị nào của bản đồ này có ranh giới hoặc điểm.</translation>
    </message>
    <message>
        <source>This unit has no boundary and no point on the map.</source>
        <translation>Đơn vị này không có ranh giới, cũng không có điểm trên bản đồ.</translation>
    </message>
    <message>
        <source>No record of this theme is within the filter.</source>
        <translation>Không có bản ghi nào của chủ đề này hợp với bộ lọc.</translation>
    </message>
    <message>
        <source>%1 of %2 places are shown with a pin.</source>
        <translation>Ghim %1 trên %2 nơi.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Page</name>
    <message>
        <source>Web page</source>
        <translation>Trang web</translation>
    </message>
    <message>
        <source>The page is in &apos;%1&apos;; any browser opens it, without a network.</source>
        <translation>Trang được ghi vào &apos;%1&apos;; mở được bằng mọi trình duyệt, không cần mạng.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PlaceChoiceDialog</name>
    <message>
        <source>Which place is it?</source>
        <translation>Đây là nơi nào?</translation>
    </message>
    <message>
        <source>The place as written</source>
        <translation>Địa danh như nguồn viết</translation>
    </message>
    <message>
        <source>How many rows have this place</source>
        <translation>Bao nhiêu dòng có địa danh này</translation>
    </message>
    <message>
        <source>Search a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Search: name with its parents, or code</source>
        <translation>Tìm: tên kèm huyện, tỉnh, hoặc mã</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Danh sách gồm những gì</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>As it is &amp;read</source>
        <translation>Như được đọ&amp;c</translation>
    </message>
    <message>
        <source>Take the choice back</source>
        <translation>Bỏ lựa chọn</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>C&amp;họn</translation>
    </message>
    <message>
        <source>Choose the unit for all these rows</source>
        <translation>Chọn đơn vị cho tất cả các dòng ấy</translation>
    </message>
    <message numerus="yes">
        <source>What is chosen holds for %n row(s) with this place.</source>
        <translation>
            <numerusform>Lựa chọn áp dụng cho %n dòng có địa danh này.</numerusform>
        </translation>
    </message>
    <message>
        <source>No unit is near to it; search one.</source>
        <translation>Không có đơn vị nào gần giống; hãy tìm.</translation>
    </message>
    <message>
        <source>It may be:</source>
        <translation>Có thể là:</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Không có gì mang tên “%1”.</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Tìm thấy:</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PlaceCompleter</name>
    <message>
        <source>Places</source>
        <translation>Địa danh</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PlaceListModel</name>
    <message>
        <source>As written</source>
        <translation>Nguồn viết</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Thuộc</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::Profile</name>
    <message>
        <source>Other names: %1</source>
        <translation>Tên khác: %1</translation>
    </message>
    <message>
        <source>Made from:</source>
        <translation>Hình thành từ:</translation>
    </message>
    <message>
        <source>Became:</source>
        <translation>Trở thành:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Mã đơn vị: %1</translation>
    </message>
    <message>
        <source>Area: %1</source>
        <translation>Diện tích: %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Có từ %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Đến hết %1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>No theme adds up a figure here.</source>
        <translation>Chưa chủ đề nào có số liệu ở đây.</translation>
    </message>
    <message>
        <source>Figure of a theme</source>
        <translation>Số liệu theo chủ đề</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Document, lines</source>
        <translation>Tài liệu, dòng</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>No record concerns this unit.</source>
        <translation>Chưa có bản ghi nào liên quan đến đơn vị này.</translation>
    </message>
    <message numerus="yes">
        <source>%n further record(s) are not shown; “Save…” as CSV writes all.</source>
        <translation>
            <numerusform>Còn %n bản ghi không hiện ở đây; “Lưu…” thành CSV thì có đủ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Profile on the units of %1.</source>
        <translation>Hồ sơ theo đơn vị hành chính ngày %1.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Mã</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ProfileCommands</name>
    <message>
        <source>Select one unit first: click it on the map, or search for it.</source>
        <translation>Hãy chọn một đơn vị trước: bấm vào đơn vị trên bản đồ hoặc tìm theo tên.</translation>
    </message>
    <message>
        <source>P&amp;rofile of the selected unit…</source>
        <translation>Hồ sơ đơn vị đ&amp;ang chọn…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ProfileWindow</name>
    <message>
        <source>Profile of a unit</source>
        <translation>Hồ sơ đơn vị</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Việc đang làm</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Sao &amp;chép</translation>
    </message>
    <message>
        <source>Copy the whole profile, with its tables, for a document or a sheet</source>
        <translation>Sao chép toàn bộ hồ sơ, kèm các bảng, để dán vào văn bản hoặc bảng tính</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Print the profile</source>
        <translation>In hồ sơ</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Lưu…</translation>
    </message>
    <message>
        <source>Save the profile as PDF, or its rows as CSV</source>
        <translation>Lưu hồ sơ thành PDF, hoặc các dòng thành CSV</translation>
    </message>
    <message>
        <source>The profile is being made…</source>
        <translation>Đang lập hồ sơ…</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Hồ sơ: %1</translation>
    </message>
    <message>
        <source>The profile was copied.</source>
        <translation>Đã sao chép hồ sơ.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>In hồ sơ</translation>
    </message>
    <message>
        <source>The profile was printed.</source>
        <translation>Đã in hồ sơ.</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Lưu hồ sơ</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;CSV (*.csv)</source>
        <translation>PDF (*.pdf);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>A profile is saved as .pdf or .csv; give &apos;%1&apos; one of these endings.</source>
        <translation>Hồ sơ được lưu thành .pdf hoặc .csv; hãy đặt tên “%1” với một trong hai đuôi ấy.</translation>
    </message>
    <message>
        <source>The profile is in &apos;%1&apos;.</source>
        <translation>Hồ sơ đã lưu trong “%1”.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ProvinceDialog</name>
    <message>
        <source>My province</source>
        <translation>Tỉnh của tôi</translation>
    </message>
    <message>
        <source>Which province are your maps of? Every theme is then shown there, unless you choose another area. It can be changed in the menu View.</source>
        <translation>Anh/chị làm bản đồ của tỉnh nào? Mọi chủ đề sẽ được xem ở tỉnh ấy, trừ khi chọn phạm vi khác. Có thể đổi lại trong trình đơn Xem.</translation>
    </message>
    <message>
        <source>Name of the province</source>
        <translation>Tên tỉnh</translation>
    </message>
    <message>
        <source>Type a name, with or without diacritics</source>
        <translation>Gõ tên, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>Các tỉnh</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>&amp;No province</source>
        <translation>&amp;Không chọn tỉnh nào</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::RecordCommands</name>
    <message>
        <source>&amp;Add a record…</source>
        <translation>&amp;Thêm bản ghi…</translation>
    </message>
    <message>
        <source>The record %1 is no longer there.</source>
        <translation>Bản ghi %1 không còn nữa.</translation>
    </message>
    <message>
        <source>Delete the record %1</source>
        <translation>Xóa bản ghi %1</translation>
    </message>
    <message>
        <source>Delete %1 records</source>
        <translation>Xóa %1 bản ghi</translation>
    </message>
    <message>
        <source>The record %1 was deleted.</source>
        <translation>Đã xóa bản ghi %1.</translation>
    </message>
    <message>
        <source>%1 records were deleted.</source>
        <translation>Đã xóa %1 bản ghi.</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Lịch sử của %1</translation>
    </message>
    <message>
        <source>Nothing was changed by hand in this record; it is as it was imported.</source>
        <translation>Bản ghi này chưa được sửa bằng tay; nó vẫn như lúc nhập.</translation>
    </message>
    <message>
        <source>What was changed by hand in the record %1, the newest first.</source>
        <translation>Những gì đã sửa bằng tay trong bản ghi %1, mới nhất ở trên.</translation>
    </message>
    <message>
        <source>Click the place of the record on the map; Esc leaves it as it is.</source>
        <translation>Hãy bấm vào vị trí của bản ghi trên bản đồ; Esc để thôi.</translation>
    </message>
    <message>
        <source>Click the corners on the map; double click or Enter ends, Backspace takes a corner back, Esc gives up.</source>
        <translation>Bấm các đỉnh trên bản đồ; bấm đúp hoặc Enter để kết thúc, Backspace bỏ đỉnh vừa đặt, Esc để thôi vẽ.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::GroundField</name>
    <message>
        <source>&amp;Position:</source>
        <translation>&amp;Vị trí:</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Tọa độ</translation>
    </message>
    <message>
        <source>22.36, 103.71</source>
        <translation>22,36; 103,71</translation>
    </message>
    <message>
        <source>Latitude and longitude of the farm, zone or model itself</source>
        <translation>Vĩ độ, kinh độ của chính cơ sở, vùng hoặc mô hình</translation>
    </message>
    <message>
        <source>Set on the &amp;map…</source>
        <translation>Đặt trên &amp;bản đồ…</translation>
    </message>
    <message>
        <source>Set the position on the map</source>
        <translation>Đặt vị trí trên bản đồ</translation>
    </message>
    <message>
        <source>No po&amp;sition</source>
        <translation>Bỏ vị t&amp;rí</translation>
    </message>
    <message>
        <source>Take the position away</source>
        <translation>Bỏ vị trí</translation>
    </message>
    <message>
        <source>Where the record lies</source>
        <translation>Vị trí của bản ghi</translation>
    </message>
    <message>
        <source>Dra&amp;w…</source>
        <translation>Vẽ &amp;hình…</translation>
    </message>
    <message>
        <source>Draw zones or lines on the map</source>
        <translation>Vẽ vùng hoặc đường trên bản đồ</translation>
    </message>
    <message>
        <source>Draw the zones or lines of the record on the map, corner by corner</source>
        <translation>Vẽ vùng hoặc đường của bản ghi trên bản đồ, từng đỉnh một</translation>
    </message>
    <message>
        <source>Click the point on the map where the record lies</source>
        <translation>Bấm vào điểm trên bản đồ nơi có bản ghi</translation>
    </message>
    <message>
        <source>The record then lies in its commune, nowhere more precisely</source>
        <translation>Khi đó chỉ biết bản ghi ở xã nào, không rõ vị trí hơn</translation>
    </message>
    <message>
        <source>&amp;Add zones…</source>
        <translation>&amp;Thêm vùng…</translation>
    </message>
    <message>
        <source>&amp;Add lines…</source>
        <translation>&amp;Thêm đường…</translation>
    </message>
    <message>
        <source>&amp;Zones…</source>
        <translation>&amp;Vùng…</translation>
    </message>
    <message>
        <source>Replace by &amp;zones…</source>
        <translation>Thay bằng &amp;vùng…</translation>
    </message>
    <message>
        <source>&amp;Lines…</source>
        <translation>Đườ&amp;ng…</translation>
    </message>
    <message>
        <source>Replace by &amp;lines…</source>
        <translation>Thay bằng đườ&amp;ng…</translation>
    </message>
    <message>
        <source>“%1” is no point of Vietnam; write latitude and longitude like 22.36, 103.71.</source>
        <translation>“%1” không phải là một điểm ở Việt Nam; hãy viết vĩ độ rồi kinh độ như 22,36; 103,71.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::RecordDialog</name>
    <message>
        <source>Change the record %1</source>
        <translation>Sửa bản ghi %1</translation>
    </message>
    <message>
        <source>Add a record</source>
        <translation>Thêm bản ghi</translation>
    </message>
    <message>
        <source>What is said about the record</source>
        <translation>Nhận xét về bản ghi</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>Store the record</source>
        <translation>Lưu bản ghi</translation>
    </message>
    <message>
        <source>Kind of records</source>
        <translation>Loại bản ghi</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Written by hand, of no document</source>
        <translation>Ghi bằng tay, không theo tài liệu nào</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>L&amp;oại:</translation>
    </message>
    <message>
        <source>&amp;Document:</source>
        <translation>Tà&amp;i liệu:</translation>
    </message>
    <message>
        <source>It stays; delete the record and add another one to have it otherwise.</source>
        <translation>Mục này không đổi được; nếu cần khác, hãy xóa bản ghi và thêm bản ghi khác.</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Các trường khác</translation>
    </message>
    <message>
        <source>31/12/2024</source>
        <translation>31/12/2024</translation>
    </message>
    <message>
        <source>Type a commune, district or province…</source>
        <translation>Gõ tên xã, huyện hoặc tỉnh…</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>→ %1 (units of %2)</source>
        <translation>→ %1 (đơn vị ngày %2)</translation>
    </message>
    <message>
        <source>It can be stored, with this doubt:</source>
        <translation>Lưu được, nhưng có nghi vấn:</translation>
    </message>
    <message>
        <source>It can be stored like this.</source>
        <translation>Lưu được như vậy.</translation>
    </message>
    <message>
        <source>The record %1 was added.</source>
        <translation>Đã thêm bản ghi %1.</translation>
    </message>
    <message>
        <source>The record %1 was changed.</source>
        <translation>Đã sửa bản ghi %1.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::RecordModel</name>
    <message>
        <source>Subject</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời kỳ</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Chủ thể</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Document, line</source>
        <translation>Tài liệu, dòng</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::RecordsPanel</name>
    <message>
        <source>Find in records</source>
        <translation>Tìm trong bản ghi</translation>
    </message>
    <message>
        <source>Find in records…</source>
        <translation>Tìm trong bản ghi…</translation>
    </message>
    <message>
        <source>Records that say this anywhere, without diacritics if you like</source>
        <translation>Các bản ghi có chữ này ở bất cứ trường nào, gõ không dấu cũng được</translation>
    </message>
    <message>
        <source>Only records of this kind</source>
        <translation>Chỉ bản ghi của loại này</translation>
    </message>
    <message>
        <source>Only records of this document</source>
        <translation>Chỉ bản ghi của tài liệu này</translation>
    </message>
    <message>
        <source>Only records of this state</source>
        <translation>Chỉ bản ghi ở trạng thái này</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>Nghi vấn</translation>
    </message>
    <message>
        <source>Only records with a doubt or an open place</source>
        <translation>Chỉ bản ghi còn nghi vấn hoặc chưa rõ địa danh</translation>
    </message>
    <message>
        <source>Selected unit</source>
        <translation>Đơn vị đang chọn</translation>
    </message>
    <message>
        <source>Only records in the unit that is selected on the map</source>
        <translation>Chỉ bản ghi trong đơn vị đang chọn trên bản đồ</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Sửa…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Lịch sử…</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>Sao &amp;chép dòng</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Mọi tài liệu</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>No workspace is open. Open one or make a new one in the menu File.</source>
        <translation>Chưa mở không gian làm việc nào. Hãy mở hoặc tạo mới trong trình đơn Tệp.</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>Đang liệt kê…</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 bản ghi</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 trên %2 bản ghi</translation>
    </message>
    <message>
        <source>&amp;Attached documents…</source>
        <translation>Tài liệu đính &amp;kèm…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ResultWindow</name>
    <message>
        <source>Filter the rows</source>
        <translation>Lọc các dòng</translation>
    </message>
    <message>
        <source>Filter: a word of any column</source>
        <translation>Lọc: chữ ở cột bất kỳ</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>&amp;Lưu thành CSV…</translation>
    </message>
    <message>
        <source>Save the rows</source>
        <translation>Lưu các dòng</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>The rows are in &apos;%1&apos;.</source>
        <translation>Các dòng đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>Show only the rows that hold this word in any column</source>
        <translation>Chỉ hiện những dòng có từ này ở một cột nào đó</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReviewPanel</name>
    <message>
        <source>Which places are listed</source>
        <translation>Những địa danh được liệt kê</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Cần xác nhận</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Không có gì cần xem lại</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Place and candidates</source>
        <translation>Địa danh và các khả năng</translation>
    </message>
    <message>
        <source>The place as written</source>
        <translation>Địa danh như nguồn viết</translation>
    </message>
    <message>
        <source>None of t&amp;hese</source>
        <translation>Khôn&amp;g phải đơn vị nào</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Không phải đơn vị nào</translation>
    </message>
    <message>
        <source>Another unit: name or code</source>
        <translation>Đơn vị khác: tên hoặc mã</translation>
    </message>
    <message>
        <source>Another unit: name with its parents, or code</source>
        <translation>Đơn vị khác: tên kèm huyện, tỉnh, hoặc mã</translation>
    </message>
    <message>
        <source>Ch&amp;oose</source>
        <translation>C&amp;họn</translation>
    </message>
    <message>
        <source>Choose this unit</source>
        <translation>Chọn đơn vị này</translation>
    </message>
    <message>
        <source>Take the &amp;decision back</source>
        <translation>Hủ&amp;y xác nhận</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Hủy xác nhận</translation>
    </message>
    <message>
        <source>Why it did not work</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Chưa xác nhận địa danh nào.</translation>
    </message>
    <message>
        <source>No place is to be decided. Import a table (Ctrl+I): places that are not clear come here.</source>
        <translation>Không có địa danh nào cần xác nhận. Hãy nhập bảng số liệu (Ctrl+I): những địa danh chưa rõ sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Choose a place above.</source>
        <translation>Hãy chọn một địa danh ở trên.</translation>
    </message>
    <message>
        <source>No &amp;known unit</source>
        <translation>Khôn&amp;g có trong danh mục</translation>
    </message>
    <message>
        <source>Candidate %1: %2, score %3</source>
        <translation>Ứng viên %1: %2, điểm %3</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::RowCellsDialog</name>
    <message>
        <source>Row %1</source>
        <translation>Dòng %1</translation>
    </message>
    <message>
        <source>What is typed here is read instead of the file&apos;s cell. The file stays as it is; what it says is kept with the record.</source>
        <translation>Chữ gõ ở đây được đọc thay cho ô trong tệp. Tệp không bị thay đổi; chữ trong tệp được giữ cùng bản ghi.</translation>
    </message>
    <message>
        <source>empty in the file</source>
        <translation>để trống trong tệp</translation>
    </message>
    <message>
        <source>in the file: %1</source>
        <translation>trong tệp: %1</translation>
    </message>
    <message>
        <source>As in the &amp;file</source>
        <translation>Như trong &amp;tệp</translation>
    </message>
    <message>
        <source>Take the corrections of the row back</source>
        <translation>Bỏ các chỗ sửa của dòng</translation>
    </message>
    <message>
        <source>Put &amp;right</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Sửa</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SaveThemeDialog</name>
    <message>
        <source>Save as own theme</source>
        <translation>Lưu thành chủ đề riêng</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Mô tả</translation>
    </message>
    <message>
        <source>There is an own theme &apos;%1&apos;. Replace it?</source>
        <translation>Đã có chủ đề riêng “%1”. Thay thế?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Thay thế</translation>
    </message>
    <message>
        <source>What the theme is called in lists and over its maps</source>
        <translation>Tên chủ đề trong danh sách và trên bản đồ</translation>
    </message>
    <message>
        <source>What it shows, in a sentence</source>
        <translation>Chủ đề cho thấy gì, trong một câu</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>No workspace is open: there is nothing to search.</source>
        <translation>Chưa mở không gian làm việc: không có gì để tìm.</translation>
    </message>
    <message>
        <source>Reading names…</source>
        <translation>Đang đọc các tên…</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Không có gì mang tên “%1”.</translation>
    </message>
    <message>
        <source>Search places, products, holders, coordinates…</source>
        <translation>Tìm địa danh, sản phẩm, chủ thể, tọa độ…</translation>
    </message>
    <message>
        <source>Search places, products, holders and documents, or coordinates: 22.36, 103.71 (Ctrl+F)</source>
        <translation>Tìm địa danh, sản phẩm, chủ thể và tài liệu, hoặc tọa độ: 22.36, 103.71 (Ctrl+F)</translation>
    </message>
    <message>
        <source>%1° N, %2° E</source>
        <translation>%1° B, %2° Đ</translation>
    </message>
    <message>
        <source>Coordinates %1. Press Enter to go there.</source>
        <translation>Tọa độ %1. Nhấn Enter để đến đó.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SelectionBar</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy the figures of the selected units and their sum</source>
        <translation>Sao chép số liệu của các đơn vị đã chọn và tổng của chúng</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Write the figures of the selected units and their sum to a file</source>
        <translation>Ghi số liệu của các đơn vị đã chọn và tổng của chúng ra tệp</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Bỏ hết</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>%1 selected – %2</source>
        <translation>Đã chọn %1 – %2</translation>
    </message>
    <message>
        <source>The selected units were copied with their sum.</source>
        <translation>Đã sao chép các đơn vị đã chọn cùng tổng của chúng.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất bảng</translation>
    </message>
    <message>
        <source>The table is in &apos;%1&apos;.</source>
        <translation>Bảng đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>Export the selected units</source>
        <translation>Xuất các đơn vị đã chọn</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SourceCommands</name>
    <message>
        <source>D&amp;ocuments…</source>
        <translation>Tà&amp;i liệu…</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>Xóa tài liệu</translation>
    </message>
    <message>
        <source>Remove the document “%1” with its %2 records? It can be undone.</source>
        <translation>Xóa tài liệu “%1” cùng %2 bản ghi? Việc này hoàn tác được.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Remove the document %1</source>
        <translation>Xóa tài liệu %1</translation>
    </message>
    <message>
        <source>The document %1 was removed with %2 records.</source>
        <translation>Đã xóa tài liệu %1 cùng %2 bản ghi.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SourceDialog</name>
    <message>
        <source>Document %1</source>
        <translation>Tài liệu %1</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Issued by</source>
        <translation>&amp;Cơ quan ban hành</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Số hiệu</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Ngà&amp;y</translation>
    </message>
    <message>
        <source>31/12/2022, 12/2022 or 2022</source>
        <translation>31/12/2022, 12/2022 hoặc 2022</translation>
    </message>
    <message>
        <source>T&amp;erritory</source>
        <translation>Đị&amp;a bàn</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Chỗ sai</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Lưu tài liệu</translation>
    </message>
    <message>
        <source>Change the document %1</source>
        <translation>Sửa tài liệu %1</translation>
    </message>
    <message>
        <source>The document %1 was changed.</source>
        <translation>Đã sửa tài liệu %1.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SourcesDialog</name>
    <message>
        <source>Documents</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Sửa…</translation>
    </message>
    <message>
        <source>Change the document</source>
        <translation>Sửa tài liệu</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Xóa…</translation>
    </message>
    <message>
        <source>Remove the document with its records</source>
        <translation>Xóa tài liệu cùng các bản ghi</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::TablePanel</name>
    <message>
        <source>Filter units…</source>
        <translation>Lọc đơn vị…</translation>
    </message>
    <message>
        <source>Filter units</source>
        <translation>Lọc đơn vị</translation>
    </message>
    <message>
        <source>Only rows &amp;with data</source>
        <translation>Chỉ &amp;dòng có số liệu</translation>
    </message>
    <message>
        <source>Figures of the map</source>
        <translation>Số liệu của bản đồ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Copy with &amp;header</source>
        <translation>Sao chép kèm &amp;tiêu đề cột</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>No workspace is open. Open one or make a new one in the menu File.</source>
        <translation>Chưa mở không gian làm việc nào. Hãy mở hoặc tạo mới trong trình đơn Tệp.</translation>
    </message>
    <message>
        <source>There are no figures for this theme in the workspace. Import a table, or choose another theme or area.</source>
        <translation>Không gian làm việc không có số liệu cho chủ đề này. Hãy nhập bảng số liệu, hoặc chọn chủ đề hay phạm vi khác.</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất bảng</translation>
    </message>
    <message>
        <source>The table is in &apos;%1&apos;.</source>
        <translation>Bảng đã ghi vào “%1”.</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Xuất bảng</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv);;JSON (*.json)</source>
        <translation>Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Hide the units of which nothing is known</source>
        <translation>Ẩn các đơn vị không có số liệu</translation>
    </message>
    <message>
        <source>Units whose name, code or parent has these letters; select several rows for their sum</source>
        <translation>Đơn vị có tên, mã hoặc cấp trên chứa các chữ này; chọn nhiều dòng để xem tổng</translation>
    </message>
    <message>
        <source>No record of this theme is within the filter. Clear the filter, or choose another theme.</source>
        <translation>Không có bản ghi nào của chủ đề này hợp với bộ lọc. Hãy bỏ bộ lọc hoặc chọn chủ đề khác.</translation>
    </message>
    <message>
        <source>These units: %1</source>
        <translation>Các đơn vị này: %1</translation>
    </message>
    <message>
        <source>The figures of the units in the table together, each value once. The row “Total” is that of all units of the map.</source>
        <translation>Số liệu gộp của các đơn vị trong bảng, mỗi giá trị một lần. Dòng “Tổng số” là của mọi đơn vị trên bản đồ.</translation>
    </message>
    <message>
        <source>&amp;Add a record here…</source>
        <translation>Thêm &amp;bản ghi ở đây…</translation>
    </message>
    <message>
        <source>&amp;Profile of the unit…</source>
        <translation>&amp;Hồ sơ đơn vị…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ThemeCommands</name>
    <message>
        <source>Rename the theme</source>
        <translation>Đổi tên chủ đề</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Tên:</translation>
    </message>
    <message>
        <source>Rename the theme “%1”</source>
        <translation>Đổi tên chủ đề “%1”</translation>
    </message>
    <message>
        <source>The theme “%1” is now called “%2”.</source>
        <translation>Chủ đề “%1” nay có tên “%2”.</translation>
    </message>
    <message>
        <source>Delete the theme</source>
        <translation>Xóa chủ đề</translation>
    </message>
    <message>
        <source>Delete the theme “%1”</source>
        <translation>Xóa chủ đề “%1”</translation>
    </message>
    <message>
        <source>The theme “%1” was deleted.</source>
        <translation>Đã xóa chủ đề “%1”.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Đã hoàn tác: %1.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ThemeListModel</name>
    <message>
        <source>%1 (own)</source>
        <translation>%1 (riêng)</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ThemePanel</name>
    <message>
        <source>Themes</source>
        <translation>Các chủ đề</translation>
    </message>
    <message>
        <source>Layers of the theme</source>
        <translation>Các lớp của chủ đề</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>Phạ&amp;m vi</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Cấp</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>Phân &amp;lớp</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>Số lớ&amp;p</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Bảng màu</translation>
    </message>
    <message>
        <source>Pe&amp;r</source>
        <translation>&amp;Quy đổi theo</translation>
    </message>
    <message>
        <source>Pai&amp;nter</source>
        <translation>Cách &amp;vẽ</translation>
    </message>
    <message>
        <source>How classes are cut</source>
        <translation>Cách phân lớp</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Màu của các lớp</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>Số lớp</translation>
    </message>
    <message>
        <source>What the figures are divided by</source>
        <translation>Số liệu được quy đổi theo diện tích, dân số hoặc tổng số</translation>
    </message>
    <message>
        <source>Level of the units</source>
        <translation>Cấp của bản đồ</translation>
    </message>
    <message>
        <source>Area of the map</source>
        <translation>Phạm vi của bản đồ</translation>
    </message>
    <message>
        <source>How the map is painted</source>
        <translation>Cách vẽ bản đồ</translation>
    </message>
    <message>
        <source>&amp;Save as own theme…</source>
        <translation>Lư&amp;u thành chủ đề riêng…</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>The theme as it was saved</source>
        <translation>Chủ đề như đã lưu</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Cách phân lớp</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Bảng màu</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Số lớp</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Quy đổi theo</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Phạm vi</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>Cách vẽ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Các lớp</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Keep the map as it is now, in the list of themes</source>
        <translation>Giữ bản đồ như hiện tại trong danh sách chủ đề</translation>
    </message>
    <message>
        <source>Which layers of the theme are shown</source>
        <translation>Các lớp của chủ đề được hiện</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Nội dung của bản đồ</translation>
    </message>
    <message>
        <source>How the figures are cut into classes</source>
        <translation>Cách chia số liệu thành lớp</translation>
    </message>
    <message>
        <source>Colours of the classes, light to dark</source>
        <translation>Màu của các lớp, từ nhạt đến đậm</translation>
    </message>
    <message>
        <source>How many classes the figures are cut into</source>
        <translation>Số liệu được chia thành bao nhiêu lớp</translation>
    </message>
    <message>
        <source>Relate the figures to the area, the people or the total</source>
        <translation>Quy số liệu về diện tích, dân số hoặc tổng</translation>
    </message>
    <message>
        <source>Whether the figures are of provinces, districts or communes</source>
        <translation>Số liệu theo tỉnh, huyện hay xã</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Dạng vẽ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Biến động</translation>
    </message>
    <message>
        <source>Symbols of the figures</source>
        <translation>Ký hiệu của số liệu</translation>
    </message>
    <message>
        <source>Change between two years or days</source>
        <translation>Thay đổi giữa hai năm hoặc hai ngày</translation>
    </message>
    <message>
        <source>Change between two times</source>
        <translation>Thay đổi giữa hai thời điểm</translation>
    </message>
    <message>
        <source>Circles, pies or bars instead of the theme&apos;s symbols</source>
        <translation>Vòng tròn, hình quạt hoặc cột thay cho ký hiệu của chủ đề</translation>
    </message>
    <message>
        <source>How the figures changed: two years, or two days such as 31/12/2020,31/12/2024</source>
        <translation>Số liệu thay đổi thế nào: hai năm, hoặc hai ngày như 31/12/2020,31/12/2024</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::TimeBar</name>
    <message>
        <source>Day of the administrative units</source>
        <translation>Ngày của đơn vị hành chính</translation>
    </message>
    <message>
        <source>&amp;Units of</source>
        <translation>Đơ&amp;n vị hành chính</translation>
    </message>
    <message>
        <source>with districts</source>
        <translation>còn cấp huyện</translation>
    </message>
    <message>
        <source>without districts</source>
        <translation>không còn cấp huyện</translation>
    </message>
    <message>
        <source>Day of the theme</source>
        <translation>Ngày của chủ đề</translation>
    </message>
    <message>
        <source>Figures from this year</source>
        <translation>Số liệu từ năm này</translation>
    </message>
    <message>
        <source>Figures until this year</source>
        <translation>Số liệu đến năm này</translation>
    </message>
    <message>
        <source>Fi&amp;gures of</source>
        <translation>Số liệu củ&amp;a năm</translation>
    </message>
    <message>
        <source>Units of another day</source>
        <translation>Đơn vị hành chính của ngày khác</translation>
    </message>
    <message>
        <source>Years of the figures</source>
        <translation>Năm của số liệu</translation>
    </message>
    <message>
        <source>The day that the theme was made for</source>
        <translation>Ngày mà chủ đề được lập</translation>
    </message>
    <message>
        <source>The units of %1. Drag to go through the years; a day of your own is typed beside it.</source>
        <translation>Đơn vị hành chính ngày %1. Kéo để xem qua các năm; ngày khác thì gõ ở ô bên cạnh.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::UndoOrder</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take back what was just done (Ctrl+Z)</source>
        <translation>Lấy lại như trước việc vừa làm (Ctrl+Z)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Hoàn tác: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Làm lại: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>What was done last (%1, %2) was too large to be kept.</source>
        <translation>Việc làm sau cùng (%1, %2) quá lớn nên không được giữ lại để hoàn tác.</translation>
    </message>
    <message>
        <source>It cannot be taken back</source>
        <translation>Không hoàn tác được</translation>
    </message>
    <message>
        <source>Leave it as it is, and let “Undo” take back what was done before it?</source>
        <translation>Để nguyên việc này, và cho “Hoàn tác” lấy lại việc trước nó?</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>Để &amp;nguyên</translation>
    </message>
    <message>
        <source>Pass over a change</source>
        <translation>Bỏ qua một thay đổi</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::WorkspaceWatcher</name>
    <message>
        <source>&apos;%1&apos; may be read but not changed by you; imports and decisions need a copy of your own.</source>
        <translation>Bạn đọc được “%1” nhưng không sửa được; muốn nhập hoặc xác nhận địa danh, hãy dùng một bản sao của mình.</translation>
    </message>
    <message>
        <source>The workspace &apos;%1&apos; is gone; what is shown is from memory. Open another one, or put it back.</source>
        <translation>Không gian làm việc “%1” không còn; những gì đang hiện là từ bộ nhớ. Hãy mở tệp khác, hoặc đưa tệp trở lại.</translation>
    </message>
    <message>
        <source>Another program changed the workspace; it was read again.</source>
        <translation>Một chương trình khác đã sửa không gian làm việc; nội dung đã được đọc lại.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportCommands</name>
    <message>
        <source>Paste te&amp;xt of a report…</source>
        <translation>&amp;Dán nội dung báo cáo…</translation>
    </message>
    <message>
        <source>Report to read</source>
        <translation>Báo cáo cần đọc</translation>
    </message>
    <message>
        <source>Reports (*.%1);;All files (*)</source>
        <translation>Báo cáo (*.%1);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Text of a report</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Paste the text here, with its letterhead if there is one.</source>
        <translation>Dán nội dung vào đây, kèm phần đầu văn bản nếu có.</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>Đọ&amp;c</translation>
    </message>
    <message>
        <source>Read the text for proposals</source>
        <translation>Đọc nội dung để tìm đề xuất</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Đọc &amp;báo cáo…</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportHead</name>
    <message>
        <source>What the document says of itself</source>
        <translation>Thông tin của văn bản</translation>
    </message>
    <message>
        <source>Show and change what the document says of itself</source>
        <translation>Xem và sửa thông tin của văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>How the document was read</source>
        <translation>Văn bản được đọc thế nào</translation>
    </message>
    <message>
        <source>31/12/2024, 12/2024 or 2024</source>
        <translation>31/12/2024, 12/2024 hoặc 2024</translation>
    </message>
    <message>
        <source>Day of the units that are named</source>
        <translation>Ngày của các đơn vị được nêu tên</translation>
    </message>
    <message>
        <source>such as: huyện Tam Đường, tỉnh Lai Châu</source>
        <translation>ví dụ: huyện Tam Đường, tỉnh Lai Châu</translation>
    </message>
    <message>
        <source>Read the document again with what stands here</source>
        <translation>Đọc lại văn bản theo thông tin ở đây</translation>
    </message>
    <message>
        <source>units as of %1</source>
        <translation>địa danh ngày %1</translation>
    </message>
    <message>
        <source>no area known</source>
        <translation>không rõ địa bàn</translation>
    </message>
    <message>
        <source>The text gives no date: places are looked up as of today.</source>
        <translation>Văn bản không ghi ngày: địa danh được tra theo hôm nay.</translation>
    </message>
    <message>
        <source>The date &apos;%1&apos; is no day; write it as 31/12/2024, 12/2024 or 2024.</source>
        <translation>“%1” không phải là ngày; hãy ghi như 31/12/2024, 12/2024 hoặc 2024.</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Tên:</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Số:</translation>
    </message>
    <message>
        <source>Issuer:</source>
        <translation>Cơ quan ban hành:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Ngày:</translation>
    </message>
    <message>
        <source>Area:</source>
        <translation>Địa bàn:</translation>
    </message>
    <message>
        <source>Units as of:</source>
        <translation>Địa danh ngày:</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>The source “%1” that is there is of another document (%2). Write another title below and read this one again, or it cannot be stored.</source>
        <translation>Nguồn “%1” đã có là của một văn bản khác (%2). Hãy ghi tên khác ở dưới rồi đọc lại, nếu không sẽ không lưu được.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportList</name>
    <message>
        <source>What to do with a proposal</source>
        <translation>Việc làm với đề xuất</translation>
    </message>
    <message>
        <source>Proposals and the rest</source>
        <translation>Đề xuất và phần còn lại</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Đề xuất</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Chưa hiểu</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Đoạn chữ</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Không còn</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>What is said of the proposal</source>
        <translation>Điều cần biết về đề xuất</translation>
    </message>
    <message>
        <source>How many are decided</source>
        <translation>Đã quyết định bao nhiêu</translation>
    </message>
    <message>
        <source>Which proposals are listed</source>
        <translation>Những đề xuất được liệt kê</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Chưa quyết định</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Cần chú ý</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>Not stored yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Find in the proposals</source>
        <translation>Tìm trong đề xuất</translation>
    </message>
    <message>
        <source>Left open (%1)</source>
        <translation>Chưa hiểu (%1)</translation>
    </message>
    <message>
        <source>Gone (%1)</source>
        <translation>Không còn (%1)</translation>
    </message>
    <message>
        <source>Numbers of which it is not known what they count; W makes a proposal of one, or of words selected in the text</source>
        <translation>Những con số không rõ đếm gì; phím W tạo đề xuất từ một con số, hoặc từ đoạn chữ được chọn trong văn bản</translation>
    </message>
    <message>
        <source>Taken from an earlier version of the document, which does not say it any more; the records stay until they are deleted</source>
        <translation>Đã nhận từ bản trước của văn bản, nay văn bản không còn nêu; các bản ghi vẫn còn cho đến khi bị xóa</translation>
    </message>
    <message>
        <source>%1 accepted, %2 refused, %3 open</source>
        <translation>%1 nhận, %2 bỏ, %3 chưa quyết định</translation>
    </message>
    <message>
        <source>%1 not stored yet</source>
        <translation>%1 chưa lưu</translation>
    </message>
    <message>
        <source>Proposals (%1)</source>
        <translation>Đề xuất (%1)</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Trong văn bản</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportPane</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Accept the proposal, or leave it open again</source>
        <translation>Nhận đề xuất, hoặc đưa về chưa quyết định</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Refuse the proposal, or leave it open again</source>
        <translation>Bỏ đề xuất, hoặc đưa về chưa quyết định</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Change what the proposal says</source>
        <translation>Sửa nội dung đề xuất</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Tách</translation>
    </message>
    <message>
        <source>Split the proposal: a row a place, a value or a subject</source>
        <translation>Tách đề xuất: mỗi nơi, mỗi giá trị hoặc mỗi đối tượng một dòng</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Merge the selected proposals (Shift or Ctrl and click), or this one and the next</source>
        <translation>Gộp các đề xuất được chọn (giữ Shift hoặc Ctrl rồi bấm), hoặc đề xuất này với đề xuất sau</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Đề xuất…</translation>
    </message>
    <message>
        <source>Make a proposal of the words selected in the text, or of what was left open</source>
        <translation>Tạo đề xuất từ đoạn chữ được chọn trong văn bản, hoặc từ con số chưa hiểu</translation>
    </message>
    <message>
        <source>No further one is open.</source>
        <translation>Không còn đề xuất nào chưa quyết định ở phía này.</translation>
    </message>
    <message>
        <source>There is no further one.</source>
        <translation>Không còn đề xuất nào ở phía này.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Next proposal</source>
        <translation>Đề xuất sau</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Previous proposal</source>
        <translation>Đề xuất trước</translation>
    </message>
    <message>
        <source>◀ Open</source>
        <translation>◀ Chưa xong</translation>
    </message>
    <message>
        <source>Previous open proposal</source>
        <translation>Đề xuất chưa quyết định ở trước</translation>
    </message>
    <message>
        <source>Open ▶</source>
        <translation>Chưa xong ▶</translation>
    </message>
    <message>
        <source>Next open proposal</source>
        <translation>Đề xuất chưa quyết định tiếp theo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Hoàn tác bước vừa làm</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Make the step again</source>
        <translation>Làm lại bước vừa hoàn tác</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Store what is decided in the workspace: accepted proposals become records</source>
        <translation>Lưu các quyết định vào không gian làm việc: đề xuất được nhận thành bản ghi</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>Đóng báo cáo</translation>
    </message>
    <message>
        <source>Confidence from</source>
        <translation>Độ tin cậy từ</translation>
    </message>
    <message>
        <source>Accept all from</source>
        <translation>Nhận hết từ mức</translation>
    </message>
    <message>
        <source>Accept all open proposals of this confidence or more, but for those that are new, changed or stand in another source</source>
        <translation>Nhận mọi đề xuất chưa quyết định có độ tin cậy từ mức này, trừ đề xuất mới, khác bản trước hoặc đã có trong nguồn khác</translation>
    </message>
    <message>
        <source>The report was not read</source>
        <translation>Không đọc được báo cáo</translation>
    </message>
    <message>
        <source>Decisions are not stored</source>
        <translation>Quyết định chưa được lưu</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) about the report are not stored yet.</source>
        <translation>
            <numerusform>%n quyết định về báo cáo chưa được lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Store and close</source>
        <translation>&amp;Lưu rồi đóng</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>&amp;Bỏ các quyết định</translation>
    </message>
    <message>
        <source>No open proposal has that confidence.</source>
        <translation>Không có đề xuất chưa quyết định nào đạt độ tin cậy ấy.</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) accepted that nobody has looked at.</source>
        <translation>
            <numerusform>Đã nhận %n đề xuất mà chưa ai xem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select words in the text first, or one of those left open.</source>
        <translation>Trước hết hãy chọn đoạn chữ trong văn bản, hoặc một con số chưa hiểu.</translation>
    </message>
    <message>
        <source>Propose a record</source>
        <translation>Đề xuất bản ghi</translation>
    </message>
    <message>
        <source>Everything that is decided is stored.</source>
        <translation>Mọi quyết định đã được lưu.</translation>
    </message>
    <message>
        <source>Proposals of %1</source>
        <translation>Đề xuất của %1</translation>
    </message>
    <message>
        <source>%1 taken, %2 changed, %3 refused, %4 could not be taken.</source>
        <translation>Nhận mới %1, sửa %2, bỏ %3, không nhận được %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to be decided.</source>
        <translation>
            <numerusform>%n địa danh cần xác nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Another workspace was opened meanwhile; open the report again.</source>
        <translation>Trong lúc đọc, một không gian làm việc khác đã được mở; hãy mở lại báo cáo.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportReading</name>
    <message>
        <source>Read a report</source>
        <translation>Đọc báo cáo</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportRowDialog</name>
    <message>
        <source>Change a proposal</source>
        <translation>Sửa đề xuất</translation>
    </message>
    <message>
        <source>Words that it rests on</source>
        <translation>Đoạn chữ làm căn cứ</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Loại:</translation>
    </message>
    <message>
        <source>&amp;Subject:</source>
        <translation>Đối tượ&amp;ng:</translation>
    </message>
    <message>
        <source>I&amp;ndicator:</source>
        <translation>Chỉ tiê&amp;u:</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Giá trị:</translation>
    </message>
    <message>
        <source>&amp;Up to:</source>
        <translation>Ca&amp;o nhất:</translation>
    </message>
    <message>
        <source>Un&amp;it:</source>
        <translation>Đơn &amp;vị tính:</translation>
    </message>
    <message>
        <source>Si&amp;gn:</source>
        <translation>&amp;Dấu:</translation>
    </message>
    <message>
        <source>&amp;How it counts:</source>
        <translation>&amp;Cách tính:</translation>
    </message>
    <message>
        <source>&amp;Places:</source>
        <translation>Đị&amp;a danh:</translation>
    </message>
    <message>
        <source>&amp;Role of the places:</source>
        <translation>Vai t&amp;rò của địa danh:</translation>
    </message>
    <message>
        <source>H&amp;older:</source>
        <translation>C&amp;hủ thể:</translation>
    </message>
    <message>
        <source>P&amp;eriod:</source>
        <translation>Năm, &amp;kỳ:</translation>
    </message>
    <message>
        <source>What is said about the proposal</source>
        <translation>Điều cần biết về đề xuất</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>Change the proposal; it is stored with the others</source>
        <translation>Sửa đề xuất; được lưu cùng các đề xuất khác</translation>
    </message>
    <message>
        <source>commune, district or province; several with ;</source>
        <translation>xã, huyện hoặc tỉnh; nhiều nơi cách nhau bằng dấu ;</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– chọn –</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number; write it like %2.</source>
        <translation>“%1” không phải là số; hãy ghi như %2.</translation>
    </message>
    <message>
        <source>St&amp;atus:</source>
        <translation>&amp;Trạng thái:</translation>
    </message>
    <message>
        <source>No&amp;te:</source>
        <translation>Gh&amp;i chú:</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportRowModel</name>
    <message>
        <source>✓ accepted</source>
        <translation>✓ nhận</translation>
    </message>
    <message>
        <source>✗ refused</source>
        <translation>✗ bỏ</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <translation>%1 (!)</translation>
    </message>
    <message>
        <source>no place known</source>
        <translation>không rõ nơi nào</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Độ tin cậy</translation>
    </message>
    <message>
        <source>! to do</source>
        <translation>! chờ</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>chờ</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportRows</name>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n đề xuất</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave open: %1</source>
        <translation>Để chưa quyết định: %1</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>Nhận: %1</translation>
    </message>
    <message>
        <source>Refuse: %1</source>
        <translation>Bỏ: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Sửa: %1</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>Tách: %1</translation>
    </message>
    <message>
        <source>Merge: %1</source>
        <translation>Gộp: %1</translation>
    </message>
    <message>
        <source>Propose: %1</source>
        <translation>Đề xuất: %1</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::ReportText</name>
    <message>
        <source>Text of the report</source>
        <translation>Chữ của báo cáo</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::JobRunner</name>
    <message>
        <source>It was cancelled before it began.</source>
        <translation>Đã hủy trước khi bắt đầu.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::LegendEdits</name>
    <message>
        <source>Colour on the map</source>
        <translation>Màu trên bản đồ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Limit between two classes</source>
        <translation>Ngưỡng giữa hai lớp</translation>
    </message>
    <message>
        <source>Figures up to this number are in the lower class:</source>
        <translation>Số liệu đến số này thuộc lớp dưới:</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number; write it like %2.</source>
        <translation>“%1” không phải là số; hãy ghi như %2.</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PageForm</name>
    <message>
        <source>What is set for the page</source>
        <translation>Những gì chọn cho trang</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Chữ trên trang</translation>
    </message>
    <message>
        <source>Beside the map</source>
        <translation>Quanh bản đồ</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Tệp kết quả</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>&amp;File (.png, .pdf, .svg):</source>
        <translation>&amp;Tệp (.png, .pdf, .svg):</translation>
    </message>
    <message>
        <source>Layout of the page</source>
        <translation>Bố cục của trang</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>&amp;Lưu…</translation>
    </message>
    <message>
        <source>Keep the layout as it is now under a name, for the command line, too</source>
        <translation>Lưu bố cục hiện tại dưới một tên, dùng được cả ở dòng lệnh</translation>
    </message>
    <message>
        <source>La&amp;yout:</source>
        <translation>Bố &amp;cục:</translation>
    </message>
    <message>
        <source>Paper or pixels</source>
        <translation>Khổ giấy hoặc điểm ảnh</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Điểm ảnh</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Khổ:</translation>
    </message>
    <message>
        <source>Paper on its side or upright</source>
        <translation>Giấy ngang hoặc dọc</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>ngang</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>dọc</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>Hướn&amp;g giấy:</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Chiều rộng, điểm ảnh</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Chiều cao, điểm ảnh</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>Điểm ảnh mỗi inch</translation>
    </message>
    <message>
        <source>automatic (paper 300, pixels 144)</source>
        <translation>tự động (giấy 300, ảnh 144)</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Rộng:</translation>
    </message>
    <message>
        <source>&amp;Height:</source>
        <translation>C&amp;ao:</translation>
    </message>
    <message>
        <source>&amp;dpi:</source>
        <translation>d&amp;pi:</translation>
    </message>
    <message>
        <source>How the map is drawn</source>
        <translation>Bản đồ được vẽ thế nào</translation>
    </message>
    <message>
        <source>Pai&amp;nter:</source>
        <translation>Cách &amp;vẽ:</translation>
    </message>
    <message>
        <source>Language of the map</source>
        <translation>Ngôn ngữ của bản đồ</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Ngôn ngữ:</translation>
    </message>
    <message>
        <source>Title of the map</source>
        <translation>Tiêu đề của bản đồ</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>Tiê&amp;u đề:</translation>
    </message>
    <message>
        <source>Department, at the head of the page</source>
        <translation>Cơ quan, ghi ở đầu trang</translation>
    </message>
    <message>
        <source>Department:</source>
        <translation>Cơ quan:</translation>
    </message>
    <message>
        <source>Who made the map</source>
        <translation>Người lập bản đồ</translation>
    </message>
    <message>
        <source>Made by:</source>
        <translation>Người lập:</translation>
    </message>
    <message>
        <source>Number of the file, at the head of the page</source>
        <translation>Số hồ sơ, ghi ở đầu trang</translation>
    </message>
    <message>
        <source>File number:</source>
        <translation>Số hồ sơ:</translation>
    </message>
    <message>
        <source>A note beside the legend</source>
        <translation>Lời thuyết minh cạnh chú giải</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Thuyết minh:</translation>
    </message>
    <message>
        <source>Logo, a PNG or SVG file</source>
        <translation>Biểu trưng, tệp PNG hoặc SVG</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Chọn biểu trưng</translation>
    </message>
    <message>
        <source>Logo:</source>
        <translation>Biểu trưng:</translation>
    </message>
    <message>
        <source>Where the logo stands</source>
        <translation>Chỗ của biểu trưng</translation>
    </message>
    <message>
        <source>at the left</source>
        <translation>bên trái</translation>
    </message>
    <message>
        <source>at the right</source>
        <translation>bên phải</translation>
    </message>
    <message>
        <source>Logo stands:</source>
        <translation>Chỗ biểu trưng:</translation>
    </message>
    <message>
        <source>Say the day on which the map is made</source>
        <translation>Ghi ngày lập bản đồ</translation>
    </message>
    <message>
        <source>At the foot of the page</source>
        <translation>Ở cuối trang</translation>
    </message>
    <message>
        <source>Exact scale on paper, such as 1:50000</source>
        <translation>Tỷ lệ đúng trên giấy, ví dụ 1:50.000</translation>
    </message>
    <message>
        <source>as large as there is room for</source>
        <translation>lớn nhất vừa trang</translation>
    </message>
    <message>
        <source>Scale (1:50000):</source>
        <translation>Tỷ lệ (1:50.000):</translation>
    </message>
    <message>
        <source>Lines of coordinates over the map</source>
        <translation>Lưới tọa độ trên bản đồ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>longitude and latitude</source>
        <translation>kinh độ, vĩ độ</translation>
    </message>
    <message>
        <source>VN-2000, kilometres</source>
        <translation>VN-2000, ki-lô-mét</translation>
    </message>
    <message>
        <source>Grid:</source>
        <translation>Lưới tọa độ:</translation>
    </message>
    <message>
        <source>Where the legend stands; it can be dragged on the preview</source>
        <translation>Chỗ của chú giải; có thể kéo trên hình xem trước</translation>
    </message>
    <message>
        <source>by the paper</source>
        <translation>tùy khổ giấy</translation>
    </message>
    <message>
        <source>right of the map</source>
        <translation>bên phải bản đồ</translation>
    </message>
    <message>
        <source>left of the map</source>
        <translation>bên trái bản đồ</translation>
    </message>
    <message>
        <source>below the map</source>
        <translation>dưới bản đồ</translation>
    </message>
    <message>
        <source>Legend:</source>
        <translation>Chú giải:</translation>
    </message>
    <message>
        <source>Locator: where the map lies</source>
        <translation>Sơ đồ vị trí</translation>
    </message>
    <message>
        <source>A small map of the province or the country</source>
        <translation>Bản đồ nhỏ của tỉnh hoặc cả nước</translation>
    </message>
    <message>
        <source>Table of the figures</source>
        <translation>Bảng số liệu</translation>
    </message>
    <message>
        <source>As many rows as there is room for</source>
        <translation>Số dòng vừa với chỗ trống</translation>
    </message>
    <message>
        <source>Add a histogra&amp;m of the figures</source>
        <translation>Thêm &amp;biểu đồ phân bố số liệu</translation>
    </message>
    <message>
        <source>How the figures spread, beside the legend</source>
        <translation>Số liệu phân bố ra sao, bên chú giải</translation>
    </message>
    <message>
        <source>1:N over the scale bar</source>
        <translation>Ghi 1:N trên thước tỷ lệ</translation>
    </message>
    <message>
        <source>The scale as a ratio</source>
        <translation>Tỷ lệ viết thành số</translation>
    </message>
    <message>
        <source>Projection, at the foot</source>
        <translation>Ghi phép chiếu ở cuối trang</translation>
    </message>
    <message>
        <source>In which projection the map is drawn</source>
        <translation>Phép chiếu của bản đồ</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <translation>%1 (riêng)</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Xuất bản đồ</translation>
    </message>
    <message>
        <source>Maps (*.pdf *.png *.svg)</source>
        <translation>Bản đồ (*.pdf *.png *.svg)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Hình (*.png *.svg)</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::PagePreview</name>
    <message>
        <source>Drag the legend, and what stands beside it, to another side of the map</source>
        <translation>Kéo chú giải và các phần cạnh nó sang phía khác của bản đồ</translation>
    </message>
</context>
<context>
    <name>terroir::viewer::SaveLayoutDialog</name>
    <message>
        <source>Keep the layout</source>
        <translation>Lưu bố cục</translation>
    </message>
    <message>
        <source>What the layout is called</source>
        <translation>Tên của bố cục</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Chỗ sai</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Tên:</translation>
    </message>
    <message>
        <source>There is an own layout &apos;%1&apos;. Replace it?</source>
        <translation>Đã có bố cục riêng “%1”. Thay bố cục ấy?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Thay thế</translation>
    </message>
    <message>
        <source>The layout is kept; “terroir map --layout %1” uses it, too.</source>
        <translation>Đã lưu bố cục; “terroir map --layout %1” cũng dùng bố cục này.</translation>
    </message>
</context>
</TS>
