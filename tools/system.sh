#!/usr/bin/env bash
# What browser tests need from the system: Chromium and a Chinese font. Installed when root on Debian, else named.
set -euo pipefail
missing=()
command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null || missing+=(chromium)
command -v fc-list > /dev/null && [ -n "$(fc-list :lang=zh-tw)" ] || missing+=(fonts-noto-cjk fontconfig)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Installing ${missing[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
else
  echo "The tests need ${missing[*]}. Install them, then try again (Debian: sudo apt install ${missing[*]})." >&2
  exit 1
fi
