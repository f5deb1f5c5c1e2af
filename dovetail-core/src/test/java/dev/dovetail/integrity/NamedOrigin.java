package dev.dovetail.integrity;

import dev.dovetail.schema.MetaData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapping would say of its statements. */
record NamedOrigin(
        List<?> entities,
        String verb,
        String entityName,
        Map<String, String> entitiesByTable,
        Map<String, String> attributes,
        List<String> reasons,
        String sensitiveColumn,
        MetaData metadata)
        implements StatementOrigin {

    @Override
    public String describe(int row) {
        return verb + " " + entities.get(row);
    }

    @Override
    public Object entity(int row) {
        return entities.get(row);
    }

    @Override
    public @Nullable String entityName(String table) {
        return entitiesByTable.get(table);
    }

    @Override
    public @Nullable String attribute(String column) {
        return attributes.get(column);
    }

    @Override
    public List<String> causes(int row) {
        return reasons;
    }

    @Override
    public boolean sensitive(String column) {
        return column.equals(sensitiveColumn);
    }
}
