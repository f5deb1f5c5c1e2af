package app;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.ColumnOverride;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Unique;

@Entity(table = "orders")
@Unique(columns = {"mail", "delivery.city"})
@Unique(columns = "total", name = "uq_total")
public class Order {
    @Id OrderId id;

    @Embedded
    @ColumnOverride(component = "zip", column = @Column(name = "post_code"))
    Address delivery;

    @Embedded(prefix = "", nullable = false)
    private Money total;

    @Embedded
    @Column(length = 80, unique = true)
    Mail mail;

    @Relationship(backPopulates = "order")
    final Many<OrderLine> lines = new Many<>(this);
}
