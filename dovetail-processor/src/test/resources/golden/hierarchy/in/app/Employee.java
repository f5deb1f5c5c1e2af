package app;

import app.base.Recorded;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Inheritance;
import dev.dovetail.orm.mapping.InheritanceStrategy;
import dev.dovetail.orm.mapping.Relationship;

@Entity
@Inheritance(strategy = InheritanceStrategy.JOINED)
@DiscriminatorValue("employee")
public class Employee extends Recorded {
    @Id
    Integer id;

    String name;

    @ForeignKey
    @Relationship(foreignKey = "boss")
    final One<Manager> boss = new One<>(this);
}
