package dev.dovetail.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A quick look while writing code: all contenders in this JVM, in turns of a fraction of a second, the best turn of each.
 * {@code --only W1,W4 --contenders jdbc,dovetail --databases h2,postgresql --millis 200 --rounds 5 --warmup 1500}. What a
 * decision hangs on is measured by JMH, in JVMs of its own.
 */
public final class Quick {

    private final List<String> databases;
    private final List<Workload> workloads;
    private final List<ContenderProvider> contenders;
    private final long turn;
    private final long warmup;
    private final int rounds;

    private Quick(Map<String, String> options) {
        databases = List.of(
                options.getOrDefault("databases", "h2,sqlite,postgresql").split(","));
        workloads = options.containsKey("only")
                ? Arrays.stream(options.get("only").split(","))
                        .map(Workload::of)
                        .toList()
                : List.of(Workload.values());
        contenders = options.containsKey("contenders")
                ? Contenders.named(List.of(options.get("contenders").split(",")))
                : Contenders.all();
        turn = Long.parseLong(options.getOrDefault("millis", "200")) * 1_000_000;
        warmup = Long.parseLong(options.getOrDefault("warmup", "1500")) * 1_000_000;
        rounds = Integer.parseInt(options.getOrDefault("rounds", "5"));
    }

    /** Measures and prints. */
    public static void main(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replace("--", ""), arguments[i + 1]);
        }
        new Quick(options).run();
        System.exit(0);
    }

    private void run() {
        for (String database : databases) {
            System.out.printf(
                    "%n%-34s %-14s %11s %6s %11s %6s %9s %6s  %s%n",
                    database, "", "wall us", "ratio", "cpu us", "ratio", "kB", "ratio", "executes/statements/trips");
            for (Workload workload : workloads) {
                print(database, workload);
            }
        }
    }

    private void print(String database, Workload workload) {
        List<ContenderProvider> able = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<Meter.Usage> best = new ArrayList<>();
        try {
            for (ContenderProvider provider : contenders) {
                if (provider.can(workload, database)) {
                    Cell cell = new Cell(workload, provider, database);
                    able.add(provider);
                    cells.add(cell);
                    cell.verify();
                }
            }
            for (long until = System.nanoTime() + warmup * cells.size(); System.nanoTime() < until; ) {
                for (Cell cell : cells) {
                    turn(cell, workload);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < cells.size(); i++) {
                    Meter.Usage usage = turn(cells.get(i), workload);
                    if (round == 0) {
                        best.add(usage);
                    } else {
                        best.set(i, best.get(i).best(usage));
                    }
                }
            }
            Meter.Usage base = best.get(0);
            for (int i = 0; i < cells.size(); i++) {
                Meter.Usage usage = best.get(i);
                System.out.printf(
                        Locale.ROOT,
                        "%-34s %-14s %11.1f %6.2f %11.1f %6.2f %9.1f %6.2f  %s%n",
                        i == 0 ? workload.label() : "",
                        able.get(i).name(),
                        usage.wall() / 1000,
                        usage.wall() / base.wall(),
                        usage.cpu() / 1000,
                        usage.cpu() / base.cpu(),
                        usage.bytes() / 1000,
                        base.bytes() == 0 ? usage.bytes() : usage.bytes() / base.bytes(),
                        cells.get(i).count());
                cells.get(i).verify();
            }
        } finally {
            cells.forEach(Cell::close);
        }
    }

    private Meter.Usage turn(Cell cell, Workload workload) {
        Meter meter = new Meter();
        long until = System.nanoTime() + turn;
        // One operation of the shortest takes about as long as reading the clocks.
        int together = workload.writes() ? 1 : 10;
        do {
            cell.prepare();
            meter.start();
            for (int i = 0; i < together; i++) {
                kept = cell.run();
            }
            meter.stop(together);
        } while (System.nanoTime() < until);
        return meter.take();
    }

    /** So that nothing can be left out as unused. */
    @SuppressWarnings("unused")
    private static volatile @Nullable Object kept;
}
