#!/usr/bin/env bash
# Writes analysis.tsv anew from analysis.txt. Needs a JDK and the jars of Debian's liblucene4.10-java; see README.md.
set -euo pipefail
cd "$(dirname "$0")"

jars="${LUCENE_JARS:-/usr/share/java}"
if [[ ! -f $jars/lucene-core-4.10.4.jar ]] || ! command -v java > /dev/null; then
    echo "Install Lucene and a JDK first: apt-get install liblucene4.10-java default-jdk-headless" >&2
    exit 1
fi

expected="$(mktemp)"
trap 'rm -f "$expected"' EXIT
java -cp "$jars/lucene-core-4.10.4.jar:$jars/lucene-analyzers-common-4.10.4.jar" AnalysisOracle.java analysis.txt > "$expected"
cp "$expected" analysis.tsv
echo "analysis.tsv: $(wc -l < analysis.tsv) tokens"
