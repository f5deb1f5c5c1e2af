package dev.dovetail.tests.orm.edges;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classes in which several features of the mapping meet. */
final class Joints {

    private Joints() {}

    // a row that changes hands, and what the database does to others when it is deleted

    @Entity(table = "joint_folder")
    static class Folder {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String title;

        @Relationship(backPopulates = "folder")
        final Many<Sheet> sheets = new Many<>(this);

        @Secondary(table = "joint_folder_label", onDelete = ReferentialAction.CASCADE)
        final Many<Label> labels = new Many<>(this);

        Folder() {}

        Folder(@Nullable Integer id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    @Entity(table = "joint_sheet")
    static class Sheet {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String text;

        @ForeignKey(references = Folder.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer folderId;

        @Relationship(backPopulates = "sheets")
        final One<Folder> folder = new One<>(this);

        Sheet() {}

        Sheet(String text) {
            this.text = text;
        }
    }

    @Entity(table = "joint_label")
    static class Label {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        Label() {}

        Label(String name) {
            this.name = name;
        }
    }

    // a key to a unique column that may be NULL

    @Entity(table = "joint_team")
    static class Team {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String code;

        @Relationship(backPopulates = "team", cascade = Cascade.ALL)
        final Many<Player> players = new Many<>(this);
    }

    @Entity(table = "joint_player")
    @ForeignKey(
            references = Team.class,
            columns = "teamCode",
            referencedColumns = "code",
            onDelete = ReferentialAction.CASCADE)
    static class Player {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String teamCode;

        @Relationship(backPopulates = "players")
        final One<Team> team = new One<>(this);
    }

    // records whose parts belong together

    record Period(Integer first, Integer last) {
        Period {
            if (Objects.requireNonNull(first) > Objects.requireNonNull(last)) {
                throw new IllegalArgumentException(first + " is after " + last);
            }
        }
    }

    @Entity(table = "joint_offer")
    static class Offer {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Embedded
        @Nullable
        Period period;

        @Version
        int version;

        Offer() {}

        Offer(String name, Period period) {
            this.name = name;
            this.period = period;
        }
    }

    // keys that are records

    record SeatId(String hall, Integer number) {
        SeatId {
            Objects.requireNonNull(hall);
            Objects.requireNonNull(number);
        }
    }

    @Entity(table = "joint_seat")
    static class Seat {
        @Id
        @Nullable
        SeatId id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "seat",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Booking> bookings = new Many<>(this);

        @Relationship(backPopulates = "seat")
        final Many<Cushion> cushions = new Many<>(this);

        @Secondary(table = "joint_seat_guest")
        @Relationship(backPopulates = "seats")
        final Many<Guest> guests = new Many<>(this);

        Seat() {}

        Seat(String hall, int number) {
            id = new SeatId(hall, number);
        }
    }

    @Entity(table = "joint_booking")
    @ForeignKey(
            references = Seat.class,
            columns = {"seatId"})
    static class Booking {
        @Id
        @Nullable
        UUID id;

        @Embedded(prefix = "seat_")
        @Nullable
        SeatId seatId;

        @Relationship(backPopulates = "bookings")
        final One<Seat> seat = new One<>(this);

        Booking() {}

        Booking(UUID id) {
            this.id = id;
        }
    }

    @Entity(table = "joint_cushion")
    @ForeignKey(
            references = Seat.class,
            columns = {"seatId"},
            onUpdate = ReferentialAction.CASCADE)
    static class Cushion {
        @Id
        @Nullable
        Integer id;

        @Embedded(prefix = "seat_")
        @Nullable
        SeatId seatId;

        @Relationship(backPopulates = "cushions")
        final One<Seat> seat = new One<>(this);
    }

    // holders of other kinds, with orphans

    @Entity(table = "joint_wardrobe")
    static class Wardrobe {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "wardrobe",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final ManyMap<String, Garment> garments = new ManyMap<>(this, garment -> garment.name);

        @Relationship(
                backPopulates = "wardrobe",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final WriteOnly<Moth> moths = new WriteOnly<>(this);
    }

    @Entity(table = "joint_garment")
    @Unique(columns = {"wardrobeId", "name"})
    static class Garment {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Default(sql = "'cotton'")
        @Nullable
        String cloth;

        @Version
        int version;

        @Column(nullable = false)
        @ForeignKey(references = Wardrobe.class)
        @Nullable
        Integer wardrobeId;

        @Relationship(backPopulates = "garments")
        final One<Wardrobe> wardrobe = new One<>(this);

        Garment() {}

        Garment(String name) {
            this.name = name;
        }
    }

    @Entity(table = "joint_moth")
    static class Moth {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Wardrobe.class)
        @Nullable
        Integer wardrobeId;

        @Relationship(backPopulates = "moths")
        final One<Wardrobe> wardrobe = new One<>(this);
    }

    @Entity(table = "joint_guest")
    static class Guest {
        @Id
        String name = "";

        @Relationship(backPopulates = "guests")
        final Many<Seat> seats = new Many<>(this);

        @Secondary(table = "joint_friend", columns = "a", targetColumns = "b", onUpdate = ReferentialAction.CASCADE)
        @Relationship(backPopulates = "friendOf")
        final ManySet<Guest> friends = new ManySet<>(this);

        @Relationship(backPopulates = "friends")
        final ManySet<Guest> friendOf = new ManySet<>(this);

        Guest() {}

        Guest(String name) {
            this.name = name;
        }
    }

    // a hierarchy with a version and a reference to itself

    @Entity(table = "joint_node")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("node")
    static class Node {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        String kind;

        @Version
        int version;

        @ForeignKey(references = Node.class)
        @Nullable
        Integer favouriteId;

        @Relationship(foreignKey = "favouriteId", postUpdate = true)
        final One<Node> favourite = new One<>(this);
    }

    @Entity(table = "joint_group")
    @DiscriminatorValue("group")
    static class Group extends Node {
        @Nullable
        String motto;

        @Relationship(
                backPopulates = "group",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Leaf> leaves = new Many<>(this);

        Group() {}

        Group(String name) {
            this.name = name;
        }
    }

    @Entity(table = "joint_leaf")
    @DiscriminatorValue("leaf")
    static class Leaf extends Node {
        @Nullable
        String colour;

        @ForeignKey(references = Group.class)
        @Nullable
        Integer groupId;

        @Relationship(backPopulates = "leaves", foreignKey = "groupId")
        final One<Group> group = new One<>(this);

        Leaf() {}

        Leaf(String name, String colour) {
            this.name = name;
            this.colour = colour;
        }
    }
}
