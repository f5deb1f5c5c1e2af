package dev.dovetail.tests.orm.fields;

import dev.dovetail.orm.mapping.*;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities whose fields are stored as something else. */
final class Stored {

    private Stored() {}

    enum Size {
        SMALL("s"),
        LARGE("l");

        private final String code;

        Size(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    record Url(String text) {}

    static final class UrlText implements Converter<Url, String> {
        @Override
        public String toStored(Url url) {
            return url.text();
        }

        @Override
        public Url fromStored(String text) {
            return new Url(text);
        }
    }

    static final class Bits implements Converter<BitSet, byte[]> {
        @Override
        public byte[] toStored(BitSet set) {
            return set.toByteArray();
        }

        @Override
        public BitSet fromStored(byte[] bytes) {
            return BitSet.valueOf(bytes);
        }

        @Override
        public BitSet copy(BitSet set) {
            return (BitSet) set.clone();
        }
    }

    /** Case is no difference to the column. */
    static final class Words implements Converter<List<String>, String> {
        @Override
        public String toStored(List<String> words) {
            return String.join(" ", words).toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public List<String> fromStored(String text) {
            return new ArrayList<>(List.of(text.split(" ")));
        }

        @Override
        public List<String> copy(List<String> words) {
            return new ArrayList<>(words);
        }
    }

    static final class YesNo implements Converter<Boolean, String> {
        @Override
        public String toStored(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean fromStored(String text) {
            return text.equals("Y");
        }
    }

    @Entity
    static final class Shirt {
        @Id(generation = Generation.ASSIGNED)
        @Convert(with = UrlText.class)
        @Nullable
        Url id;

        @Enumerated(check = true)
        @Nullable
        Size byName;

        @Enumerated(EnumStorage.ORDINAL)
        @Nullable
        Size byPosition;

        @Enumerated(value = EnumStorage.CODE, code = "code", check = true)
        @Column(length = 1)
        @Nullable
        Size byCode;

        @Convert(with = Bits.class)
        @Nullable
        BitSet bits;

        @Convert(with = Words.class)
        @Nullable
        List<String> words;

        @Convert(with = YesNo.class)
        @Column(length = 1)
        boolean sold;

        byte @Nullable [] picture;

        Shirt() {}

        Shirt(String id) {
            this.id = new Url(id);
        }
    }

    @Entity
    static final class Basket {
        @Id
        @Nullable
        Integer id;

        @Nullable
        List<@Nullable Integer> numbers;

        @Nullable
        List<Size> sizes;
    }

    @Entity
    static final class Coat {
        @Id
        @Nullable
        Integer id;

        @Enumerated(value = EnumStorage.NATIVE, type = "coat_size")
        @Nullable
        Size size;
    }
}
