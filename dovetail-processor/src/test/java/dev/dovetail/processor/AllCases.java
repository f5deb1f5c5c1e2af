package dev.dovetail.processor;

/** Runs every mistake and every golden case on both paths. A program, so that it can run on another JDK than the tests. */
final class AllCases {

    private AllCases() {}

    public static void main(String[] arguments) {
        int count = 0;
        StringBuilder failures = new StringBuilder();
        for (Compilation.Mode mode : Compilation.Mode.values()) {
            for (Mistake mistake : Mistake.all()) {
                count++;
                run(() -> mistake.check(mode), failures);
            }
            for (Golden golden : Golden.all()) {
                count++;
                run(() -> golden.check(mode), failures);
            }
        }
        System.out.print(failures);
        System.out.println(count + " cases on JDK " + Runtime.version().feature());
        System.exit(failures.length() == 0 ? 0 : 1);
    }

    private static void run(Runnable check, StringBuilder failures) {
        try {
            check.run();
        } catch (AssertionError e) {
            failures.append(e.getMessage()).append('\n');
        }
    }
}
