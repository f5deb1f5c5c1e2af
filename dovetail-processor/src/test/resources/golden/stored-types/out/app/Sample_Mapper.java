package app;

import static dev.dovetail.type.Types.ARRAY;
import static dev.dovetail.type.Types.BIG_INTEGER;
import static dev.dovetail.type.Types.BINARY;
import static dev.dovetail.type.Types.INSTANT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NATIVE;
import static dev.dovetail.type.Types.TIME;
import static dev.dovetail.type.Types.VARCHAR;
import static dev.dovetail.type.Types.enumByCode;
import static dev.dovetail.type.Types.enumByName;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Sample} and knows its table. Written by Dovetail's processor. */
public final class Sample_Mapper extends EntityMapper<Sample> {

    private static final Type<Sample.Colour> ID_TYPE = enumByName(Sample.Colour.class);
    private static final Type<Sample.Colour> BY_POSITION_TYPE =
            enumByCode(Sample.Colour.class, Sample.Colour::ordinal, INTEGER);
    private static final Type<Sample.Colour> BY_CODE_TYPE =
            enumByCode(Sample.Colour.class, Sample.Colour::code, VARCHAR(1));
    private static final Type<Sample.Colour> BY_DATABASE_TYPE =
            enumByCode(Sample.Colour.class, Sample.Colour::name, NATIVE("colour"));
    private static final Type<BitSet> BITS_TYPE = converted(new Sample.Bits(), BitSet.class, BINARY(255));
    private static final Type<Boolean> OPEN_TYPE = converted(new Sample.YesNo(), Boolean.class, VARCHAR(255));
    private static final Type<List<String>> WORDS_TYPE = converted(new Sample.Words(), List.class, VARCHAR(40));
    private static final Type<String[]> LINES_TYPE = converted(new Sample.Lines(), String[].class, VARCHAR(255));
    private static final Type<List<Integer>> NUMBERS_TYPE = ARRAY(INTEGER);
    private static final Type<List<Sample.Colour>> COLOURS_TYPE = ARRAY(enumByName(Sample.Colour.class));
    private static final Type<Instant> MOMENT_TYPE = INSTANT(3);
    private static final Type<LocalTime> TIME_TYPE = TIME(0);
    private static final Type<Sample.Colour> PALETTE_FIRST_TYPE =
            enumByCode(Sample.Colour.class, Sample.Colour::ordinal, INTEGER);
    private static final Type<Boolean> PALETTE_OPEN_TYPE = converted(new Sample.YesNo(), Boolean.class, VARCHAR(255));
    private static final Type<List<String>> PALETTE_NAMES_TYPE = ARRAY(VARCHAR(255));
    private static final Type<Sample.Colour> OTHER_ID_TYPE = enumByName(Sample.Colour.class);
    private static final VarHandle BY_CODE_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Sample.class, "byCode", Sample.Colour.class);
    private static final VarHandle WORDS_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Sample.class, "words", List.class);

    /** The only instance. */
    public static final Sample_Mapper INSTANCE = new Sample_Mapper();

    static {
        register(INSTANCE);
    }

    private Sample_Mapper() {
        super(
                VERSION_1,
                Sample.class,
                describe(),
                ID_TYPE,
                BY_POSITION_TYPE,
                BY_CODE_TYPE,
                BY_DATABASE_TYPE,
                BITS_TYPE,
                OPEN_TYPE,
                WORDS_TYPE,
                LINES_TYPE,
                NUMBERS_TYPE,
                COLOURS_TYPE,
                MOMENT_TYPE,
                TIME_TYPE,
                BIG_INTEGER(20),
                PALETTE_FIRST_TYPE,
                PALETTE_OPEN_TYPE,
                PALETTE_NAMES_TYPE,
                OTHER_ID_TYPE);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Sample", "sample")
                .columns(
                        ColumnModel.of("id", "id", Sample.Colour.class, ID_TYPE).asId().with(ColumnModel.Trait.CHECKED),
                        ColumnModel.of("by_position", "byPosition", Sample.Colour.class, BY_POSITION_TYPE),
                        ColumnModel.of("by_code", "byCode", Sample.Colour.class, BY_CODE_TYPE)
                                .with(ColumnModel.Trait.CHECKED),
                        ColumnModel.of("by_database", "byDatabase", Sample.Colour.class, BY_DATABASE_TYPE),
                        ColumnModel.of("bits", "bits", BitSet.class, BITS_TYPE),
                        ColumnModel.of("open", "open", boolean.class, OPEN_TYPE).notNull(),
                        ColumnModel.of("words", "words", List.class, WORDS_TYPE),
                        ColumnModel.of("lines", "lines", String[].class, LINES_TYPE),
                        ColumnModel.of("numbers", "numbers", List.class, NUMBERS_TYPE),
                        ColumnModel.of("colours", "colours", List.class, COLOURS_TYPE),
                        ColumnModel.of("moment", "moment", Instant.class, MOMENT_TYPE),
                        ColumnModel.of("time", "time", LocalTime.class, TIME_TYPE),
                        ColumnModel.of("big", "big", BigInteger.class, BIG_INTEGER(20)),
                        ColumnModel.of("palette_first", "palette.first", Sample.Colour.class, PALETTE_FIRST_TYPE),
                        ColumnModel.of("palette_open", "palette.open", boolean.class, PALETTE_OPEN_TYPE),
                        ColumnModel.of("palette_names", "palette.names", List.class, PALETTE_NAMES_TYPE),
                        ColumnModel.of("other_id", null, Sample.Colour.class, OTHER_ID_TYPE))
                .foreignKeys(
                        ForeignKeyModel.to("sample", "other_id").member("other").targetEntity("app.Sample"))
                .relationships(
                        RelationshipModel.one("other", "app.Sample"));
    }

    @Override
    public Sample instantiate() {
        return new Sample();
    }

    @Override
    public @Nullable Object get(Sample sample, int column) {
        return switch (column) {
            case 0 -> sample.id;
            case 1 -> sample.byPosition;
            case 2 -> (Sample.Colour) BY_CODE_FIELD.get(sample);
            case 3 -> sample.byDatabase;
            case 4 -> sample.bits;
            case 5 -> sample.open;
            case 6 -> cast(WORDS_FIELD.get(sample));
            case 7 -> sample.lines;
            case 8 -> sample.numbers;
            case 9 -> sample.colours;
            case 10 -> sample.moment;
            case 11 -> sample.time;
            case 12 -> sample.big;
            case 13 -> paletteFirstOf(sample.palette);
            case 14 -> paletteOpenOf(sample.palette);
            case 15 -> paletteNamesOf(sample.palette);
            case 16 -> HolderAccess.key(sample.other, 0);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Sample sample, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> sample.id = (Sample.Colour) value;
            case 1 -> sample.byPosition = (Sample.Colour) value;
            case 2 -> BY_CODE_FIELD.set(sample, (Sample.Colour) value);
            case 3 -> sample.byDatabase = (Sample.Colour) value;
            case 4 -> sample.bits = (BitSet) value;
            case 5 -> sample.open = (boolean) value;
            case 6 -> WORDS_FIELD.set(sample, cast(value));
            case 7 -> sample.lines = (String[]) value;
            case 8 -> sample.numbers = cast(value);
            case 9 -> sample.colours = cast(value);
            case 10 -> sample.moment = (Instant) value;
            case 11 -> sample.time = (LocalTime) value;
            case 12 -> sample.big = (BigInteger) value;
            case 13 -> setPaletteFirst(sample, (Sample.Colour) value);
            case 14 -> setPaletteOpen(sample, (Boolean) value);
            case 15 -> setPaletteNames(sample, cast(value));
            case 16 -> HolderAccess.key(sample.other, 0, value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Sample sample, int relationship) {
        return switch (relationship) {
            case 0 -> sample.other;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Sample> snapshot() {
        return new State();
    }

    private static Sample.@Nullable Colour paletteFirstOf(Sample.@Nullable Palette value) {
        return value == null ? null : value.first();
    }

    private static @Nullable Boolean paletteOpenOf(Sample.@Nullable Palette value) {
        return value == null ? null : value.open();
    }

    private static @Nullable List<String> paletteNamesOf(Sample.@Nullable Palette value) {
        return value == null ? null : value.names();
    }

    private static Sample.@Nullable Palette newPalette(
            Sample.@Nullable Colour first,
            @Nullable Boolean open,
            @Nullable List<String> names) {
        if (first == null && open == null && names == null) {
            return null;
        }
        return new Sample.Palette(first, open == null ? false : open, names);
    }

    static @Nullable Object[] paletteParts(Sample.Palette value) {
        return new Object[] {paletteFirstOf(value), paletteOpenOf(value), paletteNamesOf(value)};
    }

    private static void setPaletteFirst(Sample sample, Sample.@Nullable Colour value) {
        sample.palette = newPalette(value, paletteOpenOf(sample.palette), paletteNamesOf(sample.palette));
    }

    private static void setPaletteOpen(Sample sample, @Nullable Boolean value) {
        sample.palette = newPalette(paletteFirstOf(sample.palette), value, paletteNamesOf(sample.palette));
    }

    private static void setPaletteNames(Sample sample, @Nullable List<String> value) {
        sample.palette = newPalette(paletteFirstOf(sample.palette), paletteOpenOf(sample.palette), value);
    }

    /** The column values of one {@link Sample} as the database last had them. */
    private static final class State extends Snapshot<Sample> {

        private Sample.@Nullable Colour id;
        private Sample.@Nullable Colour byPosition;
        private Sample.@Nullable Colour byCode;
        private Sample.@Nullable Colour byDatabase;
        private @Nullable BitSet bits;
        private boolean open;
        private @Nullable List<String> words;
        private String @Nullable [] lines;
        private @Nullable List<Integer> numbers;
        private @Nullable List<Sample.Colour> colours;
        private @Nullable Instant moment;
        private @Nullable LocalTime time;
        private @Nullable BigInteger big;
        private Sample.@Nullable Colour paletteFirst;
        private @Nullable Boolean paletteOpen;
        private @Nullable List<String> paletteNames;
        private Sample.@Nullable Colour otherId;

        @Override
        public boolean differs(Sample sample) {
            return id != sample.id
                    || byPosition != sample.byPosition
                    || byCode != (Sample.Colour) BY_CODE_FIELD.get(sample)
                    || byDatabase != sample.byDatabase
                    || !BITS_TYPE.same(bits, sample.bits)
                    || open != sample.open
                    || !WORDS_TYPE.same(words, cast(WORDS_FIELD.get(sample)))
                    || !LINES_TYPE.same(lines, sample.lines)
                    || !NUMBERS_TYPE.same(numbers, sample.numbers)
                    || !COLOURS_TYPE.same(colours, sample.colours)
                    || !MOMENT_TYPE.same(moment, sample.moment)
                    || !TIME_TYPE.same(time, sample.time)
                    || !Objects.equals(big, sample.big)
                    || paletteFirst != paletteFirstOf(sample.palette)
                    || !Objects.equals(paletteOpen, paletteOpenOf(sample.palette))
                    || !PALETTE_NAMES_TYPE.same(paletteNames, paletteNamesOf(sample.palette))
                    || otherId != (Sample.Colour) HolderAccess.key(sample.other, 0);
        }

        @Override
        public boolean differs(Sample sample, int column) {
            return switch (column) {
                case 0 -> id != sample.id;
                case 1 -> byPosition != sample.byPosition;
                case 2 -> byCode != (Sample.Colour) BY_CODE_FIELD.get(sample);
                case 3 -> byDatabase != sample.byDatabase;
                case 4 -> !BITS_TYPE.same(bits, sample.bits);
                case 5 -> open != sample.open;
                case 6 -> !WORDS_TYPE.same(words, cast(WORDS_FIELD.get(sample)));
                case 7 -> !LINES_TYPE.same(lines, sample.lines);
                case 8 -> !NUMBERS_TYPE.same(numbers, sample.numbers);
                case 9 -> !COLOURS_TYPE.same(colours, sample.colours);
                case 10 -> !MOMENT_TYPE.same(moment, sample.moment);
                case 11 -> !TIME_TYPE.same(time, sample.time);
                case 12 -> !Objects.equals(big, sample.big);
                case 13 -> paletteFirst != paletteFirstOf(sample.palette);
                case 14 -> !Objects.equals(paletteOpen, paletteOpenOf(sample.palette));
                case 15 -> !PALETTE_NAMES_TYPE.same(paletteNames, paletteNamesOf(sample.palette));
                case 16 -> otherId != (Sample.Colour) HolderAccess.key(sample.other, 0);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.value(0, Sample.Colour.class);
            byPosition = row.value(1, Sample.Colour.class);
            byCode = row.value(2, Sample.Colour.class);
            byDatabase = row.value(3, Sample.Colour.class);
            bits = row.value(4, BitSet.class);
            open = row.value(5, Boolean.class);
            words = row.value(6);
            lines = row.value(7, String[].class);
            numbers = row.value(8);
            colours = row.value(9);
            moment = row.value(10, Instant.class);
            time = row.value(11, LocalTime.class);
            big = row.value(12, BigInteger.class);
            paletteFirst = row.value(13, Sample.Colour.class);
            paletteOpen = row.value(14, Boolean.class);
            paletteNames = row.value(15);
            otherId = row.value(16, Sample.Colour.class);
            if (paletteOpen == null && (paletteFirst != null || paletteNames != null)) {
                paletteOpen = false;
            }
        }

        @Override
        public void take(Sample sample, int column) {
            switch (column) {
                case 0 -> id = sample.id;
                case 1 -> byPosition = sample.byPosition;
                case 2 -> byCode = (Sample.Colour) BY_CODE_FIELD.get(sample);
                case 3 -> byDatabase = sample.byDatabase;
                case 4 -> bits = BITS_TYPE.snapshot(sample.bits);
                case 5 -> open = sample.open;
                case 6 -> words = WORDS_TYPE.snapshot(cast(WORDS_FIELD.get(sample)));
                case 7 -> lines = LINES_TYPE.snapshot(sample.lines);
                case 8 -> numbers = NUMBERS_TYPE.snapshot(sample.numbers);
                case 9 -> colours = COLOURS_TYPE.snapshot(sample.colours);
                case 10 -> moment = sample.moment;
                case 11 -> time = sample.time;
                case 12 -> big = sample.big;
                case 13 -> paletteFirst = paletteFirstOf(sample.palette);
                case 14 -> paletteOpen = paletteOpenOf(sample.palette);
                case 15 -> paletteNames = PALETTE_NAMES_TYPE.snapshot(paletteNamesOf(sample.palette));
                case 16 -> otherId = (Sample.Colour) HolderAccess.key(sample.other, 0);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Sample sample) {
            sample.id = id;
            sample.byPosition = byPosition;
            BY_CODE_FIELD.set(sample, byCode);
            sample.byDatabase = byDatabase;
            sample.bits = BITS_TYPE.snapshot(bits);
            sample.open = open;
            WORDS_FIELD.set(sample, WORDS_TYPE.snapshot(words));
            sample.lines = LINES_TYPE.snapshot(lines);
            sample.numbers = NUMBERS_TYPE.snapshot(numbers);
            sample.colours = COLOURS_TYPE.snapshot(colours);
            sample.moment = moment;
            sample.time = time;
            sample.big = big;
            sample.palette = newPalette(paletteFirst, paletteOpen, PALETTE_NAMES_TYPE.snapshot(paletteNames));
            HolderAccess.key(sample.other, 0, otherId);
        }

        @Override
        public void restore(Sample sample, int column) {
            switch (column) {
                case 0 -> sample.id = id;
                case 1 -> sample.byPosition = byPosition;
                case 2 -> BY_CODE_FIELD.set(sample, byCode);
                case 3 -> sample.byDatabase = byDatabase;
                case 4 -> sample.bits = BITS_TYPE.snapshot(bits);
                case 5 -> sample.open = open;
                case 6 -> WORDS_FIELD.set(sample, WORDS_TYPE.snapshot(words));
                case 7 -> sample.lines = LINES_TYPE.snapshot(lines);
                case 8 -> sample.numbers = NUMBERS_TYPE.snapshot(numbers);
                case 9 -> sample.colours = COLOURS_TYPE.snapshot(colours);
                case 10 -> sample.moment = moment;
                case 11 -> sample.time = time;
                case 12 -> sample.big = big;
                case 13 -> setPaletteFirst(sample, paletteFirst);
                case 14 -> setPaletteOpen(sample, paletteOpen);
                case 15 -> setPaletteNames(sample, PALETTE_NAMES_TYPE.snapshot(paletteNames));
                case 16 -> HolderAccess.key(sample.other, 0, otherId);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> byPosition;
                case 2 -> byCode;
                case 3 -> byDatabase;
                case 4 -> bits;
                case 5 -> open;
                case 6 -> words;
                case 7 -> lines;
                case 8 -> numbers;
                case 9 -> colours;
                case 10 -> moment;
                case 11 -> time;
                case 12 -> big;
                case 13 -> paletteFirst;
                case 14 -> paletteOpen;
                case 15 -> paletteNames;
                case 16 -> otherId;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Sample.Colour) value;
                case 1 -> byPosition = (Sample.Colour) value;
                case 2 -> byCode = (Sample.Colour) value;
                case 3 -> byDatabase = (Sample.Colour) value;
                case 4 -> bits = (BitSet) value;
                case 5 -> open = (boolean) value;
                case 6 -> words = cast(value);
                case 7 -> lines = (String[]) value;
                case 8 -> numbers = cast(value);
                case 9 -> colours = cast(value);
                case 10 -> moment = (Instant) value;
                case 11 -> time = (LocalTime) value;
                case 12 -> big = (BigInteger) value;
                case 13 -> paletteFirst = (Sample.Colour) value;
                case 14 -> paletteOpen = (Boolean) value;
                case 15 -> paletteNames = cast(value);
                case 16 -> otherId = (Sample.Colour) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Sample> copy() {
            State copy = new State();
            copy.id = id;
            copy.byPosition = byPosition;
            copy.byCode = byCode;
            copy.byDatabase = byDatabase;
            copy.bits = bits;
            copy.open = open;
            copy.words = words;
            copy.lines = lines;
            copy.numbers = numbers;
            copy.colours = colours;
            copy.moment = moment;
            copy.time = time;
            copy.big = big;
            copy.paletteFirst = paletteFirst;
            copy.paletteOpen = paletteOpen;
            copy.paletteNames = paletteNames;
            copy.otherId = otherId;
            return copy;
        }
    }
}
