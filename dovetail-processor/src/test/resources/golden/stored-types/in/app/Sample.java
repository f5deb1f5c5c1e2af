package app;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Convert;
import dev.dovetail.orm.mapping.Converter;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.EnumStorage;
import dev.dovetail.orm.mapping.Enumerated;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.One;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;

@Entity
public class Sample {

    public enum Colour {
        RED("r"),
        BLUE("b");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static final class Bits implements Converter<BitSet, byte[]> {
        @Override
        public byte[] toStored(BitSet value) {
            return value.toByteArray();
        }

        @Override
        public BitSet fromStored(byte[] stored) {
            return BitSet.valueOf(stored);
        }

        @Override
        public BitSet copy(BitSet value) {
            return (BitSet) value.clone();
        }
    }

    static class YesNo implements Converter<Boolean, String> {
        @Override
        public String toStored(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean fromStored(String stored) {
            return stored.equals("Y");
        }
    }

    static class Words implements Converter<List<String>, String> {
        @Override
        public String toStored(List<String> value) {
            return String.join(" ", value);
        }

        @Override
        public List<String> fromStored(String stored) {
            return List.of(stored.split(" "));
        }
    }

    static class Lines implements Converter<String[], String> {
        @Override
        public String toStored(String[] value) {
            return String.join("\n", value);
        }

        @Override
        public String[] fromStored(String stored) {
            return stored.split("\n");
        }
    }

    record Palette(
            @Enumerated(EnumStorage.ORDINAL) Colour first,
            @Convert(with = YesNo.class) boolean open,
            List<String> names) {}

    @Id(generation = Generation.ASSIGNED)
    @Enumerated(check = true)
    Colour id;

    @Enumerated(EnumStorage.ORDINAL)
    Colour byPosition;

    @Enumerated(value = EnumStorage.CODE, code = "code", check = true)
    @Column(length = 1)
    private Colour byCode;

    @Enumerated(EnumStorage.NATIVE)
    Colour byDatabase;

    @Convert(with = Bits.class)
    BitSet bits;

    @Convert(with = YesNo.class)
    boolean open;

    @Convert(with = Words.class)
    @Column(length = 40)
    private List<String> words;

    @Convert(with = Lines.class)
    String[] lines;

    List<Integer> numbers;
    List<Colour> colours;

    @Column(precision = 3)
    Instant moment;

    @Column(precision = 0)
    LocalTime time;

    @Column(precision = 20)
    BigInteger big;

    @Embedded
    Palette palette;

    @ForeignKey final One<Sample> other = new One<>(this);
}
