# Completion of terroir for bash. Commands, options and names come from the program itself, so that
# they are those of the installed version.

# The first column of a list of the program: ids of themes, methods, kinds.
_terroir_ids() {
    "${words[0]}" "$@" 2>/dev/null | sed -e 1d -e 's/,.*//'
}

# The second column of a list of `terroir info`: ids of sources, years.
_terroir_info() {
    "${words[0]}" "${workspace[@]}" info 2>/dev/null | sed -n "s/^$1,\([^,]*\),.*/\1/p" | grep -vx all
}

# The formats that the command writes.
_terroir_formats() {
    "${words[0]}" --lang en formats 2>/dev/null | awk -F, -v of="${path[0]}" '$3 == of { print $1 }'
}

# Names of units that go on from what is typed, or that are found by it; quoted unless a quote is
# open. None typed: the provinces.
_terroir_units() {
    local typed=${cur#[\"\']} quoted=${cur:0:1} name found=() fitting=()
    typed=${typed//\\/}
    if [[ -z $typed ]]; then
        mapfile -t found < <("${words[0]}" "${workspace[@]}" -q units --names --level province 2>/dev/null)
    else
        mapfile -t found < <("${words[0]}" "${workspace[@]}" -q units --names --all-dates --limit 200 \
            "${typed%%,*}" 2>/dev/null | sort -u)
    fi
    for name in "${found[@]}"; do
        [[ $name == "$typed"* ]] && fitting+=("$name")
    done
    [[ ${#fitting[@]} -eq 0 ]] && fitting=("${found[@]}")
    for name in "${fitting[@]}"; do
        if [[ $quoted == [\"\'] ]]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf '%q' "$name")"); fi
    done
}

# The commands named on a help page.
_terroir_commands() {
    awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }' <<<"$1"
}

_terroir_values() {
    case $1 in
    -w | --workspace) _filedir '@(sqlite|terroir)' ;;
    -o | --output | --report) _filedir ;;
    --theme-file) _filedir json ;;
    --data | --styles) _filedir -d ;;
    --lang) COMPREPLY=($(compgen -W 'vi en' -- "$cur")) ;;
    --level | --by) COMPREPLY=($(compgen -W 'province district commune tinh huyen xa' -- "$cur")) ;;
    --within | --territory | --profile) _terroir_units ;;
    --source) COMPREPLY=($(compgen -W '$(_terroir_info sources)' -- "$cur")) ;;
    --years) COMPREPLY=($(compgen -W '$(_terroir_info years)' -- "$cur")) ;;
    --format) COMPREPLY=($(compgen -W '$(_terroir_formats)' -- "$cur")) ;;
    --paper) COMPREPLY=($(compgen -W 'A0 A1 A2 A3 A4 A5 A6' -- "$cur")) ;;
    --as | --kind) COMPREPLY=($(compgen -W '$(_terroir_ids formats --kinds)' -- "$cur")) ;;
    --method) COMPREPLY=($(compgen -W '$(_terroir_ids methods)' -- "$cur")) ;;
    --per) COMPREPLY=($(compgen -W '$(_terroir_ids methods --per)' -- "$cur")) ;;
    --palette) COMPREPLY=($(compgen -W '$(_terroir_ids methods --palettes)' -- "$cur")) ;;
    --layout) _filedir json; COMPREPLY+=($(compgen -W '$(_terroir_ids layouts)' -- "$cur")) ;;
    --logo) _filedir '@(png|svg)' ;;
    --small-multiples) COMPREPLY=($(compgen -W 'kinds provinces years' -- "$cur")) ;;
    --scaling) COMPREPLY=($(compgen -W 'area flannery' -- "$cur")) ;;
    --draw-as) COMPREPLY=($(compgen -W 'bars circles dots pictograms pie stacked-bars' -- "$cur")) ;;
    --painter) COMPREPLY=($(compgen -W '$(_terroir_ids plugins)' -- "$cur")) ;;
    esac
}

_terroir() {
    local cur prev words cword split
    _init_completion -s || return

    # The command, the help page of where we are, and the commands that may follow.
    local page following path=() workspace=() helping=false word i
    page=$("${words[0]}" --lang en help 2>/dev/null) || return
    following=$(_terroir_commands "$page")
    for ((i = 1; i < cword; i++)); do
        word=${words[i]}
        case $word in
        -w | --workspace) workspace=(-w "${words[++i]}") ;;
        --lang) ((i++)) ;;
        help) helping=true ;;
        [a-z]*)
            [[ $'\n'$following$'\n' == *$'\n'"$word"$'\n'* ]] || continue
            path+=("$word")
            page=$("${words[0]}" --lang en help "${path[@]}" 2>/dev/null) || return
            following=$(_terroir_commands "$page")
            ;;
        esac
    done

    if [[ $prev == -* ]] && grep -qE -- "^  (-., )?$prev [A-Z]|^  $prev, --[a-z-]+ [A-Z]" <<<"$page"; then
        _terroir_values "$prev"
        return
    fi
    [[ $split == true ]] && return
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '$(_parse_help - <<<"$page")' -- "$cur"))
        return
    fi
    [[ -n $following ]] && COMPREPLY=($(compgen -W "$following" -- "$cur"))
    [[ $helping == true ]] && return
    case $(sed -n 's/^Usage: terroir //p' <<<"$page") in
    *THEME*) COMPREPLY+=($(compgen -W '$(_terroir_ids themes)' -- "$cur")) ;;
    *KIND*) COMPREPLY+=($(compgen -W '$(_terroir_ids formats --kinds)' -- "$cur")) ;;
    *FILE*) _filedir ;;
    esac
} && complete -F _terroir terroir
