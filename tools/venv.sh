#!/usr/bin/env bash
# Make the virtual environment and install what one requirements file names: tools/venv.sh FOLDER FILE
set -euo pipefail
folder=$1 file=$2
python=
for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" > /dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "Python 3.11 or later is needed (Debian, Ubuntu: apt install python3 python3-venv)." >&2
  exit 1
fi
if ! "$python" -c 'import venv, ensurepip' 2> /dev/null; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  echo "Python's venv is missing. Install it, then try again (Debian, Ubuntu: apt install python$version-venv)." >&2
  exit 1
fi
[ -x "$folder/bin/python" ] || { echo "Making the virtual environment in $folder ..."; "$python" -m venv "$folder"; }
echo "Installing $file (once; later starts need no network) ..."
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$file"
