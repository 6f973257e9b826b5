# Sourced by scripts that try a window: a display of its own (Xvfb) with a window manager, and a home
# that nobody has used. All of it goes when the script ends.
# Before: TOOLS, further programs that the script needs; SCREEN, its size. After: $folder, to write in.
for tool in Xvfb openbox xdotool $TOOLS; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

folder=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT

export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/config XDG_DATA_HOME=$folder/home/data
export XDG_RUNTIME_DIR=$folder/run LC_ALL=C.UTF-8
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
unset QT_QPA_PLATFORM

# The display number is chosen by the server, which tells when it is ready.
Xvfb -displayfd 3 -screen 0 "$SCREEN" -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 200); do [ -s "$folder/display" ] && break; sleep 0.05; done
export DISPLAY=:$(cat "$folder/display")
openbox >/dev/null 2>&1 &
pids+=($!)
