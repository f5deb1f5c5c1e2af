package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.Names;
import dev.dovetail.processor.source.TypeExpression;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a mapper names the types of its columns: by what {@code Types} has, or by a constant of its own. */
final class TypeCode {

    private final JavaSource source;
    private final Map<ColumnSource, String> constants = new LinkedHashMap<>();

    TypeCode(EntitySource entity, JavaSource source) {
        this.source = source;
        for (ColumnSource column : entity.columns()
                .subList(entity.firstDescribed(), entity.columns().size())) {
            boolean made = column.type().declared() != null
                    || column.type().converted()
                    || column.type().made()
                            && (column.model().deferred() || JavaTypes.comparison(column) == JavaTypes.Comparison.TYPE);
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
        StringBuilder expression = new StringBuilder();
        for (TypeExpression.Piece piece : column.type().pieces()) {
            if (piece instanceof TypeExpression.Member member) {
                expression.append(source.member(member.className(), member.name()));
            } else if (piece instanceof TypeExpression.Name name) {
                expression.append(source.type(name.type()));
            } else if (piece instanceof TypeExpression.Text text) {
                expression.append(text.text());
            }
        }
        return expression.toString();
    }
}
