package dev.dovetail.tests.docs;

import dev.dovetail.engine.EchoListener;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.SessionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with the tables of the samples, and what was sent to it. */
abstract class SampleDatabase {

    /** The file that the samples name. */
    private static final Path FILE = Path.of("family.db");

    final List<String> sent = new ArrayList<>();
    Engine engine;
    SessionFactory sessions;

    @BeforeEach
    void open() throws IOException {
        Files.deleteIfExists(FILE);
        engine = Engine.create("jdbc:sqlite::memory:");
        sessions = SessionFactory.of(engine);
        sessions.metadata().createAll(engine);
        engine.addListener(new EchoListener(sent::add));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        Files.deleteIfExists(FILE);
    }

    /** A parent with two children, all of them stored. */
    void storeFamily() {
        sessions.transaction(session -> {
            Parent parent = new Parent("P1");
            parent.children.add(new Child("C1"));
            parent.children.add(new Child("C2"));
            session.add(parent);
        });
        sent.clear();
    }

    /** An author with a book, both stored. */
    void storeAuthor() {
        sessions.transaction(session -> {
            Author author = new Author();
            author.name = "Ada";
            Book book = new Book();
            book.title = "Notes";
            author.books.add(book);
            session.add(author);
        });
        sent.clear();
    }
}
