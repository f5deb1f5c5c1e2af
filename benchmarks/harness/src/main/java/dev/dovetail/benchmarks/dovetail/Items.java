package dev.dovetail.benchmarks.dovetail;

import dev.dovetail.benchmarks.data.Checksum;

/** Checksums of items. */
final class Items {

    private Items() {}

    static long checksum(Item item) {
        return Checksum.item(
                item.id, item.name, item.quantity, item.weight, item.price, item.active, item.created, item.note);
    }
}
