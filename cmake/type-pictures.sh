#!/bin/bash
# Draws a small map of each type of layer into styles/pictures, from the packaged records.
# cmake/type-pictures.sh PROGRAM FOLDER
set -euo pipefail

program=$(realpath "$1")
folder=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

terroir() { "$program" --lang vi -q -w w.sqlite "$@"; }
# type, theme and options
draw() {
    local type=$1
    shift
    terroir map "$@" -o "$folder/type-$type.png" -O --size 560x410 --dpi 78
}

terroir init
cat >categories.theme.json <<'JSON'
{"id": "categories", "title": {"vi": "Hạng sao OCOP có ở tỉnh", "en": "OCOP stars in the province"},
 "level": "province", "within": "country", "asOf": "2025-12-31",
 "layers": [{"type": "categories", "label": {"vi": "Hạng sao", "en": "Stars"},
   "series": [{"selection": {"kinds": ["ocop"]}, "measure": "count"}]}]}
JSON
cat >indications.theme.json <<'JSON'
{"id": "indications", "title": {"vi": "Chỉ dẫn địa lý được bảo hộ", "en": "Indications protected"},
 "level": "province", "within": "country", "asOf": "2025-12-31",
 "layers": [{"type": "choropleth", "palette": "YlGn", "classes": {"method": "jenks", "count": 4},
   "label": {"vi": "Số chỉ dẫn địa lý", "en": "Indications"},
   "series": [{"measure": "subjects", "selection": {"kinds": ["geographical_indication"]}}]}]}
JSON
cat >bivariate.theme.json <<'JSON'
{"id": "bivariate", "title": {"vi": "Sản phẩm OCOP và chỉ dẫn địa lý", "en": "OCOP products and indications"},
 "level": "province", "within": "country", "asOf": "2025-12-31",
 "layers": [{"type": "bivariate", "palette": "DkViolet",
   "series": [{"label": {"vi": "OCOP", "en": "OCOP"}, "measure": "subjects",
               "selection": {"kinds": ["ocop"]}},
              {"label": {"vi": "Chỉ dẫn địa lý", "en": "Indications"}, "measure": "subjects",
               "selection": {"kinds": ["geographical_indication"]}}]}]}
JSON
cat >stars.theme.json <<'JSON'
{"id": "stars", "title": {"vi": "Sản phẩm OCOP 4 và 5 sao", "en": "OCOP products"},
 "level": "province", "within": "country", "asOf": "2025-12-31", "valuesOnLabels": false,
 "layers": [{"type": "symbols", "label": {"vi": "Sản phẩm", "en": "Products"}, "maxSizeMm": 8,
   "series": [{"label": {"vi": "4 sao", "en": "Four stars"}, "colour": "#009e73", "measure": "subjects",
               "selection": {"kinds": ["ocop"], "categories": ["4"]}},
              {"label": {"vi": "5 sao", "en": "Five stars"}, "colour": "#d55e00", "measure": "subjects",
               "selection": {"kinds": ["ocop"], "categories": ["5"]}}]}]}
JSON
cat >farms.theme.json <<'JSON'
{"id": "farms", "title": {"vi": "Cơ sở chăn nuôi tập trung", "en": "Livestock farms"},
 "level": "commune", "within": "huyện Tam Đường, tỉnh Lai Châu", "asOf": "2022-04-15",
 "layers": [{"type": "pictograms", "label": {"vi": "Số cơ sở", "en": "Farms"},
   "series": [{"label": {"vi": "Trâu, bò trên 15 con", "en": "Cattle"}, "colour": "#d55e00",
               "selection": {"kinds": ["livestock"], "indicators": ["farms"],
                             "categories": ["cattle_over_15"]}},
              {"label": {"vi": "Lợn trên 50 con", "en": "Pigs"}, "colour": "#cc79a7",
               "selection": {"kinds": ["livestock"], "indicators": ["farms"],
                             "categories": ["pigs_over_50"]}}]}]}
JSON
cat >changes.theme.json <<'JSON'
{"id": "changes", "title": {"vi": "Chỉ dẫn địa lý được bảo hộ", "en": "Indications protected"},
 "level": "province", "within": "country", "asOf": "2025-12-31",
 "layers": [{"type": "change", "label": {"vi": "Thay đổi", "en": "Change"},
   "series": [{"label": {"vi": "2001–2015", "en": "2001–2015"}, "measure": "subjects", "unit": "SP",
               "selection": {"kinds": ["geographical_indication"], "years": "2001-2015"}},
              {"label": {"vi": "2016–2025", "en": "2016–2025"}, "measure": "subjects", "unit": "SP",
               "selection": {"kinds": ["geographical_indication"], "years": "2016-2025"}}]}]}
JSON

draw choropleth --theme-file indications.theme.json
draw categories --theme-file categories.theme.json
draw symbols livestock
draw pie --theme-file stars.theme.json --draw-as pie
draw bars livestock --draw-as bars
draw stacked-bars --theme-file stars.theme.json --draw-as stacked-bars
draw change --theme-file changes.theme.json
draw bivariate --theme-file bivariate.theme.json
draw dots --theme-file stars.theme.json --draw-as dots
draw pictograms --theme-file farms.theme.json
draw flannery --theme-file stars.theme.json --draw-as circles --scaling flannery
draw small-multiples --theme-file stars.theme.json --small-multiples kinds
