package dev.dovetail.engine;

import dev.dovetail.compile.ForeignKeyDeferral;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys that are put off to the end of a transaction by a user who may not switch their checks off. Those of the
 * user's own tables become deferrable within the transaction, so that its rollback, or its connection's loss, takes that back.
 */
final class DeferredForeignKeys {

    private final Connection connection;
    private final ForeignKeyDeferral form;
    private final List<String> takeBack = new ArrayList<>();

    private DeferredForeignKeys(Connection connection, ForeignKeyDeferral form) {
        this.connection = connection;
        this.form = form;
    }

    /**
     * Puts off the foreign keys of some tables and those that refer to them.
     *
     * @param checked receives the foreign keys of these tables that this user cannot put off
     * @return null if there are such
     */
    static @Nullable DeferredForeignKeys begin(
            Connection connection, ForeignKeyDeferral form, MetaData metaData, List<String> checked) {
        DeferredForeignKeys deferred = new DeferredForeignKeys(connection, form);
        List<String> commands = new ArrayList<>();
        for (List<@Nullable Object> key : connection.list(form.undeferrable())) {
            boolean own = isOf(metaData, key, 0);
            Object command = key.get(7);
            if (own && command == null) {
                checked.add(key.get(3) + " of " + key.get(2));
            } else if (command != null && (own || isOf(metaData, key, 4))) {
                commands.add(command.toString());
                deferred.takeBack.add(String.valueOf(key.get(8)));
            }
        }
        if (!checked.isEmpty()) {
            return null;
        }
        commands.forEach(deferred::run);
        deferred.run(form.defer());
        return deferred;
    }

    // The columns from there on are: schema, whether it is the connection's own, table.
    private static boolean isOf(MetaData metaData, List<@Nullable Object> key, int from) {
        for (Table table : metaData.tables()) {
            String schema = table.schema();
            if (table.name().equals(key.get(from + 2))
                    && (schema == null
                            ? Boolean.TRUE.equals(key.get(from + 1))
                            : Objects.equals(schema, key.get(from)))) {
                return true;
            }
        }
        return false;
    }

    /** Has everything checked, and the foreign keys as they were. */
    void end() {
        run(form.check());
        takeBack.forEach(this::run);
    }

    private void run(String command) {
        connection.execute(Sql.sql(command));
    }
}
