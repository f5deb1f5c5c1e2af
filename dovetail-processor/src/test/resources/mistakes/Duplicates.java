package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity(table = "thing")
@SuppressWarnings("MAP16") // in vain: it is an error
class Thing {
    @Id Integer id;
    String name;

    @Column(name = "name")
    //! [MAP16] Thing.other: the column "name" belongs to the field name already; name another with @Column(name = …)
    String other;

    @ForeignKey(references = Thing.class)
    Integer parentId;

    @ForeignKey
    //! [MAP27] Thing.parent: this foreign key to thing is declared already; keep one declaration
    final One<Thing> parent = new One<>(this);
}

@Entity
@SuppressWarnings("MAP15")
class Ting {
    @Id Integer id;
}

@Entity(table = "ting")
//! [MAP15] Other: the table "ting" belongs to app.Ting already; name another with @Entity(table = …)
class Other {
    @Id Integer id;
}
