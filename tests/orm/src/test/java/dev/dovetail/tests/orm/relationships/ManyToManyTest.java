package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.relationships.Posts_Post_.POST;
import static dev.dovetail.tests.orm.relationships.Posts_Station_.STATION;
import static dev.dovetail.tests.orm.relationships.Posts_Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.StaleDataException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.relationships.Posts.AllPost;
import dev.dovetail.tests.orm.relationships.Posts.AllTag;
import dev.dovetail.tests.orm.relationships.Posts.CascadingPost;
import dev.dovetail.tests.orm.relationships.Posts.CascadingTag;
import dev.dovetail.tests.orm.relationships.Posts.Key;
import dev.dovetail.tests.orm.relationships.Posts.OnePost;
import dev.dovetail.tests.orm.relationships.Posts.OneTag;
import dev.dovetail.tests.orm.relationships.Posts.OrphanPost;
import dev.dovetail.tests.orm.relationships.Posts.OrphanTag;
import dev.dovetail.tests.orm.relationships.Posts.Post;
import dev.dovetail.tests.orm.relationships.Posts.Room;
import dev.dovetail.tests.orm.relationships.Posts.RowPost;
import dev.dovetail.tests.orm.relationships.Posts.RowTag;
import dev.dovetail.tests.orm.relationships.Posts.Station;
import dev.dovetail.tests.orm.relationships.Posts.Tag;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many-to-many relationships: what is written to the secondary table, when, and what holders see. */
class ManyToManyTest {

    private static final String[] ROWS = {
        "INSERT INTO post (name) VALUES ('p'), ('q')",
        "INSERT INTO tag (name) VALUES ('t'), ('u')",
        "INSERT INTO post_tag VALUES (1, 1), (1, 2), (2, 2)"
    };

    private static TestDatabase filled(Class<?>... entities) {
        TestDatabase database = TestDatabase.of(entities);
        database.sql(ROWS);
        return database;
    }

    private static List<String> links(TestDatabase database) {
        return database.rows("SELECT post_id, tag_id FROM post_tag ORDER BY 1, 2");
    }

    @Test
    void theSecondaryTableIsPartOfTheMetaData() {
        try (TestDatabase database = TestDatabase.of(Post.class, Tag.class)) {
            var table = database.sessions().metadata().table("post_tag");
            assertThat(table.columns()).extracting(column -> column.name()).containsExactly("post_id", "tag_id");
            assertThat(table.primaryKey().columns()).hasSize(2);
            assertThat(table.foreignKeys())
                    .extracting(key ->
                            database.sessions().metadata().referenced(key).name())
                    .containsExactly("post", "tag");
        }
    }

    @Test
    void bothSidesAreEqualInMemoryAtOnce() {
        Post p = new Post("p");
        Tag t = new Tag("t");
        p.tags.add(t);
        assertThat(t.posts).containsExactly(p);
        t.posts.remove(p);
        assertThat(p.tags).isEmpty();
    }

