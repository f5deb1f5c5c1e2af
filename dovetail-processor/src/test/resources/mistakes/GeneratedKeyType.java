package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Thing {
    @Id int id;
    //! [MAP02] Thing.id is a generated key of type int, whose 0 could not be told from "not given"; use Integer, or @Id(generation = ASSIGNED)
}

@Entity
class Other {
    @Id(generation = Generation.DATABASE) String id;
    //! [MAP02] Other.id is a generated key of type String, which the database does not generate; use Integer, Long or Short, or @Id(generation = ASSIGNED)
}

@Entity
class Fine {
    @Id(generation = Generation.ASSIGNED) long id;
}
