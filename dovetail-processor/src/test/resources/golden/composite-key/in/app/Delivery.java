package app;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Check;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;

@Entity
@ForeignKey(
        references = OrderLine.class,
        columns = {"orderId", "lineNumber"},
        onUpdate = CASCADE)
@Check(name = "ck_weight", sql = "weight > 0 AND weight < '1\\\\2'")
@SuppressWarnings("MAP14")
public class Delivery {
    @Id Integer id;
    Integer orderId;
    Integer lineNumber;
    double weight;

    @Relationship(
            backPopulates = "deliveries",
            cascade = {Cascade.SAVE_UPDATE, Cascade.DELETE_ORPHAN},
            passiveDeletes = PassiveDeletes.NEVER,
            foreignKey = {"orderId", "lineNumber"},
            singleParent = true,
            postUpdate = true)
    final One<OrderLine> line = new One<>(this);
}
