package dev.dovetail.examples.stories.lostpage;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** The document's {@code Relation}. */
@Entity
class Relation {
    @Id
    @Nullable
    Integer id;

    @Column(length = Column.UNLIMITED)
    @Nullable
    String codeLink;

    @Column(length = Column.UNLIMITED)
    @Nullable
    String memo;
}
