package app;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Relationship;
import java.time.LocalDate;

@Entity
public class Account {
    @Id private Long id;
    private String name;
    private int logins;
    private LocalDate date;

    @ForeignKey
    @Relationship(backPopulates = "referred")
    private final One<Account> referrer = new One<>(this);

    @Relationship(backPopulates = "referrer", orderBy = "name DESC", loading = Loading.SELECT_IN)
    private final Many<Account> referred = new Many<>(this);

    private Account() {}

    public Account(String name) {
        this.name = name;
    }
}
