package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** A single-table hierarchy: an abstract first class, an abstract class in between, a discriminator without a field. */
final class Fauna {

    private Fauna() {}

    @Entity(table = "fauna_animal")
    @Inheritance(discriminator = "kind")
    abstract static class Animal {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String name;

        @ForeignKey(references = Mammal.class)
        @Nullable
        Integer friendId;

        @Relationship(backPopulates = "friends", foreignKey = "friendId")
        final One<Mammal> friend = new One<>(this);
    }

    @Entity
    abstract static class Mammal extends Animal {
        int legs;

        @Relationship(backPopulates = "friend", foreignKey = "friendId", orderBy = "id")
        final Many<Animal> friends = new Many<>(this);
    }

    @Entity
    @DiscriminatorValue("cat")
    static class Cat extends Mammal {
        boolean tame;

        Cat() {}

        Cat(String name, boolean tame) {
            this.name = name;
            this.tame = tame;
            this.legs = 4;
        }
    }

    @Entity
    @DiscriminatorValue("dog")
    static class Dog extends Mammal {
        @Nullable
        String breed;

        Dog() {}

        Dog(String name, String breed) {
            this.name = name;
            this.breed = breed;
            this.legs = 4;
        }
    }

    @Entity
    @DiscriminatorValue("fish")
    static class Fish extends Animal {
        @Nullable
        String water;

        Fish() {}

        Fish(String name, String water) {
            this.name = name;
            this.water = water;
        }
    }

    /** Refers to a class that is in its base's table. */
    @Entity(table = "fauna_kennel")
    static class Kennel {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Dog.class)
        @Nullable
        Integer dogId;

        @Relationship
        final One<Dog> dog = new One<>(this);
    }
}
