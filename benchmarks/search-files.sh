#!/usr/bin/env bash
# Measures how long bin/trace-request takes to find one id in log files, beside grep and jq, in the same run.
set -euo pipefail

usage() {
  cat <<'END'
Usage: benchmarks/search-files.sh [--megabytes N] [--rounds N] [--keep DIR] [--without-jq]

Writes N megabytes (1000) of JSON log lines into 8 files, 40 of them with one id, and
finds these with bin/trace-request, with grep -hF | jq, and with jq alone, one after the
other in each of N rounds (5). Prints the fastest and the middle time of each, what
bin/trace-request takes of the time of the others, and its peak memory.

  --without-jq leaves out jq alone, which takes ten seconds for a gigabyte
  --keep DIR   writes the files to DIR, or uses those that are there, and keeps them

Needs awk, grep, jq and GNU time. Environment: TRACE_REQUEST is another command than
bin/trace-request.
END
}

megabytes=1000
rounds=5
keep=
others=(grep-jq jq)
while [[ $# -gt 0 ]]; do
  case "$1" in
    --megabytes) megabytes="$2"; shift 2 ;;
    --rounds) rounds="$2"; shift 2 ;;
    --keep) keep="$2"; shift 2 ;;
    --without-jq) others=(grep-jq); shift ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

home="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
command="${TRACE_REQUEST:-$home/bin/trace-request}"
id=4bf92f3577b34da6a3ce929d0e0e4736
matches=40

for tool in awk grep jq /usr/bin/time "$command"; do
  command -v "$tool" >/dev/null || { echo "No $tool. Install it first." >&2; exit 2; }
done

work="$(mktemp -d "${TMPDIR:-/tmp}/search-files-XXXXXX")"
trap 'rm -rf "$work"' EXIT
logs="${keep:-$work/logs}"
mkdir -p "$logs"

generate() {
  awk -v file="$1" -v bytes="$2" -v id="$id" -v every="$3" '
    function hex(digits,   text) {
      text = ""
      while (length(text) < digits) text = text sprintf("%04x", int(rand() * 65536))
      return text
    }
    BEGIN {
      srand(file + 1)
      filler = "items packed and shipped to the nearest warehouse of the region, as agreed with "
      for (written = 0; written < bytes; written += length(line) + 1) {
        lines++
        trace = (lines % every == int(every / 2)) ? id : hex(32)
        second += rand() / 100
        line = sprintf("{\"@timestamp\":\"2026-11-20T%02d:%02d:%09.6fZ\",\"level\":\"%s\",\"logger\":\"com.example.orders.OrderController%d\",\"thread\":\"http-nio-8080-exec-%d\",\"message\":\"order %d placed after %d ms, %s\",\"service\":\"service-%d\",\"version\":\"1.2.3\",\"environment\":\"production\",\"traceId\":\"%s\",\"spanId\":\"%s\",\"correlationId\":\"%s\",\"attempt\":%d}",
          int(second / 3600) % 24, int(second / 60) % 60, second % 60, (rand() < 0.02) ? "WARN" : "INFO", rand() * 40,
          rand() * 200, rand() * 1000000, rand() * 3000, substr(filler, 1, 20 + int(rand() * 60)), file, trace, hex(16),
          trace, rand() * 5)
        print line
      }
    }'
}

if ! compgen -G "$logs/*.json" >/dev/null; then
  echo "Writing $megabytes MB to $logs"
  for file in 0 1 2 3 4 5 6 7; do
    bytes=$((megabytes * 1000000 / 8))
    # about 480 bytes a line; a little less than a fifth of the lines between two matches
    generate "$file" "$bytes" $((bytes / 480 / (matches / 8))) >"$logs/service-$file.json"
  done
fi
cat "$logs"/*.json >/dev/null

measure() {
  local name="$1"
  shift
  /usr/bin/time -f '%e %M' -o "$work/time" "$@" >"$work/$name.out" 2>"$work/$name.err" || {
    echo "$name failed with exit code $?:" >&2
    tail -5 "$work/$name.err" >&2
    exit 1
  }
  tail -1 "$work/time" >>"$work/$name.times"
}

echo "Warming up"
"$command" "$id" --file "$logs/*.json" --since 2026-11-19 --until 2026-11-22 --json >/dev/null 2>&1 || true
for ((round = 1; round <= rounds; round++)); do
  echo "Round $round of $rounds"
  measure trace-request "$command" "$id" --file "$logs/*.json" --since 2026-11-19 --until 2026-11-22 --json
  measure grep-jq bash -c "grep -hF $id '$logs'/*.json | jq -c ."
  if [[ "${others[*]}" == *" jq" ]]; then
    measure jq bash -c "jq -c 'select(.traceId == \"$id\")' '$logs'/*.json"
  fi
done

column() {
  sort -n "$work/$1.times" | awk '{ time[NR] = $1 } END { printf "%.2f %.2f", time[1], time[int((NR + 1) / 2)] }'
}

read -r own_best own <<<"$(column trace-request)"
printf '\n%-22s %8s %8s   %s\n' '' 'fastest' 'median' 'trace-request takes'
printf '%-22s %6s s %6s s\n' trace-request "$own_best" "$own"
for name in "${others[@]}"; do
  read -r best median <<<"$(column "$name")"
  printf '%-22s %6s s %6s s   %s of it\n' "$name" "$best" "$median" \
    "$(awk -v own="$own" -v other="$median" 'BEGIN { printf "%.3f", own / other }')"
done
awk '$2 > peak { peak = $2 } END { printf "\nPeak memory of trace-request: %d MB\n", peak / 1024 }' "$work/trace-request.times"
for name in "${others[@]}"; do
  echo "Lines found by $name: $(wc -l <"$work/$name.out")"
done
