#!/bin/sh
# Makes a base image for the doubles where no registry of images can be reached: a minimal Debian of the host's own
# release, from Debian's packages, and the Node that "npm ci" installed.
# Usage: make-base-image.sh NAME:TAG NODE_BINARY      Needs: Linux, root, mmdebstrap, a Docker engine.
set -eu
image=$1
node=$2
# shellcheck disable=SC1091
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
mkdir -p "$folder/usr/local/bin"
install -m 755 "$node" "$folder/usr/local/bin/node"
mmdebstrap --quiet --variant=essential --include=libstdc++6 \
  --customize-hook="copy-in $folder/usr/local/bin/node /usr/local/bin" \
  "$suite" "$folder/base.tar"
docker import --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
  "$folder/base.tar" "$image" >/dev/null
echo "$image"
