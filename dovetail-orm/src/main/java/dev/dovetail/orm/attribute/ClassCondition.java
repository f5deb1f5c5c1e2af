package dev.dovetail.orm.attribute;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.Value;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a row is one of a class that shares its table with its base. A key does not say so. The subclasses are asked for when SQL
 * is made, as a condition may be older than they are.
 */
final class ClassCondition implements CustomExpression<Boolean> {

    private final MappedClass<?> mapped;
    private final ColumnRef<?> discriminator;
    private volatile @Nullable Among among;

    private ClassCondition(MappedClass<?> mapped, ColumnRef<?> discriminator) {
        this.mapped = mapped;
        this.discriminator = discriminator;
    }

    /** The condition for rows of a path, where one is needed: added to others. */
    static void add(EntityPath<?> path, List<Operand<Boolean>> conditions) {
        if (path.mapped().inBaseTable()) {
            conditions.add(
                    new ClassCondition(path.mapped(), path.column(path.mapped().discriminator())));
        }
    }

    @Override
    public Type<Boolean> type() {
        return Types.BOOLEAN;
    }

    @Override
    public void write(SqlOutput output) {
        List<MappedClass<?>> hierarchy = MappedClasses.hierarchy(mapped);
        Among current = among;
        if (current == null || !current.hierarchy.equals(hierarchy)) {
            current = new Among(hierarchy, identities(hierarchy, discriminator.type()));
            among = current;
        }
        if (current.identities.isEmpty()) {
            output.sql("1 = 0");
            return;
        }
        output.operand(discriminator).sql(" IN (");
        for (int i = 0; i < current.identities.size(); i++) {
            output.sql(i == 0 ? "" : ", ").operand(current.identities.get(i));
        }
        output.sql(")");
    }

    private static <T> List<Value<T>> identities(List<MappedClass<?>> hierarchy, Type<T> type) {
        List<Value<T>> identities = new ArrayList<>();
        hierarchy.stream()
                .map(MappedClass::identity)
                .filter(Objects::nonNull)
                .forEach(identity -> identities.add(new Value<>(type.javaClass().cast(identity), type)));
        return identities;
    }

    /** What is written for so many classes: the same nodes each time. */
    private record Among(List<MappedClass<?>> hierarchy, List<? extends Operand<?>> identities) {}
}
