package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import org.jspecify.annotations.Nullable;

/** What both kinds of holder have: their owner, their relationship, and whether their content is known. */
abstract class Side {

    /** What a holder's content is worth. */
    enum Content {
        /** Never loaded. For an object without a row that is: empty. */
        UNKNOWN,
        /** As in the database, but for changes not yet flushed. */
        LOADED,
        /** Was loaded once; the database may have moved on. */
        STALE
    }

    /** The owner, or what a session knows of it: one field for both, as there are as many holders as rows. */
    private Object link;

    private @Nullable RelationshipEnd end;

    private Content content = Content.UNKNOWN;

    Side(Object owner) {
        this.link = owner;
    }

    final Content status() {
        return content;
    }

    final void status(Content now) {
        content = now;
        HolderOwner state = now == Content.UNKNOWN ? null : attached();
        if (state != null) {
            state.holderKnown();
        }
    }

    /** The holder itself. */
    abstract Holder<?> holder();

    final Object owner() {
        return link instanceof HolderOwner state ? state.entity() : link;
    }

    final @Nullable HolderOwner attached() {
        return link instanceof HolderOwner state ? state : null;
    }

    final void attach(@Nullable HolderOwner state) {
        link = state == null ? owner() : state;
    }

    RelationshipEnd end() {
        RelationshipEnd known = end;
        if (known == null) {
            known = find();
            end = known;
        }
        return known;
    }

    private RelationshipEnd find() {
        Object owner = owner();
        for (RelationshipEnd candidate : MappedClasses.ends(MappedClasses.of(owner.getClass()))) {
            if (candidate.holder(owner) == holder()) {
                return candidate;
            }
        }
        throw new UsageException(
                "DVT-USE-HOLDER",
                "a holder made by " + owner.getClass().getName()
                        + " is in none of its relationships' fields; keep each holder in a final field of the object that"
                        + " it is made with: new Many<>(this)");
    }

    /** Puts the owner into the holder that mirrors this one; without one the foreign key still follows at once. */
    void mirrorPut(Object element) {
        RelationshipEnd inverse = end().inverse();
        if (inverse != null) {
            HolderAccess.accept(inverse.holder(element), owner());
        } else {
            copyKey(element, true);
        }
    }

    /** Takes the owner out of the holder that mirrors this one; without one the foreign key still follows at once. */
    void mirrorTake(Object element) {
        RelationshipEnd inverse = end().inverse();
        if (inverse != null) {
            HolderAccess.release(inverse.holder(element), owner());
        } else {
            copyKey(element, false);
        }
    }

    /** Whether the content would have to be loaded before it can be seen. */
    boolean unloaded() {
        HolderOwner state = content == Content.LOADED ? null : attached();
        return state != null && state.canLoad();
    }

    /** Whether the content is not there to be changed: changes are queued until it is. */
    boolean unseen() {
        HolderOwner state = content == Content.LOADED ? null : attached();
        return state != null && (state.canLoad() || (content == Content.UNKNOWN && state.detached()));
    }

    boolean known() {
        HolderOwner state = attached();
        return content == Content.LOADED
                || state == null
                || (content == Content.STALE && state.detached())
                || (content == Content.UNKNOWN && !state.canLoad() && !state.detached());
    }

    /** Makes the content available, or says why it cannot be. */
    void open() {
        HolderOwner state = attached();
        if (state == null) {
            return;
        }
        state.checkUse();
        if (content == Content.LOADED) {
            return;
        }
        if (state.canLoad()) {
            state.load(holder());
        } else if (content == Content.UNKNOWN && state.detached()) {
            throw state.neverLoaded(end());
        }
    }

    void checkUse() {
        HolderOwner state = attached();
        if (state != null) {
            state.checkUse();
        }
    }

    void changed() {
        HolderOwner state = attached();
        if (state != null) {
            state.holderChanged();
        }
    }

    /** Refuses any change of a relationship that is only looked at. */
    void checkWritable() {
        if (end().model().viewOnly()) {
            throw new UsageException(
                    "DVT-USE-VIEW-ONLY",
                    end().label() + " is viewOnly: it is loaded and never written; change the relationship that is"
                            + " written in its place");
        }
    }

    /**
     * Refuses a second parent where there may be one only, as far as the application set the first: what was loaded from
     * the database does not count.
     *
     * @param mayBeOwn whether the element may be here already
     */
    void checkSingleParent(Object element, boolean mayBeOwn) {
        Side parent = end().singleParents().of(element);
        if (parent != null && parent.holds(element) && !(mayBeOwn && parent == this)) {
            throw new UsageException(
                    "DVT-USE-SINGLE-PARENT",
                    "this " + element.getClass().getSimpleName() + " is in " + end().label() + " of "
                            + (parent == this ? "this " : "another ")
                            + end().owner().model().simpleName()
                            + " already, and that is singleParent; take it out there"
                            + " first");
        }
    }

    /** Whether an object is held in memory. */
    boolean holds(Object element) {
        return HolderAccess.value((One<?>) holder()) == element;
    }

    /** The application, or the other side, has put an object here. */
    void joined(Object element) {
        end().singleParents().put(element, this);
    }

    /** The application, or the other side, has taken an object from here. */
    void parted(Object element) {
        end().singleParents().remove(element, this);
    }

    /** Refuses what the holder cannot take, before anything has changed. */
    void check(@Nullable Object element) {
        checkWritable();
        Class<?> wanted = end().target().entityClass();
        if (!wanted.isInstance(element)) {
            throw new UsageException(
                    "DVT-USE-ELEMENT",
                    end().label() + " holds objects of " + wanted.getSimpleName() + ", not "
                            + (element == null
                                    ? "null"
                                    : "a " + element.getClass().getSimpleName()));
        }
        HolderOwner state = attached();
        if (state != null) {
            state.checkPut(end(), element);
        }
    }

    void put(Object element) {
        HolderOwner state = attached();
        if (state != null) {
            state.put(end(), element);
        }
    }

    void taken(Object element, boolean forGood) {
        HolderOwner state = attached();
        if (state != null) {
            state.taken(end(), element, forGood);
        }
    }

    /** Whether the relationship goes through a secondary table: a row for each element, and none for nobody. */
    boolean manyToMany() {
        return end().linkTable() != null;
    }

    private void copyKey(Object element, boolean related) {
        if (end().toChildren()) {
            end().copyKey(element, related ? owner() : null);
        }
    }
}
