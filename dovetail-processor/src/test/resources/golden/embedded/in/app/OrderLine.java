package app;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

@Entity
public class OrderLine {
    public record Key(@ForeignKey(references = Order.class) Integer order, int number) {}

    @Id private Key id;

    @Relationship(backPopulates = "lines", foreignKey = "id.order")
    final One<Order> order = new One<>(this);
}
