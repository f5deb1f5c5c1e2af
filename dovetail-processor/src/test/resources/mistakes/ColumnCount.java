package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Line {
    @Id Integer orderId;
    @Id Integer number;
}

@Entity
@ForeignKey(references = Line.class)
//! [MAP04] Delivery: @ForeignKey on a class needs columns = …, the columns of the key
class Delivery {
    @Id Integer id;

    @ForeignKey(references = Line.class)
    //! [MAP04] Delivery.lineId: the key has 1 column (lineId), but references 2 columns (orderId, number) of Line; name as many as are referenced, on the class if there are several
    Integer lineId;
}
