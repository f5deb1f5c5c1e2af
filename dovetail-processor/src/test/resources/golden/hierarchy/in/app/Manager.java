package app;

import dev.dovetail.orm.mapping.BaseKey;
import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.schema.ReferentialAction;

@Entity
@DiscriminatorValue("manager")
@BaseKey(columns = "employee_id", onDelete = ReferentialAction.CASCADE)
public class Manager extends Employee {
    private int level;

    public int level() {
        return level;
    }
}