    @Test
    void aRowIsInsertedOnceForBothSides() {
        try (TestDatabase database = TestDatabase.of(Post.class, Tag.class);
                Session session = database.open()) {
            Post p = new Post("p");
            Tag t = new Tag("t");
            p.tags.add(t);
            new Tag("u").posts.add(p);
            session.add(p);
            session.commit();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "INSERT INTO post (name) VALUES (?) [p]",
                            "INSERT INTO tag (name) VALUES (?) [t]",
                            "INSERT INTO tag (name) VALUES (?) [u]",
                            "INSERT INTO post_tag (post_id, tag_id) VALUES (?, ?) [1, 1]",
                            "INSERT INTO post_tag (post_id, tag_id) VALUES (?, ?) [1, 2]");
        }
    }

    @Test
    void thePlanSaysWhichRowsAndWhy() {
        try (TestDatabase database = filled(RowPost.class, RowTag.class);
                Session session = database.open()) {
            RowPost p = session.get(RowPost.class, 1);
            RowPost q = session.get(RowPost.class, 2);
            p.tags.remove(session.get(RowTag.class, 1));
            p.tags.add(new RowTag());
            session.delete(q);
            assertThat(session.explainFlush().replace(System.lineSeparator(), "\n"))
                    .isEqualTo("""
                            1. DELETE post_tag × 1
                                DELETE RowPost 2 and RowTag 2 in RowPost.tags: deleting RowPost 2, Session.delete
                            2. INSERT tag × 1
                                INSERT new RowTag
                            3. DELETE post_tag × 1
                                DELETE RowPost 1 and RowTag 1 in RowPost.tags: taken out of RowPost.tags
                            4. INSERT post_tag × 1
                                after 2: post_tag(tag_id) → tag
                                INSERT RowPost 1 and new RowTag in RowPost.tags: put into RowPost.tags
                            5. DELETE post × 1
                                after 1: post_tag(post_id) → post
                                DELETE RowPost 2: Session.delete""");
        }
    }

    @Test
    void aHolderLoadsInItsOrderByOneStatement() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Tag u = session.get(Tag.class, 2);
            database.statements().clear();
            assertThat(u.posts).extracting(post -> post.name).containsExactly("q", "p");
            assertThat(database.statements().reads())
                    .containsExactly("SELECT post.id, post.name FROM post JOIN post_tag ON post.id = post_tag.post_id"
                            + " WHERE post_tag.tag_id = ? ORDER BY post.name DESC [2]");
        }
    }

    @Test
    void selectInLoadsForAllOwnersByOneStatement() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            List<Post> posts = session.list(select(POST).orderBy(POST.id).options(selectInLoad(POST.tags)));
            assertThat(database.statements().reads())
                    .containsExactly(
                            "SELECT post.id, post.name FROM post ORDER BY post.id",
                            "SELECT tag.id, tag.name, post_tag.post_id FROM tag JOIN post_tag ON tag.id = post_tag.tag_id"
                                    + " WHERE post_tag.post_id IN (?, ?) ORDER BY tag.id [1, 2]");
            assertThat(posts.get(0).tags).extracting(tag -> tag.id).containsExactly(1, 2);
            assertThat(posts.get(1).tags).extracting(tag -> tag.id).containsExactly(2);
            assertThat(posts.get(1).tags.get(0)).isSameAs(posts.get(0).tags.get(1));
            assertThat(database.statements().sent()).isZero();
        }
    }

    @Test
    void aQueryJoinsThroughTheSecondaryTable() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            assertThat(session.list(
                            select(POST).join(POST.tags).where(TAG.name.eq("u")).orderBy(POST.id)))
                    .extracting(post -> post.id)
                    .containsExactly(1, 2);
            assertThat(database.statements().reads())
                    .containsExactly(
                            "SELECT post.id, post.name FROM post JOIN (post_tag JOIN tag ON post_tag.tag_id = tag.id)"
                                    + " ON post_tag.post_id = post.id WHERE tag.name = ? ORDER BY post.id [u]");
        }
    }

    @Test
    void conditionsFindEachObjectOnce() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Tag t = session.get(Tag.class, 1);
            database.statements().clear();
            assertThat(session.list(
                            select(POST).where(POST.tags.any(TAG.id.gt(0))).orderBy(POST.id)))
                    .hasSize(2);
            assertThat(session.list(select(POST).where(POST.tags.contains(t)))).hasSize(1);
            assertThat(database.statements().reads())
                    .containsExactly(
                            "SELECT post.id, post.name FROM post WHERE EXISTS (SELECT post_tag.tag_id FROM post_tag, tag WHERE"
                                    + " post_tag.tag_id = tag.id AND post_tag.post_id = post.id AND tag.id > ?)"
                                    + " ORDER BY post.id [0]",
                            "SELECT post.id, post.name FROM post WHERE EXISTS (SELECT post_tag.tag_id FROM post_tag WHERE"
                                    + " post_tag.post_id = post.id AND post_tag.tag_id = ?) [1]");
        }
    }

    @Test
    void eachUnloadedSideQueues() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Post q = session.get(Post.class, 2);
            Tag t = session.get(Tag.class, 1);
            database.statements().clear();
            q.tags.add(t);
            assertThat(database.statements().sent()).isZero();
            assertThat(t.posts).extracting(post -> post.name).containsExactly("q", "p");
            assertThat(q.tags).extracting(tag -> tag.name).containsExactly("t", "u");
            session.commit();
            assertThat(links(database)).containsExactly("1|1", "1|2", "2|1", "2|2");
        }
    }

    @Test
    void aQueuedElementIsThereBeforeTheFlush() {
        try (TestDatabase database =
                        TestDatabase.with(SessionOptions.DEFAULT.withAutoflush(false), Post.class, Tag.class);
                Session session = database.open()) {
            database.sql(ROWS);
            Post q = session.get(Post.class, 2);
            Tag t = session.get(Tag.class, 1);
            q.tags.add(t);
            assertThat(t.posts).extracting(post -> post.name).containsExactly("p", "q");
            session.commit();
            assertThat(links(database)).containsExactly("1|1", "1|2", "2|1", "2|2");
        }
    }

    @Test
    void deletingOneSideTakesItsRowsByOneStatementAndLoadsNothing() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            session.delete(session.get(Post.class, 1));
            database.statements().clear();
            session.commit();
            assertThat(database.statements().all())
                    .containsExactly(
                            "DELETE FROM post_tag WHERE post_tag.post_id = ? [1]",
                            "DELETE FROM post WHERE post.id = ? [1]",
                            "COMMIT");
            assertThat(links(database)).containsExactly("2|2");
        }
    }

    @Test
    void deletingBothSidesAtOnceTakesEachRowOnce() {
        try (TestDatabase database = filled(RowPost.class, RowTag.class);
                Session session = database.open()) {
            RowPost p = session.get(RowPost.class, 1);
            RowTag u = session.get(RowTag.class, 2);
            session.delete(p);
            session.delete(u);
            session.flush();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "DELETE FROM post_tag WHERE post_tag.post_id = ? AND post_tag.tag_id = ? [1, 1]",
                            "DELETE FROM post_tag WHERE post_tag.post_id = ? AND post_tag.tag_id = ? [1, 2]",
                            "DELETE FROM post_tag WHERE post_tag.tag_id = ? AND post_tag.post_id = ? [2, 2]",
                            "DELETE FROM tag WHERE tag.id = ? [2]",
                            "DELETE FROM post WHERE post.id = ? [1]");
        }
    }

    @Test
    void rowsOfTheSideThatDoesNotKnowTheRelationshipStayAndTheDatabaseRefuses() {
        try (TestDatabase database = filled(OnePost.class, OneTag.class);
                Session session = database.open()) {
            session.delete(session.get(OneTag.class, 1));
            assertThatThrownBy(session::commit)
                    .isInstanceOf(ForeignKeyViolationException.class)
                    .hasMessageContaining("post_tag");
        }
    }

    @Test
    void theDatabasesOwnRuleIsLeftToTheDatabase() {
        try (TestDatabase database = filled(CascadingPost.class, CascadingTag.class);
                Session session = database.open()) {
            session.delete(session.get(CascadingPost.class, 1));
            database.statements().clear();
            session.commit();
            assertThat(database.statements().writes()).containsExactly("DELETE FROM post WHERE post.id = ? [1]");
            assertThat(links(database)).containsExactly("2|2");
        }
    }

    @Test
    void withPassiveDeletesUnloadedOnlyLoadedRowsAreTakenOneByOne() {
        try (TestDatabase database = filled(CascadingPost.class, CascadingTag.class);
                Session session = database.open()) {
            CascadingTag t = session.get(CascadingTag.class, 1);
            CascadingTag u = session.get(CascadingTag.class, 2);
            assertThat(u.posts).hasSize(2);
            session.delete(t);
            session.delete(u);
            database.statements().clear();
            session.commit();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "DELETE FROM post_tag WHERE post_tag.tag_id = ? AND post_tag.post_id = ? [2, 1]",
                            "DELETE FROM post_tag WHERE post_tag.tag_id = ? AND post_tag.post_id = ? [2, 2]",
                            "DELETE FROM tag WHERE tag.id = ? [1]",
                            "DELETE FROM tag WHERE tag.id = ? [2]");
        }
    }

    @Test
    void aDeleteCascadeTakesTheTargetsAndTheirRows() {
        try (TestDatabase database = filled(AllPost.class, AllTag.class);
                Session session = database.open()) {
            session.delete(session.get(AllPost.class, 1));
            session.commit();
            assertThat(database.rows("SELECT id FROM post")).containsExactly("2");
            assertThat(database.rows("SELECT id FROM tag")).isEmpty();
            assertThat(links(database)).isEmpty();
        }
    }

    @Test
    void whatIsTakenOutOfItsSingleParentIsDeleted() {
        try (TestDatabase database = filled(OrphanPost.class, OrphanTag.class);
                Session session = database.open()) {
            OrphanPost p = session.get(OrphanPost.class, 1);
            p.tags.remove(session.get(OrphanTag.class, 1));
            database.statements().clear();
            session.commit();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "DELETE FROM post_tag WHERE post_tag.post_id = ? AND post_tag.tag_id = ? [1, 1]",
                            "DELETE FROM tag WHERE tag.id = ? [1]");
        }
    }

    @Test
    void aRowThatIsGoneAlreadyIsRefused() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Post q = session.get(Post.class, 2);
            assertThat(q.tags).hasSize(1);
            session.connection().execute(dev.dovetail.sql.Sql.sql("DELETE FROM post_tag"));
            q.tags.clear();
            assertThatThrownBy(session::commit)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("the row of post_tag that joins Post 2 and Tag 2 matched no row");
        }
    }

    @Test
    void oneObjectTwiceInANewListIsRefusedByTheDatabaseWithBothObjectsAndTheCause() {
        try (TestDatabase database = TestDatabase.of(Post.class, Tag.class);
                Session session = database.open()) {
            Post p = new Post("p");
            Tag t = new Tag("t");
            p.tags.add(t);
            p.tags.add(t);
            assertThat(t.posts).containsExactly(p, p);
            session.add(p);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("joining Post 1 and Tag 1 in Post.tags")
                    .hasMessageContaining("put into Post.tags");
            session.rollback();
            assertThat(p.id).isNull();
            p.tags.remove(t);
            assertThat(t.posts).containsExactly(p);
        }
    }

    @Test
    void takingOneOfSeveralAwayLeavesTheOthersOnBothSides() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Post p = session.get(Post.class, 1);
            Tag u = session.get(Tag.class, 2);
            assertThat(p.tags).hasSize(2);
            u.posts.add(p);
            u.posts.add(p);
            assertThat(p.tags).hasSize(4);
            u.posts.remove(p);
            assertThat(p.tags).hasSize(3);
        }
    }

    @Test
    void aRollbackTakesBackWhatHoldersHad() {
        try (TestDatabase database = filled(Post.class, Tag.class);
                Session session = database.open()) {
            Post p = session.get(Post.class, 1);
            Tag t = session.get(Tag.class, 1);
            assertThat(p.tags).hasSize(2);
            NestedTransaction nested = session.beginNested();
            p.tags.remove(t);
            p.tags.add(new Tag("new"));
            session.flush();
            nested.rollback();
            assertThat(p.tags).extracting(tag -> tag.name).containsExactly("t", "u");
            assertThat(t.posts).containsExactly(p);
            session.commit();
            assertThat(links(database)).containsExactly("1|1", "1|2", "2|2");
        }
    }

    @Test
    void aFlushThatFailsUnderItsSavepointLeavesMemoryAsItWas() {
        try (TestDatabase database =
                        TestDatabase.with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true), Post.class, Tag.class);
                Session session = database.open()) {
            database.sql(ROWS);
            Post q = session.get(Post.class, 2);
            Tag u = session.get(Tag.class, 2);
            Tag t = session.get(Tag.class, 1);
            q.tags.add(u);
            q.tags.add(t);
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            database.statements().clear();
            q.tags.remove(u);
            session.commit();
            assertThat(links(database)).containsExactly("1|1", "1|2", "2|1", "2|2");
        }
    }

    @Test
    void objectsOfOneKindAreJoinedBothWays() {
        try (TestDatabase database = TestDatabase.of(Station.class);
                Session session = database.open()) {
            Station a = new Station("a");
            Station b = new Station("b");
            a.next.add(b);
            b.next.add(a);
            a.next.add(a);
            session.add(a);
            session.commit();
            assertThat(database.rows("SELECT from_id, to_id FROM line ORDER BY 1, 2"))
                    .containsExactly("1|1", "1|2", "2|1");
            assertThat(a.before).extracting(station -> station.name).containsExactly("a", "b");
            Station_Other other = new Station_Other();
            assertThat(session.list(other.leadingTo("b"))).containsExactly(a);
            Posts_Station_ end = STATION.as("terminus");
            assertThat(session.list(select(STATION).where(STATION.next.any(end, end.name.eq("b")))))
                    .containsExactly(a);
            assertThatThrownBy(() -> STATION.next.any(STATION.name.eq("b")))
                    .hasMessageContaining("give the other side a name");
            session.delete(a);
            session.commit();
            assertThat(database.rows("SELECT from_id, to_id FROM line")).isEmpty();
        }
    }

    private static final class Station_Other {
        dev.dovetail.orm.query.EntitySelect<Station> leadingTo(String name) {
            Posts_Station_ other = STATION.as("other");
            return select(other).join(other.next).where(STATION.name.eq(name));
        }
    }

    @Test
    void keysOfSeveralColumnsMayShareOne() {
        try (TestDatabase database = TestDatabase.of(Room.class, Key.class);
                Session session = database.open()) {
            Room room = new Room("north", 1);
            room.keys.add(new Key("north", 7, 1));
            room.keys.add(new Key("north", 7, 2));
            session.add(room);
            session.commit();
            assertThat(database.rows("SELECT house, room, bunch, fob FROM room_key ORDER BY 4"))
                    .containsExactly("north|1|7|1", "north|1|7|2");
            assertThat(room.keys).extracting(key -> key.number).containsExactly(1, 2);
            room.keys.remove(0);
            session.flush();
            assertThat(database.rows(session.connection(), "SELECT house, room, bunch, fob FROM room_key"))
                    .containsExactly("north|1|7|2");
        }
    }
}
