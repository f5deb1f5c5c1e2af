package app;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Unique;
import dev.dovetail.schema.Deferral;

@Entity(schema = "shop")
@ForeignKey(table = "orders", columns = "orderId", name = "fk_order", deferred = true)
@Unique(columns = {"orderId", "article"}, name = "uq_article", deferral = Deferral.INITIALLY_DEFERRED)
public class OrderLine {
    @Id int orderId;
    @Id int number;
    String article;

    @Relationship(backPopulates = "line", passiveUpdates = PassiveUpdates.NEVER)
    @SuppressWarnings("MAP42")
    final Many<Delivery> deliveries = new Many<>(this);
}
