package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.ProjectionPart;
import dev.dovetail.orm.attribute.ToMany;
import dev.dovetail.orm.attribute.ToOne;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Row3;
import dev.dovetail.sql.Row4;
import dev.dovetail.sql.Row5;
import dev.dovetail.sql.Row6;
import dev.dovetail.sql.Row7;
import dev.dovetail.sql.Row8;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes projections, meant for {@code import static}: which columns of an entity a query reads, what is nested along its
 * relationships, and what they become, usually a record by the reference to its constructor. The compiler checks that the
 * parts fit.
 */
@SuppressWarnings("unchecked") // a part gives values of its own type
public final class Projections {

    private Projections() {}

    /**
     * What a projection makes of the objects that a collection leads to.
     *
     * @param relationship the relationship
     * @param projection what is made of each object
     * @param <E> the entity that has the relationship
     * @param <T> the entity on the other side
     * @param <R> what is made of an object
     * @return a part whose value is a list in the relationship's order
     */
    public static <E, T, R extends @Nullable Object> ProjectionPart<E, List<R>> nested(
            ToMany<E, T, ?> relationship, Projection<? super T, R> projection) {
        return new NestedPart<>(relationship, projection, true);
    }

    /**
     * What a projection makes of the object that a reference leads to.
     *
     * @param relationship the relationship
     * @param projection what is made of the object
     * @param <E> the entity that has the relationship
     * @param <T> the entity on the other side
     * @param <R> what is made of the object
     * @return a part whose value is null where there is no object
     */
    public static <E, T, R> ProjectionPart<E, R> nested(
            ToOne<E, T, ?> relationship, Projection<? super T, R> projection) {
        return new NestedPart<>(relationship, projection, false);
    }

    /**
     * A projection of 1 part.
     *
     * @param part1 part 1
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1, Function<A, Z> constructor) {
        return new Projection<>(List.of(part1), values -> constructor.apply((A) values[0]));
    }

    /**
     * A projection of 2 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1, ProjectionPart<? super S, B> part2, Row2.Mapper<A, B, Z> constructor) {
        return new Projection<>(List.of(part1, part2), values -> constructor.map((A) values[0], (B) values[1]));
    }

    /**
     * A projection of 3 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            Row3.Mapper<A, B, C, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3), values -> constructor.map((A) values[0], (B) values[1], (C) values[2]));
    }

    /**
     * A projection of 4 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param part4 part 4
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <D> the type of part 4
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, D, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            ProjectionPart<? super S, D> part4,
            Row4.Mapper<A, B, C, D, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3, part4),
                values -> constructor.map((A) values[0], (B) values[1], (C) values[2], (D) values[3]));
    }

    /**
     * A projection of 5 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param part4 part 4
     * @param part5 part 5
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <D> the type of part 4
     * @param <E> the type of part 5
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, D, E, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            ProjectionPart<? super S, D> part4,
            ProjectionPart<? super S, E> part5,
            Row5.Mapper<A, B, C, D, E, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3, part4, part5),
                values -> constructor.map((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4]));
    }

    /**
     * A projection of 6 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param part4 part 4
     * @param part5 part 5
     * @param part6 part 6
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <D> the type of part 4
     * @param <E> the type of part 5
     * @param <F> the type of part 6
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, D, E, F, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            ProjectionPart<? super S, D> part4,
            ProjectionPart<? super S, E> part5,
            ProjectionPart<? super S, F> part6,
            Row6.Mapper<A, B, C, D, E, F, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3, part4, part5, part6),
                values -> constructor.map(
                        (A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F) values[5]));
    }

    /**
     * A projection of 7 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param part4 part 4
     * @param part5 part 5
     * @param part6 part 6
     * @param part7 part 7
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <D> the type of part 4
     * @param <E> the type of part 5
     * @param <F> the type of part 6
     * @param <G> the type of part 7
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, D, E, F, G, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            ProjectionPart<? super S, D> part4,
            ProjectionPart<? super S, E> part5,
            ProjectionPart<? super S, F> part6,
            ProjectionPart<? super S, G> part7,
            Row7.Mapper<A, B, C, D, E, F, G, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3, part4, part5, part6, part7),
                values -> constructor.map(
                        (A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F) values[5], (G)
                                values[6]));
    }

    /**
     * A projection of 8 parts.
     *
     * @param part1 part 1
     * @param part2 part 2
     * @param part3 part 3
     * @param part4 part 4
     * @param part5 part 5
     * @param part6 part 6
     * @param part7 part 7
     * @param part8 part 8
     * @param constructor makes the result of the parts' values
     * @param <S> the entity
     * @param <A> the type of part 1
     * @param <B> the type of part 2
     * @param <C> the type of part 3
     * @param <D> the type of part 4
     * @param <E> the type of part 5
     * @param <F> the type of part 6
     * @param <G> the type of part 7
     * @param <H> the type of part 8
     * @param <Z> the result
     * @return the projection
     */
    public static <S, A, B, C, D, E, F, G, H, Z extends @Nullable Object> Projection<S, Z> project(
            ProjectionPart<? super S, A> part1,
            ProjectionPart<? super S, B> part2,
            ProjectionPart<? super S, C> part3,
            ProjectionPart<? super S, D> part4,
            ProjectionPart<? super S, E> part5,
            ProjectionPart<? super S, F> part6,
            ProjectionPart<? super S, G> part7,
            ProjectionPart<? super S, H> part8,
            Row8.Mapper<A, B, C, D, E, F, G, H, Z> constructor) {
        return new Projection<>(
                List.of(part1, part2, part3, part4, part5, part6, part7, part8),
                values -> constructor.map(
                        (A) values[0],
                        (B) values[1],
                        (C) values[2],
                        (D) values[3],
                        (E) values[4],
                        (F) values[5],
                        (G) values[6],
                        (H) values[7]));
    }
}
