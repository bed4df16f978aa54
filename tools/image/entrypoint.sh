#!/bin/sh
# What a container runs: flags alone start the server, a command of mockbooks is that command, and a program is itself.
case ${1-} in
  -h | --help | --version | serve | scenario | verdict | wait | health | openapi | ca | env | new-administration \
    | audit | check | vendor)
    set -- mockbooks "$@" ;;
  '' | -*)
    set -- mockbooks serve "$@" ;;
  *)
    # What is neither is most likely a command that was misspelt: mockbooks says what was meant.
    command -v "$1" >/dev/null || set -- mockbooks "$@" ;;
esac
exec "$@"
