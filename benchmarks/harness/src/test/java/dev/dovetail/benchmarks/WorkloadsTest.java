package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every workload once, by each contender, with its checksum; and what is sent for it. */
class WorkloadsTest {

    private static final int FEW_ROWS = 2000;

    @ParameterizedTest
    @CsvSource({
        "W1,  3/1100,   3/1100/8",
        "W2,  20/10000, 20/10000/41",
        "W3,  3/1001,   3/1001/6",
        "W4,  1/1,      1/1/2",
        "W4r, 1/1,      1/1/2",
        "W4b, 1/1,      1/1/2",
        "W5,  1/1,      1/1/2",
        "W5b, 1/1,      1/1/2",
        "W6,  1/1,      1/1/4",
        "W6b, 201/201,  201/201/202",
        "W7,  5/1003,   5/1003/8",
        "W7b, 2/2,      2/2/3",
        "W8,  0/0,      0/0"
    })
    void jdbcSends(String workload, String h2, String postgresql) {
        sends("jdbc", workload, "h2", h2);
        sends("jdbc", workload, "postgresql", postgresql);
        if (!workload.equals("W1")) { // its driver gives the keys of a batch one by one
            sends("jdbc", workload, "sqlite", h2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "W1,  22/22,     1100/1100,   2/2/3",
        "W2,  200/200,   10000/10000, 6/6/7",
        "W3,  1001/1001, 1001/1001,   2/2/4",
        "W4,  1/1,       1/1,         1/1/2",
        "W4r, 1/1,       1/1,         1/1/2",
        "W4b, 1/1,       1/1,         1/1/2",
        "W5,  1/1,       1/1,         1/1/1",
        "W5b, 1/1,       1/1,         1/1/1",
        "W6,  2/2,       2/2,         2/2/3",
        "W6b, 2/2,       2/2,         2/2/3",
        "W7,  3/3,       3/3,         3/3/5",
        "W7b, 2/2,       2/2,         2/2/4",
        "W8,  0/0,       0/0,         0/0"
    })
    void dovetailSends(String workload, String h2, String sqlite, String postgresql) {
        sends("dovetail", workload, "h2", h2);
        sends("dovetail", workload, "sqlite", sqlite);
        sends("dovetail", workload, "postgresql", postgresql);
    }

    private static void sends(String contender, String workload, String database, String expected) {
        try (Cell cell = cell(Workload.of(workload), Contenders.named(contender), database)) {
            assertThat(cell.count())
                    .as("%s, %s on %s", contender, workload, database)
                    .hasToString(expected);
            cell.verify();
        }
    }

    /** How many rows there are to be read changes nothing in what is sent. */
    private static Cell cell(Workload workload, ContenderProvider provider, String database) {
        return switch (workload) {
            case W3, W4, W4R, W4B, W5, W5B, W8 -> new Cell(workload, provider, database, FEW_ROWS);
            default -> new Cell(workload, provider, database);
        };
    }
}
