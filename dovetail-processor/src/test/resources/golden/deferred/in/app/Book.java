package app;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Inheritance;
import dev.dovetail.orm.mapping.DiscriminatorValue;

@Entity
@Inheritance
@DiscriminatorValue("book")
class Book {

    @Id
    Integer id;

    final Deferred<String> body = new Deferred<>();

    @Column(nullable = false)
    String title = "";

    @Column(length = 200)
    private final Deferred<byte[]> cover = new Deferred<>();
}
