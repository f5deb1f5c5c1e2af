package dev.dovetail.tests.docs;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Created;
import dev.dovetail.orm.mapping.Default;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import java.time.Instant;

// tag::start-model[]
@Entity(table = "users")
class User {
    @Id
    Integer id;

    @Column(unique = true, nullable = false, length = 200)
    String email;

    @Default(sql = "'new'")
    String status;

    @Created
    Instant createdAt;

    User() {}

    User(String email) {
        this.email = email;
    }
}
// end::start-model[]
