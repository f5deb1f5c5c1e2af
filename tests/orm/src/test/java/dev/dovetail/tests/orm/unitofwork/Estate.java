package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Secondary;
import dev.dovetail.orm.mapping.Version;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delete cascades over foreign keys without a rule, three levels deep; and children that need more than a DELETE. */
final class Estate {

    private Estate() {}

    @Entity(table = "estate_house")
    static class House {
        @Id
        @Nullable
        Integer id;

        @Column(length = 20, unique = true)
        @Nullable
        String name;

        @Relationship(
                backPopulates = "house",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Room> rooms = new Many<>(this);

        House() {}

        House(String name, Room... rooms) {
            this.name = name;
            this.rooms.addAll(List.of(rooms));
        }
    }

    @Entity(table = "estate_room")
    static class Room {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = House.class)
        @Nullable
        Integer houseId;

        @Relationship(backPopulates = "rooms")
        final One<House> house = new One<>(this);

        @Relationship(
                backPopulates = "room",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Item> items = new Many<>(this);

        Room() {}

        Room(String name, Item... items) {
            this.name = name;
            this.items.addAll(List.of(items));
        }
    }

    @Entity(table = "item")
    static class Item {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = Room.class)
        @Nullable
        Integer roomId;

        @Relationship(backPopulates = "items")
        final One<Room> room = new One<>(this);

        Item() {}

        Item(String name) {
            this.name = name;
        }
    }

    /** Refers to items, and no cascade knows it. */
    @Entity(table = "receipt")
    static class Receipt {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Item.class)
        @Nullable
        Integer itemId;
    }

    /** The database's own rule, below rows that the session deletes. */
    @Entity(table = "photo")
    static class Photo {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Room.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer roomId;
    }

    // keys of two columns

    @Entity(table = "street")
    static class Street {
        @Id
        String town = "";

        @Id
        int number;

        @Relationship(backPopulates = "street", cascade = Cascade.ALL)
        final Many<Lamp> lamps = new Many<>(this);

        Street() {}

        Street(String town, int number) {
            this.town = town;
            this.number = number;
        }
    }

    @Entity(table = "lamp")
    @ForeignKey(
            columns = {"street_town", "street_number"},
            references = Street.class)
    static class Lamp {
        @Id
        String maker = "";

        @Id
        int number;

        @Nullable
        String streetTown;

        @Nullable
        Integer streetNumber;

        @Relationship(backPopulates = "lamps")
        final One<Street> street = new One<>(this);

        @Relationship(backPopulates = "lamp", cascade = Cascade.ALL)
        final Many<Bulb> bulbs = new Many<>(this);

        Lamp() {}

        Lamp(String maker, int number) {
            this.maker = maker;
            this.number = number;
        }
    }

    @Entity(table = "bulb")
    @ForeignKey(
            columns = {"lamp_maker", "lamp_number"},
            references = Lamp.class)
    static class Bulb {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String lampMaker;

        @Nullable
        Integer lampNumber;

        @Relationship(backPopulates = "bulbs")
        final One<Lamp> lamp = new One<>(this);
    }

    // children that have to be loaded

    @Entity(table = "harbour")
    static class Harbour {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "harbour", cascade = Cascade.ALL)
        final Many<Ship> ships = new Many<>(this);

        @Relationship(backPopulates = "harbour", cascade = Cascade.ALL)
        final Many<Pier> piers = new Many<>(this);

        @Relationship(backPopulates = "harbour", cascade = Cascade.ALL)
        final Many<Crane> cranes = new Many<>(this);

        @Relationship(backPopulates = "harbour", cascade = Cascade.ALL)
        final Many<Store> stores = new Many<>(this);
    }

    /** Counts its changes. */
    @Entity(table = "estate_ship")
    static class Ship {
        @Id
        @Nullable
        Integer id;

        @Version
        int version;

        @ForeignKey(references = Harbour.class)
        @Nullable
        Integer harbourId;

        @Relationship(backPopulates = "ships")
        final One<Harbour> harbour = new One<>(this);
    }

    /** Refers to another of its kind. */
    @Entity(table = "pier")
    static class Pier {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Harbour.class)
        @Nullable
        Integer harbourId;

        @ForeignKey(references = Pier.class)
        @Nullable
        Integer besideId;

        @Relationship(backPopulates = "piers")
        final One<Harbour> harbour = new One<>(this);
    }

    /** Is joined to others by a secondary table. */
    @Entity(table = "crane")
    static class Crane {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Harbour.class)
        @Nullable
        Integer harbourId;

        @Relationship(backPopulates = "cranes")
        final One<Harbour> harbour = new One<>(this);

        @Secondary(table = "crane_item")
        @Relationship
        final Many<Item> items = new Many<>(this);
    }

    /** Has children by a further rule. */
    @Entity(table = "store")
    static class Store {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Harbour.class)
        @Nullable
        Integer harbourId;

        @Relationship(backPopulates = "stores")
        final One<Harbour> harbour = new One<>(this);

        @Relationship(backPopulates = "store", cascade = Cascade.ALL)
        final Many<Sack> sacks = new Many<>(this);
    }

    @Entity(table = "sack")
    static class Sack {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Store.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer storeId;

        @Relationship(backPopulates = "sacks")
        final One<Store> store = new One<>(this);
    }
}
