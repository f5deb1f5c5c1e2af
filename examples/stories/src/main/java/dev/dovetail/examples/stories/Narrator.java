package dev.dovetail.examples.stories;

import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.table;

import dev.dovetail.DovetailException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.EchoListener;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Prints what a story says, the statements as they go out, and the rows that are left. */
public final class Narrator {

    private final PrintStream out;
    private final Path folder;
    private boolean echoing = true;

    /** Prints to a stream; databases are files in the folder. */
    public Narrator(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void tell(Story story) {
        out.println();
        out.println("=".repeat(100));
        out.println(story.title());
        out.println("=".repeat(100));
        story.tell(this);
    }

    /** A new database in a file of its own. It does not echo yet. */
    public Engine database(String name) {
        return Engine.create("jdbc:sqlite:" + folder.resolve(name + ".db"));
    }

    /** From here on, statements are printed as they go out. */
    public void echo(Engine engine) {
        engine.addListener(new EchoListener(line -> {
            if (echoing) {
                out.println("    " + line);
            }
        }));
    }

    /** Begins a part of the story. */
    public void part(String heading) {
        out.println();
        out.println("--- " + heading);
    }

    /** Says something. */
    public void say(String text) {
        out.println(text);
    }

    /** Shows an error as a log would. */
    public void failed(DovetailException error) {
        error.toString().lines().forEach(line -> out.println("  ! " + line));
    }

    /** Shows all rows of some tables; the statements that read them are not printed. */
    public void rows(Engine engine, List<Table> tables) {
        out.println("Rows:");
        echoing = false;
        try (Connection connection = engine.connect()) {
            for (Table table : tables) {
                List<Row> rows = connection.list(selectFrom(table(table)));
                out.println("  " + table.name() + header(table) + (rows.isEmpty() ? " is empty" : ""));
                rows.forEach(row -> out.println("    " + values(table, row)));
            }
        } finally {
            echoing = true;
        }
    }

    private static String header(Table table) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        table.columns().stream().map(Column::name).forEach(names::add);
        return names.toString();
    }

    private static String values(Table table, Row row) {
        StringJoiner values = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < table.columns().size(); i++) {
            Object value = row.get(i);
            values.add(value instanceof String ? "'" + value + "'" : String.valueOf(value));
        }
        return values.toString();
    }
}
