package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
//! [MAP22] Abstract: an abstract class has no objects; drop abstract, or put @Inheritance on it and map the classes that extend it, or make it a @MappedSuperclass
abstract class Abstract {
    @Id Integer id;
}

@Entity
//! [MAP22] Interface: an entity is a class, and this is an interface
interface Interface {}

@Entity
//! [MAP22] Pair: an entity is a class, and this is a record
record Pair(Integer id) {}

@Entity
//! [MAP22] Generic: an entity has no type parameters, because its columns have one type each; drop them
class Generic<T> {
    @Id Integer id;
}

@Entity
//! [MAP22] NoConstructor: objects that are read need a constructor without arguments; add one, it may be private: private NoConstructor() {}
class NoConstructor {
    @Id Integer id;

    NoConstructor(int id) {}
}

class Outer {
    @Entity
    //! [MAP22] Hidden: the class is private, and the generated mapper stands beside it; let its package see it
    private static class Hidden {
        @Id Integer id;
    }

    @Entity
    //! [MAP22] Inner: an inner class needs an object of the outer one; make it static
    class Inner {
        @Id Integer id;
    }
}

@Entity
class Animal {
    @Id Integer id;
}

@Entity
//! [MAP60] Dog: it extends the entity Animal, which is no hierarchy; put @Inheritance on Animal, or relate the two by a One
class Dog extends Animal {
    @Id Integer number;
}

class Base {
    @Column String note;
}

@Entity
class Derived extends Base {
//! [MAP23] Derived: the field Base.note has mapping annotations, but Base is not mapped; put @MappedSuperclass on it, or declare the field in Derived
    @Id Integer id;
}
