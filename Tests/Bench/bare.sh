#!/usr/bin/env bash
# From clone to first page on a machine where nothing of this project was ever installed: a fresh Debian in a folder, with
# the Swift toolchain of this machine and what swift.org asks for it, and a new user who types `make run`. Needs root and
# debootstrap; the folder's mounts live in a namespace of their own and vanish with it.
#
# bash Tests/Bench/bare.sh [bookworm|trixie]
set -eu
release=${1:-bookworm}
project=$(cd "$(dirname "$0")/../.." && pwd)
toolchain=$(cd "$(dirname "$(readlink -f "$(command -v swift)")")/../.." && pwd)
address=127.0.0.1:${PORT:-8099}

# What swift.org lists for Debian 12, without the headers and the tools that `make` has to bring itself.
requirements="git make sudo gcc libc6-dev binutils tzdata libcurl4 libedit2 libncurses6 libsqlite3-0 libxml2"

if [ -z "${BARE_ROOT:-}" ]; then
  root=$(mktemp -d /var/tmp/bare.XXXXXX)
  trap 'rm -rf --one-file-system "$root"' EXIT
  chmod 755 "$root"
  debootstrap --variant=minbase --include=ca-certificates "$release" "$root" >/dev/null
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  git clone -q --bare "$project" "$root/srv/outreach.git"
  BARE_ROOT=$root unshare --mount --pid --fork --propagation private bash "$0" "$release"
  exit
fi

root=$BARE_ROOT
mkdir -p "$root$toolchain"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount --bind "$toolchain" "$root$toolchain" && mount -o remount,bind,ro "$root$toolchain"
# Services of packages must not start: this folder shares the machine's ports.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod +x "$root/usr/sbin/policy-rc.d"

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 chroot "$root" "$@"; }
inside sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  $requirements \$(apt-cache search --names-only '^libstdc\+\+-1[24]-dev$' | cut -d' ' -f1)" >/dev/null 2>&1
inside useradd --create-home --shell /bin/bash newcomer
echo 'newcomer ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/newcomer"

began=$(date +%s.%N)
inside su - newcomer -c "PATH=$toolchain/usr/bin:\$PATH; git config --global safe.directory '*' &&
  git clone -q /srv/outreach.git outreach && cd outreach && exec make run LISTEN=$address" &
until curl --noproxy '*' -fsL -o /dev/null "http://$address/" 2>/dev/null; do
  kill -0 $! || { echo "make run ended before the first page" >&2; exit 1; }
  sleep 0.2
done
echo "from clone to first page, $release: $(echo "$(date +%s.%N) $began" | awk '{ printf "%.0f", $1 - $2 }') s," \
  "load $(cut -d' ' -f1 /proc/loadavg)"
