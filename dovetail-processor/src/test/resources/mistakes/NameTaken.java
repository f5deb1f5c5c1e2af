package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
//! [MAP26] Thing: the processor writes app.Thing_Mapper, but there is a class of that name; rename that class
class Thing {
    @Id Integer id;
}

class Thing_Mapper {}
