package app;

import dev.dovetail.orm.mapping.*;
import java.util.List;
import java.util.Map;

enum Colour {
    RED,
    BLUE;

    private String secret() {
        return "";
    }

    List<Object> list() {
        return List.of();
    }

    static String none() {
        return "";
    }
}

record Url(String text) {}

class UrlText implements Converter<Url, String> {
    public String toStored(Url url) {
        return url.text();
    }

    public Url fromStored(String text) {
        return new Url(text);
    }
}

abstract class Unfinished implements Converter<Url, String> {}

class NeedsText extends UrlText {
    NeedsText(String text) {}
}

abstract class Half<J> implements Converter<J, Url> {}

class UrlUrl extends Half<Url> {
    public Url toStored(Url url) {
        return url;
    }

    public Url fromStored(Url url) {
        return url;
    }
}

@Entity
class Thing {
    @Id Integer id;

    @Convert(with = UrlText.class)
    Url fine;

    @Convert(with = UrlText.class)
    //! [MAP28] Thing.number: UrlText converts Url, but the field is Integer
    Integer number;

    @Convert(with = UrlText.class)
    //! [MAP28] Thing.list: UrlText converts Url, but the field is List<Url>
    List<Url> list;

    @Convert(with = Unfinished.class)
    //! [MAP28] Thing.unfinished: an object of Unfinished cannot be made: a converter is a class without type parameters, static if it is nested, whose constructor without arguments the package of Thing can reach
    Url unfinished;

    @Convert(with = NeedsText.class)
    //! [MAP28] Thing.needs: an object of NeedsText cannot be made: a converter is a class without type parameters, static if it is nested, whose constructor without arguments the package of Thing can reach
    Url needs;

    @Convert(with = UrlUrl.class)
    //! [MAP28] Thing.same: UrlUrl stores Url, which no column has; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these
    Url same;

    @Convert(with = UrlText.class)
    @Column(precision = 3)
    //! [MAP25] Thing.precise: precision is for a BigDecimal, a BigInteger or a time
    Url precise;

    @Enumerated
    //! [MAP29] Thing.text: @Enumerated stands on an enum, and String is none
    String text;

    @Enumerated(EnumStorage.CODE)
    //! [MAP29] Thing.code: CODE needs code = …, the name of a method of Colour
    Colour code;

    @Enumerated(code = "ordinal")
    //! [MAP29] Thing.coded: code is for EnumStorage.CODE
    Colour coded;

    @Enumerated(value = EnumStorage.CODE, code = "secret")
    //! [MAP29] Thing.secret: Colour has no method secret() without parameters that gives a constant's code; add one that is neither static nor private
    Colour secret;

    @Enumerated(value = EnumStorage.CODE, code = "none")
    //! [MAP29] Thing.none: Colour has no method none() without parameters that gives a constant's code; add one that is neither static nor private
    Colour none;

    @Enumerated(value = EnumStorage.CODE, code = "list")
    //! [MAP29] Thing.byList: Colour.list() gives List<Object>, which no column has; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these
    Colour byList;

    @Enumerated(type = "colour")
    //! [MAP29] Thing.typed: type is for EnumStorage.NATIVE
    Colour typed;

    @Enumerated(EnumStorage.ORDINAL)
    @Column(length = 3)
    //! [MAP25] Thing.position: length says nothing of a constant's position or of the database's own type
    Colour position;

    Map<String, String> map;
    //! [MAP20] Thing.map: no column has the type Map<String, String>; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these; use one of these, give the field a converter (@Convert), or mark it @Transient
}
