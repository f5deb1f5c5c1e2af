package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
@Unique(columns = "place", deferral = Deferral.INITIALLY_IMMEDIATE)
class Parent {
    @Id Integer id;
    @Column(unique = true, length = 10) String code;
    String name;
    Integer place;
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class)
    //! [FK12] Child.parentId: parentId is Long (BIGINT), but references Parent.id, which is Integer (INTEGER); give both one type
    Long parentId;

    @ForeignKey(references = Parent.class, referencedColumns = "code")
    //! [FK12] Child.parentCode: parentCode is String (VARCHAR(255)), but references Parent.code, which is String (VARCHAR(10)); give both one type
    String parentCode;

    @ForeignKey(references = Parent.class, referencedColumns = "name")
    //! [FK12] Child.parentName: Parent(name) is neither the primary key nor a declared unique key; declare it @Column(unique = true), or reference the primary key
    String parentName;

    @ForeignKey(references = Parent.class, referencedColumns = "place")
    //! [FK12] Child.parentPlace: Parent(place) is a unique key that is deferrable, and the database lets no foreign key refer to one; drop its deferral, or reference the primary key
    Integer parentPlace;
}
