package dev.dovetail.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.benchmarks.Workload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The report of figures that are given. */
class ReportTest {

    private static final List<Figure> FIGURES = List.of(
            new Figure("h2", Workload.W1, "jdbc", 2_000_000, 1_000_000, 7_400_000, "3/1100"),
            new Figure("h2", Workload.W1, "dovetail", 1_900_000, 900_000, 740, "4/1102"),
            new Figure("h2", Workload.W5, "jdbc", 2100, 2000, 3700, "1/1"),
            new Figure("h2", Workload.W5, "dovetail", 2415, 2000, 3700, "1/1"),
            new Figure("h2", Workload.W5, "other", 21_000, 20_000, 37_000, "1/1"),
            new Figure("postgresql", Workload.W1, "jdbc", 9, 9, 9, "3/1100/8"));

    @Test
    void tablesHaveRatiosAndWhatIsMissing() {
        assertThat(new Tables(FIGURES).of("h2")).isEqualTo("""
                        ### Time by the clock, ratio to jdbc

                        |                        |    jdbc | dovetail | other |
                        | ---------------------- | ------: | -------: | ----: |
                        | W1 insert graph 100x10 | 2.00 ms |     0.95 |     - |
                        | W5 1 row by key        | 2.10 us |     1.15 | 10.00 |

                        ### CPU time of the calling thread, ratio to jdbc

                        |                        |    jdbc | dovetail | other |
                        | ---------------------- | ------: | -------: | ----: |
                        | W1 insert graph 100x10 | 1.00 ms |     0.90 |     - |
                        | W5 1 row by key        | 2.00 us |     1.00 | 10.00 |

                        ### Bytes allocated by the calling thread

                        |                        |    jdbc | dovetail |   other |
                        | ---------------------- | ------: | -------: | ------: |
                        | W1 insert graph 100x10 | 7.40 MB |    740 B |       - |
                        | W5 1 row by key        | 3.70 kB |  3.70 kB | 37.0 kB |

                        ### JDBC executes / statements

                        |                        |   jdbc | dovetail | other |
                        | ---------------------- | -----: | -------: | ----: |
                        | W1 insert graph 100x10 | 3/1100 |   4/1102 |     - |
                        | W5 1 row by key        |    1/1 |      1/1 |   1/1 |
                        """);
    }

    @Test
    void thePlotHasADotForEachRatio() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Plot.of(FIGURES).getBytes(StandardCharsets.UTF_8)));
        var titles = svg.getElementsByTagName("title");
        assertThat(titles.getLength()).isEqualTo(3);
        assertThat(titles.item(0).getTextContent()).isEqualTo("dovetail, W1 insert graph 100x10: 0.90");
        assertThat(titles.item(2).getTextContent()).isEqualTo("other, W5 1 row by key: 10.00");
    }
}
