package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Thing {
    @Id Integer id;

    List<List<String>> names;
    //! [MAP20] Thing.names: no column has the type List<List<String>>; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these; use one of these, give the field a converter (@Convert), or mark it @Transient

    Thing parent;
    //! [MAP20] Thing.parent: no column has the type Thing; a relationship is a final One<Thing>

    char[] letters;
    //! [MAP20] Thing.letters: no column has the type char[]; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these; use one of these, give the field a converter (@Convert), or mark it @Transient

    final String constant = "";
    //! [MAP23] Thing.constant: a final field cannot be read from a row; drop final, or mark the field @Transient

    @Column
    //! [MAP23] Thing.shared: @Column says nothing here, because the field is not mapped: it is static
    static String shared;

    @Sensitive
    //! [MAP23] Thing.secret: @Sensitive says nothing here, because the field is not mapped: it is transient
    transient String secret;

    @Created
    //! [MAP21] Thing.created: @Created sets date and time, which a String does not have; use Instant, LocalDateTime or OffsetDateTime
    String created;

    @Updated
    //! [MAP21] Thing.updated: @Updated sets date and time, which a LocalDate does not have; use Instant, LocalDateTime or OffsetDateTime
    java.time.LocalDate updated;

    @Column(name = " ")
    //! [MAP25] Thing.blank: the column's name is blank; drop it to have blank
    String blank;

    @Column(length = 0)
    //! [MAP25] Thing.none: length = 0 must be at least 1
    String none;

    @Column(length = 5)
    //! [MAP25] Thing.sized: length is for a String or a byte[]
    Integer sized;

    @Column(precision = 10, scale = 11)
    //! [MAP25] Thing.amount: scale = 11 must be between 0 and 10
    java.math.BigDecimal amount;

    @Column(scale = 3)
    //! [MAP25] Thing.scaled: scale is for a BigDecimal whose precision is given, too
    java.math.BigDecimal scaled;

    @Column(precision = 10)
    //! [MAP25] Thing.moment: precision = 10 must be between 0 and 9
    java.time.LocalDateTime moment;
}
