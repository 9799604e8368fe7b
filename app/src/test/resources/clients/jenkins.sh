#!/usr/bin/env bash
# The calls of the Jenkins plugin, in its order: test of the connection, upload, waiting, findings, violations, filing.
# Usage: jenkins.sh BASE-URL KEY BILL
set -euo pipefail
base=$1 key=$2 bill=$3

call() {
  curl --silent --show-error --fail-with-body --header "X-Api-Key: $key" --header 'Accept: application/json' "$@"
}
member() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1
}

echo "version $(call "$base/api/version" | member version)"
echo "powered $(call --dump-header - --output /dev/null \
  "$base/api/v1/project?pageNumber=1&pageSize=500&excludeInactive=true&sortName=name&sortOrder=asc" \
  | tr -d '\r' | sed -n 's/^[Xx]-[Pp]owered-[Bb]y: //p')"
echo "permissions $(call "$base/api/v1/team/self" | grep -o '"name":"[A-Z_]*"' | tr '\n' ' ')"

# As okhttp sends it: fields of text, the bill among them, without a file name.
token=$(call --request POST --form "bom=<$bill" --form 'projectName=ジェンキンス' --form 'projectVersion=1.0' \
  --form 'autoCreate=true' --form 'isLatest=true' "$base/api/v1/bom" | member token)
until [[ $(call "$base/api/v1/event/token/$token" | member processing) == false ]]; do
  sleep 0.2
done

project=$(call --get --data-urlencode 'name=ジェンキンス' --data-urlencode 'version=1.0' \
  "$base/api/v1/project/lookup" | member uuid)
echo "project $project"
echo "total $(call --dump-header - --output findings.json \
  "$base/api/v1/finding/project/$project?pageNumber=1&pageSize=100" | tr -d '\r' | sed -n 's/^[Xx]-[Tt]otal-[Cc]ount: //p')"
echo "found $(grep -o '"vulnId":"[^"]*"' findings.json | tr '\n' ' ')"
echo "violations $(call "$base/api/v1/violation/project/$project?pageNumber=1&pageSize=100")"
for _ in 1 2; do
  call --request PATCH --header 'Content-Type: application/json' --output /dev/null --write-out 'filed %{http_code}\n' \
    --data '{"tags":[{"name":"jenkins"}],"group":"jp.example","isLatest":true}' "$base/api/v1/project/$project"
done
