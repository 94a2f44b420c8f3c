#!/bin/sh
# Builds cam-bench: asn1c's decoder of the CAM of release 1, generated from the official modules, as
# a peer for the speed of decoding (Debian: asn1c, gcc):
#
#   build.sh SCHEMAS WORK; WORK/cam-bench free 1 5 FILE
#
# SCHEMAS is a folder laid out like shared/schemas/asn1. WORK keeps what is made of it and is used
# again while neither the modules nor these programs change. Ends with 69 when a tool is missing
# and with 66 when the modules are, as sysexits.h has it.
#
# The flags: -O2, -O3, -march=native and -flto differ by less than a tenth in the rate, and -flto
# makes the build much longer.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
modules=$1/release1
work=$2
flags="-O3 -march=native"
for tool in asn1c gcc; do
  if ! command -v "$tool" >/dev/null; then
    echo "needs the program $tool"
    exit 69
  fi
done
if [ ! -d "$modules" ]; then
  echo "needs the official modules in $modules"
  exit 66
fi
modules=$(cd "$modules" && pwd)
dictionary=$modules/TS102894-2v131-CDD.asn
cam=$modules/EN302637-2v141-CAM.asn
made=$(cat "$here"/*.c "$here"/*.sh "$dictionary" "$cam" | cksum)
if [ "$(cat "$work/made" 2>/dev/null)" = "$made" ]; then
  exit 0
fi
mkdir -p "$work"
cd "$work"
rm -f made ./*.c ./*.h ./*.o
asn1c -gen-PER -fcompound-names "$dictionary" "$cam" >generation.log 2>&1
rm converter-sample.c
# shellcheck disable=SC2086
printf '%s\n' ./*.c | xargs -P 2 -n 24 gcc -std=gnu11 -w $flags -I. -c
version=$(asn1c -version 2>&1 | sed -n 's/.*v\([0-9.]*\).*/\1/p' | head -n 1)
# shellcheck disable=SC2086
gcc -std=gnu11 -w $flags -I. "-DFLAGS=\"$flags\"" "-DTOOL=\"asn1c $version\"" \
  -o cam-bench "$here/cam-bench.c" ./*.o -lm
echo "$made" >made
