package dev.dovetail.tests.orm.holders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is done to holders, both sides agree: compared with a map from child to parent. */
class TwoSidesProperties {

    /** What is done, to which parent, with which child, at which place. */
    record Step(int operation, int parent, int child, int other) {
        @Override
        public String toString() {
            return "Step(" + operation + ", " + parent + ", " + child + ", " + other + ")";
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Step> steps() {
        var small = net.jqwik.api.Arbitraries.integers().between(0, 4);
        return net.jqwik.api.Combinators.combine(
                        net.jqwik.api.Arbitraries.integers().between(0, 14), small.filter(i -> i < 3), small, small)
                .as(Step::new);
    }

    @Property(tries = 500)
    void bothSidesOfOneToManyAgree(@ForAll @Size(max = 25) List<@net.jqwik.api.From("steps") Step> steps) {
        List<Author> parents =
                IntStream.range(0, 3).mapToObj(i -> new Author("P" + i)).toList();
        List<Book> children =
                IntStream.range(0, 5).mapToObj(i -> new Book("C" + i)).toList();
        parents.get(0).id = 1;
        parents.get(1).id = 2;
        Map<Book, Author> model = new HashMap<>();
        for (Step step : steps) {
            apply(step, parents, children, model);
            for (Book child : children) {
                Author parent = model.get(child);
                assertThat(child.author.get()).as("after %s", step).isSameAs(parent);
                if (parent == null || parent.id != null) {
                    assertThat(child.authorId).as("key after %s", step).isEqualTo(parent == null ? null : parent.id);
                }
            }
            for (Author parent : parents) {
                List<Book> expected = children.stream()
                        .filter(child -> model.get(child) == parent)
                        .toList();
                assertThat(parent.books).as("after %s", step).containsOnlyOnceElementsOf(expected);
                assertThat(parent.books.size()).isEqualTo(expected.size());
            }
        }
    }

    private static void apply(Step step, List<Author> parents, List<Book> children, Map<Book, Author> model) {
        Author p = parents.get(step.parent());
        Author q = parents.get((step.parent() + 1 + step.other()) % 3);
        Book c = children.get(step.child());
        Book d = children.get(step.other());
        int size = p.books.size();
        switch (step.operation()) {
            case 0 -> {
                if (c.author.get() != p) {
                    p.books.add(c);
                    model.put(c, p);
                }
            }
            case 1 -> {
                c.author.set(p);
                model.put(c, p);
            }
            case 2 -> {
                c.author.set(null);
                model.remove(c);
            }
            case 3 -> {
                assertThat(p.books.remove(c)).isEqualTo(model.get(c) == p);
                model.remove(c, p);
            }
            case 4 -> {
                if (size > 0) {
                    model.remove(p.books.remove(step.child() % size));
                }
            }
            case 5 -> {
                p.books.clear();
                model.values().removeIf(parent -> parent == p);
            }
            case 6 -> {
                List<Book> content = c == d ? List.of(c) : List.of(c, d);
                p.books.setAll(content);
                model.values().removeIf(parent -> parent == p);
                content.forEach(child -> model.put(child, p));
            }
            case 7 -> Collections.shuffle(p.books, new Random(step.child()));
            case 8 -> p.books.sort(null == c.title ? null : (left, right) -> right.title.compareTo(left.title));
            case 9 -> {
                if (size > 0 && (model.get(c) != p)) {
                    model.remove(p.books.set(step.other() % size, c));
                    model.put(c, p);
                }
            }
            case 10 -> {
                int to = Math.min(size, step.child());
                List<Book> part = new ArrayList<>(p.books.subList(0, to));
                p.books.subList(0, to).clear();
                part.forEach(model::remove);
            }
            case 11 -> {
                p.books.replaceAll(book -> book == c ? d : book);
                if (model.get(c) == p && model.get(d) != p) {
                    model.remove(c);
                    model.put(d, p);
                } else if (c != d && model.get(c) == p) {
                    // The list would hold d twice: make it a set again.
                    p.books.setAll(p.books.stream().distinct().toList());
                    model.remove(c);
                }
            }
            case 12 -> {
                ListIterator<Book> books = p.books.listIterator();
                if (books.hasNext()) {
                    Book first = books.next();
                    if (model.get(c) != p) {
                        books.set(c);
                        model.remove(first);
                        model.put(c, p);
                    } else {
                        books.remove();
                        model.remove(first);
                    }
                }
            }
            case 13 -> {
                if (p != q) {
                    List<Book> moved = List.copyOf(q.books);
                    p.books.addAll(q.books);
                    moved.forEach(child -> model.put(child, p));
                }
            }
            default -> {
                if (model.get(c) != p) {
                    p.books.add(Math.min(size, step.other()), c);
                    model.put(c, p);
                }
            }
        }
    }

    @Property(tries = 500)
    void bothSidesOfOneToOneAgree(@ForAll @Size(max = 20) List<@IntRange(max = 47) Integer> steps) {
        List<Author> owners =
                IntStream.range(0, 4).mapToObj(i -> new Author("P" + i)).toList();
        List<Passport> owned =
                IntStream.range(0, 4).mapToObj(i -> new Passport("C" + i)).toList();
        Map<Passport, Author> model = new HashMap<>();
        for (int step : steps) {
            Author owner = owners.get(step % 4);
            Passport passport = owned.get(step / 4 % 4);
            switch (step / 16) {
                case 0 -> {
                    owner.passport.set(passport);
                    model.values().removeIf(other -> other == owner);
                    model.put(passport, owner);
                }
                case 1 -> {
                    passport.author.set(owner);
                    model.values().removeIf(other -> other == owner);
                    model.put(passport, owner);
                }
                default -> {
                    if (step % 2 == 0) {
                        passport.author.set(null);
                        model.remove(passport);
                    } else {
                        owner.passport.set(null);
                        model.values().removeIf(other -> other == owner);
                    }
                }
            }
            for (Passport one : owned) {
                assertThat(one.author.get()).isSameAs(model.get(one));
            }
            for (Author one : owners) {
                Passport expected = owned.stream()
                        .filter(candidate -> model.get(candidate) == one)
                        .findFirst()
                        .orElse(null);
                assertThat(one.passport.get()).isSameAs(expected);
            }
        }
    }
}
