package dev.dovetail.examples.stories.duplicateemail;

import dev.dovetail.orm.mapping.Check;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** A user with an address that nobody else may have. */
@Entity(table = "users")
@Check(name = "ck_users_age", sql = "age >= 0")
class User {
    @Id
    @Nullable
    Integer id;

    @Column(unique = true, nullable = false)
    @Nullable
    String email;

    @Nullable
    Integer age;

    User() {}

    User(@Nullable String email, @Nullable Integer age) {
        this.email = email;
        this.age = age;
    }
}
