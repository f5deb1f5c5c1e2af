package dev.dovetail.benchmarks;

/** What is measured. The numbers are the same on all databases. */
public enum Workload {
    W1("W1", "insert graph 100x10", true),
    W2("W2", "bulk insert 10k", true),
    W3("W3", "load+update 1k", true),
    W4("W4", "load 50k entities", false),
    W4R("W4r", "load 50k entities, read-only", false),
    W4B("W4b", "load 50k records", false),
    W5("W5", "1 row by key", false),
    W5B("W5b", "1 row by query", false),
    W6("W6", "graph 200x10", false),
    W6B("W6b", "graph, lazy", false),
    W7("W7", "delete cascade 1k (ORM)", true),
    W7B("W7b", "delete cascade 1k (DB)", true),
    W8("W8", "flush 20k clean", false);

    /** How many parents W1 inserts. */
    public static final int GRAPH_PARENTS = 100;

    /** How many children each parent has in W1 and W6. */
    public static final int CHILDREN = 10;

    /** How many rows W2 inserts. */
    public static final int BULK_ROWS = 10_000;

    /** How many rows W3 changes. */
    public static final int UPDATED = 1000;

    /** How many rows W4 reads. */
    public static final int ITEMS = 50_000;

    /** How many parents W6 reads. */
    public static final int READ_PARENTS = 200;

    /** How many children W7 deletes with their parent. */
    public static final int DELETED_CHILDREN = 1000;

    /** How many objects are in the session that W8 flushes. */
    public static final int CLEAN = 20_000;

    private final String code;
    private final String title;
    private final boolean writes;

    Workload(String code, String title, boolean writes) {
        this.code = code;
        this.title = title;
        this.writes = writes;
    }

    /** As in {@code --only W1,W4b}. */
    public String code() {
        return code;
    }

    /** Code and title, for tables. */
    public String label() {
        return code + " " + title;
    }

    /** Whether the rows have to be put back before each run. */
    public boolean writes() {
        return writes;
    }

    /** The workload of a code, in upper or lower case. */
    public static Workload of(String code) {
        for (Workload workload : values()) {
            if (workload.code.equalsIgnoreCase(code)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("no workload " + code);
    }
}
