#!/usr/bin/env bash
# Writes analysis.tsv and ranking.tsv anew. Needs a JDK, the jars of Debian's liblucene4.10-java, and the shared texts beside the
# repository; see README.md.
set -euo pipefail
cd "$(dirname "$0")"

jars="${LUCENE_JARS:-/usr/share/java}"
articles=../../../shared/benchmarks/biographies
bash regenerate-analysis.sh

corpora=("juliette-binoche=../../seeds/juliette-binoche.txt")
for name in napoleon josip-broz-tito beyonce; do
    if [[ ! -f $articles/$name/article.txt ]]; then
        echo "tests/oracle/ranking.tsv stays: it needs ../shared/benchmarks/biographies/$name beside the repository" >&2
        exit 1
    fi

    corpora+=("$name=$articles/$name/article.txt")
done

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
dotnet run --project ExportPassages -- "${corpora[@]}" "$work"
java -cp "$jars/lucene-core-4.10.4.jar:$jars/lucene-analyzers-common-4.10.4.jar" RankingOracle.java queries.tsv "$work" > "$work/expected"
cp "$work/expected" ranking.tsv
echo "ranking.tsv: $(($(wc -l < ranking.tsv) - 1)) hits"
