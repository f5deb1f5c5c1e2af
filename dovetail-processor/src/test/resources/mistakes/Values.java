package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity(table = "")
//! [MAP25] Thing: the table's name is blank; drop it
@Check(name = "", sql = "1 = 1")
//! [MAP25] Thing: @Check needs a name, which errors speak of, and an SQL condition; name is blank
@Unique(columns = {})
//! [MAP25] Thing: @Unique needs columns = …, names of columns or fields
class Thing {
    @Id Integer id;

    @ForeignKey(references = Thing.class, columns = "id")
    //! [MAP25] Thing.parentId: a foreign key on a field has that field's column; put keys of several columns on the class
    Integer parentId;
}
