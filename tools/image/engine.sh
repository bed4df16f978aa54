#!/usr/bin/env bash
# Runs a command with a Docker engine of its own, where there is none and no registry can be reached.
#
#   tools/image/engine.sh COMMAND...
#
# For Debian, as root. The engine is Debian's. The image that the Dockerfile begins with is stood in for by the Debian
# that it is made of, with Debian's own Python: what is built on that is for tests only, and never to be published. The
# engine makes no firewall rules, listens on a socket in a folder of its own, and is gone with all that it built when
# the command ends. Exit code: that of the command, or 75 when no engine can be had here, with the reason on stderr.
set -euo pipefail

readonly IMAGE=python:3.13-slim RELEASE=trixie NO_ENGINE=75
readonly TRUSTED=/etc/ssl/certs/ca-certificates.crt # a company's proxy may be among them, which pip then meets

main() {
  folder=$(mktemp -d)
  engine=
  trap leave EXIT
  trap 'exit 130' INT TERM
  doing="looking for Debian and root"
  [ "$(id -u)" = 0 ]
  command -v apt-get >/dev/null
  doing="making sure that no other engine runs here, which could be used instead"
  [ ! -e /sys/class/net/docker0 ]
  doing="installing the engine"
  install_packages >"$folder/log" 2>&1
  doing="starting the engine"
  start_engine 2>"$folder/log"
  doing="making what stands in for $IMAGE"
  make_stand_in >"$folder/log" 2>&1
  doing=
  "$@"
}

# What has been installed before is not asked for again, so that this also works without a network.
install_packages() {
  if [ -x /usr/sbin/dockerd ] && [ -x /usr/bin/mmdebstrap ]; then return; fi
  # No service is to start by itself while its package is unpacked.
  local guard=/usr/sbin/policy-rc.d guarded=0 failed=0
  [ -e $guard ] || { printf '#!/bin/sh\nexit 101\n' >$guard && chmod +x $guard && guarded=1; }
  timeout 60 apt-get update -qq || true # an older list may do
  DEBIAN_FRONTEND=noninteractive timeout 180 \
    apt-get install -y -qq --no-install-recommends docker.io iptables mmdebstrap || failed=$?
  [ $guarded = 0 ] || rm -f $guard
  return $failed
}

start_engine() {
  unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH
  export DOCKER_HOST=unix://$folder/docker.sock DOCKER_CONFIG=$folder/client DOCKER_BUILDKIT=1
  mkdir "$folder/bin"
  ln -s /usr/bin/docker "$folder/bin/docker" # Debian's client belongs to Debian's engine
  export PATH=$folder/bin:$PATH
  /usr/sbin/dockerd --host "$DOCKER_HOST" --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/pid" \
    --iptables=false --ip6tables=false --ip-masq=false >"$folder/engine.log" 2>&1 &
  engine=$!
  for _ in $(seq 300); do
    if docker info >/dev/null 2>&1; then return; fi
    kill -0 "$engine" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 1 "$folder/engine.log" >&2
  return 1
}

# As in the official image, `python` and `pip` are there, and the standard library is not compiled.
make_stand_in() {
  local base=${XDG_CACHE_HOME:-$HOME/.cache}/mockbooks/$RELEASE.tar
  [ -s "$base" ] || make_base "$base"
  docker import --change 'CMD ["python"]' --change "ENV PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" "$base" bare
  mkdir "$folder/context"
  cp $TRUSTED "$folder/context/trusted.crt"
  printf '[global]\ncert = %s\n' $TRUSTED >"$folder/context/pip.conf"
  printf 'FROM bare\nCOPY trusted.crt %s\nCOPY pip.conf /etc/pip.conf\n' $TRUSTED >"$folder/context/Dockerfile"
  docker build --quiet --tag $IMAGE "$folder/context"
}

make_base() {
  local mirror
  mirror=$(apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(RELEASE) $(SITE)' 'Created-By: Packages' |
    awk '$1 == "Debian" && $2 == "main" && $3 !~ /-/ && !found { found = $4 } END { print found }')
  mkdir -p "$(dirname "$1")"
  timeout 180 mmdebstrap --quiet --variant=minbase --format=tar --include=ca-certificates,python3-pip,python3-venv \
    --customize-hook='chroot "$1" sh -c "rm -rf /usr/lib/python3*/EXTERNALLY-MANAGED /usr/share/doc/* /usr/share/man/*
      find /usr/lib/python3* -name __pycache__ -prune -exec rm -r {} +
      ln -s /usr/bin/python3 /usr/local/bin/python; ln -s /usr/bin/pip3 /usr/local/bin/pip"' \
    "$RELEASE" "$1.new" "deb $mirror $RELEASE main"
  mv "$1.new" "$1"
}

leave() {
  local code=$?
  set +e
  if [ -n "$doing" ]; then
    echo "No Docker engine. It failed while $doing: $(tail -n 1 "$folder/log" 2>/dev/null)" >&2
    code=$NO_ENGINE
  fi
  if [ -n "$engine" ]; then
    docker ps --all --quiet 2>/dev/null | xargs --no-run-if-empty docker rm --force >/dev/null
    kill "$engine" 2>/dev/null
    wait "$engine" 2>/dev/null
    ip link delete docker0 2>/dev/null
  fi
  rm -rf "$folder"
  exit $code
}

main "$@"
