package dev.dovetail.benchmarks.data;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code parent} as a bean. */
@NullUnmarked
public class ParentBean {

    private long id;
    private String name;
    private LocalDateTime created;
    private List<ChildBean> children = new ArrayList<>();

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

    public LocalDateTime getCreated() {
        return created;
    }

    public void setCreated(LocalDateTime created) {
        this.created = created;
    }

    public List<ChildBean> getChildren() {
        return children;
    }

    public void setChildren(List<ChildBean> children) {
        this.children = children;
    }

    /** What the row and those of its children add to a checksum. */
    public long checksum() {
        long sum = Checksum.parent(name, created);
        for (ChildBean child : children) {
            sum += Checksum.child(name, child.getName(), child.getQuantity(), child.getPrice(), child.isActive());
        }
        return sum;
    }

    /** Beans of rows that are to be stored. */
    public static List<ParentBean> of(List<NewParent> graph) {
        List<ParentBean> parents = new ArrayList<>(graph.size());
        for (NewParent given : graph) {
            ParentBean parent = new ParentBean();
            parent.name = given.name();
            parent.created = given.created();
            for (NewChild row : given.children()) {
                ChildBean child = new ChildBean();
                child.setName(row.name());
                child.setQuantity(row.quantity());
                child.setPrice(row.price());
                child.setActive(row.active());
                parent.children.add(child);
            }
            parents.add(parent);
        }
        return parents;
    }
}
