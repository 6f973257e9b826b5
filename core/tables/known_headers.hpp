#pragma once

#include "core/tables/special_columns.hpp"

#include <string_view>

namespace terroir::tables {

/// Folded words of headers that mean a field, apart by commas. Where several stand in one header
/// the longest counts; of equal ones the row that stands first.
struct KnownHeaders {
    std::string_view field;
    std::string_view kinds; ///< only for these kinds of records, separated with spaces; empty: all
    std::string_view words;
};

inline constexpr KnownHeaders knownHeaders[] = {
    {ordinalColumn, "", "stt, tt, so tt, so thu tu, thu tu, no, mapinfo id, objectid, fid"},

    {"subject", "",
     "san pham, ten san pham, ten goi, nhiem vu, ten nhiem vu, ten de tai, ten du an, "
     "ten de tai du an, de tai du an"},
    {"subject", "st_task", "de tai"},
    {"subject", "",
     "mo hinh, ten mo hinh, loai mo hinh, noi dung, noi dung mo hinh, noi dung ho tro, "
     "hang muc, ten nhan hieu, ten doi tuong, ten san pham dich vu, ten tai san, ten vung, "
     "dac san, ten dac san, san pham ocop, san pham chu luc, hang nong san, con giong, "
     "loai hinh mo hinh, noi dung thuc hien, ten chuong trinh, ten cong trinh, nhan hieu, "
     "ten chi dan dia ly, chi dan dia ly, cay trong, loai cay, loai cay trong, ten cay, "
     "ten cay trong, cay, chung loai, loai rau, loai qua, loai hoa, vat nuoi, "
     "loai vat nuoi, con nuoi, loai con nuoi, con vat, gia suc, loai gia suc, "
     "loai gia suc gia cam, vat nuoi chinh"},
    {"subject", "border_marker", "so hieu moc, so moc, moc, moc so, ten moc, ky hieu moc, so hieu"},
    {"subject", "soil_sample", "ky hieu mau, so hieu mau, ma mau, ten mau, so mau, mau, mau dat"},
    {"subject", "production_zone planting livestock aquaculture trial packing_house", "loai"},
    {"subject", "",
     "doi tuong, doi tuong nuoi, doi tuong trong, doi tuong cay trong, duoc lieu, "
     "cay duoc lieu, loai duoc lieu, ten duoc lieu"},
    {"subject", "production_zone planting trial", "loai dl, ten dl, loai ct, ten ct"},
    {"subject", "livestock", "loai vn, ten vn"},
    {"subject", "aquaculture", "loai ts"},
    {"subject", "", "loai ca, loai nuoi, loai thuy san, loai thuy san nuoi, giong loai"},
    {"subject", "aquaculture livestock", "loai hinh nuoi"},
    {"subject", "production_zone planting certification", "loai hinh san xuat"},
    {"subject", "", "nong san, mat hang, hang hoa, ten hang hoa, san pham dich vu"},
    {"subject", "certification", "pham vi chung nhan"},
    {"subject", "",
     "san pham chung nhan, san pham duoc chung nhan, crop, crop name, product, "
     "product name, commodity, species, model, name, ten"},
    {"holder", "", "ten, name"},
    {"subject", "", "mark"},

    {"variety", "",
     "giong, ten giong, giong cay, giong cay trong, giong lua, giong trong, variety"},

    {"holder", "",
     "ten cso, ten csdg, ten co so dong goi, csdg, co so dong goi, nha dong goi, ten nha dong goi"},
    {"holder", "",
     "chu the, ten chu the, chu the san xuat, co so, ten co so, co so san xuat, co so nuoi, "
     "chu co so, chu ho, ten chu ho, ho ten, ho va ten, ho ten chu ho, ten chu, chu so huu, "
     "chu trang trai, ten trang trai, trang trai, chu vuon, chu trai, chu be, chu ao, chu don, "
     "chu don chu so huu, chu bang, chu van bang, nguoi nop don, to chuc, ten to chuc, "
     "to chuc ca nhan, ten to chuc ca nhan, to chuc duoc chung nhan, "
     "don vi duoc chung nhan, don vi thuc hien, co quan thuc hien, don vi san xuat, "
     "don vi nhan ho tro, don vi so huu, don vi chu tri, co quan chu tri, to chuc chu tri, "
     "co quan chu tri thuc hien, don vi lien ket, doanh nghiep lien ket, nguoi dai dien, "
     "dai dien, ten nguoi dai dien, doanh nghiep, ten doanh nghiep, cong ty, ten cong ty, "
     "htx, ten htx, hop tac xa, ten hop tac xa, to hop tac, nong ho, ho nuoi, ho trong, "
     "ten dia chi dien thoai chu the, ten dia chi chu the, ten va dia chi chu the, "
     "ten dia chi co so, ten va dia chi co so, ten co so dia chi, ten chu the dia chi, "
     "ho ten dia chi, ho va ten dia chi, ten dia chi, ten va dia chi, ten dia chi dien thoai, "
     "ten dia chi so dien thoai, "
     "ho dan, ten ho, ten ho nuoi, ho thuc hien, ho tham gia, nguoi nuoi, nguoi trong, "
     "nguoi san xuat, nha san xuat, nhom ho, owner, holder, producer, grower, farmer, "
     "company"},

    {managerColumn, "",
     "don vi quan ly, dv quan ly, co quan quan ly, to chuc quan ly, chu dau tu, "
     "don vi bao tieu, don vi thu mua"},

    {"leader", "", "chu nhiem, chu nhiem de tai, chu nhiem nhiem vu, ten chu nhiem"},

    {"budget", "", "kinh phi, tong kinh phi, tong muc dau tu, kinh phi thuc hien, budget"},
    {knownColumn, "",
     "ngan sach, von, von doi ung, doi ung, thanh tien, don gia, gia ban, gia, "
     "gia tri san xuat, doanh thu, loi nhuan, muc ho tro"},
    {"budget", "", "kinh phi ho tro"},
    {knownColumn, "",
     "so tien, lao dong, so lao dong, so nguoi, so nhan khau, nguoi lam, lua nam, lua, "
     "so lua, so lua nam, so vu, so vu nam, so doi chung, so voi doi chung, tang giam, "
     "so sanh, ty le, ti le, ty trong, mat do, chieu cao, do brix, brix, ph, do ph, om, "
     "mun, ec, cec, tss, do man, do am, do doc, do cao, nhiet do, luong mua, xep hang thu, "
     "thu hang, khoang cach, thoi gian sinh truong, tgst, so bong, hat chac, trong luong, "
     "khoi luong 1000 hat, dien thoai, so dien thoai, sdt, dt lien he, cccd, cmnd, email, "
     "website, ky ten, so ho, so ho tham gia, nam sinh, ngay sinh, ngay thang nam sinh, "
     "nam thanh lap, ngay thanh lap, thoi gian thanh lap, nam hoat dong, "
     "nam bat dau hoat dong, nam di vao hoat dong, tuoi, so thua, to ban do, do sau, "
     "ngay nghiem thu, ngay nop, ngay nop don, cong suat, cong suat chuong, so giong, "
     "ma ho so, ma da, so ho khau, ke hoach, phuong thuc, hinh thuc"},
    // Of the farm or house in which the rows are; a task or model has its time by them.
    {knownColumn, "production_zone planting livestock aquaculture packing_house",
     "nam xay dung, nam hoan thanh, thoi gian xay dung, ngay hoan thanh"},
    // What goes in is no output, whatever its unit.
    {knownColumn, "",
     "thuc an, phan bon, vat tu, cay giong, luong giong, so luong giong tha, so giong tha, "
     "luong giong tha, giong tha, so luong con giong, so con giong, con giong tha, mat do tha, "
     "hoa chat, thuoc thu y, thuoc bvtv, "
     "can bo theo doi, can bo ky thuat, can bo phu trach, nguoi theo doi, nguoi phu trach, "
     "ky nhan"},

    {"province", "", "province"},
    {"district", "", "district"},
    {"commune", "", "commune, ward, commune ward"},
    {"place", "",
     "dia diem, dia chi, dc, d c, dia ban, dia danh, dia phuong, don vi hanh chinh, dvhc, "
     "noi, noi san xuat, noi trong, noi nuoi, noi thuc hien, noi o, noi dat, "
     "dia diem thuc hien, dia diem trien khai, dia diem san xuat, dia chi san xuat, "
     "dia chi vung trong, dia ban thuc hien, dia ban san xuat, dia ban chan nuoi, vi tri, "
     "diem trinh dien, diem khao nghiem, diem thuc hien, diem trien khai, noi khao nghiem, "
     "dia diem khao nghiem, noi trien khai, noi cu tru, tru so, vung, vung san xuat, "
     "vung bao ho, khu vuc dia ly"},
    {villageColumn, "", "khu vuc"},
    {"place", "title geographical_indication", "pham vi"},
    {"place", "", "location, address, place, site"},
    {villageColumn, "", "khu, village"},

    {"area", "", "dien tich"},
    {"subject", "title geographical_indication",
     "nhan hieu, ten dau hieu, dau hieu, chi dan dia ly, ten duoc bao ho, ten bao ho, "
     "nhan hieu duoc bao ho, dau hieu duoc bao ho, tai san tri tue, ten tai san tri tue, "
     "doi tuong duoc bao ho, ten doi tuong duoc bao ho, ten doi tuong bao ho"},
    {knownColumn, "",
     "dien tich chuong, dt chuong, dien tich chuong trai, dt chuong trai, "
     "dien tich chuong nuoi, dt chuong nuoi, dien tich nha xuong, dien tich nha kho"},
    {"area", "",
     "tong dien tich, dtich, dt, tong dt, dien tich trong, dien tich nuoi, "
     "dien tich gieo trong, dien tich vung trong, dien tich chung nhan, "
     "dien tich duoc chung nhan, dien tich ao, dien tich ao nuoi, dien tich mat nuoc, "
     "dien tich khao nghiem, quy mo dien tich, area, area ha, so ha"},
    {"output", "", "san luong, tong san luong, san luong du kien, sluong, output, production"},
    {"yield", "", "nang suat, nsuat, ns, ns mo hinh, nang suat mo hinh"},
    {knownColumn, "", "ns binh quan"},
    {"yield", "", "nang suat tb"},
    {"holder", "", "don vi so huu"},
    {"yield", "", "nang suat binh quan, nang suat thuc thu, nstt, yield"},
    {"count", "",
     "so luong, sl, so lg, so con, so dau con, tong dan, dan, quy mo dan, so luong con, "
     "so luong nuoi, so luong vat nuoi, so long, so long be, so be, so o long, so gian be, "
     "so mo hinh, so co so, so trang trai, so san pham, quantity, heads, number"},
    {"value", "", "quy mo, khoi luong, thuc hien, da thuc hien, ket qua thuc hien, gia tri, size"},
    {"unit", "", "don vi tinh, dvt, don vi do, don vi, unit"},
    {"indicator", "", "chi tieu, chi so"},
    // As plainIndicators() names what it says of the rows of a form.
    {"subject", "", "chi tieu doi tuong"},
    {"indicator", "", "chi tieu so do"},
    {"group", "", "chi tieu nhom"},
    {"scope", "", "chi tieu pham vi"},
    {"place", "", "chi tieu dia diem"},
    {"unit", "", "chi tieu don vi"},

    {"period", "",
     "nam, nam cap, nam cong nhan, nam dat, nam danh gia, nam thuc hien, nam trong, "
     "nam nuoi, nam qh, nam bao ho, nam dang ky, nam chung nhan, nam trien khai, "
     "nam ho tro, nam khao nghiem, thoi gian, thoi gian thuc hien, thoi gian trien khai, "
     "thoi diem, thoi ky, giai doan, ngay, ngay cap, ngay thang, ngay thang cap, "
     "ngay cap ma, ngay ky, ngay cong nhan, ngay quyet dinh, ngay qd, ngay ban hanh, "
     "ngay dang ky, ngay chung nhan, ngay cap gcn, ngay ks, ngay khao sat, ngay dieu tra, "
     "ngay cap bang, vu, mua vu, thoi vu, vu san xuat, year, date, period, season, "
     "bat dau ket thuc, thoi gian bat dau ket thuc, tu den, tu ngay den ngay"},
    {"from", "", "tu ngay, tu thang, tu nam, bat dau, ngay bat dau, thoi gian bat dau"},
    {"to", "", "den ngay, den thang, den nam, ket thuc, ngay ket thuc, thoi gian ket thuc"},
    {"from", "", "tu"},
    {"to", "", "den"},
    {"expires", "",
     "het han, ngay het han, ngay het hieu luc, hieu luc, hieu luc den, thoi han, "
     "thoi han hieu luc, thoi han chung nhan, thoi han gcn, thoi han giay chung nhan, "
     "hieu luc chung nhan, hieu luc gcn, co hieu luc den, co gia tri den, han, expires"},

    {endDayColumn, "ocop title geographical_indication certification production_zone packing_house",
     "ngay dinh chi, ngay tam dinh chi, ngay bi dinh chi, ngay tam dung, ngay tam ngung, "
     "ngay ngung, ngay thu hoi, ngay bi thu hoi, ngay huy, ngay huy bo, ngay cham dut, "
     "thoi diem dinh chi, thoi diem tam dung, thoi diem thu hoi"},

    {"decision", "",
     "quyet dinh, so quyet dinh, quyet dinh so, qd so, so qd, quyet dinh cong nhan, "
     "van ban, so van ban"},
    {"certificate_no", "",
     "so giay, so gcn, gcn, so giay chung nhan, giay chung nhan, ma so chung nhan, "
     "so chung nhan, so van bang, so bang, so dang bo, so dang ky, van bang"},
    {"application_no", "", "so don, so nop don"},
    {"code", "production_zone packing_house title", "ma so, ma"},
    {"code", "", "ma so vung trong, ma vung trong, ma vung, msvt, ma so co so dong goi, ma csdg"},
    {"id", "", "ma so, ma, id"},
    {"code", "", "code"},
    {"market", "", "thi truong, thi truong xuat khau, nuoc nhap khau, market"},

    {"stars", "", "hang sao, so sao, sao"},
    {"stars", "ocop",
     "hang, phan hang, phan hang sao, phan hang san pham, ket qua phan hang, "
     "ket qua danh gia, ket qua, xep hang, xep loai, hang dat, muc dat, ocop"},
    {"stars", "", "rating, stars"},
    {"points", "ocop",
     "diem, so diem, tong diem, diem danh gia, diem tb, diem trung binh, "
     "diem binh quan, tong diem trung binh, diem tb cua hoi dong"},
    {"product_group", "ocop", "nhom, nhom san pham, nganh hang, nganh, bo san pham"},
    {"holder_type", "", "loai hinh chu the, loai hinh to chuc, loai chu the"},

    {"category", "",
     "loai nhan hieu, loai van bang, hinh thuc bao ho, loai hinh bao ho, loai hinh"},
    // Either the types or, where the cells are none, the names.
    {"category", "title geographical_indication",
     "doi tuong bao ho, doi tuong duoc bao ho, nhan hieu"},
    {"subject", "title geographical_indication", "doi tuong bao ho"},
    {"category", "",
     "loai, phan loai, tieu chuan, tieu chuan ap dung, quy trinh, quy chuan, chung nhan, "
     "loai chung nhan"},
    {knownColumn, "",
     "to chuc chung nhan, don vi chung nhan, co quan chung nhan, to chuc cap, noi cap, "
     "co quan cap, don vi cap, so thanh vien, nhom nice, nguon von, lai thuan, nhan xet, "
     "ma so thue, mst, so thang, the tich, so bong m2"},
    {managerColumn, "", "don vi phoi hop, co quan phoi hop"},
    {"category", "", "hinh thuc chung nhan"},
    {"category", "title certification", "hinh thuc"},
    {"category", "", "linh vuc, category, certification, standard, scheme"},

    {"status", "",
     "trang thai, tinh trang, tien do, hien trang, tinh trang ma so, tinh trang hoat dong"},
    {"status", "st_task", "ket qua, ket qua nghiem thu, xep loai"},
    {"result", "", "danh gia, ket qua"},
    {"status", "", "status"},

    {"note", "", "ghi chu, chu thich, ghi chu khac, remark, remarks, note, notes"},
    {knownColumn, "", "description"},
    {"note", "", "mo ta"},

    {eastColumn, "", "kinh do, longitude, long, lon, lng, easting"},
    {northColumn, "", "vi do, latitude, lat, northing"},
    // Surveyors write X for the north and Y for the east; which it is, the values say.
    {northColumn, "", "x"},
    {eastColumn, "", "y"},
    {northColumn, "", "toa do x"},
    {eastColumn, "", "toa do y"},
    {northColumn, "", "x m"},
    {eastColumn, "", "y m"},
    {pairColumn, "", "toa do, toa do gps, gps, vi tri gps, coordinates"},
};

} // namespace terroir::tables
