package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Thing {
    @Id Integer id;

    @ForeignKey
    //! [MAP05] Thing.first: the foreign key has no target; give references = …, or table = … if the table has no class
    Integer first;

    @ForeignKey(references = Thing.class, table = "thing")
    //! [MAP05] Thing.second: the foreign key has two targets, references and table; keep one
    Integer second;

    @ForeignKey(references = String.class)
    //! [MAP05] Thing.third: String is no entity; put @Entity on it, or name the table with table = …
    Integer third;

    @ForeignKey(references = Other.class)
    //! [MAP05] Thing.fourth: a foreign key on a One refers to the One's own class, Thing; drop the other target
    final One<Thing> fourth = new One<>(this);
}

@Entity
class Other {
    @Id Integer id;
}
