import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.RAMDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

/** Times Apache Lucene on the corpus and the queries that QaBot.Bench --report DIRECTORY has left in a directory. */
@SuppressWarnings("deprecation")
public final class LuceneSearch {
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        Analyzer analyzer = new EnglishAnalyzer(Version.LUCENE_4_8);
        RAMDirectory directory = new RAMDirectory();
        IndexWriterConfig config = new IndexWriterConfig(Version.LUCENE_4_8, analyzer);
        config.setSimilarity(new BM25Similarity());
        long started = System.nanoTime();
        try (IndexWriter writer = new IndexWriter(directory, config); Stream<Path> files = Files.list(work.resolve("corpus"))) {
            for (Path file : files.sorted().collect(Collectors.toList())) {
                for (String paragraph : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n\n")) {
                    Document document = new Document();
                    document.add(new TextField("text", paragraph, Field.Store.NO));
                    writer.addDocument(document);
                }
            }

            writer.forceMerge(1);
        }

        System.out.printf(Locale.ROOT, "%-46s%12.1f s%n", "build the index", (System.nanoTime() - started) / 1e9);
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(new BM25Similarity());
        QueryBuilder builder = new QueryBuilder(analyzer);
        measure("search, 8 words as in the text", searcher, builder, Files.readAllLines(work.resolve("questions.txt")));
        measure("search, 8 words, none a stop word", searcher, builder, Files.readAllLines(work.resolve("keywords.txt")));
    }

    private static void measure(String name, IndexSearcher searcher, QueryBuilder builder, List<String> queries) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (String query : queries) {
                long started = System.nanoTime();
                Query parsed = builder.createBooleanQuery("text", query);
                if (parsed != null) {
                    searcher.search(parsed, 10);
                }

                if (round >= 15) {
                    times.add((System.nanoTime() - started) / 1e6);
                }
            }
        }

        Collections.sort(times);
        System.out.printf(Locale.ROOT, "%-46s%12.3f ms p50 %8.3f ms p95 %8.3f ms p99%n", name,
            times.get(times.size() / 2), times.get((int) (0.95 * times.size())), times.get((int) (0.99 * times.size())));
    }
}
