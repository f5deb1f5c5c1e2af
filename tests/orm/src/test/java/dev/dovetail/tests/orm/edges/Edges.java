package dev.dovetail.tests.orm.edges;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Small classes, each with what one edge needs. */
final class Edges {

    private Edges() {}

    @Entity(table = "edge_owner")
    static class Owner {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "owner",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Thing> things = new Many<>(this);
    }

    @Entity(table = "edge_thing")
    static class Thing {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Owner.class)
        @Nullable
        Integer ownerId;

        @Relationship(backPopulates = "things")
        final One<Owner> owner = new One<>(this);

        @Relationship(backPopulates = "thing", cascade = Cascade.ALL)
        final Many<Part> parts = new Many<>(this);
    }

    @Entity(table = "edge_part")
    static class Part {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Thing.class)
        @Nullable
        Integer thingId;

        @Relationship(backPopulates = "parts")
        final One<Thing> thing = new One<>(this);
    }

    /** Without a holder. */
    @Entity(table = "edge_plain")
    static class Plain {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }

    @Entity(table = "edge_price")
    static class Price {
        @Id
        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal amount;

        @Nullable
        String name;
    }

    @Entity(table = "edge_link")
    static class ChainLink {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = ChainLink.class)
        @Nullable
        Integer previousId;

        @Relationship(backPopulates = "next")
        final One<ChainLink> previous = new One<>(this);

        @Relationship(backPopulates = "previous", cascade = Cascade.ALL)
        final Many<ChainLink> next = new Many<>(this);
    }

    @Entity(table = "edge_boss")
    static class Boss {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "boss", passiveDeletes = PassiveDeletes.NEVER)
        @SuppressWarnings("FK01")
        final Many<Worker> workers = new Many<>(this);
    }

    @Entity(table = "edge_worker")
    static class Worker {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Boss.class)
        int bossId;

        @Relationship(backPopulates = "workers")
        final One<Boss> boss = new One<>(this);
    }
}
