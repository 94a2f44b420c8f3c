#!/bin/sh
# Answers lines of standard input with what build.sh made in WORK: see uper_peer.erl.
set -eu
work=$1
export ERL_CRASH_DUMP_SECONDS=0
exec erl +S 1 -noshell -pa "$work" -run uper_peer main
