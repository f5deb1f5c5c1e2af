package dev.dovetail.examples.stories.lostpage;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Created;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Updated;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The document's {@code Page}. */
@Entity
class Page {
    @Id
    @Nullable
    Integer id;

    @Column(length = 200)
    @Nullable
    String title;

    @ForeignKey(references = Belong.class, onUpdate = CASCADE, onDelete = CASCADE)
    @Nullable
    Integer belongId;

    @Created
    @Nullable
    LocalDateTime createdAt;

    @Updated
    @Nullable
    LocalDateTime updatedAt;
}
