package dev.dovetail.tests.databases;

import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.engine.Connection;
import dev.dovetail.reflect.Inspector;
import dev.dovetail.reflect.Reflected;
import dev.dovetail.reflect.Reflection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Schemas that somebody else wrote, in the SQL of each database, are read, used, and created again. */
class HandWrittenSchemasTest {

    private static void run(Database database, String file) {
        try (InputStream stream = HandWrittenSchemasTest.class.getResourceAsStream("/samples/" + file + ".sql")) {
            String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            boolean backticks = quotes(database) == '`' && file.equals("common");
            for (String statement : script.split(";\n")) {
                String text = backticks ? statement.replace('"', '`') : statement;
                database.engine().transaction(connection -> connection.execute(Sql.sql(text)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static char quotes(Database database) {
        return database.dialect().identifiers().openQuote();
    }

    private static String own(Database database) {
        String name = database.dialect().name().toLowerCase(Locale.ROOT);
        return name.equals("mariadb") ? "mysql" : name;
    }

    /** Read, created anew from what was read, and read again, it is the same. */
    private static MetaData again(Database database, boolean views) {
        Reflected first = Reflection.of(database.engine()).views(views).read();
        first.metaData().dropAll(database.engine());
        assertThat(Inspector.of(database.engine()).tables()).isEmpty();
        first.metaData().createAll(database.engine());
        Reflected second = Reflection.of(database.engine()).views(views).read();
        assertThat(first.metaData().differences(second.metaData())).isEmpty();
        assertThat(new DdlRenderer(database.dialect()).create(second.metaData()))
                .containsExactlyInAnyOrderElementsOf(new DdlRenderer(database.dialect()).create(first.metaData()));
        return second.metaData();
    }

    @EveryDatabase
    void common(Database database) {
        run(database, "common");
        MetaData all = again(database, true);
        assertThat(all.tables()).hasSize(8);
        assertThat(all.views()).hasSize(1);
        Table artist = all.table("Artist");
        Table album = all.table("Album");
        TableSource a = table(artist);
        TableSource b = table(album);
        database.engine().transaction(connection -> {
            insert(connection, artist, "ArtistId", 1, "Name", "Ada");
            insert(connection, album, "AlbumId", 7, "Title", "Notes", "ArtistId", 1);
            assertThat(connection.list(
                            select(a.text("Name"), b.text("Title")).from(b).join(a)))
                    .isEqualTo(List.of(new Row2<>("Ada", "Notes")));
        });
    }

    private static void insert(Connection connection, Table table, Object... namesAndValues) {
        var columns = new ArrayList<Column<?>>();
        var values = new ArrayList<Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            columns.add(table.column((String) namesAndValues[at]));
            Object value = namesAndValues[at + 1];
            boolean wide = columns.get(columns.size() - 1).type().javaClass() == Long.class;
            values.add(wide ? Long.valueOf((Integer) value) : value);
        }
        connection.execute(
                insertInto(table).columns(columns.toArray(Column<?>[]::new)).values(values.toArray()));
    }

    @EveryDatabase
    void ownWords(Database database) {
        run(database, own(database));
        Reflected first = Reflection.of(database.engine()).read();
        assertThat(first.warnings()).isNotEmpty();
        if (database.dialect().name().matches("PostgreSQL|H2")) {
            MetaData archive =
                    Reflection.of(database.engine()).schema("archive").reflect();
            assertThat(archive.tables()).hasSizeGreaterThan(1);
            assertThat(archive.referenced(archive.table("archive.old_film")
                                    .foreignKeys()
                                    .get(0))
                            .name())
                    .isEqualTo("film");
            database.engine().transaction(connection -> {
                connection.execute(Sql.sql("DROP SCHEMA archive CASCADE"));
                if (!database.dialect().name().equals("H2")) {
                    connection.execute(Sql.sql("DROP MATERIALIZED VIEW film_list"));
                }
            });
        }
        again(database, false);
    }
}
