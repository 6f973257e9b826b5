#!/usr/bin/env bash
# make-seeds.sh TARGET FOLDER: writes first inputs of a fuzz target (geocode, csv, …), made of the
# packaged data and of the data of tests; their forms are in fuzz_TARGET.cpp.
set -euo pipefail
shopt -s extglob nullglob

target="$1" folder="$2"
root="$(cd "$(dirname "$0")/../.." && pwd)"
mkdir -p "$folder"

# The bytes on standard input as one more seed.
seed() {
    cat >"$(mktemp "$folder/seed-XXXXXX")"
}

case "$target" in
geocode)
    while IFS='|' read -r day text context _; do
        [[ $day == [0-9]* ]] || continue
        text="${text##+( )}" context="${context##+( )}"
        text="${text%%+( )}" context="${context%%+( )}"
        fields=("$text" "" "" "")
        if [[ $text =~ ^(tinh|huyen|xa|text)= ]]; then
            names=(text xa huyen tinh)
            for i in 0 1 2 3; do
                fields[i]=""
                [[ "; $text;" =~ "; ${names[i]}="([^;]*) ]] && fields[i]="${BASH_REMATCH[1]}"
            done
        fi
        # N: 2025-06-30, no level; %b: the cases write \u00ad for what cannot be seen
        printf 'N%b\t%b\t%b\t%b\t%b' "${fields[@]}" "$context" | seed
    done < <(cat "$root"/tests/data/geocode/*.txt)
    ;;
places)
    for file in "$root"/tests/data/places/*.txt; do
        { printf '1tỉnh Lai Châu\t' && head -c 2000 "$file"; } | seed
        while IFS= read -r line; do
            [[ -z $line || $line == '#'* ]] || printf '1\t%s' "$line" | seed
        done <"$file"
    done
    ;;
values)
    for text in '1.947,5' '80 nghìn' '≥ 300 con' 'từ 20 đến 30' '1½ ha' '12 (ha)' '1e999' '-0' \
        '2025-07-01' '31/12/2024' '1.7.2025' 'quý II/2023' 'tháng 3-9/2022' 'từ 2020 đến nay' \
        'vụ Đông Xuân 2022-2023' 'QĐ số 2150/QĐ-UBND ngày 18/12/2023' 'vn2000:105°45'\' '#1b7837' \
        $'21°01\'48.5"N\t103°36\'E' $'21,03\t103,605' $'2.325.678,4\t500000' nt KXĐ; do
        printf '%s' "$text" | seed
    done
    ;;
theme)
    for file in "$root"/styles/*.theme.json "$root"/tests/data/themes/*.theme.json; do
        seed <"$file"
    done
    ;;
csv)
    for file in "$root"/data/*.csv "$root"/data/*/*.csv; do
        head -n 4 "$file" | seed
    done
    printf '\xef\xbb\xbfa;b\r\n"1;2";"x\ny"\r\n' | seed
    printf 'a\tb\n1\t2\n' | seed
    ;;
packed_shape)
    printf '\x01\x01\x03\x00\x00\x02\x00\x00\x02' | seed
    printf '\x01\x02\x04\x03\x00\x00\x10\x00\x00\x10\x0f\x00\x02\x02\x02\x00\x00\x02' | seed
    ;;
changes)
    printf '\x1f%s' abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz | seed
    printf '\x05\x00\x01\x02\x01\x01\x01\x07\x01\x01\x03\x01\x02\x08\x01\x01' | seed
    ;;
sheets)
    printf '\x00<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Xã</t></is></c></row><row><c><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>' | seed
    printf '\x01<si><t>Xã</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>' | seed
    printf '\x02<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>' | seed
    for form in 3 4; do
        printf "\\x0$form"'<table:table table:name="S"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row></table:table>' | seed
    done
    for form in 5:xlsx 6:ods 7:xls; do
        for file in "$root"/tests/data/sheets/*."${form#*:}"; do
            { printf "\\x0${form%:*}" && cat "$file"; } | seed
        done
    done
    printf '\x09Xã;Diện tích\nBình Lư;1,5\n' | seed
    ;;
import)
    kind=0
    for file in "$root"/data/records/*.csv; do
        { printf "\\x$(printf %02x $kind)" && head -n 4 "$file"; } | seed
        kind=$((kind + 1))
    done
    printf '\x10Cây trồng,Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\nlúa,Séng Cù,Bình Lư,Tam Đường,Lai Châu,"1.947,5",2022\n' | seed
    ;;
page)
    for text in 'Nhiệm vụ KH&CN' '</script><script>alert(1)</script>' '<!--' '"><img src=x>' "'" \
        '{{data}}' $'\u2028' '<\/title>' '&lt;'; do
        printf '%s' "$text" | seed
    done
    ;;
*)
    echo "There is no fuzz target '$target'." >&2
    exit 1
    ;;
esac
