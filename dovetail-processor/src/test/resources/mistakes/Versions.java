package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Text {
    @Id Integer id;

    @Version
    //! [MAP40] Text.version: a version counts, which a String does not; use Integer or Long
    String version;
}

@Entity
class Twice {
    @Id Integer id;

    @Version
    long first;

    @Version
    //! [MAP40] Twice.second: first is the version already; a row has one
    Integer second;
}

@Entity
class Keyed {
    @Id(generation = Generation.ASSIGNED)
    @Version
    //! [MAP40] Keyed.id: a version changes with each UPDATE, so that it cannot be a primary key; give it a column of its own
    Integer id;
}

@Entity
class Referring {
    @Id Integer id;

    @ForeignKey(references = Text.class)
    @Version
    //! [MAP40] Referring.textId: a version changes with each UPDATE, so that it cannot be a foreign key; give it a column of its own
    Integer textId;
}

@Entity
class Beginning {
    @Id Integer id;

    @Default(sql = "7")
    @Version
    //! [MAP40] Beginning.version: a version begins with 1; drop its @Default
    Integer version;
}
