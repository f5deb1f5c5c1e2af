package app;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.One;

public class Outer {
    @Entity
    public static class Case {
        @Id Integer id;
        String row;
        String copy;

        @ForeignKey final One<State> state = new One<>(this);
    }

    @Entity(table = "us_state")
    static class State {
        @Id private Integer id;
        private String instance;
        private Integer integer;
    }
}
