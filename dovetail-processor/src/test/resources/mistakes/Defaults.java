package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Thing {
    @Id Integer id;

    @Default
    //! [MAP24] Thing.first: @Default needs sql = … or client = …
    String first;

    @Default(sql = "1", client = "x")
    //! [MAP24] Thing.second: @Default has sql and client; keep one
    String second;

    @Default(client = "missing")
    //! [MAP24] Thing.third: Thing has no method missing() without parameters; add static String missing()
    String third;

    @Default(client = "instance")
    //! [MAP24] Thing.fourth: Thing.instance() is not static; make it static String instance()
    String fourth;

    @Default(client = "hidden")
    //! [MAP24] Thing.fifth: Thing.hidden() is private, and the generated mapper calls it; make it static String hidden()
    String fifth;

    @Default(client = "number")
    //! [MAP24] Thing.sixth: Thing.number() returns Integer, which does not fit the field; make it static String number()
    String sixth;

    @Default(client = "failing")
    //! [MAP24] Thing.seventh: Thing.failing() declares exceptions, which nobody could handle; make it static String failing()
    String seventh;

    @Default(sql = "1")
    //! [MAP24] Thing.eighth: a default replaces null, which a field of type int never is; use the wrapper, or initialise the field
    int eighth;

    @Default(client = "number")
    Integer ninth;

    String instance() {
        return "";
    }

    private static String hidden() {
        return "";
    }

    static Integer number() {
        return 1;
    }

    static String failing() throws Exception {
        return "";
    }
}
