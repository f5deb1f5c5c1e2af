package dev.dovetail.orm.internal.cascade;

import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The session's objects by the key that their rows are known to refer to; looked through once for each foreign key. */
final class Referring {

    private final IdentityMap identityMap;
    private final Map<ForeignKeyDescriptor, Map<List<Object>, List<InstanceState>>> byReference = new HashMap<>();

    Referring(IdentityMap identityMap) {
        this.identityMap = identityMap;
    }

    /** The objects that refer to a row by one of its keys. */
    List<InstanceState> to(Object[] referenced, ForeignKeyDescriptor key) {
        return byReference.computeIfAbsent(key, this::index).getOrDefault(List.of(referenced), List.of());
    }

    /** Forgets what was found, before rows are followed that may refer to others by now. */
    void clear() {
        byReference.clear();
    }

    private Map<List<Object>, List<InstanceState>> index(ForeignKeyDescriptor key) {
        Map<List<Object>, List<InstanceState>> index = new HashMap<>();
        for (InstanceState child : identityMap.all()) {
            Object[] reference = child.type().isA(key.child()) ? key.reference(child.known()::value) : null;
            if (reference != null) {
                index.computeIfAbsent(List.of(reference), ignored -> new ArrayList<>())
                        .add(child);
            }
        }
        return index;
    }
}
