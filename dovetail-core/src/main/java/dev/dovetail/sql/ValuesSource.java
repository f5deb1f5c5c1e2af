package dev.dovetail.sql;

import java.util.List;

/**
 * Rows of values in a FROM clause.
 *
 * @param rows the rows, at least one, all with as many values as there are columns
 * @param alias its name there
 * @param outputs its columns
 */
public record ValuesSource(List<RowValue> rows, String alias, List<NamedType<?>> outputs)
        implements Source, DerivedTable {
    /** Copies the lists. */
    public ValuesSource {
        rows = List.copyOf(rows);
        outputs = List.copyOf(outputs);
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
