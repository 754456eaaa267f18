import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.StopFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.RAMDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

/**
 * Prints Apache Lucene's ten best passages for each query: corpus, query number, rank, passage id and score.
 * Arguments: the query file, and the directory with a file of passages for each corpus (id, tab, Base64 of the UTF-8 text).
 */
@SuppressWarnings("deprecation")
public final class RankingOracle {
    private static final Version LUCENE = Version.LUCENE_4_8;
    private static final int COUNT = 10;

    public static void main(String[] arguments) throws Exception {
        PrintStream output = new PrintStream(System.out, false, "UTF-8");
        Map<String, IndexSearcher> searchers = new HashMap<>();
        QueryBuilder builder = new QueryBuilder(analyzer());
        output.print("corpus\tquery\trank\tpassage\tscore\n");
        List<String> lines = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t");
            IndexSearcher searcher = searchers.get(columns[1]);
            if (searcher == null) {
                searcher = index(Path.of(arguments[1], columns[1] + ".tsv"));
                searchers.put(columns[1], searcher);
            }

            // a query of stop words alone is null: it finds nothing
            Query query = builder.createBooleanQuery("text", columns[2]);
            ScoreDoc[] hits = query == null ? new ScoreDoc[0] : searcher.search(query, COUNT).scoreDocs;
            for (int rank = 1; rank <= hits.length; rank++) {
                ScoreDoc hit = hits[rank - 1];
                String id = searcher.doc(hit.doc).get("id");
                output.print(columns[1] + "\t" + columns[0] + "\t" + rank + "\t" + id + "\t" + hit.score + "\n");
            }
        }

        output.flush();
    }

    private static IndexSearcher index(Path passages) throws Exception {
        RAMDirectory directory = new RAMDirectory();
        IndexWriterConfig config = new IndexWriterConfig(LUCENE, analyzer());
        config.setSimilarity(new BM25Similarity());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String line : Files.readAllLines(passages, StandardCharsets.UTF_8)) {
                String[] columns = line.split("\t");
                Document document = new Document();
                document.add(new StoredField("id", columns[0]));
                String text = new String(Base64.getDecoder().decode(columns[1]), StandardCharsets.UTF_8);
                document.add(new TextField("text", text, Field.Store.NO));
                writer.addDocument(document);
            }

            writer.forceMerge(1);
        }

        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(new BM25Similarity());
        return searcher;
    }

    private static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field, Reader reader) {
                StandardTokenizer words = new StandardTokenizer(LUCENE, reader);
                TokenStream chain = new EnglishPossessiveFilter(LUCENE, words);
                chain = new LowerCaseFilter(LUCENE, chain);
                chain = new ASCIIFoldingFilter(chain);
                chain = new StopFilter(LUCENE, chain, StandardAnalyzer.STOP_WORDS_SET);
                return new TokenStreamComponents(words, new PorterStemFilter(chain));
            }
        };
    }
}
