package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.attribute.RelationshipEnd;
import java.util.Locale;

/** What messages advise. */
public final class Remedy {

    private Remedy() {}

    /**
     * How a query loads a relationship.
     *
     * @param end the relationship
     * @return advice with the option as it is written
     */
    public static String load(RelationshipEnd end) {
        String path = constant(end.owner().model().simpleName());
        return "load it with the query: select(" + path + ").options(selectInLoad(" + path + "."
                + end.model().name() + "))";
    }

    /**
     * How a query reads a deferred column.
     *
     * @param entity the entity's simple name
     * @param attribute the column's field
     * @return advice with the option as it is written
     */
    public static String undefer(String entity, String attribute) {
        String path = constant(entity);
        return "read it with the query: select(" + path + ").options(undefer(" + path + "." + attribute + "))";
    }

    /** The name of the metamodel's constant: {@code ORDER_LINE} for {@code OrderLine}. */
    private static String constant(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
