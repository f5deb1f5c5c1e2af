package app;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

@Entity
public class Parcel {
    @Id Integer id;

    @Embedded
    @ForeignKey(references = OrderLine.class)
    OrderLine.Key line;

    @Relationship(foreignKey = "line")
    final One<OrderLine> orderLine = new One<>(this);

    @ForeignKey final One<OrderLine> second = new One<>(this);
}
