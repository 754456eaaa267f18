import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.StopFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.Version;

/** Prints what Apache Lucene's English chain makes of a UTF-8 file: start, end, position and term, one token a line. */
@SuppressWarnings("deprecation")
public final class AnalysisOracle {
    private static final Version LUCENE = Version.LUCENE_4_8;

    public static void main(String[] arguments) throws Exception {
        String text = new String(Files.readAllBytes(Path.of(arguments[0])), StandardCharsets.UTF_8);
        PrintStream output = new PrintStream(System.out, false, "UTF-8");
        try (TokenStream chain = chain(text)) {
            CharTermAttribute term = chain.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = chain.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = chain.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            chain.reset();
            while (chain.incrementToken()) {
                position += increment.getPositionIncrement();
                output.print(offset.startOffset() + "\t" + offset.endOffset() + "\t" + position + "\t" + term + "\n");
            }
        }

        output.flush();
    }

    private static TokenStream chain(String text) {
        TokenStream chain = new StandardTokenizer(LUCENE, new StringReader(text));
        chain = new EnglishPossessiveFilter(LUCENE, chain);
        chain = new LowerCaseFilter(LUCENE, chain);
        chain = new ASCIIFoldingFilter(chain);
        chain = new StopFilter(LUCENE, chain, StandardAnalyzer.STOP_WORDS_SET);
        return new PorterStemFilter(chain);
    }
}
