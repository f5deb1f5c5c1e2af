package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.RelationshipSamples_Post_.POST;
import static dev.dovetail.tests.docs.RelationshipSamples_Reading_.READING;
import static dev.dovetail.tests.docs.RelationshipSamples_Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.docs.RelationshipSamples.Device;
import dev.dovetail.tests.docs.RelationshipSamples.Post;
import dev.dovetail.tests.docs.RelationshipSamples.Reading;
import dev.dovetail.tests.docs.RelationshipSamples.Setting;
import dev.dovetail.tests.docs.RelationshipSamples.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/relationships.md. */
class RelationshipsTest extends SampleDatabase {

    @Test
    void manyToMany() {
        try (Session session = sessions.open()) {
            Post post = new Post();
            Tag tag = new Tag();
            tag.name = "java";
            session.add(post);
            // tag::relationships-links[]
            post.tags.add(tag); // tag.posts has the post at once
            session.flush(); // INSERT INTO post_tag
            tag.posts.remove(post);
            session.flush(); // DELETE FROM post_tag
            // end::relationships-links[]
            assertThat(post.tags).isEmpty();
            post.tags.add(tag);
            // tag::relationships-queries[]
            List<Post> joined = session.list(select(POST).join(POST.tags).where(TAG.name.like("j%")));
            List<Post> once = session.list(select(POST).where(POST.tags.any(TAG.name.like("j%"))));
            List<Post> tagged = session.list(select(POST).where(POST.tags.contains(tag)));
            // end::relationships-queries[]
            assertThat(joined).isEqualTo(once).isEqualTo(tagged).containsExactly(post);
        }
    }

    @Test
    void holders() {
        try (Session session = sessions.open()) {
            Device device = new Device();
            session.add(device);
            // tag::relationships-use[]
            device.settings.put("unit", new Setting("unit", "°C"));
            String unit = device.settings.get("unit").content;
            device.readings.add(new Reading(21.5)); // loads nothing, ever
            session.flush();
            List<Reading> high = session.list(select(device.readings, READING).where(READING.measured.gt(20.0)));
            // end::relationships-use[]
            assertThat(unit).isEqualTo("°C");
            assertThat(high).hasSize(1);
        }
    }
}
