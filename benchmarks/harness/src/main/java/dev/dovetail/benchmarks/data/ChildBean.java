package dev.dovetail.benchmarks.data;

import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code child} as a bean. */
@NullUnmarked
public class ChildBean {

    private long id;
    private long parentId;
    private String name;
    private int quantity;
    private BigDecimal price;
    private boolean active;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getParentId() {
        return parentId;
    }

    public void setParentId(long parentId) {
        this.parentId = parentId;
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

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
