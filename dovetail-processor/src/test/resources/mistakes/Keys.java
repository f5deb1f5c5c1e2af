package app;

import dev.dovetail.orm.mapping.*;
import java.util.UUID;

@Entity
class Numbered {
    @Id(generation = Generation.SEQUENCE)
    //! [MAP30] Numbered.id: a sequence gives Integer, Long or Short, but the field is String
    String id;
}

@Entity
class Primitive {
    @Id(generation = Generation.SEQUENCE)
    //! [MAP30] Primitive.id: a sequence gives Integer, Long or Short, but the field is int, which cannot say "not given"
    int id;
}

@Entity
class Random {
    @Id(generation = Generation.RANDOM_UUID)
    //! [MAP30] Random.id: RANDOM_UUID gives a UUID, but the field is Long
    Long id;
}

@Entity
@Index(columns = {"nothing", "text DESC"})
//! [MAP03] Fine: @Index names "nothing", but the columns are id, text, both, made, twice, empty
class Fine {
    @Id(generation = Generation.TIME_UUID)
    UUID id;

    @Sequence
    //! [MAP30] Fine.text: @Sequence is for @Id(generation = Generation.SEQUENCE)
    @Index
    String text;

    @Computed("1")
    //! [MAP31] Fine.both: the database writes this column (@Computed), and so does @Default; keep one of the two
    @Default(sql = "1")
    Integer both;

    @Generated
    //! [MAP31] Fine.made: the database writes this column (@Generated), and so does @Created; keep one of the two
    @Created
    java.time.Instant made;

    @Computed("1")
    //! [MAP31] Fine.twice: the database writes this column (@Computed), and so does @Generated; keep one of the two
    @Generated
    Integer twice;

    @Computed(" ")
    //! [MAP25] Fine.empty: @Computed needs an SQL expression
    Integer empty;
}

@Entity
class Blocks {
    @Id(generation = Generation.SEQUENCE)
    @Sequence(block = 0)
    //! [MAP25] Blocks.id: block = 0 must be at least 1
    Long id;
}
