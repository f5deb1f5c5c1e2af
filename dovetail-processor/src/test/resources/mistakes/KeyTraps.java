package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;

@Entity
class Country {
    @Id String code;
    @Column(updatable = false, unique = true) String name;
    @Relationship(backPopulates = "country", cascade = Cascade.ALL)
    //! [FK03] Country.cities: deleting a Country through a session deletes its children first, but a DELETE in SQL is refused while there are any; onDelete = CASCADE would make both alike
    final Many<City> cities = new Many<>(this);

    @SuppressWarnings("FK03")
    @Relationship(cascade = Cascade.ALL, foreignKey = "twin.of_code")
    final Many<Twin> twins = new Many<>(this);
}

@Entity
class City {
    @Id Integer id;

    @ForeignKey(references = Country.class)
    //! [FK10] City.countryCode: no index begins with countryCode: the database reads the whole table for each Country that is deleted, and for each collection that is loaded; add @Index
    //! [FK14] City.countryCode: it refers to Country.code, which the application can change, and has no ON UPDATE rule; give onUpdate = CASCADE, or @Column(updatable = false) to code
    String countryCode;

    @Index
    @ForeignKey(references = Country.class, onUpdate = ReferentialAction.CASCADE)
    String birthCode;

    @Index
    @ForeignKey(references = Country.class, referencedColumns = "name")
    String countryName;

    @SuppressWarnings({"FK10", "FK14"})
    @ForeignKey(references = Country.class)
    String silenced;

    @Relationship(backPopulates = "cities", foreignKey = "countryCode")
    final One<Country> country = new One<>(this);

    @Relationship(foreignKey = "countryCode")
    //! [FK11] City.again: another relationship of City writes city(country_code) already; make one of the two viewOnly, or drop it
    final One<Country> again = new One<>(this);

    @Relationship(foreignKey = "countryCode", viewOnly = true, cascade = {})
    final One<Country> shown = new One<>(this);
}

@Entity
@Index(columns = {"otherId", "id"})
class Twin {
    @Id Integer id;

    @Index
    @ForeignKey(references = Country.class, onUpdate = ReferentialAction.CASCADE)
    String ofCode;

    @Column(nullable = false)
    @ForeignKey(references = Other.class)
    Integer otherId;
}

@Entity
class Other {
    @Id Integer id;

    @Column(nullable = false, unique = true)
    @ForeignKey(references = Twin.class)
    //! [FK08] Other.twinId: the foreign keys Other → Twin → Other are NOT NULL and checked at once: no first row can be inserted; let one of them be null, or make it deferred = true
    Integer twinId;
}

@Entity
class Root {
    @Id Integer id;
}

@Entity
class Left {
    @Id Integer id;

    @Index
    @ForeignKey(references = Root.class, onDelete = ReferentialAction.CASCADE)
    Integer rootId;
}

@Entity
@Unique(columns = {"leftId", "rootId"})
class Leaf {
    @Id Integer id;

    @ForeignKey(references = Left.class, onDelete = ReferentialAction.CASCADE)
    Integer leftId;

    @Index
    @ForeignKey(references = Root.class, onDelete = ReferentialAction.CASCADE)
    //! [FK09] Leaf.rootId: deleting a Root reaches Leaf by leftId and by rootId; SQL Server would refuse the second CASCADE
    Integer rootId;
}
