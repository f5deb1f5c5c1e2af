package app;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;

@Entity
public class Attribute {
    @Id Integer id;
    Boolean attribute;
}
