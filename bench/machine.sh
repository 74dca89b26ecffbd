# The machine that is measured, in two lines. Sourced.

about_machine() {
    local model memory
    model=$(LC_ALL=C lscpu | sed -n 's/^Model name: *//p' | head -n 1)
    memory=$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
    echo "machine:  ${model:-unknown}, $(nproc) cores, $memory"
    echo "system:   $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r)"
}
