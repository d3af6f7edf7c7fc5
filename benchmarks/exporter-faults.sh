#!/usr/bin/env bash
# Measures what a broken tracing backend does to the latency of requests, beside the same service without an exporter.
set -euo pipefail

usage() {
  cat <<'END'
Usage: benchmarks/exporter-faults.sh [--requests N] [--rounds N] [--exporter NAME]

For each exporter that posts to a backend and each fault of its backend (refuses, hangs,
drips, answers 503, ...): starts a service with that exporter and one without, sends N
requests (1000) to each by turns, in each of N rounds (11), and prints the latency that 99
of 100 requests stay below as a ratio of both: the middle round and the quartiles. The
first line compares two services without an exporter: that is the noise of the machine.
With --exporter only otlp-http, otlp-grpc, zipkin or xray-otlp is measured.

Needs Maven and takes ten minutes, two for one exporter.
END
}

requests=1000
rounds=11
exporter=""
while [[ $# -gt 0 ]]; do
  case "$1" in
    --requests) requests="$2"; shift 2 ;;
    --rounds) rounds="$2"; shift 2 ;;
    --exporter) exporter="$2"; shift 2 ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

home="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
module="$home/tracing-autoconfigure"
classpath="$(mktemp)"
trap 'rm -f "$classpath"' EXIT

mvn -B -q -f "$home/pom.xml" -pl tracing-autoconfigure test-compile dependency:build-classpath \
  -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test >&2
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Drequests="$requests" -Drounds="$rounds" -Dexporter="$exporter" -Dspring.main.banner-mode=off \
  -cp "$module/target/test-classes:$module/target/classes:$(cat "$classpath")" \
  io.tracingstarter.export.fault.FaultLatency | grep --line-buffered -v '^{'
