package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Projections.nested;
import static dev.dovetail.orm.query.Projections.project;
import static dev.dovetail.orm.query.Queries.containsEager;
import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.raiseOthers;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.orm.query.Queries.undefer;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.MappingSamples_Article_.ARTICLE;
import static dev.dovetail.tests.docs.Parent_.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.docs.MappingSamples.Article;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of guide/loading.md. */
class LoadingTest extends SampleDatabase {

    // tag::loading-records[]
    record ParentView(String name, List<String> children) {}
    // end::loading-records[]

    @BeforeEach
    void store() {
        storeFamily();
    }

    @Test
    void siblings() {
        try (Session session = sessions.open()) {
            // tag::loading-siblings[]
            List<Parent> parents = session.list(select(PARENT));
            for (Parent parent : parents) {
                assertThat(parent.children).hasSize(2); // one statement for all parents, at the first
            }
            // end::loading-siblings[]
        }
    }

    @Test
    void options() {
        // tag::loading-options[]
        try (Session session = sessions.open()) {
            List<Parent> parents = session.list(select(PARENT)
                    .orderBy(PARENT.name)
                    .limit(10)
                    .options(joinedLoad(PARENT.children).then(selectInLoad(CHILD.parent))));
            assertThat(parents.get(0).children.isLoaded()).isTrue();
        }
        // end::loading-options[]
    }

    @Test
    void raise() {
        try (Session session = sessions.open()) {
            // tag::loading-raise[]
            List<Child> children = session.list(select(CHILD).options(raiseOthers()));
            assertThatThrownBy(() -> children.get(0).parent.get())
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("select(CHILD).options(selectInLoad(CHILD.parent))");
            // end::loading-raise[]
        }
    }

    @Test
    void ownJoin() {
        try (Session session = sessions.open()) {
            // tag::loading-own-join[]
            Parent parent = session.one(select(PARENT)
                    .join(PARENT.children)
                    .where(CHILD.name.eq("C2"))
                    .options(containsEager(PARENT.children)));
            assertThat(parent.children).hasSize(1); // those that the condition has left
            // end::loading-own-join[]
        }
    }

    @Test
    void readOnly() {
        try (Session session = sessions.open()) {
            // tag::loading-read-only[]
            List<Child> children =
                    session.list(select(CHILD).options(joinedLoad(CHILD.parent)).readOnly());
            assertThat(children.get(0).parent.get())
                    .isSameAs(children.get(1).parent.get());
            assertThat(session.contains(children.get(0))).isFalse();
            // end::loading-read-only[]
        }
    }

    @Test
    void stream() {
        try (Session session = sessions.open()) {
            // tag::loading-stream[]
            try (Stream<Child> children =
                    session.stream(select(CHILD).orderBy(CHILD.id).options(selectInLoad(CHILD.parent)))) {
                assertThat(children.map(child -> child.name)).containsExactly("C1", "C2");
            }
            // end::loading-stream[]
        }
    }

    @Test
    void projection() {
        try (Session session = sessions.open()) {
            // tag::loading-projection[]
            List<ParentView> views = session.list(select(PARENT)
                    .orderBy(PARENT.name)
                    .into(project(
                            PARENT.name, nested(PARENT.children, project(CHILD.name, name -> name)), ParentView::new)));
            assertThat(views).containsExactly(new ParentView("P1", List.of("C1", "C2")));
            // end::loading-projection[]
        }
    }

    @Test
    void deferred() {
        sessions.transaction(session -> {
            for (String title : List.of("A1", "A2")) {
                Article article = new Article();
                article.title = title;
                article.body.set("text of " + title);
                session.add(article);
            }
        });
        // tag::loading-deferred[]
        try (Session session = sessions.open()) {
            List<Article> articles = session.list(select(ARTICLE).orderBy(ARTICLE.id)); // SELECT id, title
            assertThat(articles.get(0).body.get()).isEqualTo("text of A1"); // SELECT id, body, for both
            assertThat(articles.get(1).body.isLoaded()).isTrue();
            articles.get(1).body.set("new"); // UPDATE … SET body, with the next flush
            session.commit();
        }
        // end::loading-deferred[]
        try (Session session = sessions.open()) {
            // tag::loading-undefer[]
            List<Article> articles = session.list(select(ARTICLE).options(undefer(ARTICLE.body)));
            assertThat(articles).allMatch(article -> article.body.isLoaded());
            // end::loading-undefer[]
        }
    }

    @Test
    void expectStatements() {
        try (Session session = sessions.open()) {
            // tag::loading-expect[]
            session.expectStatements(2, () -> {
                List<Parent> parents = session.list(select(PARENT).options(selectInLoad(PARENT.children)));
                parents.forEach(parent -> assertThat(parent.children).hasSize(2));
            });
            // end::loading-expect[]
        }
    }
}
