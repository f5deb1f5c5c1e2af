package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
@Unique(columns = {"id", "nmae"})
//! [MAP03] Thing: @Unique names "nmae", but the columns are id, name, parent_id
@ForeignKey(references = Thing.class, columns = "parnetId")
//! [MAP03] Thing: "parnetId" is no column of Thing; the columns are id, name, parent_id
class Thing {
    @Id Integer id;
    String name;

    @ForeignKey(references = Thing.class, referencedColumns = "code")
    //! [MAP03] Thing.parentId: "code" is no column of Thing; the columns are id, name, parent_id
    Integer parentId;
}
