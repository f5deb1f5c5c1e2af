package dev.dovetail.tests.orm.violations;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Joined tables, embedded records, keys of several columns, names in need of quotes, converters, secrets. */
final class Odd {

    private Odd() {}

    enum Grade {
        FINE,
        POOR
    }

    record Code(String text) {}

    static final class CodeText implements Converter<Code, String> {
        @Override
        public String toStored(Code code) {
            return code.text();
        }

        @Override
        public Code fromStored(String text) {
            return new Code(text);
        }
    }

    record Address(
            @Nullable String street,

            @Column(nullable = false, length = 6) @Nullable String city) {}

    record ShelfId(int aisle, int number) {}

    @Entity(table = "odd_shelf")
    static class Shelf {
        @Id
        @Nullable
        ShelfId id;

        @Relationship(backPopulates = "shelf")
        final Many<Box> boxes = new Many<>(this);

        Shelf() {}

        Shelf(int aisle, int number) {
            id = new ShelfId(aisle, number);
        }
    }

    @Entity(table = "odd_box")
    @Check(sql = "inside_id IS NULL OR inside_id > 0", name = "ck_group")
    @Check(sql = "grade <> 'POOR' OR code = 'x'", name = "ck_grade")
    @Check(sql = "weight < 50.5", name = "ck_weight")
    @Check(sql = "packed > '2020-01-01'", name = "ck_packed")
    @ForeignKey(
            references = Shelf.class,
            columns = {"aisle", "shelf"},
            referencedColumns = {"id.aisle", "id.number"},
            name = "fk_box_shelf")
    static class Box {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Nullable
        Integer aisle;

        @Nullable
        @Column(name = "shelf")
        Integer shelfNumber;

        @Column(name = "Group", unique = true)
        @Nullable
        Integer group;

        @Nullable
        Grade grade;

        @Convert(with = CodeText.class)
        @Column(unique = true, length = 8)
        @Nullable
        Code code;

        @Column(precision = 6, scale = 2, unique = true)
        @Nullable
        BigDecimal weight;

        @Nullable
        LocalDate packed;

        @Sensitive
        @Column(unique = true)
        @Nullable
        String secret;

        @Embedded
        @Nullable
        Address home = new Address("s", "town");

        @Version
        int version;

        @ForeignKey(references = Box.class)
        @Nullable
        Integer insideId;

        @Relationship(backPopulates = "boxes")
        final One<Shelf> shelf = new One<>(this);

        @Relationship
        final One<Box> inside = new One<>(this);

        @Secondary(table = "odd_box_label")
        @Relationship
        final Many<Label> labels = new Many<>(this);

        Box() {}

        Box(int id) {
            this.id = id;
        }
    }

    @Entity(table = "odd_label")
    static class Label {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        Label() {}

        Label(int id) {
            this.id = id;
        }
    }

    @Entity(table = "odd_vehicle")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("vehicle")
    @Check(sql = "seats > 0", name = "ck_seats")
    static class Vehicle {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Column(nullable = false, unique = true, length = 9)
        @Nullable
        String plate;

        int seats = 1;
    }

    @Entity(table = "odd_truck")
    @DiscriminatorValue("truck")
    @Check(sql = "axles > 1", name = "ck_axles")
    static class Truck extends Vehicle {
        int axles = 2;

        @Column(unique = true)
        @Nullable
        String badge;

        @ForeignKey(references = Box.class)
        @Nullable
        Integer boxId;

        Truck() {}

        Truck(int id, @Nullable String plate) {
            this.id = id;
            this.plate = plate;
        }
    }

    /** Refers to trucks, and nobody tells the truck. */
    @Entity(table = "odd_trip")
    static class Trip {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Truck.class)
        @Nullable
        Integer truckId;

        @ForeignKey(references = Label.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer labelId;

        Trip() {}

        Trip(int id, @Nullable Integer truckId) {
            this.id = id;
            this.truckId = truckId;
        }
    }

    @Entity(table = "odd_depot")
    static class Depot {
        @Id
        @Nullable
        Integer id;
    }

    /** Has its own key, and another of which a part comes from a row that may be new. */
    @Entity(table = "odd_bay")
    @Unique(
            columns = {"depotId", "number"},
            name = "uq_bay")
    static class Bay {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @ForeignKey(references = Depot.class)
        @Nullable
        Integer depotId;

        int number;

        @Relationship
        final One<Depot> depot = new One<>(this);

        Bay() {}

        Bay(int id, int number) {
            this.id = id;
            this.number = number;
        }
    }

    /** Texts that the database takes for equal in another case. */
    @Entity(table = "odd_word")
    static class Word {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Column(unique = true, length = 20)
        @Nullable
        String text;

        Word() {}

        Word(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    @Entity(table = "odd_use")
    @ForeignKey(references = Word.class, columns = "word", referencedColumns = "text", name = "fk_use_word")
    static class Use {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Column(length = 20)
        @Nullable
        String word;

        Use() {}

        Use(int id, String word) {
            this.id = id;
            this.word = word;
        }
    }
}
