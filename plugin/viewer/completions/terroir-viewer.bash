# Completion of terroir-viewer for bash.

_terroir_viewer() {
    local cur prev words cword split
    _init_completion -s || return
    case $prev in
    --theme)
        COMPREPLY=($(compgen -W '$(terroir themes 2>/dev/null | sed -e 1d -e "s/,.*//")' -- "$cur"))
        return
        ;;
    --lang)
        COMPREPLY=($(compgen -W 'vi en' -- "$cur"))
        return
        ;;
    --within | --as-of) return ;;
    esac
    [[ $split == true ]] && return
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--theme --within --as-of --lang --help --version' -- "$cur"))
        return
    fi
    _filedir '@(sqlite|terroir|theme.json|docx|pdf|odt|htm|html|txt|md|csv|tsv|xlsx|xlsm|xls|ods|dbf|gpkg|shp|geojson|kml|kmz|fgb|tab|mif)'
} && complete -F _terroir_viewer terroir-viewer
