package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Shelf {
    @Id Integer id;

    @Relationship(foreignKey = "shelfId")
    final Many<Book> books = new Many<>(this);

    @Relationship(viewOnly = true, cascade = {}, foreignKey = "oldShelfId")
    final Many<Book> lost = new Many<>(this);

    @Relationship(foreignKey = "nextShelfId", backPopulates = "next")
    final Many<Book> coming = new Many<>(this);

    @Relationship(foreignKey = "nextShelfId")
    //! [MAP43] Shelf.rare: it writes book(next_shelf_id), and so does Book.next from the other side, and neither sees what the other one does; make it viewOnly
    final Many<Rare> rare = new Many<>(this);
}

@Entity
@Inheritance
@DiscriminatorValue("book")
class Book {
    @Id Integer id;

    @Index
    @ForeignKey(references = Shelf.class)
    Integer shelfId;

    @Index
    @ForeignKey(references = Shelf.class)
    Integer oldShelfId;

    @Index
    @ForeignKey(references = Shelf.class)
    Integer nextShelfId;

    @Relationship(foreignKey = "shelfId")
    //! [MAP43] Book.shelf: it writes book(shelf_id), and so does Shelf.books from the other side, and neither sees what the other one does; give it backPopulates = "books" and let that name it back, or make one of the two viewOnly
    final One<Shelf> shelf = new One<>(this);

    @Relationship(foreignKey = "oldShelfId")
    final One<Shelf> old = new One<>(this);

    @Relationship(foreignKey = "nextShelfId", backPopulates = "coming")
    final One<Shelf> next = new One<>(this);

    @Secondary(table = "book_word")
    final Many<Word> words = new Many<>(this);
}

@Entity
@DiscriminatorValue("rare")
class Rare extends Book {}

@Entity
class Word {
    @Id Integer id;

    @Secondary(table = "book_word")
    final Many<Book> books = new Many<>(this);
    //! [MAP43] Word.books: it writes book_word(word_id; book_id), and so does Book.words from the other side, and neither sees what the other one does; give it backPopulates = "words" and let that name it back, or make one of the two viewOnly

    @Index
    @ForeignKey(references = Word.class)
    Integer rootId;

    @SuppressWarnings("MAP43")
    final One<Word> root = new One<>(this);

    final Many<Word> derived = new Many<>(this);
}
