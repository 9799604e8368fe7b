#!/usr/bin/env bash
# The one call of the GitHub action DependencyTrack/gh-upload-sbom: it knows a host and no path, and sends the bill before
# the fields that say for which project it is.
# Usage: gh-upload-sbom.sh HOST-URL KEY BILL
set -euo pipefail

curl --silent --show-error --fail-with-body --request POST --header "X-API-Key: $2" \
  --form "bom=@$3;filename=bom;type=application/octet-stream" \
  --form 'projectName=アクション' --form 'projectVersion=1.0' --form 'autoCreate=true' \
  --form 'projectTags=ci,web' --form 'isLatest=true' "$1/api/v1/bom"
