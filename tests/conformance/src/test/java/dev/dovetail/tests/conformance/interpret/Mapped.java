package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.orm.query.Queries;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.generate.EntityFile;
import dev.dovetail.tests.conformance.generate.Names;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entity classes of one schema, by the names that scenarios use. Fields and holders are reached as Dovetail itself
 * does, through the generated mappers.
 */
final class Mapped {

    private final Schema schema;
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();

    Mapped(Schema schema) {
        this.schema = schema;
        schema.entities().forEach(entity -> classes.put(entity.name(), find(entity.name())));
    }

    private Class<?> find(String entity) {
        return load("dev.dovetail.tests.conformance.entities." + EntityFile.className(schema) + "$" + entity);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is missing; -Dentities.write=true writes it", e);
        }
    }

    List<Class<?>> classes() {
        return List.copyOf(classes.values());
    }

    Class<?> entityClass(String entity) {
        Class<?> found = classes.get(entity);
        if (found == null) {
            throw new IllegalArgumentException(schema.name() + " has no entity " + entity);
        }
        return found;
    }

    Object instantiate(String entity) {
        try {
            Constructor<?> constructor = entityClass(entity).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return all objects of an entity, by primary key} */
    EntitySelect<?> all(String entity) {
        String path = entityClass(entity).getName().replace('$', '_') + "_";
        for (var constant : load(path).getFields()) {
            try {
                if (constant.get(null) instanceof EntityPath<?> found) {
                    return ordered(found);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(path + " has no constant");
    }

    private static EntitySelect<?> ordered(EntityPath<?> path) {
        EntitySelect<?> select = Queries.select(path);
        for (var column : path.mapped().model().columns()) {
            if (column.id()) {
                try {
                    select = select.orderBy((Attribute<?, ?>)
                            path.getClass().getField(column.label()).get(path));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return select;
    }

    /** {@return the name of an object's entity} */
    String entityName(Object object) {
        return object.getClass().getSimpleName();
    }

    /** {@return whether an attribute is a column, not a relationship} */
    boolean isColumn(Object object, String attribute) {
        return column(mapping(object), attribute) >= 0;
    }

    @Nullable
    Object get(Object object, String column) {
        MappedClass<Object> mapping = mapping(object);
        return Values.toJson(mapping.get(object, column(mapping, column)));
    }

    void set(Object object, String column, @Nullable Object value) {
        MappedClass<Object> mapping = mapping(object);
        int position = column(mapping, column);
        if (position < 0) {
            throw new IllegalArgumentException(mapping.model().simpleName() + " has no column " + column);
        }
        mapping.set(object, position, toJava(column, value));
    }

    Holder<?> holder(Object object, String relationship) {
        MappedClass<Object> mapping = mapping(object);
        var relationships = mapping.model().relationships();
        String name = Names.lower(relationship);
        return IntStream.range(0, relationships.size())
                .filter(position -> relationships.get(position).name().equals(name))
                .mapToObj(position -> mapping.holder(object, position))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        mapping.model().simpleName() + " has no relationship " + relationship));
    }

    /** {@return primary key values as an entity has them} */
    static Object[] key(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> value instanceof Long number ? (Object) Math.toIntExact(number) : value)
                .toArray();
    }

    private @Nullable Object toJava(String column, @Nullable Object value) {
        if (!(value instanceof Long number)) {
            return value;
        }
        boolean fraction = schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(declared ->
                        declared.name().equals(column) && declared.type().equals("float"));
        return fraction ? (Object) number.doubleValue() : (Object) Math.toIntExact(number);
    }

    private static int column(MappedClass<?> mapping, String name) {
        var columns = mapping.model().columns();
        return IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    @SuppressWarnings("unchecked") // the mapping of the object's own class
    private static MappedClass<Object> mapping(Object object) {
        return (MappedClass<Object>) MappedClasses.of(object.getClass());
    }
}
