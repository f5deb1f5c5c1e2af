package dev.dovetail.orm;

import dev.dovetail.DovetailException;
import dev.dovetail.ValueText;
import java.io.Serial;
import java.util.List;

/** There is no row with the key that was asked for. */
public final class ObjectNotFoundException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final transient List<?> key;

    ObjectNotFoundException(String entityName, List<?> key) {
        super("DVT-ORM-NOT-FOUND", "there is no " + entityName + " " + ValueText.key(key), null);
        this.entityName = entityName;
        this.key = List.copyOf(key);
    }

    /**
     * The entity of the missing object.
     *
     * @return its name
     */
    public String entityName() {
        return entityName;
    }

    /**
     * The key that no row has.
     *
     * @return the primary key's values
     */
    public List<?> key() {
        return key;
    }
}
