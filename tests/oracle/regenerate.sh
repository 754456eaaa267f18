#!/usr/bin/env bash
# Asks Apache Lucene for the reference values again. Needs Java 17, Debian's liblucene4.10-java and the shared articles beside the
# repository; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
jars="${LUCENE_JARS:-/usr/share/java}"
export CLASSPATH="$jars/lucene-core-4.10.4.jar:$jars/lucene-analyzers-common-4.10.4.jar"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

articles=../shared/benchmarks/biographies
corpora=("juliette-binoche=seeds/juliette-binoche.txt")
for name in napoleon josip-broz-tito beyonce; do
    corpora+=("$name=$articles/$name/article.txt")
done

dotnet run --project tests/oracle/ExportPassages -- "${corpora[@]}" "$work"
java tests/oracle/RankingOracle.java tests/oracle/queries.tsv "$work" > "$work/ranking"
mv "$work/ranking" tests/oracle/ranking.tsv
echo "tests/oracle/ranking.tsv: $(wc -l < tests/oracle/ranking.tsv) lines"
