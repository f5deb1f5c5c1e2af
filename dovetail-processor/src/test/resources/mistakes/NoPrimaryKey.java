package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
//! [MAP01] Thing has no primary key; put @Id on a field, for instance @Id Integer id
class Thing {
    String name;
}
