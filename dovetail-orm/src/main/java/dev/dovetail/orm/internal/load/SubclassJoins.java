package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.Sql;
import java.util.List;
import java.util.Objects;

/**
 * What a query joins along a relationship has to be of the relationship's class. Where that is in its base's table, only the
 * session's mappings know which discriminators are meant.
 */
public final class SubclassJoins {

    private SubclassJoins() {}

    /**
     * Adds the discriminators to the conditions of joins.
     *
     * @param query the query
     * @param joined the relationships along which it joins
     * @param mappings knows the hierarchies
     * @param <R> what a row is
     * @return the query, which is the same where no class is in its base's table
     */
    public static <R> Select<R> restricted(
            Select<R> query, List<RelationshipAttribute<?, ?, ?>> joined, Mappings mappings) {
        Select<R> restricted = query;
        for (RelationshipAttribute<?, ?, ?> relationship : joined) {
            Condition own = new EntitySource(
                            mappings.of(relationship.end().target()),
                            relationship.targetPath().alias())
                    .restriction();
            if (own != null) {
                restricted = restricted.withSources(source -> restrict(source, relationship, own));
            }
        }
        return restricted;
    }

    private static Source restrict(Source source, RelationshipAttribute<?, ?, ?> relationship, Condition own) {
        if (!(source instanceof Join join)) {
            return source;
        }
        Expression<Boolean> on = join.on();
        boolean meant =
                on != null && join.right().equals(relationship.target()) && Objects.equals(on, relationship.on());
        return new Join(
                restrict(join.left(), relationship, own),
                join.right(),
                join.kind(),
                meant ? Sql.and(Objects.requireNonNull(on), own) : on);
    }
}
