# Completion of commands, options, State names and ids for bash.
# To install, add this line to ~/.bashrc:
#     eval "$(icc completion bash)"

_icc() {
    local kind line
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS= read -r line; do COMPREPLY+=("$line"); done
    } < <(_ICC_COMPLETE=bash _ICC_LINE="${COMP_LINE:0:COMP_POINT}" _ICC_BREAKS="$COMP_WORDBREAKS" \
        "${1/#\~\//$HOME/}" 2>/dev/null)
    case $kind in
        file) compopt -o default ;;
        dir) compopt -o dirnames ;;
    esac
}

complete -o nosort -F _icc icc 2>/dev/null || complete -F _icc icc # bash before 4.4 cannot keep an order
