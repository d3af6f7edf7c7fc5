#!/usr/bin/env bash
# Measures how long bin/trace-request takes to tell a story of many spans and log lines, as text and as a page.
set -euo pipefail

usage() {
  cat <<'END'
Usage: benchmarks/render-story.sh [--spans N] [--lines N] [--rounds N]

Writes the span lines of one request (10000 spans) and its log lines (50000) to 5 files,
and tells its story with bin/trace-request in each of N rounds (5): as text, as text with
every line, as JSON and as an HTML page. Prints the fastest and the middle time of each,
from the start of the process to its end.

Needs awk and GNU time. Environment: TRACE_REQUEST is another command than
bin/trace-request.
END
}

spans=10000
lines=50000
rounds=5
while [[ $# -gt 0 ]]; do
  case "$1" in
    --spans) spans="$2"; shift 2 ;;
    --lines) lines="$2"; shift 2 ;;
    --rounds) rounds="$2"; shift 2 ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

home="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
command="${TRACE_REQUEST:-$home/bin/trace-request}"
id=4bf92f3577b34da6a3ce929d0e0e4736
services=5

for tool in awk /usr/bin/time "$command"; do
  command -v "$tool" >/dev/null || { echo "No $tool. Install it first." >&2; exit 2; }
done

work="$(mktemp -d "${TMPDIR:-/tmp}/render-story-XXXXXX")"
trap 'rm -rf "$work"' EXIT

# a tree: span N is a child of span N / 4; each second span is a client of the service of its children
awk -v spans="$spans" -v lines="$lines" -v id="$id" -v services="$services" -v folder="$work" '
  function stamp(millis) {
    return sprintf("2026-11-20T10:%02d:%02d.%03dZ", int(millis / 60000) % 60, int(millis / 1000) % 60, millis % 1000)
  }
  BEGIN {
    head = "{\"@timestamp\":\"%s\",\"level\":\"%s\",\"service\":\"service-%d\",\"traceId\":\"%s\",\"spanId\":\"%016x\",\"correlationId\":\"%s\","
    for (span = 1; span <= spans; span++) {
      parent = int(span / 4)
      depth = 0
      for (above = parent; above > 0; above = int(above / 4)) depth++
      start = depth * 100 + (span % 97)
      service = int(span / 2) % services
      file = folder "/service-" service ".json"
      printf head "\"message\":\"span\",\"span\":{\"name\":\"step %d\",\"kind\":\"%s\",%s\"startEpochNanos\":\"1795168800%03d000000\",\"durationNanos\":%d000000,\"status\":\"%s\",\"attributes\":{\"http.response.status_code\":\"%d\"}}}\n",
        stamp(start), "INFO", service, id, span, id, span % 50, (span % 2) ? "SERVER" : "CLIENT",
        (parent > 0) ? sprintf("\"parentSpanId\":\"%016x\",", parent) : "", start, 900 - depth * 100,
        (span % 500 == 0) ? "ERROR" : "OK", (span % 500 == 0) ? 500 : 200 >file
    }
    for (line = 1; line <= lines; line++) {
      span = 1 + line % spans
      service = int(span / 2) % services
      printf head "\"logger\":\"com.example.Orders\",\"thread\":\"exec-%d\",\"message\":\"line %d of the order, with some words to read\"}\n",
        stamp(line % 900), (line % 100 == 0) ? "WARN" : "INFO", service, id, span, id, line % 200, line >(folder "/service-" service ".json")
    }
  }'

measure() {
  local name="$1"
  shift
  /usr/bin/time -f '%e %M' -o "$work/time" "$command" "$id" --file "$work/*.json" --since 2026-11-20T00:00:00Z \
    --until 2026-11-21T00:00:00Z "$@" >"$work/$name.out" 2>"$work/$name.err" || {
    echo "$name failed with exit code $?:" >&2
    tail -5 "$work/$name.err" >&2
    exit 1
  }
  tail -1 "$work/time" >>"$work/$name.times"
}

echo "$spans spans and $lines log lines, $(du -shc "$work"/*.json | tail -1 | cut -f 1)"
"$command" --version >/dev/null
for ((round = 1; round <= rounds; round++)); do
  measure text
  measure verbose --verbose
  measure json --json
  measure html --html "$work/story.html"
done
grep -m 1 ' took ' "$work/text.out" || { head -20 "$work/text.out"; exit 1; }

printf '\n%-10s %8s %8s %10s %12s\n' '' fastest median memory written
for name in text verbose json html; do
  written="$work/$name.out"
  [[ $name == html ]] && written="$work/story.html"
  sort -n "$work/$name.times" | awk -v name="$name" -v bytes="$(stat -c %s "$written")" '
    { time[NR] = $1; memory = ($2 > memory) ? $2 : memory }
    END { printf "%-10s %6.2f s %6.2f s %7d MB %9d kB\n", name, time[1], time[int((NR + 1) / 2)], memory / 1024, bytes / 1000 }'
done
