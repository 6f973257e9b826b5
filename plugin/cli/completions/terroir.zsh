#compdef terroir
# Completion of terroir for zsh. Commands, options and names come from the program itself.

_terroir_ids() {
    compadd -- ${(f)"$($words[1] $@ 2>/dev/null | sed -e 1d -e 's/,.*//')"}
}

# The second column of a list of `terroir info`: ids of sources, years.
_terroir_info() {
    compadd -- ${(f)"$($words[1] $workspace info 2>/dev/null |
        sed -n "s/^$1,\([^,]*\),.*/\1/p" | grep -vx all)"}
}

# The formats that the command writes.
_terroir_formats() {
    compadd -- ${(f)"$($words[1] --lang en formats 2>/dev/null |
        awk -F, -v of="$path_so_far[1]" '$3 == of { print $1 }')"}
}

# Names of units found by what is typed; none typed: the provinces.
_terroir_units() {
    local typed=${${(Q)PREFIX}#[\"\']}
    if [[ -z $typed ]]; then
        compadd -- ${(f)"$($words[1] $workspace -q units --names --level province 2>/dev/null)"}
    else
        compadd -- ${(uf)"$($words[1] $workspace -q units --names --all-dates --limit 200 \
            ${typed%%,*} 2>/dev/null)"}
    fi
}

_terroir_commands() {
    awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }' <<<"$1"
}

_terroir() {
    local page following helping=0 path_so_far=() workspace=() skip=0 last word
    page="$($words[1] --lang en help 2>/dev/null)" || return 1
    following=(${(f)"$(_terroir_commands $page)"})
    for word in ${words[2,CURRENT-1]}; do
        if (( skip )); then
            skip=0
            [[ $last == --lang ]] || workspace=(-w $word)
            continue
        fi
        last=$word
        case $word in
        -w | --workspace | --lang) skip=1 ;;
        help) helping=1 ;;
        *)
            (( ${following[(Ie)$word]} )) || continue
            path_so_far+=($word)
            page="$($words[1] --lang en help $path_so_far 2>/dev/null)" || return 1
            following=(${(f)"$(_terroir_commands $page)"})
            ;;
        esac
    done

    case $words[CURRENT-1] in
    -w | --workspace | -o | --output | --report | --theme-file) _files; return ;;
    --data | --styles) _files -/; return ;;
    --lang) compadd vi en; return ;;
    --level|--by) compadd province district commune tinh huyen xa; return ;;
    --within | --territory | --profile) _terroir_units; return ;;
    --source) _terroir_info sources; return ;;
    --years) _terroir_info years; return ;;
    --paper) compadd A0 A1 A2 A3 A4 A5 A6; return ;;
    --format) _terroir_formats; return ;;
    --as | --kind) _terroir_ids formats --kinds; return ;;
    --method) _terroir_ids methods; return ;;
    --per) _terroir_ids methods --per; return ;;
    --palette) _terroir_ids methods --palettes; return ;;
    --layout) _terroir_ids layouts; _files -g '*.json'; return ;;
    --logo) _files; return ;;
    --small-multiples) compadd kinds provinces years; return ;;
    --scaling) compadd area flannery; return ;;
    --draw-as) compadd bars circles dots pictograms pie stacked-bars; return ;;
    --painter) _terroir_ids plugins; return ;;
    -*) grep -qE -- "^  (-., )?$words[CURRENT-1] [A-Z]" <<<$page && return ;;
    esac
    if [[ $PREFIX == -* ]]; then
        compadd -- ${(u)${(f)"$(grep -oE '^  (-., )?--[a-z-]+' <<<$page | grep -oE -- '--[a-z-]+')"}}
        return
    fi
    (( $#following )) && compadd -- $following
    (( helping )) && return
    case ${(M)${(f)page}:#Usage: terroir *} in
    *THEME*) _terroir_ids themes ;;
    *KIND*) _terroir_ids formats --kinds ;;
    *FILE*) _files ;;
    esac
}

_terroir "$@"
