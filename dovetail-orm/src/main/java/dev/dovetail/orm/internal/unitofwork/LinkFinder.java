package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.HolderOfMany;
import dev.dovetail.orm.attribute.MappedClass;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.LinkChange.Kind;
import dev.dovetail.orm.internal.unitofwork.LinkChange.Turn;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the rows of secondary tables that a flush deletes and inserts: what holders gained and lost, and the rows of
 * objects that are deleted. Each pair of objects counts once, although the holders of both sides know of it.
 */
final class LinkFinder {

    private final FlushSource source;
    private final Set<Pair> seen = new HashSet<>();
    private final Set<Side> emptied = new HashSet<>();
    private final List<LinkChange> found = new ArrayList<>();

    private LinkFinder(FlushSource source) {
        this.source = source;
    }

    /**
     * Finds the rows.
     *
     * @param source the session
     * @param related the objects whose holders changed and that stay
     * @return the deletes, then the inserts
     */
    static List<LinkChange> find(FlushSource source, Collection<InstanceState> related) {
        LinkFinder finder = new LinkFinder(source);
        List<InstanceState> doomed = List.copyOf(source.doomed());
        ends(doomed).forEach(end -> of(doomed, end).forEach(owner -> finder.leave(owner, end)));
        ends(related).forEach(end -> of(related, end).forEach(owner -> finder.relate(owner, end)));
        return finder.found;
    }

    /** The many-to-many relationships of some objects, by name. */
    private static List<RelationshipEnd> ends(Collection<InstanceState> states) {
        return states.stream()
                .map(InstanceState::type)
                .distinct()
                .flatMap(type -> type.ends().stream())
                .filter(end -> end.linkTable() != null && !end.model().viewOnly())
                .sorted(Comparator.comparing(RelationshipEnd::label))
                .toList();
    }

    private static List<InstanceState> of(Collection<InstanceState> states, RelationshipEnd end) {
        return states.stream()
                .filter(state -> state.type().ends().contains(end))
                .toList();
    }

    /** The rows of an object that is deleted: by the rule of their foreign key, or as the relationship chooses. */
    private void leave(InstanceState owner, RelationshipEnd end) {
        List<String> causes = new ArrayList<>();
        causes.add("deleting " + owner);
        causes.addAll(source.causes(owner));
        HolderOfMany<?> many = holder(owner, end);
        switch (end.model().passiveDeletes()) {
            case BY_FOREIGN_KEY -> {
                if (end.link().foreignKey().onDelete() != ReferentialAction.CASCADE) {
                    emptied.add(new Side(end, owner));
                    found.add(new LinkChange(Kind.DELETE, end, owner, null, Turn.BEFORE_WRITES, causes));
                }
            }
            case NEVER -> before(owner, end, many).forEach(target -> delete(owner, end, target, causes));
            case UNLOADED -> {
                List<?> known = HolderAccess.loaded(many) ? before(many) : HolderAccess.removed(many);
                members(known, end).forEach(target -> delete(owner, end, target, causes));
            }
            case ALL -> {
                // left to the database
            }
        }
    }

    /** What an object was joined to before the changes that were not flushed yet. */
    private Collection<InstanceState> before(InstanceState owner, RelationshipEnd end, HolderOfMany<?> many) {
        return HolderAccess.loaded(many) ? members(before(many), end) : UnloadedChildren.read(source, owner, end);
    }

    private static List<?> before(HolderOfMany<?> many) {
        Set<Object> added = Collections.newSetFromMap(new IdentityHashMap<>());
        added.addAll(HolderAccess.added(many));
        List<Object> before = new ArrayList<>(HolderAccess.content(many));
        before.removeIf(added::contains);
        before.addAll(HolderAccess.removed(many));
        return before;
    }

    private void relate(InstanceState owner, RelationshipEnd end) {
        HolderOfMany<?> many = holder(owner, end);
        List<String> removed = List.of("taken out of " + end.label());
        members(HolderAccess.removed(many), end).forEach(target -> delete(owner, end, target, removed));
        List<String> added = List.of("put into " + end.label());
        for (Object element : HolderAccess.added(many)) {
            InstanceState target = source.member(element);
            if (target != null && target.lifeCycle() != LifeCycle.DELETED && takes(owner, end, target)) {
                found.add(new LinkChange(Kind.INSERT, end, owner, target, Turn.BEFORE_DELETES, added));
            }
        }
    }

    private void delete(InstanceState owner, RelationshipEnd end, InstanceState target, List<String> causes) {
        RelationshipEnd inverse = end.inverse();
        boolean gone = emptied.contains(new Side(end, owner))
                || inverse != null && emptied.contains(new Side(inverse, target));
        if (!gone && takes(owner, end, target)) {
            boolean endGoes = source.doomed().contains(owner) || source.doomed().contains(target);
            found.add(new LinkChange(
                    Kind.DELETE, end, owner, target, endGoes ? Turn.BEFORE_WRITES : Turn.BEFORE_DELETES, causes));
        }
    }

    /** Whether the holder of the other side has not brought the same row already. */
    private boolean takes(InstanceState owner, RelationshipEnd end, InstanceState target) {
        seen.add(new Pair(new Side(end, owner), target));
        RelationshipEnd inverse = end.inverse();
        return inverse == null || !seen.contains(new Pair(new Side(inverse, target), owner));
    }

    /** Objects of the session, each once; a row that joins another object is left alone. */
    private Collection<InstanceState> members(Collection<?> elements, RelationshipEnd end) {
        Set<InstanceState> members = new LinkedHashSet<>();
        for (Object element : elements) {
            InstanceState member = source.member(element);
            if (member == null) {
                source.warn(end.label() + " lost a " + element.getClass().getSimpleName()
                        + " that is in no session; its row in "
                        + linkTable(end).name() + " is left as it is");
            } else if (member.lifeCycle() != LifeCycle.DELETED) {
                members.add(member);
            }
        }
        return members;
    }

    private static Table linkTable(RelationshipEnd end) {
        return Objects.requireNonNull(end.linkTable()).table();
    }

    private static HolderOfMany<?> holder(InstanceState state, RelationshipEnd end) {
        return (HolderOfMany<?>) state.type().holder(state.entity(), end.position());
    }

    /** An object and one of its relationships. Ends are known by class and position: there may be several of a kind. */
    private record Side(MappedClass<?> type, int position, InstanceState state) {

        Side(RelationshipEnd end, InstanceState state) {
            this(end.owner(), end.position(), state);
        }
    }

    private record Pair(Side side, InstanceState target) {}
}
