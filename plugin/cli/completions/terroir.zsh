#compdef terroir
# Completion of terroir for zsh. Commands, options and names come from the program itself.

_terroir_ids() {
    compadd -- ${(f)"$($words[1] $@ 2>/dev/null | sed -e 1d -e 's/,.*//')"}
}

_terroir_commands() {
    awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }' <<<"$1"
}

_terroir() {
    local page following helping=0 path_so_far=() skip=0 word
    page="$($words[1] --lang en help 2>/dev/null)" || return 1
    following=(${(f)"$(_terroir_commands $page)"})
    for word in ${words[2,CURRENT-1]}; do
        if (( skip )); then
            skip=0
            continue
        fi
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
    --level) compadd province district commune; return ;;
    --paper) compadd A0 A1 A2 A3 A4; return ;;
    --format) compadd png pdf svg; return ;;
    --as | --kind) _terroir_ids formats --kinds; return ;;
    --method) _terroir_ids methods; return ;;
    --per) _terroir_ids methods --per; return ;;
    --palette) _terroir_ids methods --palettes; return ;;
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
    *FILE*) _files ;;
    esac
}

_terroir "$@"
