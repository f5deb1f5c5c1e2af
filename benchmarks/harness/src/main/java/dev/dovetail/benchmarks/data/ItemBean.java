package dev.dovetail.benchmarks.data;

import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code item} as a bean, for libraries that fill beans. */
@NullUnmarked
public class ItemBean {

    private long id;
    private String name;
    private int quantity;
    private long weight;
    private double price;
    private boolean active;
    private LocalDateTime created;
    private String note;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public long getWeight() {
        return weight;
    }

    public void setWeight(long weight) {
        this.weight = weight;
    }

    public double getPrice() {
        return price;
    }

    public void setPrice(double price) {
        this.price = price;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public LocalDateTime getCreated() {
        return created;
    }

    public void setCreated(LocalDateTime created) {
        this.created = created;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** What the row adds to a checksum. */
    public long checksum() {
        return Checksum.item(id, name, quantity, weight, price, active, created, note);
    }
}
