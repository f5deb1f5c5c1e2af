package app;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.mapping.*;
import java.time.Instant;

@Unique(columns = "code")
@Entity
class Paper {
    @Id Integer id;

    final Deferred<String> code = new Deferred<>();
    //! [MAP54] Paper.code is Deferred, but it is part of a unique constraint, which is read with its row; make it a plain field

    @Column(unique = true, length = 20)
    final Deferred<String> name = new Deferred<>();
    //! [MAP54] Paper.name is Deferred, but it is part of a unique constraint, which is read with its row; make it a plain field

    @Version
    final Deferred<Integer> version = new Deferred<>();
    //! [MAP54] Paper.version is Deferred, but it is the version, which is read with its row; make it a plain field

    @ForeignKey(references = Paper.class)
    final Deferred<Integer> parentId = new Deferred<>();
    //! [MAP54] Paper.parentId is Deferred, but it is part of a foreign key, which is read with its row; make it a plain field

    @Created
    final Deferred<Instant> created = new Deferred<>();
    //! [MAP54] Paper.created is Deferred, but it is a time that the session sets, which is read with its row; make it a plain field

    @Computed("id + 1")
    final Deferred<Integer> next = new Deferred<>();
    //! [MAP54] Paper.next is Deferred, but it is written by the database, which is read with its row; make it a plain field

    Deferred<String> moved = new Deferred<>();
    //! [MAP23] Paper.moved: a holder belongs to its object for good; make the Deferred final

    final Deferred raw = new Deferred();
    //! [MAP23] Paper.raw: the Deferred does not say of which type; write Deferred<…>

    final Deferred<Paper> other = new Deferred<>();
    //! [MAP20] Paper.other: no column has the type Paper; a relationship is a final One<Paper>

    @Column(length = 2000, nullable = false)
    final Deferred<String> body = new Deferred<>();
}

@Entity
class Sheet {
    @Id(generation = Generation.ASSIGNED)
    final Deferred<Integer> number = new Deferred<>();
    //! [MAP54] Sheet.number is Deferred, but it is part of the primary key, which is read with its row; make it a plain field
}
