#!/bin/sh
# Compiles the official modules of CAM, DENM, SPATEM, MAPEM, SREM, SSEM and IVIM with asn1ct
# (Erlang; Debian: erlang-base, erlang-asn1), as a second opinion on what their bits mean:
#
#   build.sh SCHEMAS WORK; echo "cam 0202..." | answer.sh WORK
#
# SCHEMAS is a folder laid out like shared/schemas/asn1. WORK keeps what is made of it and is used
# again while neither the modules nor these programs change. Takes about ten seconds. Ends with 69
# when a tool is missing and with 66 when the modules are, as sysexits.h has it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
schemas=$1
work=$2
export ERL_CRASH_DUMP_SECONDS=0
has_asn1ct='case code:which(asn1ct) of non_existing -> halt(1); _ -> halt(0) end.'
if ! erl -noinput -eval "$has_asn1ct" >/dev/null 2>&1; then
  echo "needs Erlang with its application asn1"
  exit 69
fi
if [ ! -d "$schemas" ]; then
  echo "needs the official modules in $schemas"
  exit 66
fi
made=$(cat "$here"/*.erl "$here"/*.sh "$schemas"/*/*.asn | cksum)
if [ "$(cat "$work/made" 2>/dev/null)" = "$made" ]; then
  exit 0
fi
rm -f "$work/made"
mkdir -p "$work"
erlc -o "$work" "$here"/*.erl
erl -noinput -pa "$work" -run uper_schemas main "$schemas" "$work"
echo "$made" >"$work/made"
