package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.util.List;

record Plain(String a, String b) {}

record Generic<T>(T value) {}

record Nothing() {}

record Itself(String name, @Embedded Itself inner) {}

record Lists(List<List<String>> names, String name) {}

record Clocked(@Created java.time.Instant created, String name) {}

@Entity
class Thing {
    @Id Integer id;

    Plain plain;
    //! [MAP20] Thing.plain: no column has the type Plain; @Embedded stores a record in columns of this table, one for each component

    @Embedded
    //! [MAP23] Thing.text: embedded values are records, and String is none; make it a record, or store it in one column by a converter
    String text;

    @Embedded
    //! [MAP23] Thing.generic: the record Generic<String> has type parameters, but each column has one type; drop them
    Generic<String> generic;

    @Embedded
    //! [MAP23] Thing.nothing: the record Nothing has no components, and so no column
    Nothing nothing;

    @Embedded
    //! [MAP23] Thing.itself: the record Itself contains itself, and would have columns without end
    Itself itself;

    @Embedded
    Lists lists;
    //! [MAP20] Thing.lists.names: no column has the type List<List<String>>; columns have the primitive types and their wrappers, String, BigDecimal, BigInteger, byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these; use one of these, give the field a converter (@Convert), or mark it @Transient

    @Embedded
    Clocked clocked;
    //! [MAP23] Thing.clocked.created: @Created cannot stand on a component of a record; use a field of Thing

    @Embedded
    final Plain constant = null;
    //! [MAP23] Thing.constant: a final field cannot be read from a row; drop final, or mark the field @Transient

    @Embedded
    @Sensitive
    //! [MAP23] Thing.secret: @Sensitive stands on columns, and this record has several; put it on the component
    Plain secret;

    @Embedded
    @Column(name = "x")
    //! [MAP23] Thing.several: @Column describes one column, and this record has several; use @ColumnOverride(component = …)
    Plain several;

    @Embedded
    @ColumnOverride(component = "c", column = @Column(length = 3))
    //! [MAP03] Thing.overridden: "c" is no column of this record; they are a, b
    Plain overridden;

    @Embedded(prefix = "overridden_")
    Plain twice;
    //! [MAP16] Thing.twice.a: the column "overridden_a" belongs to the field overridden.a already; name another with @Column(name = …)
    //! [MAP16] Thing.twice.b: the column "overridden_b" belongs to the field overridden.b already; name another with @Column(name = …)

    @Embedded
    //! [MAP23] Thing.hidden: the mapper of Thing cannot reach the record Hidden; make Hidden not private
    Hidden hidden;

    private record Hidden(String text) {}
}
