#!/usr/bin/env bash
# Measures how fast spans become X-Ray documents, beside OTLP protobuf of the same spans.
set -euo pipefail

usage() {
  cat <<'END'
Usage: benchmarks/xray-documents.sh [options of JMH]

Prints spans a second and bytes allocated a span for X-Ray documents and for OTLP
protobuf, as OpenTelemetry writes it with reusable memory (its default) and without, and
the ratio of both speeds. Target: at least 0.7 of OTLP's.

Options of JMH, such as -f 1 -i 3, make it shorter. Needs Maven, and takes a minute.
END
}

case "${1:-}" in
  --help | -h) usage; exit 0 ;;
esac

home="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

mvn -B -q -f "$home/pom.xml" -pl benchmarks -am compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=runtime >&2
classes="$home/benchmarks/target/classes:$home/tracing-autoconfigure/target/classes"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$classes:$(cat "$work/classpath")" org.openjdk.jmh.Main SegmentBenchmark \
  -prof gc -rf csv -rff "$work/result.csv" "$@" >&2

awk -F, '
  function name(text) { gsub(/"/, "", text); sub(/.*SegmentBenchmark\./, "", text); return text }
  NR > 1 {
    key = name($1)
    if (key ~ /:.*gc\.alloc\.rate\.norm$/) { sub(/:.*/, "", key); bytes[key] = $5 }
    else if (key !~ /:/) { speed[key] = $5; order[++count] = key }
  }
  END {
    for (i = 1; i <= count; i++)
      printf "%-14s %10.0f spans/s %8.0f B/span   xray/%s %.2f\n", order[i], speed[order[i]], bytes[order[i]], order[i], speed["xray"] / speed[order[i]]
  }' "$work/result.csv"
