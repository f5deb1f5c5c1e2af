package dev.dovetail.benchmarks.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** A row of {@code item}. */
@Entity
public class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private int quantity;
    private long weight;
    private double price;
    private boolean active;
    private LocalDateTime created;
    private String note;

    protected Item() {}

    public Item(
            String name, int quantity, long weight, double price, boolean active, LocalDateTime created, String note) {
        this.name = name;
        this.quantity = quantity;
        this.weight = weight;
        this.price = price;
        this.active = active;
        this.created = created;
        this.note = note;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getQuantity() {
        return quantity;
    }

    public long getWeight() {
        return weight;
    }

    public double getPrice() {
        return price;
    }

    public boolean isActive() {
        return active;
    }

    public LocalDateTime getCreated() {
        return created;
    }

    public String getNote() {
        return note;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }
}
