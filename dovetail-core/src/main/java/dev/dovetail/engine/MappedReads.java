package dev.dovetail.engine;

import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Row10;
import dev.dovetail.sql.Row11;
import dev.dovetail.sql.Row12;
import dev.dovetail.sql.Row13;
import dev.dovetail.sql.Row14;
import dev.dovetail.sql.Row15;
import dev.dovetail.sql.Row16;
import dev.dovetail.sql.Row17;
import dev.dovetail.sql.Row18;
import dev.dovetail.sql.Row19;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Row20;
import dev.dovetail.sql.Row21;
import dev.dovetail.sql.Row22;
import dev.dovetail.sql.Row3;
import dev.dovetail.sql.Row4;
import dev.dovetail.sql.Row5;
import dev.dovetail.sql.Row6;
import dev.dovetail.sql.Row7;
import dev.dovetail.sql.Row8;
import dev.dovetail.sql.Row9;
import dev.dovetail.sql.RowMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Connection#list} into objects for each number of columns; written by {@code ArityFilesTest}. */
abstract class MappedReads {
    MappedReads() {}

    abstract <T extends @Nullable Object, R extends @Nullable Object> ResultReader<R> mapped(
            ResultStatement<T> query, RowMapper<T, R> mapper);

    /**
     * All rows of a query of two columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row2<A, B>> query, Row2.Mapper<A, B, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of two columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row2<A, B>> query, Row2.Mapper<A, B, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of three columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row3<A, B, C>> query, Row3.Mapper<A, B, C, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of three columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row3<A, B, C>> query, Row3.Mapper<A, B, C, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of four columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row4<A, B, C, D>> query, Row4.Mapper<A, B, C, D, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of four columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row4<A, B, C, D>> query, Row4.Mapper<A, B, C, D, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of five columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row5<A, B, C, D, E>> query, Row5.Mapper<A, B, C, D, E, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of five columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row5<A, B, C, D, E>> query, Row5.Mapper<A, B, C, D, E, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of six columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row6<A, B, C, D, E, F>> query, Row6.Mapper<A, B, C, D, E, F, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of six columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row6<A, B, C, D, E, F>> query, Row6.Mapper<A, B, C, D, E, F, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of seven columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row7<A, B, C, D, E, F, G>> query, Row7.Mapper<A, B, C, D, E, F, G, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of seven columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row7<A, B, C, D, E, F, G>> query, Row7.Mapper<A, B, C, D, E, F, G, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of eight columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row8<A, B, C, D, E, F, G, H>> query, Row8.Mapper<A, B, C, D, E, F, G, H, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of eight columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row8<A, B, C, D, E, F, G, H>> query, Row8.Mapper<A, B, C, D, E, F, G, H, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of nine columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row9<A, B, C, D, E, F, G, H, I>> query, Row9.Mapper<A, B, C, D, E, F, G, H, I, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of nine columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row9<A, B, C, D, E, F, G, H, I>> query, Row9.Mapper<A, B, C, D, E, F, G, H, I, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of ten columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row10<A, B, C, D, E, F, G, H, I, J>> query,
            Row10.Mapper<A, B, C, D, E, F, G, H, I, J, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of ten columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row10<A, B, C, D, E, F, G, H, I, J>> query,
            Row10.Mapper<A, B, C, D, E, F, G, H, I, J, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of eleven columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row11<A, B, C, D, E, F, G, H, I, J, K>> query,
            Row11.Mapper<A, B, C, D, E, F, G, H, I, J, K, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of eleven columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row11<A, B, C, D, E, F, G, H, I, J, K>> query,
            Row11.Mapper<A, B, C, D, E, F, G, H, I, J, K, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of twelve columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row12<A, B, C, D, E, F, G, H, I, J, K, L>> query,
            Row12.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of twelve columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row12<A, B, C, D, E, F, G, H, I, J, K, L>> query,
            Row12.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of thirteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row13<A, B, C, D, E, F, G, H, I, J, K, L, M>> query,
            Row13.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of thirteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row13<A, B, C, D, E, F, G, H, I, J, K, L, M>> query,
            Row13.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of fourteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>> query,
            Row14.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of fourteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>> query,
            Row14.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of fifteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>> query,
            Row15.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of fifteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>> query,
            Row15.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of sixteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>> query,
            Row16.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of sixteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>> query,
            Row16.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of seventeen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>> query,
            Row17.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of seventeen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>> query,
            Row17.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of eighteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>> query,
            Row18.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of eighteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>> query,
            Row18.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of nineteen columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>> query,
            Row19.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of nineteen columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, Z extends @Nullable Object> ResultReader<Z> read(
            ResultStatement<Row19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>> query,
            Row19.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of twenty columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>> query,
            Row20.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of twenty columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, Z extends @Nullable Object>
            ResultReader<Z> read(
                    ResultStatement<Row20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>> query,
                    Row20.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of twenty-one columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <U> the class of column 21
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>> query,
            Row21.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of twenty-one columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <U> the class of column 21
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, Z extends @Nullable Object>
            ResultReader<Z> read(
                    ResultStatement<Row21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U>> query,
                    Row21.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, Z> mapper) {
        return mapped(query, mapper);
    }

    /**
     * All rows of a query of twenty-two columns, made into objects, as by the constructor of a record.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <U> the class of column 21
     * @param <V> the class of column 22
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return the objects
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, Z extends @Nullable Object> List<Z> list(
            ResultStatement<Row22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>> query,
            Row22.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, Z> mapper) {
        return mapped(query, mapper).list();
    }

    /**
     * Begins to read a query of twenty-two columns into objects.
     *
     * @param <A> the class of column 1
     * @param <B> the class of column 2
     * @param <C> the class of column 3
     * @param <D> the class of column 4
     * @param <E> the class of column 5
     * @param <F> the class of column 6
     * @param <G> the class of column 7
     * @param <H> the class of column 8
     * @param <I> the class of column 9
     * @param <J> the class of column 10
     * @param <K> the class of column 11
     * @param <L> the class of column 12
     * @param <M> the class of column 13
     * @param <N> the class of column 14
     * @param <O> the class of column 15
     * @param <P> the class of column 16
     * @param <Q> the class of column 17
     * @param <R> the class of column 18
     * @param <S> the class of column 19
     * @param <T> the class of column 20
     * @param <U> the class of column 21
     * @param <V> the class of column 22
     * @param <Z> what a row becomes
     * @param query the query
     * @param mapper makes the objects
     * @return what reads it, once it is told how
     * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}
     */
    public <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, Z extends @Nullable Object>
            ResultReader<Z> read(
                    ResultStatement<Row22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V>> query,
                    Row22.Mapper<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, Z> mapper) {
        return mapped(query, mapper);
    }
}
