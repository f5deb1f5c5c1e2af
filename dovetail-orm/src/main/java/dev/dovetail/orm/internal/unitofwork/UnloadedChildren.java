package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOfMany;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.List;

/** Reads what a flush must know of a holder that is not loaded. */
final class UnloadedChildren {

    private UnloadedChildren() {}

    /** A collection that has to be read for this stays loaded: nothing is read twice. */
    static List<InstanceState> read(FlushSource source, InstanceState parent, RelationshipEnd end) {
        List<InstanceState> children = source.children(parent, end);
        Holder<?> holder = end.holder(parent.entity());
        if (holder instanceof HolderOfMany<?> many && !end.model().writeOnly()) {
            HolderAccess.fill(many, children.stream().map(InstanceState::entity).toList());
        }
        return children;
    }
}
