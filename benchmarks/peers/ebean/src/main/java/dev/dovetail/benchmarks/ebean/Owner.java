package dev.dovetail.benchmarks.ebean;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code owner}. */
@Entity
public class Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private LocalDateTime created;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.PERSIST)
    private List<Part> parts = new ArrayList<>();

    protected Owner() {}

    public Owner(String name, LocalDateTime created) {
        this.name = name;
        this.created = created;
    }

    public void add(Part part) {
        parts.add(part);
        part.setOwner(this);
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public LocalDateTime getCreated() {
        return created;
    }

    public List<Part> getParts() {
        return parts;
    }
}
