package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Plain {
    @Id Integer id;
}

@Entity
//! [MAP60] Extended: it extends the entity Plain, which is no hierarchy; put @Inheritance on Plain, or relate the two by a One
class Extended extends Plain {
    String more;
}

@Entity
//! [MAP61] Shape: its rows could not be told from those of other classes; put @DiscriminatorValue on it, or make it abstract
@Inheritance(strategy = InheritanceStrategy.JOINED, discriminator = "kind")
class Shape {
    @Id Integer id;

    @Column(length = 6)
    String kind;
}

@Entity
@DiscriminatorValue("circle")
//! [MAP62] Circle: @DiscriminatorValue("circle") belongs to Ring already; choose another
class Circle extends Shape {
    Integer radius;
}

@Entity
@DiscriminatorValue("circle")
//! [MAP62] Ring: @DiscriminatorValue("circle") belongs to Circle already; choose another
class Ring extends Shape {
    @Id
    Integer number;
    //! [MAP66] Ring.number: the primary key belongs to Shape, the first class of the hierarchy; drop @Id
}

@Entity
@DiscriminatorValue("squares")
//! [MAP63] Square: the discriminator kind cannot be "squares": it has 6 characters at most
@BaseKey(columns = {"a", "b"})
//! [MAP64] Square: the key refers to that of Shape, which has 1 column, not 2
class Square extends Shape {}

@Entity
@DiscriminatorValue("line")
@BaseKey(columns = "line_id")
class Line extends Shape {
    Integer lineId;
    //! [MAP64] Line.lineId: the column "line_id" of line is the key to its base's table; name another

    @Column(name = "line_kind")
    String kind;
    //! [MAP23] Line.kind: it hides the field of Shape, which is mapped; name it otherwise
}

@Entity
@Inheritance
abstract class Vehicle {
    @Id Integer id;
}

@Entity
@DiscriminatorValue("car")
class Car extends Vehicle {
    Integer size;
    //! [MAP65] Car.size is Integer (INTEGER), but Boat.size is String (VARCHAR(255)) in the same column "size" of vehicle; give both one type, or one of them another column
}

@Entity(table = "boat")
//! [MAP67] Boat: @Entity says nothing here: it is in the table of Vehicle; drop the table's name, or make the strategy JOINED
@DiscriminatorValue("boat")
@Inheritance(discriminator = "other")
//! [MAP67] Boat: @Inheritance says nothing here: the discriminator is declared by the first class of the hierarchy, Vehicle
@BaseKey
//! [MAP67] Boat: @BaseKey says nothing here: it has no table of its own that could refer to a base's
class Boat extends Vehicle {
    String size;
    //! [MAP65] Boat.size is String (VARCHAR(255)), but Car.size is Integer (INTEGER) in the same column "size" of vehicle; give both one type, or one of them another column
}

@Entity
@DiscriminatorValue("alone")
//! [MAP67] Alone: @DiscriminatorValue says nothing here: it is in no hierarchy; put @Inheritance on the first class
class Alone {
    @Id Integer id;
}

@MappedSuperclass
//! [MAP22] Typed: a mapped superclass has no type parameters, because its columns have one type each; drop them
class Typed<T> {
    String name;
}
