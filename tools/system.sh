#!/usr/bin/env bash
# What browser tests need from the system: Chromium and a Chinese font. Installed when root on Debian, else named.
# "system.sh documents": what the tests of documents need, LibreOffice and a Chinese font. "system.sh lint": npm alone.
set -euo pipefail
missing=()
if [ "${1:-}" = lint ]; then
  command -v npm > /dev/null || missing+=(nodejs npm)
elif [ "${1:-}" = documents ]; then
  command -v soffice > /dev/null || missing+=(libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui)
else
  command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null || missing+=(chromium)
fi
if [ "${1:-}" != lint ]; then
  command -v fc-list > /dev/null && [ -n "$(fc-list :lang=zh-tw)" ] || missing+=(fonts-noto-cjk fontconfig)
fi
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Installing ${missing[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
else
  echo "What developers run needs ${missing[*]}. Install them, then try again (Debian: sudo apt install ${missing[*]})." >&2
  exit 1
fi
