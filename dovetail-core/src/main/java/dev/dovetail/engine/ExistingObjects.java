package dev.dovetail.engine;

import static dev.dovetail.sql.Sql.sql;

import dev.dovetail.compile.DdlObject;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ObjectCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database has already, asked in one query. */
final class ExistingObjects {

    private final Set<DdlObject> objects = new HashSet<>();
    private final Dialect dialect;
    private final boolean ignoresCase;

    private ExistingObjects(Dialect dialect, ObjectCatalogue catalogue, List<List<@Nullable Object>> rows) {
        this.dialect = dialect;
        this.ignoresCase = catalogue.ignoresCase();
        for (List<@Nullable Object> row : rows) {
            DdlObject.Kind kind =
                    DdlObject.Kind.valueOf(String.valueOf(row.get(0)).strip());
            String schema = kind == DdlObject.Kind.SCHEMA ? null : name(row.get(1));
            DdlObject object = folded(new DdlObject(kind, schema, name(row.get(3)), String.valueOf(name(row.get(4)))));
            objects.add(object);
            if (String.valueOf(row.get(2)).equals("1")) {
                objects.add(new DdlObject(kind, null, object.table(), object.name()));
            }
        }
    }

    /** Null where the database need not be asked. */
    static @Nullable ExistingObjects of(Connection connection) {
        Dialect dialect = connection.engine().dialect();
        ObjectCatalogue catalogue = dialect.objectCatalogue();
        return catalogue == null
                ? null
                : new ExistingObjects(dialect, catalogue, connection.list(sql(catalogue.query())));
    }

    boolean has(DdlObject object) {
        return objects.contains(folded(object));
    }

    private @Nullable String name(@Nullable Object stored) {
        return stored == null ? null : dialect.identifiers().named(stored.toString());
    }

    private DdlObject folded(DdlObject object) {
        return ignoresCase
                ? new DdlObject(
                        object.kind(),
                        folded(object.schema()),
                        folded(object.table()),
                        object.name().toLowerCase(Locale.ROOT))
                : object;
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
