#!/usr/bin/env bash
# Lets API Gateway and Lambda start traces, which the services behind them go on with.
set -euo pipefail

usage() {
  cat <<'END'
Usage: ops/aws/active-tracing.sh api API_ID STAGE    REST API: traces each request that X-Ray's rules sample
       ops/aws/active-tracing.sh lambda FUNCTION     function: likewise, and needs the policy of xray.yaml
       ops/aws/active-tracing.sh status              what is switched on in this region

--off after the names switches off. Needs the AWS CLI; region and credentials are its own.
END
}

for argument in "$@"; do
  if [[ "$argument" == --help || "$argument" == -h ]]; then
    usage
    exit 0
  fi
done

on=true
words=()
for argument in "$@"; do
  if [[ "$argument" == --off ]]; then on=false; else words+=("$argument"); fi
done

case "${words[0]:-}:${#words[@]}" in
  api:3)
    aws apigateway update-stage --rest-api-id "${words[1]}" --stage-name "${words[2]}" \
      --patch-operations "op=replace,path=/tracingEnabled,value=$on" \
      --query '{stage: stageName, tracing: tracingEnabled}' --output table
    ;;
  lambda:2)
    mode=$([[ "$on" == true ]] && echo Active || echo PassThrough)
    aws lambda update-function-configuration --function-name "${words[1]}" --tracing-config "Mode=$mode" \
      --query '{function: FunctionName, tracing: TracingConfig.Mode}' --output table
    ;;
  status:1)
    aws lambda list-functions --query 'Functions[].{function: FunctionName, tracing: TracingConfig.Mode}' --output table
    for api in $(aws apigateway get-rest-apis --query 'items[].id' --output text); do
      aws apigateway get-stages --rest-api-id "$api" \
        --query "item[].{api: '$api', stage: stageName, tracing: tracingEnabled}" --output table
    done
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
