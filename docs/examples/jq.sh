#!/bin/sh
# Which referrals did which States make, and which notices of withdrawal stand on their own document?
# sh jq.sh rome-statute
cd "$1/json" || exit 2

echo '# referrals by situation'
jq -r '[.[] | select(.act == "referral" and .iso3)] | group_by(.situation)[] | [.[0].situation, length] | @tsv' acts.json

echo '# leaving, with the documents'
jq -r --slurpfile sources sources.json '
  ($sources[0] | group_by(.fact) | map({(.[0].fact): map(.document)}) | add) as $proof
  | .[] | select(.outcome == "pending") | [.iso3, .effect, ($proof[.id] | join(" "))] | @tsv' withdrawals.json
