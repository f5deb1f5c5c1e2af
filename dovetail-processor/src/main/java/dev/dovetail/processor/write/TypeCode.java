package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.Names;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a mapper names the types of its columns: by what {@code Types} has, or by a constant of its own. */
final class TypeCode {

    private static final String TYPES = "dev.dovetail.type.Types";

    private final JavaSource source;
    private final Map<ColumnSource, String> constants = new LinkedHashMap<>();

    TypeCode(EntitySource entity, JavaSource source) {
        this.source = source;
        for (ColumnSource column : entity.columns()
                .subList(entity.firstDescribed(), entity.columns().size())) {
            boolean made = column.type().enumClass() != null
                    || !column.type().arguments().isEmpty()
                            && JavaTypes.comparison(column) == JavaTypes.Comparison.TYPE;
            if (made) {
                String name = Names.upperSnake(column.model().label().replace('.', '_'))
                                .replace('-', '_') + "_TYPE";
                while (constants.containsValue(name)) {
                    name += "_";
                }
                constants.put(column, name);
            }
        }
    }

    /** One constant for each type that is made for one column and needed several times. */
    void constants() {
        constants.forEach((column, name) -> source.assign(
                "private static final " + source.type("dev.dovetail.type.Type") + "<" + JavaTypes.boxed(column, source)
                        + "> " + name,
                expression(column)));
    }

    /** A column's type. */
    String of(ColumnSource column) {
        String constant = constants.get(column);
        return constant == null ? expression(column) : constant;
    }

    private String expression(ColumnSource column) {
        String member = source.member(TYPES, column.type().member());
        return column.type().enumClass() == null
                ? member + column.type().arguments()
                : member + "(" + source.type(column.type().enumClass()) + ".class)";
    }
}
